"""What the script tests share."""
import json
import os
import subprocess
import sys

SKIPPED = 77


def run(arguments, stdin=None, environment=None, folder=None):
    """Runs a program; gives back (exit code, stdout bytes, stderr text)."""
    done = subprocess.run([str(a) for a in arguments], input=stdin, capture_output=True, timeout=600, cwd=folder,
                          env=None if environment is None else {**os.environ, **environment})
    return done.returncode, done.stdout, done.stderr.decode('utf-8', 'replace')


def batch(program, records, *arguments):
    """The line of `batch` for each record."""
    lines = '\n'.join(json.dumps(record) for record in records)
    done = subprocess.run([program, 'batch', '--no-config', *arguments, '-'], input=lines.encode(), capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def reviewed(program, packs, texts):
    """The line of `batch` for each text, as the packs of that folder say."""
    return batch(program, [{'id': str(i), 'text': text} for i, text in enumerate(texts)], '--data', packs)


def criteria_asked(program, packs, texts):
    """For each text the criteria it asks for, by id."""
    return [{c['id']: c for c in line['criteria']} for line in reviewed(program, packs, texts)]


class Checks:
    """Counts what does not hold and says it."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def __call__(self, holds, what):
        self.count += 1
        if not holds:
            self.failed += 1
            print('does not hold:', what)
        return holds

    def finish(self):
        print(f'{self.count - self.failed} of {self.count} checks hold')
        sys.exit(1 if self.failed or not self.count else 0)


def corpus():
    """The folder with real adverts, or None."""
    folder = os.environ.get('ROLEWRIGHT_CORPUS')
    if not folder or not os.path.isdir(folder):
        print('ROLEWRIGHT_CORPUS is not set: only the written adverts are looked at')
        return None
    return folder
