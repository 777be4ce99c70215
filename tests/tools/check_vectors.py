"""The same vectors through the program, C++, C and Python: byte for byte the same JSON."""
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from common import Checks, run

program, library, c_program, cpp_program, c_together, root = map(pathlib.Path, sys.argv[1:7])
sys.path.insert(0, str(root / 'bindings/python'))
import os

os.environ['ROLEWRIGHT_LIBRARY'] = str(library)
import rolewright

check = Checks()
engine = rolewright.Engine()
adverts = root / 'tests/adverts'
vectors = json.loads((root / 'tests/vectors/vectors.json').read_text(encoding='utf-8'))
together = [v for v in vectors if 'files' in v]
vectors = [v for v in vectors if 'files' not in v]
vectors += [{'name': f.name, 'file': f.name, 'options': {'date': '2026-06-01'}} for f in sorted(adverts.iterdir()) if f.suffix in ('.txt', '.html')]


def flags_of(options):
    return [x for name, value in options.items() for x in ([f'--{name}'] if name in ('with-text', 'tools') else [f'--{name}', value])]


def pairs_of(options):
    return [f'{name}={value}' for name, value in options.items()]


def in_python(options):
    return {name.replace('-', '_'): value for name, value in options.items()}


def check_together(v):
    """`compare` and `team`: the program, C and Python."""
    paths, options = [adverts / name for name in v['files']], v['options']
    _, cli, said = run([program, v['command'], '--no-config', '--format', 'json', *flags_of(options), *paths])
    _, c, _ = run([c_together, v['command'], *paths, *pairs_of(options)], environment={'LD_LIBRARY_PATH': str(library.parent)})
    reviews = [engine.review(p.read_bytes(), source=str(p), **in_python(options)) for p in paths]
    python = engine.team(reviews) if v['command'] == 'team' else reviews[0].compare(reviews[1])
    check(len(cli) > 200, f"{v['name']}: the program gives a result ({said.strip()})")
    check(c == cli, f"{v['name']}: C gives the same bytes as the program")
    check(python.json_bytes == cli, f"{v['name']}: Python gives the same bytes as the program")


for v in together:
    check_together(v)
with tempfile.TemporaryDirectory() as folder:
    for v in vectors:
        path = pathlib.Path(folder) / 'advert'
        if 'file' in v:
            path.write_bytes((adverts / v['file']).read_bytes())
        elif 'hex' in v:
            path.write_bytes(bytes.fromhex(v['hex']))
        else:
            path.write_text(v['text'], encoding='utf-8')
        options = v['options']
        flags, pairs = flags_of(options), pairs_of(options)
        _, cli, said = run([program, 'review', '--no-config', '--format', 'json', '--fail-on', 'never', *flags, path])
        _, c, _ = run([c_program, path, *pairs], environment={'LD_LIBRARY_PATH': str(library.parent)})
        _, cpp, _ = run([cpp_program, path, *pairs])
        python = engine.review(path.read_bytes(), source=str(path), **in_python(options)).json_bytes
        check(len(cli) > 200, f"{v['name']}: the program gives a result ({said.strip()})")
        check(c == cli, f"{v['name']}: C gives the same bytes as the program")
        check(cpp == cli, f"{v['name']}: C++ gives the same bytes as the program")
        check(python == cli, f"{v['name']}: Python gives the same bytes as the program")
check.finish()
