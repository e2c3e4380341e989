"""Words for the index: Korean by Kiwi's morphemes, English by stems, alike in texts and in questions.

The only module that knows Kiwi.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from kiwipiepy import Kiwi, Token

_HANGUL = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]")
_LATIN = re.compile(r"[a-z]+|\d+")
_FIRST_MORPHEME = 110  # the numbers below stand for tags: all words of a tag that Kiwi does not know share one
_TERM_SCORE = -3.0
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_PLAIN = _WIDE | str.maketrans("ㆍ·‧・", "    ")
_KEPT = frozenset({"NNG", "NNP", "NR", "VV", "VV-I", "VV-R", "VA", "VA-I", "VA-R", "XR", "SL", "SN", "SH"})


def recipe() -> str:
    """What the words depend on; when it changes, they are made anew."""
    packages = ("kiwipiepy", "kiwipiepy_model", "snowballstemmer")
    return repr(([version(name) for name in packages], sorted(_KEPT), _TERM_SCORE, _vocabulary()))


def _vocabulary() -> str:
    return (files("ingest") / "vocabulary.toml").read_text(encoding="utf-8")


class Morphemes:
    """Turns text into index words; Kiwi is loaded the first time a text has Hangul in it."""

    def __init__(self) -> None:
        self._stemmer = snowballstemmer.stemmer("english")
        self._one_at_a_time = Lock()  # the stemmer keeps the word it works on
        self._vocabulary = tomllib.loads(_vocabulary())
        stop = self._vocabulary["stop"]
        self._stop_ko, self._stop_en = frozenset(stop["ko"]), frozenset(stop["en"])

    @cached_property
    def _kiwi(self) -> "Kiwi":
        from kiwipiepy import Kiwi

        # The dictionary of multi-word names costs a second to load and knows none of the law's terms.
        kiwi = Kiwi(num_workers=1, load_multi_dict=False)
        for term in self._vocabulary["terms"]:
            kiwi.add_user_word(term, "NNG", _TERM_SCORE)
        return kiwi

    def words(self, text: str) -> tuple[str, ...]:
        """The words of one text, in order, without particles, endings and function words."""
        return next(self.stream([text]))

    def stream(self, texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """The words of each text, in order."""
        for text in texts:
            plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
            yield tuple(self._korean(plain) if _HANGUL.search(plain) else self._latin(plain.lower()))

    def ids(self, text: str) -> tuple[int, ...]:
        """Kiwi's numbers for the telling morphemes of a text; of a term that only we taught it, those of its parts."""
        return tuple(self._ids(unicodedata.normalize("NFC", text).translate(_PLAIN)))

    def similarity(self, one: int, other: int) -> float:
        """The cosine of two morphemes by their numbers, as Kiwi's language model has them; nan where it has none."""
        return float(self._kiwi.morpheme_similarity(one, other))

    def _ids(self, text: str) -> Iterator[int]:
        for token in self._kiwi.tokenize(text):
            if token.tag in _KEPT and self._has_vector(token):
                yield token.id
            elif token.tag in _KEPT:
                parts = self._kiwi.tokenize(token.form, blocklist=[(token.form, token.tag)])
                yield from (part.id for part in parts if part.tag in _KEPT and self._has_vector(part))

    def _has_vector(self, token: "Token") -> bool:
        return token.id >= _FIRST_MORPHEME and self.similarity(token.id, token.id) > 0

    def _korean(self, text: str) -> Iterator[str]:
        for token in self._kiwi.tokenize(text):
            if token.tag in ("SL", "SN") or token.tag.startswith("W_"):
                yield from self._latin(token.form.lower())
            elif token.tag in _KEPT and (word := _word(token)) not in self._stop_ko:
                yield word

    def _latin(self, text: str) -> Iterator[str]:
        for word in _LATIN.findall(text):
            if word not in self._stop_en:
                with self._one_at_a_time:
                    stem = self._stemmer.stemWord(word)
                yield stem


def _word(token: "Token") -> str:
    return f"{token.form}/{token.tag[:2]}" if token.tag[0] == "V" else token.form
