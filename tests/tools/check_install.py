"""Installs into an empty folder and builds programs against what is there."""
import os
import pathlib
import subprocess
import sys
import tempfile

cmake, build, consumer = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])


def run(*arguments, **more):
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True, timeout=500, **more)
    if done.returncode:
        print(*arguments, done.stdout[-3000:], done.stderr[-3000:], sep='\n')
        sys.exit(1)
    return done.stdout


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    prefix = folder / 'installed'
    run(cmake, '--install', build, '--prefix', prefix)
    for part in ('include/rolewright.h', 'include/rolewright/rolewright.hpp', 'include/rolewright/review.schema.json', 'bin/rolewright',
                 'share/rolewright/criteria/digital-skills/en/pack.xml', 'share/rolewright/templates/standard/advert.md.mustache'):
        if not (prefix / part).exists():
            sys.exit(f'{part} was not installed')
    sanitize = os.environ.get('ROLEWRIGHT_SANITIZE', '')
    run(cmake, '-S', consumer, '-B', folder / 'build', '-G', 'Ninja', f'-DCMAKE_PREFIX_PATH={prefix}', '-DCMAKE_BUILD_TYPE=Release',
        f'-DCMAKE_C_FLAGS={sanitize}', f'-DCMAKE_CXX_FLAGS={sanitize}')
    run(cmake, '--build', folder / 'build')
    libraries = [str(p.parent) for p in prefix.rglob('librolewright.so')]
    environment = {**os.environ, 'LD_LIBRARY_PATH': libraries[0]}
    for program in ('cpp_consumer', 'c_consumer'):
        said = run(folder / 'build' / program, env=environment)
        if 'specific' not in said:
            sys.exit(f'{program} said: {said}')
    embedded = run(prefix / 'bin/rolewright', 'packs', 'list', '--no-config', env=environment)
    installed = run(prefix / 'bin/rolewright', 'packs', 'list', '--no-config', '--data', prefix / 'share/rolewright', env=environment)
    if embedded != installed or len(embedded.splitlines()) < 6:
        sys.exit(f'the installed packs differ from the embedded ones:\n{embedded}\n{installed}')
print('both consumers were built and ran; installed and embedded packs are the same')
