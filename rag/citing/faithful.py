"""The check that an answer's own sentence says nothing that the cited provision does not say."""

import re
import unicodedata
from collections.abc import Iterator

from corpus.identifiers import ProvisionId, is_list_entry
from corpus.provisions import Law
from corpus.works import Lang

_WORD = re.compile(r"[0-9]+|[^\W\d_]+")
_POLITE = re.compile(r"(?:습니다|니다)$")
_FILLED = {"ko": {"안", "됩니다", "다만"}, "en": {"however", "the", "a", "an"}}
_PARTICLE = r"(?:으로|로|의|에|에는|이|가|을|를|은|는|과|와)"
_GLIDED = re.compile(r"[이가을를은는]$")
_QUOTES = re.compile(r"[\"“”]")
_FINALS, _BASE, _B = 28, ord("가"), 17
_SHORTEST = 3


def is_faithful(law: Law, key: ProvisionId, said: str, lang: Lang) -> bool:
    """Whether every word, number, date and name of a sentence stands in a provision, or in the lead of its list.

    A Korean word may end politely where the text has its plain form.
    """
    text = law.full_text(key, lang)
    above = key.parent
    if is_list_entry(key) and above is not None and above in law:
        text = f"{law.provision(above).rendition(lang).text}\n{text}"
    return not list(strangers(said, text, lang))


def strangers(said: str, text: str, lang: Lang) -> Iterator[str]:
    """The words of a sentence that do not stand in a text."""
    own = {_fold(each) for each in (*_WORD.findall(text), *_WORD.findall(_QUOTES.sub("", text)))}
    for word in map(_fold, _WORD.findall(said)):
        if word not in own and word not in _FILLED[lang] and not (lang == "ko" and _is_form_of(word, own)):
            yield word


def _is_form_of(word: str, own: set[str]) -> bool:
    """Whether a Korean word is one of the text in the polite style, or with another particle or without its own."""
    if _POLITE.search(word):
        stem = _POLITE.sub("", word)
        return any(plain in own for plain in _plain_forms(stem))
    if _GLIDED.search(word) and word[:-1] in own:
        return True
    stem = word[:-1] if _GLIDED.search(word) and len(word) >= _SHORTEST else word
    longer = re.compile(rf"{re.escape(stem)}{_PARTICLE}")
    return any(longer.fullmatch(each) for each in own)


def _plain_forms(stem: str) -> Iterator[str]:
    """The plain endings that a polite one may stand for: 구성합 for 구성한다 and 구성하다, 있 for 있다."""
    yield f"{stem}다"
    yield f"{stem}는다"
    if stem and "가" <= stem[-1] <= "힣" and (ord(stem[-1]) - _BASE) % _FINALS == _B:
        bare = ord(stem[-1]) - _B
        yield f"{stem[:-1]}{chr(bare)}다"
        yield f"{stem[:-1]}{chr(bare + 4)}다"


def _fold(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()
