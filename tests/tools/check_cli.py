"""The program's contract: exit codes, standard output and error, bad input, unchanged files."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from common import Checks, run

program, root = map(pathlib.Path, sys.argv[1:3])
advert = root / 'tests/adverts/caseworker-small-office.txt'
check = Checks()


def one_line(text):
    return text.count('\n') == 1 and text.startswith('rolewright: ')


def refused(arguments, what, says=(), stdin=None):
    code, out, said = run([program, *arguments], stdin=stdin)
    check(code == 2, f'{what}: exit 2, found {code}')
    check(out == b'', f'{what}: nothing on standard output')
    check(one_line(said), f'{what}: one line on standard error, found {said!r}')
    for words in says:
        check(words in said, f'{what}: says "{words}", found {said!r}')


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    os.chdir(folder)

    def file(name, content):
        (folder / name).write_bytes(content)
        return folder / name

    refused(['review', file('empty.txt', b'')], 'an empty file', ['empty'])
    refused(['review', file('white.txt', b' \n\t\n')], 'white space', ['white space'])
    refused(['review', file('a.pdf', b'%PDF-1.7\n\x00\x01')], 'a PDF', ['PDF'])
    refused(['review', file('a.docx', b'PK\x03\x04\x14\x00')], 'a broken ZIP', ['archive'])
    refused(['review', '--pdf-program', 'no-such-program', file('b.pdf', b'%PDF-1.7\n1 0 obj')], 'a PDF without the program', ['no-such-program', 'poppler-utils'])
    refused(['review', file('noise', bytes(range(256)) * 40)], 'noise', ['binary'])
    refused(['review', folder / 'missing.txt'], 'a missing file', ['missing.txt'])
    refused(['review', folder], 'a folder', ['folder'])
    refused(['review', '--role', 'wizard', advert], 'an unknown role', ['wizard', 'role'])
    refused(['review', '--date', '1.2.2026', advert], 'a bad date', ['YYYY-MM-DD'])
    refused(['query', 'a (b', advert], 'a query with an error', ['query:1:', "expected ')'"])
    refused(['query', '$none', advert], 'a query with an unknown list', ['$none'])
    refused(['query', 'a? b?', advert], 'a query that matches nothing')
    refused(['packs', 'show', 'nowhere/en'], 'an unknown pack', ['nowhere/en'])
    refused(['improve', folder / 'missing.txt'], 'improving a missing file', ['missing.txt'])
    refused(['improve', '-o', folder / 'no/such/folder/out.md', advert], 'an output that cannot be written')

    pack = folder / 'pack'
    pack.mkdir()
    (pack / 'pack.xml').write_text('<pack kind="criteria" lang="en" version="1" licence="CC0-1.0" format="1" extends="digital-skills/en">\n'
                                   '  <evidence id="x" criterion="spreadsheets" level="tool">\n    <query>a (b</query>\n  </evidence>\n</pack>\n')
    refused(['review', '--pack', pack, advert], 'a broken pack', ['pack.xml:3:', 'expected'])
    (pack / 'pack.xml').write_text('<pack kind="criteria" lang="en" version="1" licence="CC0-1.0" format="1" extends="digital-skills/en">\n'
                                   '  <evidence id="x" criterion="magic" level="tool"><query>wand</query></evidence>\n</pack>\n')
    refused(['review', '--pack', pack, advert], 'a pack with an unknown criterion', ['pack.xml:2:', 'magic'])
    (pack / 'pack.xml').write_text('<pack kind="criteria" lang="en" version="1" licence="CC0-1.0" format="1" extends="digital-skills/en">\n'
                                   '  <evidence id="own.abacus" criterion="spreadsheets" level="tool"><query>abacus</query><yes>An <m>abacus</m>.</yes><no>A desk.</no></evidence>\n</pack>\n')
    code, out, _ = run([program, 'review', '--no-config', '--pack', pack, '--format', 'json', '--fail-on', 'never', '-'], stdin=b'Clerk\n\nRequirements\n- Knows the abacus well\n')
    check(code == 0 and b'own.abacus' in out, 'a pack of one\'s own adds evidence')
    (pack / 'pack.xml').write_text('<pack kind="criteria" lang="en" version="1" licence="CC0-1.0" format="1" extends="digital-skills/en">\n'
                                   '  <evidence id="own.abacus" criterion="spreadsheets" level="tool"><query>abacus</query><yes>A desk.</yes></evidence>\n</pack>\n')
    code, out, said = run([program, 'packs', 'check', pack])
    check(code == 1 and said == '' and b'own.abacus' in out and b'<no>' in out, 'the self-test finds a wrong example and a missing one')

    code, out, said = run([program, 'review', '--no-config', '--fail-on', 'never', advert.name], folder=advert.parent)
    check(code == 0 and said == '' and out, 'a review')
    check(max(map(len, out.decode().splitlines())) <= 80, 'a review fits 80 columns')
    check(b'\x1b' not in out, 'no colour where there is no terminal')
    check(not any(w in out.lower().split() for w in (b'fail', b'poor', b'illegal')), 'no unkind word')
    code, _, _ = run([program, 'review', '--no-config', '--fail-on', 'hint', advert])
    check(code == 1, 'exit 1 from the severity asked for')
    code, out, _ = run([program, 'lint', '--no-config', '--fail-on', 'never', '-'], stdin=advert.read_bytes())
    check(code == 0 and out, 'standard input, and lint')
    code, out, said = run([program, 'review', '--no-config', '--format', 'json', '--fail-on', 'never', advert, folder / 'missing.txt'])
    result = json.loads(out)
    check(code == 2 and len(result['adverts']) == 1 and len(result['errors']) == 1, 'one of two inputs unreadable: the other is there, exit 2')
    code, out, _ = run([program, 'review', '--no-config', '--format', 'json', '--fail-on', 'never', file('page.html', b'<html><body><nav><a href="/">Home</a></nav></body></html>')])
    check(code == 0 and json.loads(out)['adverts'] == [] and json.loads(out)['notes'][0]['code'] == 'no-advert', 'a page without an advert is none, with a note')
    code, out, _ = run([program, 'review', '--no-config', '--format', 'json', '--fail-on', 'never', file('bad-utf8.txt', 'Büroleiter für Café – Zürich '.encode() * 9 + b'\xff\xfe\x80 end\n')])
    check(code == 0 and any(n['code'] == 'invalid-utf8' for n in json.loads(out)['notes']), 'invalid UTF-8 is read, with a note')
    long_line = file('long.txt', b'You will maintain spreadsheets. ' * 300_000)
    code, out, said = run([program, 'facts', '--no-config', long_line])
    check(code == 0, f'10 MB on one line: {said!r}')
    contact = file('contact.txt', b'Clerk\n\nFor a chat please contact Ottilie Brannagh on 01632 960 555 or write to ottilie@example.org. The salary is \xc2\xa324,000.\n')
    code, out, _ = run([program, 'facts', '--no-config', '--lang', 'en', '--redact', contact])
    words = out.decode()
    check(code == 0 and not any(w in words for w in ('Ottilie', 'Brannagh', '960', 'example')) and '£24,000' in words, f'facts --redact blanks people, not pay: {words!r}')
    code, out, _ = run([program, 'facts', '--no-config', '--lang', 'en', contact])
    check(code == 0 and max(map(len, out.decode().splitlines())) <= 80 and 'Ottilie Brannagh' in out.decode() and '£24,000 a year' in out.decode(), 'facts for people')
    description = root / 'tests/adverts/descriptions/caseworker-small-office.txt'
    for arguments in (['compare', advert, description], ['team', advert, description]):
        code, out, said = run([program, *arguments, '--no-config'])
        check(code == 0 and said == '' and max(map(len, out.decode().splitlines())) <= 80, f'{arguments[0]}: fits 80 columns')
    refused(['compare', '--no-config', advert, folder / 'missing.txt'], 'compare with a missing file', ['missing.txt'])
    two = file('two.ndjson', b'{"text": "Clerk"}\n{"text": "Cook"}\n')
    refused(['compare', '--no-config', two, description], 'compare with two adverts', ['two.ndjson', 'one advert', 'found 2'])
    code, out, said = run([program, 'team', '--no-config', '--format', 'json', two, folder / 'missing.txt'])
    check(code == 2 and one_line(said) and len(json.loads(out)['adverts']) == 2 and len(json.loads(out)['errors']) == 1, 'team: a file may hold several; one that is missing is said')
    welsh = file('welsh.txt', ('Swyddog Gweinyddol\n\nRydym yn chwilio am swyddog i weithio yn ein swyddfa yn y dref a helpu pobl leol bob dydd.\n').encode())
    code, out, _ = run([program, 'compare', '--no-config', '--lang', 'cy', '--format', 'json', welsh, description])
    check(code == 0 and json.loads(out)['judged'] is False and json.loads(out)['criteria'] == [], 'compare: what cannot be judged is not judged')
    huge = folder / 'huge.txt'
    with open(huge, 'wb') as f:
        f.truncate(300 << 20)
    refused(['review', huge], '300 MB', ['bytes'])
    deep = file('deep.html', b'<div>' * 100_000 + b'You will maintain spreadsheets.')
    code, out, said = run([program, 'review', '--no-config', '--fail-on', 'never', '--lang', 'en', '--format', 'json', deep])
    check(code == 0, f'100,000 open tags: {said!r}')

    process = subprocess.Popen([program, 'review', '--no-config', '--format', 'json', '--fail-on', 'never', *[advert] * 200], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    check(process.wait(timeout=60) == 2 and said == b'', 'a closed output pipe: exit 2, and not a word')
    process.stderr.close()

    out_file = folder / 'out.md'
    code, _, _ = run([program, 'improve', '--no-config', '-o', out_file, advert])
    check(code == 0 and out_file.read_text(encoding='utf-8').startswith('# '), 'a draft in a file')
    check(sorted(p.name for p in folder.glob('out.md*')) == ['out.md'], 'nothing is left beside the output')

    dashes = file('dashes.html', '<h1>Clerk</h1><p>Salary – £21,000</p><p>Hours per week – 30</p><p>You will keep our files.</p>'.encode())
    code, out, _ = run([program, 'improve', '--no-config', '--lang', 'en', dashes])
    out = out.decode()
    check('| Pay | £21,000 |' in out and '| Hours | 30 |' in out, f'the dash behind a label is no part of the value: {out[:200]!r}')

    lines = [json.dumps({'id': 'a', 'text': 'Clerk\n\nYou will maintain spreadsheets.', 'title': None, 'employer': None, 'country': 'GB'}), '{"id": "b", "text": ', '', '[1]',
             json.dumps({'id': 7, 'html': '<p>You will update our website.</p><p>And the office will be open.</p>'}), json.dumps({'id': 'c', 'text': 'Excel'})]
    batch = file('in.ndjson', '\n'.join(lines).encode())
    outputs = []
    for jobs in ('1', '4'):
        code, _, said = run([program, 'batch', '--no-config', '--date', '2026-06-01', batch, '--out', folder / f'{jobs}.ndjson', '--jobs', jobs])
        check(code == 0 and '5 records' in said, f'batch with {jobs} jobs: {said!r}')
        outputs.append((folder / f'{jobs}.ndjson').read_bytes())
    check(outputs[0] == outputs[1], 'the same bytes whatever the number of jobs')
    rows = [json.loads(line) for line in outputs[0].splitlines()]
    check([r['id'] for r in rows][0::3] == ['a', '7'] and rows[4]['id'] == 'c', 'ids are echoed, in order')
    check([('error' in r) for r in rows] == [False, True, True, False, False], 'a broken record is an error line, and the run goes on')

    mapping = file('map.xml', b'<map adverts="all/one"><id from="@n"/><title from="t"/><text from="d"/></map>')
    feed = file('feed.xml', b'<all><one n="1"><t>Clerk</t><d>You will maintain spreadsheets.</d></one><one n="2"><t>Cook</t><d>You will cook meals for us.</d></one></all>')
    for command in ('review', 'facts', 'improve'):
        code, out, said = run([program, command, '--no-config', '--map', mapping, feed])
        check(code in (0, 1) and out and said == '', f'{command} --map: {said!r}')
    code, out, said = run([program, 'batch', '--no-config', '--map', mapping, feed])
    check([json.loads(line)['id'] for line in out.splitlines()] == ['1', '2'] and '2 records' in said, 'batch --map: one line for each advert')
    refused(['review', '--map', file('broken-map.xml', b'<map>\n  <titel from="t"/></map>'), feed], 'a map with a mistake', ['broken-map.xml:2:4: ', '<title>'])
    refused(['review', '--map', folder / 'no-map.xml', feed], 'a missing map', ['no-map.xml'])

    archive = folder / 'archive'
    (archive / 'more').mkdir(parents=True)
    (archive / 'a.csv').write_text('Job title,Employer,Description\nClerk,Acme,You will maintain spreadsheets.\nCook,Acme,You will cook.\n')
    (archive / 'more/b.json').write_text(json.dumps([{'@type': 'JobPosting', 'title': 'Porter', 'url': 'p', 'description': '&lt;p&gt;You will carry.&lt;/p&gt;'}]))
    (archive / 'noise').write_bytes(bytes(range(256)) * 40)
    (archive / '.hidden').write_text('no')
    outputs = [run([program, 'batch', '--no-config', '--date', '2026-06-01', '--jobs', jobs, archive, batch]) for jobs in ('1', '3')]
    check(outputs[0][1] == outputs[1][1] and outputs[0][0] == 0, 'a folder and a file: the same bytes whatever the number of jobs')
    rows = [json.loads(line) for line in outputs[0][1].splitlines()]
    check([r.get('facts', {}).get('title') for r in rows[:4]] == ['Clerk', 'Cook', 'Porter', None] and len(rows) == 9, 'a folder: its files by name, then the next input')
    check(rows[3]['error']['code'] == 'binary-input' and rows[3]['source'].endswith('noise'), 'a file of a folder that is no advert is an error line')

    (folder / '.rolewright.toml').write_text('help-contact = "Sam, extension 12"\nrole = "receptionist"\n')
    _, out, _ = run([program, 'review', '--fail-on', 'never', advert])
    check(b'Sam, extension 12' in out, 'the configuration file names whom to ask')
    (folder / '.rolewright.toml').write_text('colour = "red"\n')
    refused(['review', advert], 'an unknown name in the configuration', ['.rolewright.toml:1:', 'colour'])
    code, _, _ = run([program, 'review', '--no-config', '--fail-on', 'never', advert])
    check(code == 0, '--no-config leaves it aside')

    for command in ('review', 'improve', 'facts', 'compare', 'team', 'explain', 'batch', 'packs', 'query'):
        code, out, _ = run([program, command, '--help'])
        check(code == 0 and b'Example' in out, f'{command} --help has examples')
    code, out, _ = run([program, 'explain', '--no-config', advert, '--at', '1000'])
    check(code == 0 and out, 'explaining a line that is not there says so')
check.finish()
