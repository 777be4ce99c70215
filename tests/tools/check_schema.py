"""Every result validates against the shipped JSON Schema; ranges and quotes are what they say."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from common import Checks, SKIPPED, corpus, run

try:
    import jsonschema
except ImportError:
    print('python3-jsonschema is not installed')
    sys.exit(SKIPPED)

program, root = map(pathlib.Path, sys.argv[1:3])
schema = json.loads((root / 'include/rolewright/review.schema.json').read_text())
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
folders = [root / 'tests/adverts'] + ([pathlib.Path(corpus()) / 'adverts'] if corpus() else [])
check = Checks()
for path in sorted(p for f in folders for p in f.rglob('*') if p.suffix in ('.txt', '.html')):
    code, out, said = run([program, 'review', '--no-config', '--date', '2026-06-01', '--format', 'json', '--with-text', '--tools', '--fail-on', 'never', path])
    if not check(code == 0, f'{path}: {said.strip()}'):
        continue
    result = json.loads(out)
    for problem in list(validator.iter_errors(result))[:3]:
        check(False, f'{path}: {problem.json_path}: {problem.message[:200]}')
    for advert in result['adverts']:
        text = advert['text'].encode()
        for e in [e for c in advert['criteria'] for e in c['evidence']] + advert['ignored']:
            check(text[e['begin']:e['end']].decode() == e['quote'], f'{path}: the range of "{e["quote"]}"')
        for name, ranges in advert['fact_ranges'].items():
            check(all(0 <= r['begin'] < r['end'] <= len(text) for r in ranges), f'{path}: the ranges of {name}')
            for r in ranges:
                text[r['begin']:r['end']].decode()
        asked = {c['id'] for c in advert['criteria']}
        for f in advert['frameworks']:
            check(f['of'] == {'digcomp-3.0': 21, 'uk-essential-digital-skills': 6}[f['id']], f'{path}: {f["id"]} knows its size')
            check(len(set(f['covered'])) == len(f['covered']) <= f['of'] and bool(f['covered']) == bool(asked), f'{path}: {f["id"]} is covered by what is asked')
        check(advert['score'] is None or asked <= {t['criterion'] for t in advert['tools']}, f'{path}: tools for all that is asked')
        for c in advert['criteria']:
            check(c['id'] == 'account-security' or not any('practice' in e for e in c['evidence']), f'{path}: habits are those of account security')
        edges = [s['begin'] for s in advert['sections']] + [advert['sections'][-1]['end']] if advert['sections'] else []
        check(edges == sorted(edges), f'{path}: sections stand in order')
        points = sum(p['points'] for p in advert['parts'])
        check(advert['score'] is None or abs(points - advert['score']) < 0.2, f'{path}: the parts add up to the score')


def validated(name, arguments):
    """The result of a command, held against its schema."""
    wanted = jsonschema.Draft202012Validator(json.loads((root / f'include/rolewright/{name}.schema.json').read_text()))
    code, out, said = run([program, name, '--no-config', '--date', '2026-06-01', '--format', 'json', '--with-text', *arguments])
    if not check(code == 0, f'{name} {arguments}: {said.strip()}'):
        return None
    result = json.loads(out)
    for problem in list(wanted.iter_errors(result))[:3]:
        check(False, f'{name} {arguments}: {problem.json_path}: {problem.message[:200]}')
    return result


def check_quotes(what, text, passages):
    for p in passages:
        check(text.encode()[p['begin']:p['end']].decode() == p['quote'], f'{what}: the range of "{p["quote"]}"')


written = sorted(p for p in (root / 'tests/adverts').iterdir() if p.suffix in ('.txt', '.html'))
description = root / 'tests/adverts/descriptions/caseworker-small-office.txt'
for path in written:
    result = validated('compare', [path, description])
    if result is None:
        continue
    both = ('advert', 'description')
    for c in result['criteria']:
        asked = [c[side] is not None for side in both]
        check(c['standing'] == {(False, True): 'dropped', (True, False): 'added'}.get(tuple(asked), c['standing']) and any(asked), f'{path}: {c["id"]} stands as its sides say')
        check((c['sentence'] is not None) <= (c['standing'] in ('dropped', 'weaker')), f'{path}: {c["id"]} has a sentence only where one is needed')
        for side in both:
            check_quotes(path, result[side]['text'], c[side]['evidence'] if c[side] else [])
    for f in result['facts']:
        for side in both:
            check_quotes(path, result[side]['text'], f[side]['ranges'])
same = validated('compare', [description, description])
check(all(c['standing'] == 'kept' for c in same['criteria'] + same['facts']) and same['criteria'] and same['facts'], 'a text compared with itself has lost nothing')
result = validated('team', written)
check(len(result['adverts']) == len(result['judged']) == len(written), 'a team of all written adverts')
for c in result['criteria']:
    for a in c['asked_by']:
        check_quotes(c['id'], result['adverts'][a['advert']]['text'], a['evidence'])
    levels = {a['level'] for a in c['asked_by']}
    check(c['coverage'] == ('nobody' if not levels else 'vague' if levels == {'vague'} else 'asked'), f'{c["id"]}: coverage is what the adverts ask')
check.finish()
