"""The folder rule: a folder of lib/ includes only itself and folders before it in the pipeline; a third-party library is
included only where the design puts it; the C++ API includes no third-party header."""
import pathlib
import re
import sys

ORDER = ['base', 'text', 'read', 'query', 'packs', 'advert', 'judge', 'score', 'lint', 'improve', 'compare', 'render', 'engine', 'batch', 'capi']
THIRD_PARTY = {
    'unicode/': {'text', 'render'},
    'libxml/': {'read'},
    'simdjson': {'read'},
    'archive': {'read'},
    'md4c': {'read'},
    'pugixml': {'packs', 'read'},
    'boost/': {'query', 'advert', 'improve'},
    'xxhash': {'base', 'text'},
    'CLI/': set(),
    'toml++': set(),
}
root = pathlib.Path(sys.argv[1])
problems = []
files = 0
for path in sorted((root / 'lib').rglob('*')):
    if path.suffix not in ('.cpp', '.hpp'):
        continue
    files += 1
    folder = path.relative_to(root / 'lib').parts[0]
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        own = re.match(r'\s*#include "([a-z_]+)/', line)
        if own and (own.group(1) not in ORDER or ORDER.index(own.group(1)) > ORDER.index(folder)):
            problems.append(f'{path.relative_to(root)}:{number}: {folder} must not include {own.group(1)}, which comes later')
        other = re.match(r'\s*#include <([^>]+)>', line)
        for name, allowed in THIRD_PARTY.items():
            if other and other.group(1).startswith(name) and folder not in allowed:
                problems.append(f'{path.relative_to(root)}:{number}: <{other.group(1)}> belongs in {", ".join(sorted(allowed)) or "bindings"}')
for path in sorted((root / 'include').rglob('*.h*')):
    files += 1
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        included = re.match(r'\s*#include [<"]([^>"]+)[>"]', line)
        if included and '/' in included.group(1) and not included.group(1).startswith('rolewright/'):
            problems.append(f'{path.relative_to(root)}:{number}: the public headers include only the standard library and each other')
print(*problems, sep='\n')
print(f'{files} files, {len(problems)} problems')
sys.exit(1 if problems or files < 50 else 0)
