"""Runs the documentation: every fenced block that names a language is executed, compiled or validated.

    ```sh      run by bash in a copy of tests/adverts, with the program first in PATH; the ```text block after it, if any, is its
               output ("…" alone on a line stands for any lines)
    ```python  run with the binding
    ```cpp ```c  compiled, linked with the library and run
    ```xml     a pack of one file: loaded, and its own examples run
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from common import Checks, run

program, library, static_library, root = map(pathlib.Path, sys.argv[1:5])
check = Checks()
NOT_RUN = 'needs a fresh machine'
LINKS = '-lfmt -lxxhash -lcld2 -licui18n -licuuc -lxml2 -lsimdjson -larchive -lmd4c -lpugixml -lpthread'.split()


def blocks(path):
    """(line, language, body, words after the language) of each fenced block."""
    text = path.read_text(encoding='utf-8')
    for m in re.finditer(r'^```(\w+)?([^\n]*)\n(.*?)^```', text, re.M | re.S):
        yield text[:m.start()].count('\n') + 1, m.group(1) or '', m.group(3), m.group(2).strip()


def matches(expected, found):
    parts = [re.escape(p.strip('\n')) for p in re.split(r'^…$\n?', expected.strip('\n'), flags=re.M)]
    return re.fullmatch(r'\n*.*?\n*'.join(p if p else '' for p in parts), found.strip('\n'), re.S) is not None


sanitize = os.environ.get('ROLEWRIGHT_SANITIZE', '').split()
preload = os.environ.get('ROLEWRIGHT_PRELOAD')
for_python = {'LD_PRELOAD': preload, 'ASAN_OPTIONS': 'detect_leaks=0'} if preload else {}
environment = {'PATH': f'{program.parent}:{os.environ["PATH"]}', 'ROLEWRIGHT_LIBRARY': str(library), 'PYTHONPATH': str(root / 'bindings/python'),
               'LD_LIBRARY_PATH': str(library.parent), 'NO_COLOR': '1'}
for page in ('README.md', 'bindings/README.md', 'criteria/README.md', 'templates/README.md', 'lib/read/README.md'):
    # The blocks of a page stand in one folder, so that a later one can use what an earlier one wrote.
    waiting = None
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(root / 'tests/adverts', folder, dirs_exist_ok=True)
        os.chdir(folder)
        for line, language, body, note in blocks(root / page):
            where = f'{page}:{line}'
            if note == f'({NOT_RUN})':
                continue
            if language == 'text':
                if waiting is not None and not check(matches(body, waiting), f'{where}: the output shown is what the block before it prints'):
                    print(waiting)
                waiting = None
                continue
            code, out, said = 0, b'', ''
            if language == 'sh':
                code, out, said = run(['bash', '-euc', body], environment=environment)
                waiting = out.decode()
            elif language == 'python':
                code, out, said = run([sys.executable, '-c', body], environment={**environment, **for_python})
                waiting = out.decode()
            elif language in ('c', 'cpp'):
                source = folder / f'example.{language}'
                source.write_text(body)
                compiler = ['gcc', '-std=c99'] if language == 'c' else ['g++', '-std=c++20']
                links = [f'-L{library.parent}', '-lrolewright'] if language == 'c' else [static_library, *LINKS]
                code, out, said = run([*compiler, *sanitize, '-I', root / 'include', source, '-o', folder / 'example', *links])
                if code == 0:
                    code, out, said = run([folder / 'example'], environment=environment)
                waiting = out.decode()
            elif language == 'xml':
                # A block with a name is written there; one without is a whole pack.
                file = folder / (note.strip('()') or f'pack-{line}/pack.xml')
                file.parent.mkdir(exist_ok=True)
                file.write_text(body, encoding='utf-8')
                code, out, said = run([program, 'packs', 'check', '--no-config', '--fail-on', 'warning', file.parent])
                said += out.decode()
            else:
                check(not language, f'{where}: a block in {language} cannot be run')
                continue
            check(code == 0, f'{where}: the block runs ({said.strip()[-800:]})')
        os.chdir(root)
check.finish()
