"""Every point can be traced: the explanation holds all that the review counted and passed over, and its sums come out."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from common import Checks, corpus, run

program, root = map(pathlib.Path, sys.argv[1:3])
check = Checks()
files = [p for p in sorted((root / 'tests/adverts').iterdir()) if p.suffix in ('.txt', '.html')]
if corpus():
    real = [p for p in sorted((pathlib.Path(corpus()) / 'adverts').rglob('*')) if p.suffix in ('.txt', '.html')]
    files += real[::8]
COUNTS = ('demand', 'preference', 'duty', 'training')
explained = 0
for path in files:
    common = ['--no-config', '--date', '2026-06-01', path]
    code, out, said = run([program, 'review', '--format', 'json', '--fail-on', 'never', *common])
    if code:
        continue
    reviewed = json.loads(out)['adverts']
    code, out, said = run([program, 'explain', '--format', 'json', *common])
    if not check(code == 0, f'{path}: {said.strip()}'):
        continue
    adverts = json.loads(out)['adverts']
    check(len(adverts) == len(reviewed), f'{path}: as many adverts')
    for a, r in zip(adverts, reviewed):
        if r['score'] is None:
            check(a['score'] is None, f'{path}: not judged')
            continue
        explained += 1
        check(a['score'] == r['score'] and a['band'] == r['band'], f'{path}: the same score')
        told = sorted((e['criterion'], e['begin'], e['end'], e['level'], e['strength'], e['rule']) for c in a['clauses'] for e in c['evidence'])
        found = sorted((c['id'], e['begin'], e['end'], e['level'], e['strength'], e['rule']) for c in r['criteria'] for e in c['evidence'])
        check(told == found, f'{path}: all evidence is explained')
        told = sorted((p['criterion'], p['begin'], p['end'], p['why'], p['rule']) for c in a['clauses'] for p in c['ignored'])
        found = sorted((p['criterion'], p['begin'], p['end'], p['why'], p['rule']) for p in r['ignored'])
        check(told == found, f'{path}: all that was passed over is explained')
        value = {c['id']: c['value'] for c in a['criteria']}
        for c in r['criteria']:
            best = max(e['value'] for k in a['clauses'] for e in k['evidence'] if e['criterion'] == c['id'])
            check(c['value'] == (0 if c['relevance'] == 'ask' else best), f'{path}: {c["id"]} has the value of its best passage')
        for p in a['parts']:
            total = p['of'] * sum(value[c] for c in p['criteria']) / p['divisor']
            check(abs(total - p['points']) < 0.11, f'{path}: the points of {p["id"]} are {p["points"]}, found {total}')
        check(abs(sum(p['points'] for p in a['parts']) - a['score']) < 0.2, f'{path}: the parts add up')
        for c in a['clauses']:
            sums = {}
            for reason in c['reasons']:
                key = reason['for'], reason['value']
                sums[key] = sums.get(key, 0) + reason['weight']
            for question in ('subject', 'act'):
                mine = {v: s for (q, v), s in sums.items() if q == question}
                if mine and max(mine.values()) > 0:
                    check(mine.get(c[question], 0) == max(mine.values()), f'{path}: "{c["quote"][:60]}": {c[question]} has the largest sum of {mine}')
            counts = (c['subject'] == 'candidate' and c['act'] in COUNTS) or (c['subject'] == 'employer' and c['act'] == 'training')
            check(c['counts'] == counts and (c['why'] is None) == counts, f'{path}: "{c["quote"][:60]}" counts by its subject and act')
            check(c['counts'] or not c['evidence'], f'{path}: no evidence where nothing counts')
check(explained >= 20, 'adverts were explained')

advert = root / 'tests/adverts/caseworker-small-office.txt'
code, out, _ = run([program, 'explain', '--no-config', advert])
text = out.decode()
check(code == 0 and 'Score ' in text and '÷ 3' in text and 'line 20' in text, 'the whole account as text')
check(max(map(len, text.splitlines())) <= 80, 'it fits 80 columns')
code, out, _ = run([program, 'explain', '--no-config', '--at', '20', advert])
check(code == 0 and b'line 20' in out and b'Score' not in out, 'one line of it')
check.finish()
