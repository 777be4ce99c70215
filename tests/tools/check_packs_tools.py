"""The tools for people who write packs: what `packs check` warns of, `packs coverage`, `packs show`."""
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from common import Checks, run

program, root = (pathlib.Path(a).resolve() for a in sys.argv[1:3])
adverts = root / 'tests/adverts'
check = Checks()
PACK = '<pack kind="criteria" lang="en" version="1" licence="CC0-1.0" format="1" extends="digital-skills/en">\n{}\n</pack>\n'


def evidence(id, query, yes, no='A desk.', level='tool', criterion='spreadsheets', extra=''):
    return f'<evidence id="{id}" criterion="{criterion}" level="{level}"{extra}>{query}<yes>{yes}</yes><no>{no}</no></evidence>'


# Each warning, with a pack that earns it and one that does not.
WARNINGS = {
    'never-matches': (evidence('own.a', '<query>abacus</query><query>slide rule~</query>', 'An <m>abacus</m>.'),
                      evidence('own.a', '<query>abacus | slide rule~</query>', 'An <m>abacus</m>.')),
    'shadowed': (evidence('own.a', '<query>wooden abacus</query>', 'A <m>wooden abacus</m>.') + evidence('own.b', '<query>abacus</query>', 'An <m>abacus</m>.', level='practical'),
                 evidence('own.a', '<query>wooden abacus</query>', 'A <m>wooden abacus</m>.', level='practical') + evidence('own.b', '<query>abacus</query>', 'An <m>abacus</m>.')),
    'other-criterion': (evidence('own.a', '<query>abacus</query>', 'An <m>abacus</m>.') + evidence('own.b', '<query>abacus poster~</query>', 'Make an <m>abacus poster</m>.', criterion='digital-media'),
                        evidence('own.a', '<query>abacus</query>', 'An <m>abacus</m>.') + evidence('own.b', '<query>zither poster~</query>', 'Make a <m>zither poster</m>.', criterion='digital-media')),
    'silenced': (evidence('own.a', '<query>abacus</query>', 'An <m>abacus</m>.') + '<trap id="own.t" criterion="spreadsheets" why="name"><query>an abacus</query><yes><m>An abacus</m>.</yes><no>The abacus.</no></trap>',
                 evidence('own.a', '<query>abacus</query>', 'An <m>abacus</m>.') + '<trap id="own.t" criterion="spreadsheets" why="name"><query>abacus lane</query><yes><m>Abacus Lane</m>.</yes><no>The abacus.</no></trap>'),
    'common-word': (evidence('own.a', '<query>you ..9 zither</query><query>with NOT zither</query>', 'You like the <m>zither</m>.'.replace('<m>zither</m>', 'zither').replace('You like the zither', '<m>You like the zither</m>') + '</yes><yes>Come <m>with</m> me.'),
                    evidence('own.a', '<query>you ..9 zither</query>', '<m>You like the zither</m>.')),
    'two-words': (evidence('own.a', '<query>car~ zither | care~ zither</query>', 'A <m>care zither</m>.'),
                  evidence('own.a', '<query>care~ zither</query>', 'A <m>care zither</m>.')),
    'unused-list': ('<list name="own">zither</list>', '<list name="own">zither</list>' + evidence('own.a', '<query>$own</query>', 'A <m>zither</m>.')),
}
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name) / 'pack'
    folder.mkdir()
    for kind, (bad, good) in WARNINGS.items():
        for inside, wanted in ((bad, True), (good, False)):
            (folder / 'pack.xml').write_text(PACK.format(inside), encoding='utf-8')
            code, out, said = run([program, 'packs', 'check', '--no-config', folder])
            told = [line for line in out.decode().splitlines() if line.endswith(f'[{kind}]')]
            check(code == 0, f'{kind}: a warning is no error: {out.decode()}{said}')
            check(bool(told) == wanted, f'{kind}: {"warned of" if wanted else "not warned of"}: {out.decode()}')
            check(all(line.startswith(f'{folder}/pack.xml:2:') and ': warning: ' in line for line in told), f'{kind}: says where: {told}')
            if wanted:
                code, _, _ = run([program, 'packs', 'check', '--no-config', '--fail-on', 'warning', folder])
                check(code == 1, f'{kind}: exit 1 where warnings count')

    (folder / 'pack.xml').write_text(PACK.format(evidence('own.a', '<query>$own AND abac*</query>', 'A <m>zither abacus</m>.')), encoding='utf-8')
    (folder / 'lists.xml').write_text('<part>\n  <list name="own">zither~ | "as is" | learn~</list>\n</part>\n', encoding='utf-8')
    code, out, _ = run([program, 'packs', 'check', '--no-config', '--forms', folder / 'lists.xml'])
    lines = out.decode().splitlines()
    check(code == 0 and [line.split() for line in lines[:2]] == [['learn~', 'learn', 'learns', 'learned', 'learnt', 'learning'], ['zither~', 'zither', 'zithers', 'zithered', 'zithering']], f'every form of the words of one file: {lines}')
    check(lines[-1].startswith('0 queries, 0 examples'), f'only what stands in the file is counted: {lines[-1]}')
    code, out, said = run([program, 'packs', 'check', '--no-config', folder / 'none.xml'])
    check(code == 2 and out == b'' and 'none.xml' in said, 'a file that is not there')
    (folder / 'pack.xml').unlink()
    code, out, said = run([program, 'packs', 'check', '--no-config', folder / 'lists.xml'])
    check(code == 2 and 'pack.xml' in said, 'a file without its pack')

    # A copy of a built-in pack replaces it; its places are those of the copy.
    copy = root / 'criteria/digital-skills/en'
    code, out, said = run([program, 'packs', 'check', '--no-config', copy / 'spreadsheets.xml'])
    check(code == 0 and not [line for line in out.decode().splitlines()[:-1] if not line.startswith(f'{copy}/spreadsheets.xml:')], f'one file of a built-in pack: {said}')
    code, out, _ = run([program, 'packs', 'list', '--no-config', '--pack', copy])
    check(sum('digital-skills/en' in line for line in out.decode().splitlines()) == 1, 'it replaces the built-in one')

