"""Were the counted passages rightly counted, and the ignored ones rightly ignored? What a second reader said, over a sample that anyone can draw again.

    check_judged.py PROGRAM REPOSITORY                measures the program against tests/judged/passages.jsonl
    check_judged.py PROGRAM REPOSITORY --draw FOLDER  writes the sample with its context for a reader, who does not learn what the program thinks
    … --seed N --verdicts FILE                        another sample, other verdicts

The sample: of each part of the score the first 100 counted passages, and the first 100 ignored ones, in the order of xxh64(id, begin) under the
seed in tests/judged/README.md. Verdicts hold ids, offsets and yes or no: no text.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

from common import SKIPPED, Checks, corpus

try:
    import xxhash
except ImportError:
    print('python3-xxhash is not installed')
    sys.exit(SKIPPED)

EACH = 100
PRECISION, WRONGLY_IGNORED = 0.93, 0.05
JUDGED_AT_LEAST = 0.9  # of a sample: a changed program draws a few other passages, which nobody has read yet
CONTEXT = 400

options = argparse.ArgumentParser()
options.add_argument('program')
options.add_argument('repository')
options.add_argument('--draw')
options.add_argument('--seed', type=int)
options.add_argument('--verdicts')
o = options.parse_args()
folder = corpus()
if not folder:
    sys.exit(SKIPPED)
judged = os.path.join(o.repository, 'tests', 'judged')
with open(os.path.join(judged, 'README.md'), encoding='utf-8') as file:
    seed = o.seed or int(re.search(r'under the seed `(\d+)`', file.read()).group(1))
with open(os.path.join(folder, 'vocabulary.json'), encoding='utf-8') as file:
    criteria = {c['id']: c for c in json.load(file)['criteria']}


def passages(results):
    """part (or 'ignored') → {(id, begin): (end, criteria)}"""
    found = {part: {} for part in ('everyday', 'security', 'role', 'ignored')}
    for line in results:
        advert = json.loads(line)
        if 'error' in advert:
            continue
        seen = [(criteria[c['id']]['part'], c['id'], e) for c in advert['criteria'] for e in c['evidence']]
        seen += [('ignored', i['criterion'], i) for i in advert['ignored']]
        for part, criterion, at in seen:
            end, named = found[part].setdefault((advert['id'], at['begin']), (at['end'], []))
            if criterion not in named:
                named.append(criterion)
            found[part][advert['id'], at['begin']] = max(end, at['end']), named
    return found


def rank(id, begin, seed):
    return xxhash.xxh64_intdigest(f'{id}\n{begin}'.encode(), seed=seed)


def first(found):
    """The sample: (part, id, begin, end, criteria)."""
    def key(place):
        return rank(*place, seed), place
    return [(part, *place, *found[part][place]) for part in found for place in sorted(found[part], key=key)[:EACH]]


def draw(sample, adverts, into):
    """The passages with their context, in an order that says nothing of the program's opinion."""
    ids = {place[1] for place in sample}
    records = {id: line + '\n' for line in adverts if (id := json.loads(line).get('url')) in ids}
    os.makedirs(into, exist_ok=True)
    wanted = os.path.join(into, 'adverts.ndjson')
    with open(wanted, 'w', encoding='utf-8') as file:
        file.writelines(records.values())
    review = subprocess.run([o.program, 'review', '--no-config', '--format', 'json', '--with-text', '--fail-on', 'never', wanted], capture_output=True, check=True)
    texts = {a['id']: a['text'].encode() for a in json.loads(review.stdout)['adverts']}
    with open(os.path.join(into, 'to-read.jsonl'), 'w', encoding='utf-8') as file:
        for part, id, begin, end, named in sorted(sample, key=lambda s: rank(s[1], s[2], seed + 1)):
            text = texts[id]
            before, after = text[max(0, begin - CONTEXT):begin], text[end:end + CONTEXT]
            file.write(json.dumps({'id': id, 'begin': begin, 'end': end, 'title': text.split(b'\n', 1)[0].decode(), 'criteria': named,
                                   'text': before.decode(errors='ignore') + '>>>' + text[begin:end].decode() + '<<<' + after.decode(errors='ignore')},
                                  ensure_ascii=False) + '\n')


archive = os.path.join(folder, 'adverts', 'throughput.jsonl.zst')
with tempfile.TemporaryDirectory() as scratch:
    out = os.path.join(scratch, 'results.ndjson')
    subprocess.run([o.program, 'batch', '--no-config', '--jobs', '2', '--out', out, archive], check=True, capture_output=True)
    with open(out, encoding='utf-8') as file:
        sample = first(passages(file))

if o.draw:
    lines = subprocess.run(['zstdcat', archive], capture_output=True, check=True).stdout.decode().rstrip('\n').split('\n')
    draw(sample, lines, o.draw)
    sys.exit(0)

verdicts = {}
with open(o.verdicts or os.path.join(judged, 'passages.jsonl'), encoding='utf-8') as file:
    for line in file:
        verdict = json.loads(line)
        verdicts[verdict['id'], verdict['begin'], verdict['end']] = verdict['asks']

check = Checks()
for part in ('everyday', 'security', 'role', 'ignored'):
    places = [s for s in sample if s[0] == part]
    read = [s for s in places if all(c in verdicts.get(s[1:4], {}) for c in s[4])]
    check(len(read) >= JUDGED_AT_LEAST * len(places), f'{part}: a reader has judged {len(read)} of {len(places)} passages')
    asks = sum(all(verdicts[s[1:4]][c] for c in s[4]) if part != 'ignored' else any(verdicts[s[1:4]][c] for c in s[4]) for s in read)
    share = asks / max(1, len(read))
    print(f'{part}: {asks} of {len(read)} passages ask what they were drawn for ({share:.3f})')
    check(share <= WRONGLY_IGNORED if part == 'ignored' else share >= PRECISION, f'{part}: {share:.3f}')
check.finish()
