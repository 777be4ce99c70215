"""The library exports exactly the listed symbols, and the header declares exactly those."""
import pathlib
import re
import subprocess
import sys

library, root = map(pathlib.Path, sys.argv[1:3])
listed = set((root / 'lib/capi/symbols.txt').read_text().split())
shown = subprocess.run(['nm', '-D', '--defined-only', library], capture_output=True, text=True, check=True).stdout
exported = {line.split()[2].split('@')[0] for line in shown.splitlines() if len(line.split()) == 3 and line.split()[1] != 'A'}
declared = set(re.findall(r'^RW_API[^;]*?\b(rw_[a-z_]+)\(', (root / 'include/rolewright.h').read_text(), re.M))
problems = [f'{name}: {what}' for what, names in (
    ('exported but not listed', exported - listed), ('listed but not exported', listed - exported),
    ('declared but not listed', declared - listed), ('listed but not declared', listed - declared)) for name in sorted(names)]
if len(listed) > 40:
    problems.append(f'{len(listed)} functions: the API promises at most 40')
print(*problems, sep='\n')
print(f'{len(listed)} symbols, {len(problems)} problems')
sys.exit(1 if problems or not listed else 0)