# Coverage counts what batch counts.
texts = sorted(adverts.glob('*.txt'))
with tempfile.TemporaryDirectory() as name:
    lines = pathlib.Path(name) / 'adverts.ndjson'
    lines.write_text('\n'.join(json.dumps({'id': p.name, 'text': p.read_text(encoding='utf-8')}) for p in texts) + '\n{"broken', encoding='utf-8')
    code, out, said = run([program, 'packs', 'coverage', '--no-config', '--format', 'json', '--samples', '2', lines])
    check(code == 0, said)
    result = json.loads(out)
    check(result['adverts'] == len(texts) and result['unread'] == 1, 'every record, and the broken one')
    code, out, _ = run([program, 'batch', '--no-config', lines])
    rows = [json.loads(line) for line in out.splitlines()]
    found = {}
    for row in rows:
        for e in [e for c in row.get('criteria', []) for e in c['evidence']]:
            found.setdefault(e['rule'], set()).add(row['id'])
    rules = {r['id']: r for r in result['rules']}
    check(len(found) > 10, 'rules found something')
    for id, ids in found.items():
        check(rules[id]['counted'] >= len(ids) and rules[id]['adverts'] >= len(ids), f'{id}: counted in {len(ids)} adverts, found {rules[id]}')
    check(all((r['counted'] == 0) or r['id'] in found for r in result['rules'] if r['kind'] == 'evidence'), 'nothing counts that batch does not')
    check({r['kind'] for r in result['rules']} == {'evidence', 'trap', 'cue', 'rule'}, 'all kinds of rule')
    hits = [r['hits'] for r in result['rules']]
    check(hits == sorted(hits, reverse=True) and hits[-1] == 0, 'most hits first, those without any last')
    for r in result['rules']:
        check(len(r['samples']) == min(2, r['hits']), f'{r["id"]}: two samples, or all')
        for s in r['samples']:
            text = texts[s['line'] - 1].read_text(encoding='utf-8')
            check(' '.join(s['match'].split()) in ' '.join(text.split()), f'{r["id"]}: the sample stands in the record of its line')
    code, out, _ = run([program, 'packs', 'coverage', '--no-config', '--format', 'json', '--kind', 'trap', '--samples', '5', *texts])
    one_by_one = json.loads(out)
    check(one_by_one['files'] == len(texts) and {r['kind'] for r in one_by_one['rules']} == {'trap'}, 'one kind of rule, over files')
    for r in one_by_one['rules']:
        for s in r['samples']:
            line = pathlib.Path(s['source']).read_text(encoding='utf-8').splitlines()[s['line'] - 1]
            check(s['match'].split()[0] in line, f'{r["id"]}: the sample stands in its line')
    code, out, _ = run([program, 'packs', 'coverage', '--no-config', adverts, '--rule', 'spreadsheets.tool'])
    check(code == 0 and b'spreadsheets.tool' in out and b'documents.tool' not in out, 'one rule, over a folder')
    code, out, said = run([program, 'packs', 'coverage', '--no-config', adverts, '--rule', 'no.such'])
    check(code == 2 and out == b'' and 'no.such' in said, 'a rule that there is not')
    code, out, said = run([program, 'packs', 'coverage', '--no-config', pathlib.Path(name) / 'none.txt'])
    check(code == 2 and 'none.txt' in said, 'a file that is not there')

code, out, _ = run([program, 'packs', 'show', '--no-config', 'digital-skills/en'])
text = out.decode()
check(code == 0 and max(map(len, text.splitlines())) <= 100, 'packs show')
check(text.count('What is there') == 22 and text.count('In public frameworks') == 22 and text.count('Sentences to paste') == 22, 'all 22 criteria with tools, sentences and frameworks')
check('Safe habits' in text and 'by trying it' in text and 'LibreOffice Calc (free)' in text, 'habits, ways of learning, free tools')
code, one, _ = run([program, 'packs', 'show', '--no-config', 'digital-skills/en', '--criterion', 'spreadsheets', '--queries'])
check(code == 0 and b'$excel' in one and b'Web sites' not in one, 'one criterion, with its queries')
code, _, said = run([program, 'packs', 'show', '--no-config', 'digital-skills/en', '--criterion', 'spreadsheet'])
check(code == 2 and 'spreadsheets' in said, 'a criterion that there is not: the one that was meant is named')
check.finish()
