"""criteria/pack.xsd accepts every built-in file and refuses what the loader refuses; `xmllint` is the judge."""
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from common import Checks, SKIPPED, run

if not shutil.which('xmllint'):
    print('xmllint is not installed')
    sys.exit(SKIPPED)

program, root = (pathlib.Path(a).resolve() for a in sys.argv[1:3])
schema = root / 'criteria/pack.xsd'
check = Checks()


def valid(path):
    return run(['xmllint', '--noout', '--schema', schema, path])[0] == 0


files = sorted((root / 'criteria').rglob('*.xml'))
check(len(files) > 20, 'there are packs')
for f in files:
    check(valid(f), f'{f.relative_to(root)} fits the schema')

QUERY = '<query>abacus</query><yes>An <m>abacus</m>.</yes><no>A desk.</no>'
GOOD = {
    'evidence': f'<evidence id="own.a" criterion="spreadsheets" level="tool">{QUERY}</evidence>',
    'evidence with everything': f'<source id="own" title="Own reading" year="2026"/><evidence id="own.a" criterion="account-security" level="practical" strength="trained" practice="backups" source="own" roles="office" except="legal">{QUERY}</evidence>',
    'a trap': f'<trap id="own.t" criterion="spreadsheets" why="name" clause="yes">{QUERY}</trap>',
    'a bound': f'<bound id="own.b" most="tool">{QUERY}</bound>',
    'a list': '<list name="own">abacus | counting frame~</list>',
    'tools': '<tools criterion="spreadsheets" for="counting"><tool free="yes" note="wooden" url="https://example.org/">Abacus</tool></tools>',
    'a framework': '<framework id="own" title="Own"><item id="1">Counting</item><maps criterion="spreadsheets" to="1"/></framework>',
}
BROKEN = {
    'an unknown element': '<spell/>',
    'an unknown attribute': f'<evidence id="a" criterion="spreadsheets" level="tool" colour="red">{QUERY}</evidence>',
    'an unknown child': '<evidence id="a" criterion="spreadsheets" level="tool"><query>x</query><maybe/></evidence>',
    'no id': f'<evidence criterion="spreadsheets" level="tool">{QUERY}</evidence>',
    'no criterion': f'<evidence id="a" level="tool">{QUERY}</evidence>',
    'no level': f'<evidence id="a" criterion="spreadsheets">{QUERY}</evidence>',
    'a level of no vocabulary': f'<evidence id="a" criterion="spreadsheets" level="high">{QUERY}</evidence>',
    'a strength of no vocabulary': f'<evidence id="a" criterion="spreadsheets" level="tool" strength="must">{QUERY}</evidence>',
    'a practice of no vocabulary': f'<evidence id="a" criterion="account-security" level="tool" practice="hope">{QUERY}</evidence>',
    'evidence without anything': '<evidence id="a" criterion="spreadsheets" level="tool"/>',
    'words between elements': f'<evidence id="a" criterion="spreadsheets" level="tool">well {QUERY}</evidence>',
    'two marks': '<evidence id="a" criterion="spreadsheets" level="tool"><query>x</query><yes><m>x</m> <m>x</m></yes><no>y</no></evidence>',
    'a mark in a no': '<evidence id="a" criterion="spreadsheets" level="tool"><query>x</query><yes><m>x</m></yes><no><m>y</m></no></evidence>',
    'an element in a query': '<evidence id="a" criterion="spreadsheets" level="tool"><query><b>x</b></query><yes><m>x</m></yes><no>y</no></evidence>',
    'a reason of no vocabulary': f'<trap id="t" why="mood">{QUERY}</trap>',
    'neither yes nor no': f'<trap id="t" why="name" clause="perhaps">{QUERY}</trap>',
    'a list without name': '<list>a | b</list>',
    'tools for nothing': '<tools criterion="spreadsheets"><tool>Abacus</tool></tools>',
    'tools without a tool': '<tools criterion="spreadsheets" for="counting"/>',
    'a suggestion without a way': '<suggest id="s" criterion="spreadsheets" strength="duty">You will maintain spreadsheets.</suggest>',
    'a source without a title': '<source id="s"/>',
    'a framework without a title': '<framework id="f"><item id="1">One</item></framework>',
    'a value that is no number': '<level is="tool" value="much"/>',
}
PACK = '<pack kind="criteria" lang="en" version="1" licence="CC0-1.0" format="1" extends="digital-skills/en">\n{}\n</pack>\n'
HEADS = {
    'a kind that there is not': '<pack kind="spells" lang="en" version="1" licence="x" format="1"/>',
    'a format to come': '<pack kind="rules" lang="en" version="1" licence="x" format="2"/>',
    'no licence': '<pack kind="rules" lang="en" version="1" format="1"/>',
    'an attribute of no pack': '<pack kind="rules" lang="en" version="1" licence="x" format="1" mood="good"/>',
    'no pack at all': '<bag/>',
}
with tempfile.TemporaryDirectory() as name:
    pack = pathlib.Path(name) / 'pack.xml'

    def both(what, text, good):
        pack.write_text(text, encoding='utf-8')
        check(valid(pack) == good, f'{what}: the schema {"accepts" if good else "refuses"} it')
        code, out, said = run([program, 'packs', 'check', '--no-config', name])
        check((code == 0) == good, f'{what}: the loader {"accepts" if good else "refuses"} it ({said.strip() or out.decode().strip()})')
        check(good or (code == 2 and f'{name}/pack.xml:' in said), f'{what}: the loader says where ({said.strip()})')

    for what, inside in GOOD.items():
        both(what, PACK.format(inside), True)
    for what, inside in BROKEN.items():
        both(what, PACK.format(inside), False)
    for what, text in HEADS.items():
        both(what, text, False)

    # Examples are asked for of every kind of rule that needs them.
    for kind, inside, extra in [
            ('evidence', '<evidence id="own.a" criterion="spreadsheets" level="tool">{}</evidence>', 'criteria'),
            ('trap', '<trap id="own.a" why="name">{}</trap>', 'criteria'),
            ('bound', '<bound id="own.a" most="tool">{}</bound>', 'criteria'),
            ('cue', '<cue id="own.a" subject="candidate" act="demand">{}</cue>', 'language'),
            ('value', '<value fact="contract" is="casual">{}</value>', 'language'),
            ('rule', '<rule id="own.a" kind="words" severity="hint"><message>m</message>{}</rule>', 'rules')]:
        extends = {'criteria': 'digital-skills/en', 'language': 'languages/en', 'rules': 'wording/en'}[extra]
        head = f'<pack kind="{extra}" lang="en" version="1" licence="CC0-1.0" format="1" extends="{extends}">'
        word = 'zugzwang'
        cases = [('all', f'<query>{word}</query><yes>A <m>{word}</m>.</yes><no>A desk.</no>', 0, ''),
                 ('no yes', f'<query>{word}</query><no>A desk.</no>', 1, 'no <yes>'),
                 ('no no', f'<query>{word}</query><yes>A <m>{word}</m>.</yes>', 1, 'no <no>'),
                 ('neither', f'<query>{word}</query>', 1, 'neither'),
                 ('no mark', f'<query>{word}</query><yes>A {word}.</yes><no>A desk.</no>', 1, '<m>'),
                 ('a yes that does not match', f'<query>{word}</query><yes>A <m>{word}</m>.</yes><yes>A desk.</yes><no>A chair.</no>', 1, 'expected a match in "A desk."'),
                 ('a no that matches', f'<query>{word}</query><yes>A <m>{word}</m>.</yes><no>The {word}.</no>', 1, 'expected no match'),
                 ('other words marked', f'<query>{word}</query><yes><m>A {word}</m>.</yes><no>A desk.</no>', 1, 'expected the match "A ')]
        for what, examples, wanted, words in cases:
            pack.write_text(head + inside.format(examples) + '</pack>', encoding='utf-8')
            code, out, said = run([program, 'packs', 'check', '--no-config', name])
            check(code == wanted and words in out.decode(), f'{kind}, {what}: exit {wanted} and "{words}", found {code}: {out.decode()}{said}')
            check(wanted == 0 or f'{name}/pack.xml:1:' in out.decode(), f'{kind}, {what}: says where')
check.finish()
