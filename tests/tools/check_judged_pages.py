"""Real pages, judged by eye: the advert stands wholly in `main`, with at most one word in twenty of anything else.

tests/judged/pages.tsv holds no text. A person looked at each page in a browser and at what the reader makes of it, and said which
words of the page (counted in the order they are read, main and chrome alike) are the advert. Where the words of a page are no
longer those that were counted, its rows are left out, and too many of them are a failure.
"""
import collections
import hashlib
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from common import SKIPPED, Checks, corpus, run

MOST_OTHER, LEAST_FOUND, LEAST_PAGES = 0.05, 0.9, 20
BLOCK = re.compile(r'(?:h|p|-|c)\d*(?:/\d+/\d+)?\*?(~?) (.*)')


def words_of(program, path):
    """The words of a page, and for each advert in it the places of those that are the advert's."""
    words, adverts = [], []
    for line in run([program, path])[1].decode().split('\n'):
        if line.startswith('-- '):
            adverts.append(set())
        elif adverts and (block := BLOCK.fullmatch(line)):
            found = re.findall(r'\w+', block[2])
            if not block[1]:
                adverts[-1].update(range(len(words), len(words) + len(found)))
            words += found
    return words, adverts


def fingerprint(words):
    return hashlib.sha256('\n'.join(words).encode()).hexdigest()[:12]


def places(ranges):
    """"3-5,9-9": the numbers 3, 4, 5 and 9"""
    return {n for part in ranges.split(',') for first, last in [map(int, part.split('-'))] for n in range(first, last + 1)}


def judged(path):
    pages = collections.defaultdict(list)
    for line in path.read_text(encoding='utf-8').splitlines():
        if line and not line.startswith('#'):
            name, digest, ranges, _ = line.split('\t')
            pages[name, digest].append(ranges)
    return pages


if __name__ == '__main__':
    program, root = map(pathlib.Path, sys.argv[1:3])
    folder = corpus()
    if not folder:
        sys.exit(SKIPPED)
    pages = judged(root / 'tests/judged/pages.tsv')
    check = Checks()
    found = 0
    for (name, digest), rows in pages.items():
        words, adverts = words_of(program, pathlib.Path(folder) / 'adverts' / name)
        if rows == ['none']:
            found += 1
            check(not adverts, f'{name} holds no advert')
            continue
        if fingerprint(words) != digest:
            print(f'{name} reads otherwise than when it was judged')
            continue
        found += 1
        if not check(len(adverts) == len(rows), f'{name}: {len(adverts)} adverts, {len(rows)} judged'):
            continue
        for number, (ours, right) in enumerate(zip(adverts, map(places, rows)), 1):
            check(right <= ours, f'{name}, advert {number}: {len(right - ours)} of its {len(right)} words are left out')
            other = len(ours - right) / max(1, len(ours))
            check(other <= MOST_OTHER, f'{name}, advert {number}: {other:.1%} of its words are something else')
    check(len(pages) >= LEAST_PAGES and found >= LEAST_FOUND * len(pages), f'{found} of {len(pages)} pages read as they did when they were judged')
    check.finish()
