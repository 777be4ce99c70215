"""Single lines with what they ask (`domain/phrases.jsonl`), and lines that only look as if they asked (`domain/traps.jsonl`).

    check_phrases.py BINARY REPOSITORY [--show]
"""
import json
import os
import sys

from common import SKIPPED, Checks, corpus, criteria_asked

binary, repository = sys.argv[1:3]
folder = corpus()
if not folder:
    sys.exit(SKIPPED)


def rows(name):
    with open(os.path.join(folder, 'domain', name), encoding='utf-8') as file:
        return [json.loads(line) for line in file]


def show(what, row, seen):
    if '--show' in sys.argv:
        print(f'  {what}: {row["text"]!r} wanted {row.get("criteria", "nothing")} {row.get("level", "")}, seen { {i: c["level"] for i, c in seen.items()} }')


def share(name, right, of, at_least):
    print(f'{name}: {right} of {of} ({right / of:.3f})')
    check(right / of >= at_least, f'{name} at least {at_least}')


check = Checks()
phrases = rows('phrases.jsonl')
right = levels = levelled = 0
for row, seen in zip(phrases, criteria_asked(binary, repository, [f'Requirements\n- {row["text"]}' for row in phrases]), strict=True):
    if set(row['criteria']) == set(seen):
        right += 1
    else:
        show('criteria', row, seen)
    if row.get('level') and seen and set(row['criteria']) & set(seen):
        levelled += 1
        if all(seen[c]['level'] == row['level'] for c in row['criteria'] if c in seen):
            levels += 1
        else:
            show('level', row, seen)
share('phrases, criteria', right, len(phrases), 0.90)
share('phrases, level', levels, levelled, 0.90)

traps = rows('traps.jsonl')
quiet = 0
for row, seen in zip(traps, criteria_asked(binary, repository, [row['text'] for row in traps]), strict=True):
    if seen:
        show('trap', row, seen)
    else:
        quiet += 1
share('traps without evidence', quiet, len(traps), 0.96)
check.finish()
