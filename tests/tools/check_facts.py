"""Facts of one-line adverts against the tables of a corpus folder: one figure for each fact, with a target.

check_facts.py PROGRAM [--wrong N] [--fact NAME]
reads domain/pay.jsonl and domain/facts.jsonl in the folder that ROLEWRIGHT_CORPUS names; without it the test is skipped.
"""
import argparse
import json
import pathlib
import sys
import tempfile
from collections import Counter

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from common import SKIPPED, corpus, run

PAY_TARGET, FACT_TARGET = 0.97, 0.95


def rows_of(folder):
    for name in ('pay.jsonl', 'facts.jsonl'):
        path = folder / 'domain' / name
        if not path.is_file():
            continue
        for line in path.read_text(encoding='utf-8').splitlines():
            row = json.loads(line)
            yield {'fact': 'salary', **row} if name == 'pay.jsonl' else row


def same(want, got):
    if isinstance(want, dict) and isinstance(got, dict):
        return all(want[k] == got.get(k) for k in want)
    return want == got


def main():
    options = argparse.ArgumentParser()
    options.add_argument('program')
    options.add_argument('--wrong', type=int, default=40, help='how many wrong rows to show')
    options.add_argument('--fact')
    o = options.parse_args()
    folder = corpus()
    rows = list(rows_of(pathlib.Path(folder))) if folder else []
    if not rows:
        print('no tables of facts: skipped')
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as place:
        records, results = pathlib.Path(place) / 'rows.ndjson', pathlib.Path(place) / 'results.ndjson'
        with records.open('w', encoding='utf-8') as to:
            for i, row in enumerate(rows):
                record = {'id': str(i), 'text': row['text']}
                if row.get('country'):
                    record['country'] = row['country']
                to.write(json.dumps(record, ensure_ascii=False) + '\n')
        code, _, said = run([o.program, 'batch', '--no-config', records, '--out', results])
        if code != 0:
            sys.exit(f'batch gave {code}: {said.strip()}')
        answers = [json.loads(line) for line in results.read_text(encoding='utf-8').splitlines()]
    right, all_of, shown = Counter(), Counter(), 0
    for row, answer in zip(rows, answers, strict=True):
        fact, got = row['fact'], answer.get('facts', {}).get(row['fact'])
        if o.fact and fact != o.fact:
            continue
        all_of[fact] += 1
        right[fact] += same(row['expected'], got)
        if not same(row['expected'], got) and shown < o.wrong:
            shown += 1
            print(f'{fact}: {row["text"]!r} expected {row["expected"]}, found {got}')
    failed = False
    for fact, n in all_of.items():
        target = PAY_TARGET if fact == 'salary' else FACT_TARGET
        enough = right[fact] / n >= target
        failed = failed or not enough
        print(f'{fact:18} {right[fact]:4} of {n:4}  {right[fact] / n:.3f}  target {target}{"" if enough else "  missed"}')
    sys.exit(1 if failed else 0)


main()
