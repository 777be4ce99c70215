"""Pages against w3m: no word that a browser shows is lost, and nothing else becomes text. What a browser hides (scripts,
hidden elements, values of fields, pictures) is taken out of the page before w3m sees it; tables are laid flat, for w3m would
print the lines of their columns by turns."""
import html.parser
import pathlib
import re
import shutil
import sys
import tempfile

from common import SKIPPED, Checks, corpus, run

printer, root = sys.argv[1], pathlib.Path(sys.argv[2])
check = Checks()

UNSEEN = {'script', 'style', 'noscript', 'iframe', 'object', 'select', 'textarea', 'template', 'head', 'svg', 'video', 'audio', 'canvas', 'map', 'datalist'}
VOID = {'img', 'input', 'meta', 'link', 'area', 'base', 'col', 'embed', 'source', 'track', 'wbr', 'param'}
FLAT = {'table', 'tr', 'td', 'th', 'caption', 'dl', 'dt', 'dd', 'ol', 'ul', 'li', 'button', 'label', 'fieldset', 'legend', 'details', 'summary', 'main', 'article', 'nav', 'header', 'footer', 'aside', 'section', 'figure', 'figcaption', 'form'}
HIDING_NAMES = {'sr-only', 'visually-hidden', 'visuallyhidden', 'screen-reader-text', 'govuk-visually-hidden'}


class Shown(html.parser.HTMLParser):
    """The page without what is not seen."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.out, self.unseen, self.depth = [], None, 0

    @staticmethod
    def hides(tag, attributes):
        style = re.sub(r'\s', '', attributes.get('style') or '').lower()
        return (tag in UNSEEN or 'hidden' in attributes or attributes.get('aria-hidden') == 'true' or 'display:none' in style or 'visibility:hidden' in style
                or (tag == 'dialog' and 'open' not in attributes) or bool(HIDING_NAMES & set((attributes.get('class') or '').split())))

    def handle_starttag(self, tag, attributes):
        if tag in VOID:
            return
        if self.unseen:
            self.depth += tag == self.unseen
        elif self.hides(tag, dict(attributes)):
            self.unseen, self.depth = tag, 1
        else:
            self.out.append('<div>' if tag in FLAT else f'<{tag}>')

    def handle_startendtag(self, tag, attributes):
        if tag in ('br', 'hr') and not self.unseen:
            self.out.append(f'<{tag}>')

    def handle_endtag(self, tag):
        if self.unseen:
            self.depth -= tag == self.unseen
            if not self.depth:
                self.unseen = None
        elif tag not in VOID:
            self.out.append('</div>' if tag in FLAT else f'</{tag}>')

    def handle_data(self, data):
        if not self.unseen:
            self.out.append(data)

    def handle_entityref(self, name):
        self.handle_data(f'&{name};')

    def handle_charref(self, name):
        self.handle_data(f'&#{name};')


def decoded(data):
    head = re.match(rb'HTTP/\d.*?\r?\n\r?\n', data, re.S)
    data = data[head.end():] if head else data
    try:
        return data.decode('utf-8')
    except UnicodeDecodeError:
        return data.decode('cp1252', 'replace')


def words(text):
    return re.findall(r'\w+', text)


def shown_by_w3m(path, into):
    shown = Shown()
    shown.feed(decoded(path.read_bytes()))
    page = into / 'page.html'
    page.write_text('<html><body>' + ''.join(shown.out) + '</body></html>', encoding='utf-8')
    return words(run(['w3m', '-dump', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8', '-cols', '20000', page])[1].decode('utf-8', 'replace'))


def in_both(one, other, into):
    """How many words stand in both, in order."""
    for name, of in (('one', one), ('other', other)):
        (into / name).write_text(''.join(w + '\n' for w in of), encoding='utf-8')
    missing = sum(line.startswith('<') for line in run(['diff', '-d', into / 'one', into / 'other'])[1].decode('utf-8', 'replace').splitlines())
    return len(one) - missing


def same_words(path, into):
    code, out, problem = run([printer, '--text', path])
    if not check(code == 0, f'{path.name} reads: {problem.strip()}'):
        return
    ours, theirs = words(out.decode('utf-8')), shown_by_w3m(path, into)
    if not ours:
        return
    kept = in_both(theirs, ours, into)
    check(kept >= 0.99 * len(theirs), f'{path.name}: {kept} of {len(theirs)} words of w3m, in order')
    # What stands on the page as data alone is no word of it.
    if b'ld+json' not in path.read_bytes():
        check(kept >= 0.99 * len(ours), f'{path.name}: {kept} of our {len(ours)} words are those of w3m')


if not shutil.which('w3m'):
    print('w3m is not installed: nothing to compare with')
    sys.exit(SKIPPED)
folders = [root / 'tests' / 'adverts'] + ([pathlib.Path(corpus()) / 'adverts'] if corpus() else [])
with tempfile.TemporaryDirectory() as into:
    for folder in folders:
        for path in sorted(folder.rglob('*.html')):
            same_words(path, pathlib.Path(into))
check.finish()
