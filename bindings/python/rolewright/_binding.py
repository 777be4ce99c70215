"""The C library through ctypes: each object owns one handle and frees it."""
from __future__ import annotations

import ctypes
import ctypes.util
import functools
import json
import os
import pathlib
import weakref
from collections.abc import Sequence
from typing import Any, Union

Text = Union[str, bytes]


class RolewrightError(Exception):
    """A task that could not be done: `code` is one of the library's error codes, e.g. "binary-input"."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def _find_library() -> str:
    told = os.environ.get('ROLEWRIGHT_LIBRARY')
    if told:
        return told
    beside = pathlib.Path(__file__).with_name('librolewright.so')
    if beside.exists():
        return str(beside)
    found = ctypes.util.find_library('rolewright')
    if found:
        return found
    raise RolewrightError('cannot-read-file', 'expected librolewright.so on the system or in ROLEWRIGHT_LIBRARY, found none')


_P = ctypes.c_void_p
_S = ctypes.c_char_p
_OUT = ctypes.POINTER(ctypes.c_void_p)
_SIGNATURES: dict[str, tuple[Any, list[Any]]] = {
    'rw_version': (_S, []),
    'rw_options_new': (_P, []),
    'rw_options_set': (ctypes.c_int32, [_P, _S, _S, _OUT]),
    'rw_options_add_pack': (ctypes.c_int32, [_P, _S, _OUT]),
    'rw_options_free': (None, [_P]),
    'rw_engine_new': (ctypes.c_int32, [_P, _OUT, _OUT]),
    'rw_engine_packs_hash': (_S, [_P]),
    'rw_engine_free': (None, [_P]),
    'rw_review_new': (ctypes.c_int32, [_P, _S, ctypes.c_size_t, _S, _P, _OUT, _OUT]),
    'rw_review_json': (_P, [_P]),
    'rw_review_json_size': (ctypes.c_size_t, [_P]),
    'rw_review_has_findings': (ctypes.c_int32, [_P, _S]),
    'rw_review_text': (ctypes.c_int32, [_P, ctypes.c_int32, _OUT, _OUT]),
    'rw_review_free': (None, [_P]),
    'rw_draft_new': (ctypes.c_int32, [_P, ctypes.c_int32, _P, _OUT, _OUT]),
    'rw_draft_text': (_P, [_P]),
    'rw_draft_size': (ctypes.c_size_t, [_P]),
    'rw_draft_change_count': (ctypes.c_int32, [_P]),
    'rw_draft_free': (None, [_P]),
    'rw_compare': (ctypes.c_int32, [_P, _P, _OUT, _OUT]),
    'rw_team': (ctypes.c_int32, [_OUT, ctypes.c_size_t, _OUT, _OUT]),
    'rw_text_bytes': (_P, [_P]),
    'rw_text_size': (ctypes.c_size_t, [_P]),
    'rw_text_free': (None, [_P]),
    'rw_error_code': (_S, [_P]),
    'rw_error_message': (_S, [_P]),
    'rw_error_free': (None, [_P]),
}


@functools.lru_cache(maxsize=None)
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(_find_library())
    for name, (result, arguments) in _SIGNATURES.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library


def _call(name: str, *arguments: Any) -> None:
    """Calls a function that can fail; its last parameter is the error. Handles among the arguments live until it returns."""
    library = _library()
    error = ctypes.c_void_p()
    pointers = [a.pointer if isinstance(a, _Handle) else a for a in arguments]
    if getattr(library, name)(*pointers, ctypes.byref(error)) == 0:
        return
    code, message = library.rw_error_code(error).decode(), library.rw_error_message(error).decode()
    library.rw_error_free(error)
    raise RolewrightError(code, message)


class _Handle:
    """One object of the library; freed with the Python object that holds it."""

    def __init__(self, pointer: ctypes.c_void_p, free: str) -> None:
        self.pointer = pointer
        self._finalizer = weakref.finalize(self, getattr(_library(), free), pointer)


def _text(name: str, *arguments: Any) -> bytes:
    """Calls a function that gives a text, and takes the text out of its handle."""
    out = ctypes.c_void_p()
    _call(name, *arguments, ctypes.byref(out))
    library = _library()
    try:
        return ctypes.string_at(library.rw_text_bytes(out), library.rw_text_size(out))
    finally:
        library.rw_text_free(out)


def _options(values: dict[str, Any]) -> _Handle:
    handle = _Handle(ctypes.c_void_p(_library().rw_options_new()), 'rw_options_free')
    for name, value in values.items():
        if value is None:
            continue
        text = {True: 'yes', False: 'no'}.get(value, value) if isinstance(value, bool) else str(value)
        _call('rw_options_set', handle, name.replace('_', '-').encode(), text.encode())
    return handle


def _bytes(text: Text) -> bytes:
    return text.encode('utf-8') if isinstance(text, str) else text


class Review:
    """What is known about one input. `adverts` is the list that the JSON holds; the shortcuts look at the first one."""

    def __init__(self, handle: _Handle, engine: 'Engine') -> None:
        self._handle = handle
        self._engine = engine
        library = _library()
        self.json_bytes: bytes = ctypes.string_at(library.rw_review_json(handle.pointer), library.rw_review_json_size(handle.pointer))

    @functools.cached_property
    def json(self) -> dict[str, Any]:
        return json.loads(self.json_bytes)

    @property
    def adverts(self) -> list[dict[str, Any]]:
        return self.json['adverts']

    @property
    def _first(self) -> dict[str, Any]:
        return self.adverts[0] if self.adverts else {}

    @property
    def score(self) -> float | None:
        return self._first.get('score')

    @property
    def mention(self) -> str | None:
        return self._first.get('mention')

    @property
    def criteria(self) -> list[dict[str, Any]]:
        return self._first.get('criteria', [])

    @property
    def findings(self) -> list[dict[str, Any]]:
        return self._first.get('findings', [])

    @property
    def facts(self) -> dict[str, Any]:
        return self._first.get('facts', {})

    def text(self, width: int = 80) -> str:
        """The review as people read it."""
        return _text('rw_review_text', self._handle, width).decode()

    def compare(self, description: 'Review') -> 'Comparison':
        """What the description of the job, reviewed by the same engine, asks that this advert leaves out or says less clearly."""
        return Comparison(_text('rw_compare', self._handle, description._handle))

    def improve(self, format: str = 'md', advert: int = 0, **options: Any) -> 'Draft':
        """The improved advert, as "md", "html" or "txt"."""
        out = ctypes.c_void_p()
        _call('rw_draft_new', self._handle, advert, _options({'format': format, **options}), ctypes.byref(out))
        return Draft(_Handle(out, 'rw_draft_free'))


class Draft:
    """The improved advert."""

    def __init__(self, handle: _Handle) -> None:
        library = _library()
        self.text: str = ctypes.string_at(library.rw_draft_text(handle.pointer), library.rw_draft_size(handle.pointer)).decode()
        self.change_count: int = library.rw_draft_change_count(handle.pointer)

    def __str__(self) -> str:
        return self.text


class _Json:
    """A result that is JSON and nothing else."""

    def __init__(self, json_bytes: bytes) -> None:
        self.json_bytes = json_bytes

    @functools.cached_property
    def json(self) -> dict[str, Any]:
        return json.loads(self.json_bytes)

    @property
    def criteria(self) -> list[dict[str, Any]]:
        return self.json['criteria']


class Comparison(_Json):
    """An advert beside the description of its job. `left_out` names the criteria that the advert says nothing of."""

    @property
    def facts(self) -> list[dict[str, Any]]:
        return self.json['facts']

    @property
    def left_out(self) -> list[str]:
        return [c['id'] for c in self.criteria if c['standing'] == 'dropped']


class Team(_Json):
    """The adverts of one office together. `nobody` names the digital basics that none of them asks for."""

    @property
    def nobody(self) -> list[str]:
        return [c['id'] for c in self.criteria if c['basic'] and c['coverage'] == 'nobody']


class Engine:
    """The packs, loaded once. May be shared between threads."""

    def __init__(self, packs: list[str] | None = None, data: str | None = None) -> None:
        options = _options({'data': data})
        for folder in packs or []:
            _call('rw_options_add_pack', options, folder.encode())
        out = ctypes.c_void_p()
        _call('rw_engine_new', options, ctypes.byref(out))
        self._handle = _Handle(out, 'rw_engine_free')

    @property
    def packs_hash(self) -> str:
        return _library().rw_engine_packs_hash(self._handle.pointer).decode()

    def review(self, text: Text, source: str = '', **options: Any) -> Review:
        """Reviews one input of any format. Options as on the command line: role, lang, country, date, input, map, with_text, …"""
        data = _bytes(text)
        out = ctypes.c_void_p()
        _call('rw_review_new', self._handle, data, len(data), source.encode(), _options(options), ctypes.byref(out))
        return Review(_Handle(out, 'rw_review_free'), self)

    def team(self, reviews: Sequence[Review]) -> Team:
        """The adverts of one office, reviewed by this engine, together."""
        pointers = (ctypes.c_void_p * len(reviews))(*(r._handle.pointer.value for r in reviews))
        return Team(_text('rw_team', pointers, len(reviews)))


@functools.lru_cache(maxsize=1)
def _shared_engine() -> Engine:
    return Engine()


def review(text: Text, source: str = '', **options: Any) -> Review:
    """Reviews one advert with the built-in packs."""
    return _shared_engine().review(text, source, **options)


def compare(advert: Text, description: Text, **options: Any) -> Comparison:
    """Lays an advert beside the description of its job."""
    return review(advert, **options).compare(review(description, **options))


def team(adverts: Sequence[Text], **options: Any) -> Team:
    """Looks at the adverts of one office together."""
    return _shared_engine().team([review(a, **options) for a in adverts])


def improve(text: Text, format: str = 'md', **options: Any) -> Draft:
    """Writes a better advert from the one given."""
    return review(text, **options).improve(format)


def version() -> str:
    return _library().rw_version().decode()
