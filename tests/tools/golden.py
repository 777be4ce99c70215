"""Compares what the program says of the written adverts with the approved output in tests/golden.

    golden.py PROGRAM ROOT            compare
    golden.py PROGRAM ROOT --approve  take the present output as approved: read the difference before you commit it

The engine's version and the packs' versions and hashes are placeholders there, nothing else.
"""
import difflib
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from common import Checks, run

program, root = (pathlib.Path(a).resolve() for a in sys.argv[1:3])
approve = '--approve' in sys.argv
golden = root / 'tests/golden'
adverts = root / 'tests/adverts'
SHOWN = {'review.txt': ['review', '--fail-on', 'never'], 'review.json': ['review', '--format', 'json', '--fail-on', 'never'],
         'draft.md': ['improve', '--format', 'md'], 'draft.html': ['improve', '--format', 'html'], 'draft.txt': ['improve', '--format', 'txt']}


def with_placeholders(text):
    text = re.sub(r'"engine":"[^"]*"', '"engine":"ENGINE"', text)
    text = re.sub(r'"packs":\[[^\]]*\]', '"packs":["PACKS"]', text)
    return re.sub(r'"packs_hash":"[^"]*"', '"packs_hash":"HASH"', text)


check = Checks()
wanted = set()


def compare(target, arguments):
    code, out, said = run([program, *arguments, '--no-config', '--date', '2026-06-01'], folder=adverts)
    shown = with_placeholders(out.decode())
    if target.suffix == '.json':
        shown = shown.replace(',"', ',\n"')
    wanted.add(target)
    check(code == 0, f'{target.name}: {said.strip()}')
    if approve:
        golden.mkdir(exist_ok=True)
        target.write_text(shown, encoding='utf-8')
        return
    approved = target.read_text(encoding='utf-8') if target.exists() else ''
    if not check(shown == approved, f'{target.name} as approved'):
        print(*list(difflib.unified_diff(approved.splitlines(), shown.splitlines(), 'approved', 'now', lineterm='', n=1))[:30], sep='\n')


for path in sorted(p for p in adverts.iterdir() if p.suffix in ('.txt', '.html')):
    for kind, arguments in SHOWN.items():
        if kind not in ('review.txt', 'draft.md') and not path.name.startswith(('caseworker', 'page', 'one')):
            continue
        compare(golden / f'{path.name}.{kind}', [*arguments, path.name])
DESCRIPTION = 'descriptions/caseworker-small-office.txt'
OFFICE = ['caseworker-small-office.txt', 'office-manager.txt', 'communications-officer.txt']
for name, arguments in (('compare', ['caseworker-small-office.txt', DESCRIPTION]), ('team', OFFICE)):
    for form, ending in (('text', 'txt'), ('json', 'json')):
        compare(golden / f'{name}.{ending}', [name, '--format', form, *arguments])
stale = [p for p in golden.iterdir() if p not in wanted] if golden.exists() else []
for p in stale:
    check(approve, f'{p.name} belongs to no advert')
    if approve:
        p.unlink()
check.finish()
