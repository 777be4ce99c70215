"""Single lines written for the project, each with a criterion that it asks for, or "-" where it asks for nothing: tests/judged/lines.tsv.

    check_lines.py BINARY REPOSITORY
"""
import csv
import os
import sys

from common import Checks, criteria_asked

binary, repository = sys.argv[1:3]
with open(os.path.join(repository, 'tests', 'judged', 'lines.tsv'), encoding='utf-8', newline='') as file:
    rows = list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))


def text_of(row):
    return (row['title'] + '\n\n' if row['title'] else '') + 'Requirements\n- ' + row['line']


check = Checks()
for row, seen in zip(rows, criteria_asked(binary, repository, [text_of(row) for row in rows]), strict=True):
    check(not seen if row['asks'] == '-' else row['asks'] in seen, f'{row["line"]!r} asks for {row["asks"]}; seen: {sorted(seen)}')
check.finish()
