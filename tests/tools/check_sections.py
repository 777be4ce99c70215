"""The section given to every sentence of 60 adverts without usable headings, beside what a person read there.

tests/sections/headless.tsv holds no text: the advert's id, the statement's number, a hash of its words, and the section that is
right (several, parted by /, where a careful reader could hold either). `essential` counts as `requirements`. A statement
whose words are no longer those that were read (the hash differs) is left out, and too many of them are a failure.
"""
import collections
import hashlib
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from common import SKIPPED, Checks, corpus, run

LEAST_RIGHT, LEAST_FOUND = 0.90, 0.95


def hashed(words):
    return hashlib.sha256(' '.join(re.findall(r'\w+', words.lower())).encode()).hexdigest()[:12]


def statements(program, path):
    """{id: [(kind, words), …]} of the adverts in an NDJSON file."""
    code, out, said = run([program, '--format', 'ndjson', '--sections', path])
    found, rows = {}, None
    for line in out.decode().splitlines():
        if line.startswith('== '):
            rows = found.setdefault(line[3:], [])
        else:
            rows.append(tuple(line.split('\t', 2)[1:]))
    return found


if __name__ == '__main__':
    program, root = map(pathlib.Path, sys.argv[1:3])
    folder = corpus()
    if not folder:
        sys.exit(SKIPPED)
    read = [line.split('\t') for line in (root / 'tests/sections/headless.tsv').read_text().splitlines() if not line.startswith('#')]
    given = statements(program, pathlib.Path(folder) / 'eval/dev.adverts.jsonl')
    check = Checks()
    check(len({row[0] for row in read}) == 60, 'sixty adverts')
    right, found, taken_for = 0, 0, collections.Counter()
    for advert, number, digest, wanted in read:
        by_hash = {hashed(words): kind for kind, words in given.get(advert, [])}
        if digest not in by_hash:
            continue
        found += 1
        kind = by_hash[digest].replace('essential', 'requirements')
        right += kind in wanted.split('/')
        if kind not in wanted.split('/'):
            taken_for[wanted, kind] += 1
            if '--errors' in sys.argv:
                print(advert, number, wanted, kind)
    print(f'{right} of {found} statements in the right section ({right / max(found, 1):.3f}); {len(read) - found} read differently now')
    print(*(f'  {wanted} taken for {kind}: {n}' for (wanted, kind), n in taken_for.most_common(8)), sep='\n')
    check(found >= LEAST_FOUND * len(read), 'the statements are those that were read')
    check(right >= LEAST_RIGHT * found, f'{LEAST_RIGHT} of them in the right section')
    check.finish()
