"""Single lines written for the project, each with a criterion that it asks for, or "-" where it asks for nothing: tests/judged/lines.tsv.

    check_lines.py BINARY REPOSITORY
"""
import csv
import json
import os
import subprocess
import sys

from common import Checks

binary, repository = sys.argv[1:3]
with open(os.path.join(repository, 'tests', 'judged', 'lines.tsv'), encoding='utf-8', newline='') as file:
    rows = list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))


def text_of(row):
    return (row['title'] + '\n\n' if row['title'] else '') + 'Requirements\n- ' + row['line']


records = '\n'.join(json.dumps({'id': str(i), 'text': text_of(row)}) for i, row in enumerate(rows))
done = subprocess.run([binary, 'batch', '--no-config', '--data', repository, '-'], input=records.encode(), capture_output=True, check=True)
check = Checks()
for row, line in zip(rows, done.stdout.splitlines(), strict=True):
    seen = [c['id'] for c in json.loads(line)['criteria']]
    check(not seen if row['asks'] == '-' else row['asks'] in seen, f'{row["line"]!r} asks for {row["asks"]}; seen: {seen}')
check.finish()
