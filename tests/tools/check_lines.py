"""Lines and sentences written for the project, each with a criterion that it asks for, or "-" where it asks for nothing.

    check_lines.py BINARY REPOSITORY

tests/judged/lines.tsv: items of a list of requirements, below a title. They show which words are heard.
tests/judged/sentences.tsv: sentences among the employer's own, or alone below a heading. They show whose sentence is whose, and how strongly it asks.
tests/judged/headings.tsv: headings, each with its kind, in plain text above a list or a paragraph that says nothing.
"""
import csv
import os
import sys

from common import Checks, criteria_asked, reviewed

binary, repository = sys.argv[1:3]


def rows_of(name):
    with open(os.path.join(repository, 'tests', 'judged', name), encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))


def advert_with_line(row):
    return (row['title'] + '\n\n' if row['title'] else '') + 'Requirements\n- ' + row['line']


def advert_with_sentence(row):
    alone = row['heading'] not in ('', 'About the role')
    heading = row['heading'] + '\n' if row['heading'] else ''
    sentences = row['sentence'] if alone else f'We are a small charity in Leeds. {row["sentence"]} The office is by the station.'
    return f'Office Clerk\n\n{heading}{sentences}\n'


check = Checks()
for name, text_of in (('lines.tsv', advert_with_line), ('sentences.tsv', advert_with_sentence)):
    rows = rows_of(name)
    for row, seen in zip(rows, criteria_asked(binary, repository, [text_of(row) for row in rows]), strict=True):
        check(not seen if row['asks'] == '-' else row['asks'] in seen, f'{name}: {list(row.values())}; seen: {sorted(seen)}')
        if row.get('strength'):
            strengths = [e['strength'] for e in seen.get(row['asks'], {'evidence': []})['evidence']]
            check(row['strength'] in strengths, f'{name}: {list(row.values())}; seen: {strengths}')

headings = rows_of('headings.tsv')
for below in ('- One thing of this kind\n- Another thing of this kind', 'It is a blue one, as it were, and there is a red one too.'):
    texts = [f'Clerk\n\nThere it is, a thing that is as it is.\n\n{row["heading"]}\n\n{below}\n' for row in headings]
    for row, seen in zip(headings, reviewed(binary, repository, texts), strict=True):
        found = [s['kind'] for s in seen['sections'] if s['heading'] == row['heading']]
        check(found == [row['kind']], f'headings.tsv: {list(row.values())}; found: {found}')
check.finish()
