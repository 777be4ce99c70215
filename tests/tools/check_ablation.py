"""The switches switch: each part of the judgement that is off changes what the written adverts give, in its own way."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from common import Checks, run

ablate, root = map(pathlib.Path, sys.argv[1:3])
check = Checks()
files = sorted((root / 'tests/adverts').glob('*.txt'))
adverts = '\n'.join(json.dumps({'id': f.name, 'text': f.read_text(encoding='utf-8')}) for f in files).encode()


def judged(what):
    code, out, said = run([ablate, what], stdin=adverts)
    check(code == 0, f'{what}: {said.strip()}')
    rows = [json.loads(line) for line in out.splitlines()]
    check([r['id'] for r in rows] == [f.name for f in files], f'{what}: one line for each advert')
    return rows


def evidence(rows):
    return [(r['id'], c['id'], e['begin'], e['level'], e['strength']) for r in rows for c in r['criteria'] for e in c['evidence']]


whole = judged('whole')
without = judged('no-subject-and-act')
check(sum(len(r['ignored']) for r in without) < sum(len(r['ignored']) for r in whole), 'without subject and act hardly anything is ignored')
check(len(evidence(without)) > len(evidence(whole)), 'without subject and act more counts')
check(evidence(judged('no-sections')) != evidence(whole), 'sections matter')
levels = judged('no-levels-by-clause')
check(all(e[3] != 'practical' for e in evidence(levels)) and any(e[3] == 'practical' for e in evidence(whole)), 'by words alone nothing is practical')
code, _, said = run([ablate, 'everything'], stdin=adverts)
check(code == 2 and 'no-sections' in said, 'an unknown name is refused')
check.finish()
