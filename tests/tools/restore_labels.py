"""Adverts and labels for `score.py` out of tests/judged/labels.jsonl, which holds places in the adverts of a corpus and none of their words.

    restore_labels.py PROGRAM REPOSITORY FOLDER    writes FOLDER/adverts.jsonl and FOLDER/labels.jsonl

An advert whose text reads differently today than when it was labelled is left out, and said.
"""
import hashlib
import json
import os
import subprocess
import sys

from common import SKIPPED, corpus


def fingerprint(text):
    return hashlib.sha256(text).hexdigest()[:16]


def texts_of(program, paths, lines):
    """place → text: of files by their path in the corpus, of lines of the throughput file by their address"""
    def read(arguments, stdin=None):
        done = subprocess.run([program, 'review', '--no-config', '--format', 'json', '--with-text', '--fail-on', 'never', *arguments], input=stdin, capture_output=True, check=True)
        return [a['text'].encode() for a in json.loads(done.stdout)['adverts']]
    found = {place: read([path])[:1] for place, path in paths.items()}
    found.update({place: read(['-'], line.encode())[:1] for place, line in lines.items()})
    return {place: texts[0] for place, texts in found.items() if texts}


def main():
    program, repository, into = sys.argv[1:4]
    folder = corpus()
    if not folder:
        sys.exit(SKIPPED)
    with open(os.path.join(repository, 'tests', 'judged', 'labels.jsonl'), encoding='utf-8') as file:
        rows = [json.loads(line) for line in file]
    archive = subprocess.run(['zstdcat', os.path.join(folder, 'adverts', 'throughput.jsonl.zst')], capture_output=True, check=True).stdout.decode()
    places = {row['source'] for row in rows}
    lines = {place: line for line in archive.rstrip('\n').split('\n') if (place := json.loads(line).get('url')) in places}
    paths = {place: os.path.join(folder, 'adverts', place) for place in places - lines.keys()}
    texts = texts_of(program, paths, lines)
    os.makedirs(into, exist_ok=True)
    left_out = 0
    with open(os.path.join(into, 'adverts.jsonl'), 'w', encoding='utf-8') as adverts, open(os.path.join(into, 'labels.jsonl'), 'w', encoding='utf-8') as labels:
        for row in rows:
            text = texts.get(row['source'], b'')
            if fingerprint(text) != row['fingerprint']:
                left_out += 1
                continue

            def words(item, name='quote'):
                rest = {k: v for k, v in item.items() if k not in ('begin', 'end')}
                return {name: text[item['begin']:item['end']].decode(), **rest}
            adverts.write(json.dumps({'id': row['id'], 'title': '', 'employer': '', 'country': row['country'], 'text': text.decode()}, ensure_ascii=False) + '\n')
            labels.write(json.dumps({'id': row['id'], 'mention': row['mention'], 'asks': [words(a) for a in row['asks']], 'traps': [words(t) for t in row['traps']],
                                     'facts': row['facts'], 'sections': [words(s, 'heading') for s in row['sections']]}, ensure_ascii=False) + '\n')
    print(f'{len(rows) - left_out} adverts and their labels; {left_out} left out, because their text reads differently now')


main()
