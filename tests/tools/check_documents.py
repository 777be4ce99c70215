"""Office files and PDF against others: the same role as DOCX and ODT gives the same statements, no word is lost against
docx2txt and odt2txt, and a written page printed as PDF gives the statements of the page. What is not installed is left out."""
import difflib
import pathlib
import re
import shutil
import sys
import tempfile

from common import SKIPPED, Checks, corpus, run

printer, root = sys.argv[1], pathlib.Path(sys.argv[2])
check = Checks()

# Differences of the files themselves: statements of the DOCX that its ODT does not have, and the other way round.
# CDO: a sentence of ten words is missing in the ODT. Technology-Lead: three items end with another stop, or none.
OWN_DIFFERENCES = {'CDO-applicant-pack-SM': (1, 0), 'Technology-Lead-pack-SM': (3, 3)}

# What pages have around an advert is not printed, as their own style sheets do it.
PRINT_STYLE = 'nav, footer, aside, #header-nav, .menu, .cookie-banner, .related { display: none }'


def printed(how, path):
    code, out, problem = run([printer, how, path])
    check(code == 0, f'{path.name} reads: {problem.strip()}')
    return out.decode('utf-8')


def statements(path):
    return [''.join(line.split()) for line in printed('--statements', path).splitlines()]


def words(text):
    return [w for w in (re.sub(r'\W+', '', w) for w in text.split()) if w]


def same_pairs(folder):
    pairs = [f for f in sorted(folder.glob('*.docx')) if f.with_suffix('.odt').exists()]
    check(len(pairs) >= 11, 'there are eleven pairs')
    for docx in pairs:
        one, other = statements(docx), statements(docx.with_suffix('.odt'))
        matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
        missing = sum(i2 - i1 for tag, i1, i2, _, _ in matcher.get_opcodes() if tag != 'equal')
        added = sum(j2 - j1 for tag, _, _, j1, j2 in matcher.get_opcodes() if tag != 'equal')
        expected = OWN_DIFFERENCES.get(docx.stem, (0, 0))
        check(one and (missing, added) == expected, f'{docx.stem}: {expected} statements differ, found {missing, added}')


def no_word_lost(folder):
    for path in sorted(folder.glob('*.docx')) if shutil.which('docx2txt') else []:
        theirs = words(run(['docx2txt', path, '-'])[1].decode('utf-8', 'replace'))
        ours = words(printed('--text', path))
        kept = sum(m.size for m in difflib.SequenceMatcher(None, theirs, ours, autojunk=False).get_matching_blocks())
        check(theirs and kept >= 0.99 * len(theirs), f'{path.name}: {kept} of {len(theirs)} words of docx2txt, in order')
    # odt2txt knows no <text:s/>: whole lines are compared without their spaces, and without what it says of pictures.
    for path in sorted(folder.glob('*.odt')) if shutil.which('odt2txt') else []:
        theirs = [''.join(words(line)) for line in run(['odt2txt', '--width=-1', path])[1].decode('utf-8', 'replace').splitlines() if not line.startswith('[-- Image')]
        ours, at, kept = ''.join(words(printed('--text', path))), 0, 0
        for line in theirs:
            found = ours.find(line, at)
            if found >= 0:
                at, kept = found + len(line), kept + len(line)
        total = sum(map(len, theirs))
        check(total and kept >= 0.99 * total, f'{path.name}: {kept} of {total} letters of odt2txt, in order')


def printed_pages(folder, into):
    style = into / 'print.css'
    style.write_text(PRINT_STYLE, encoding='utf-8')
    for page in sorted(folder.glob('*.html')):
        pdf = into / (page.stem + '.pdf')
        code, _, problem = run(['weasyprint', '--stylesheet', style, page, pdf])
        if not check(code == 0, f'{page.name} prints: {problem[-200:]}'):
            continue
        one, other = statements(page), statements(pdf)
        same = sum(m.size for m in difflib.SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
        check(one and same >= 0.97 * max(len(one), len(other)), f'{page.name}: {same} of {len(one)} statements are those of its PDF, which has {len(other)}')


with tempfile.TemporaryDirectory() as into:
    if shutil.which('weasyprint') and shutil.which('pdftotext'):
        printed_pages(root / 'tests' / 'adverts', pathlib.Path(into))
    else:
        print('weasyprint and pdftotext are not both installed: no page is printed')
real = corpus()
if real:
    office = pathlib.Path(real) / 'adverts' / 'uk-government-office'
    same_pairs(office)
    no_word_lost(office)
if not check.count:
    sys.exit(SKIPPED)
check.finish()
