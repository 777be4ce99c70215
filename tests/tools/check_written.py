"""Adverts written for the project and labelled as those of a corpus are: does the program still read them as well as it did?

    check_written.py PROGRAM REPOSITORY [--only PREFIX] [--wrong N]

tests/judged/written.jsonl holds an advert a line with its labels; tests/judged/README.md says how they came about and what was measured at first sight.
"""
import argparse
import json
import os
import re
from collections import Counter

from common import Checks, batch

FACTS = ('salary', 'closing', 'hours_per_week', 'contract', 'workplace', 'experience_years')
# A little below what was reached, so that one advert read differently is no alarm.
FLOORS = {'mention': .94, 'mention_any': .95, 'criteria_f1': .88, 'traps': .96, 'headings_f1': .95, 'headings_kind': .89, **{f'fact_{f}': .93 for f in FACTS}}

options = argparse.ArgumentParser()
options.add_argument('program')
options.add_argument('repository')
options.add_argument('--only', default='', help='adverts whose ids begin so')
options.add_argument('--wrong', type=int, default=0, help='how many wrong answers to show')
o = options.parse_args()


def plain(heading):
    return re.sub(r'^[\s*#•–-]+|[\s:*–—-]+$', '', ' '.join(heading.split())).casefold()


def same_fact(fact, want, got):
    if want is None or got is None:
        return want is None and got is None
    if fact == 'salary':
        return all(want.get(k) == got.get(k) for k in ('min', 'max', 'currency', 'per'))
    return abs(want - got) < .26 if isinstance(want, (int, float)) else want == got


def overlaps(text, quote, begin, end):
    at = text.find(quote.encode())
    return at >= 0 and begin < at + len(quote.encode()) and at < end


with open(os.path.join(o.repository, 'tests', 'judged', 'written.jsonl'), encoding='utf-8') as file:
    adverts = [a for a in map(json.loads, file) if a['id'].startswith(o.only)]
answers = {r['id']: r for r in batch(o.program, [{k: a[k] for k in ('id', 'text', 'country')} for a in adverts], '--date', '2026-06-01')}

count, wrong = Counter(), []


def tally(name, holds, what):
    count[name, 'of'] += 1
    count[name, 'right'] += bool(holds)
    if not holds:
        wrong.append((name, *what))


for a in adverts:
    r, text = answers[a['id']], a['text'].encode()
    tally('mention', r['mention'] == a['mention'], (a['id'], a['mention'], r['mention']))
    tally('mention_any', (r['mention'] == 'none') == (a['mention'] == 'none'), (a['id'], a['mention'], r['mention']))
    wanted = {c for ask in a['asks'] for c in ask['criteria']}
    evidence = [(c['id'], e) for c in r['criteria'] for e in c['evidence']]
    found = {c for c, _ in evidence}
    count['criteria', 'both'] += len(wanted & found)
    count['criteria', 'either'] += len(wanted) + len(found)
    wrong += [('criterion', a['id'], c, 'missed' if c in wanted else 'extra') for c in wanted ^ found]
    for trap in a['traps']:
        caught = [e['quote'] for c, e in evidence if overlaps(text, trap['quote'], e['begin'], e['end'])
                  and not any(c in ask['criteria'] and overlaps(text, ask['quote'], e['begin'], e['end']) for ask in a['asks'])]
        tally('traps', not caught, (a['id'], trap['quote'], caught))
    for fact in FACTS:
        tally(f'fact_{fact}', same_fact(fact, a['facts'][fact], r['facts'][fact]), (a['id'], a['facts'][fact], r['facts'][fact]))
    headings = {plain(s['heading']): s['kind'] for s in r['sections'] if s['heading'] and not s['run_in']}
    labels = {plain(s['heading']): s['kind'] for s in a['sections']}
    count['headings', 'both'] += len(headings.keys() & labels.keys())
    count['headings', 'either'] += len(headings) + len(labels)
    for heading in headings.keys() & labels.keys():
        tally('headings_kind', headings[heading] == labels[heading], (a['id'], heading, labels[heading], headings[heading]))

figures = {f'{name}_f1': 2 * count[name, 'both'] / max(1, count[name, 'either']) for name in ('criteria', 'headings')}
figures |= {name: count[name, 'right'] / count[name, 'of'] for name, what in list(count) if what == 'of'}
for what in wrong[:o.wrong]:
    print(*what, sep=' | ')
check = Checks()
for name, floor in FLOORS.items():
    print(f'{name:24} {figures[name]:.3f}')
    check(o.only or figures[name] >= floor, f'{name}: {figures[name]:.3f}, and {floor} was reached before')
check.finish()
