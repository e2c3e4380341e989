"""Words for the index: Korean by Kiwi's morphemes, English by stems, alike in texts and in questions.

The only module that knows Kiwi.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.metadata import version
from importlib.resources import files
from itertools import tee
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import Stemmer

if TYPE_CHECKING:
    from kiwipiepy import Kiwi, Token

_HANGUL = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]")
_LATIN = re.compile(r"[a-z]+|\d+")
_FIRST_MORPHEME = 110  # the numbers below stand for tags: all words of a tag that Kiwi does not know share one
_TERM_SCORE = -3.0
_REMEMBERED = 20_000
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_PLAIN = _WIDE | str.maketrans("ㆍ·‧・", "    ")
_KEPT = frozenset({"NNG", "NNP", "NR", "VV", "VV-I", "VV-R", "VA", "VA-I", "VA-R", "XR", "SL", "SN", "SH"})


def recipe() -> str:
    """What the words depend on; when it changes, they are made anew."""
    packages = ("kiwipiepy", "kiwipiepy_model", "PyStemmer")
    return repr(([version(name) for name in packages], sorted(_KEPT), _TERM_SCORE, _vocabulary()))


def _vocabulary() -> str:
    return (files("ingest") / "vocabulary.toml").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one tokenisation of a text gives: `words` for the index and `ids`, Kiwi's numbers of telling morphemes.

    Of a term that only we taught Kiwi, or that it guessed, the ids are those of its parts.
    """

    words: tuple[str, ...]
    ids: tuple[int, ...]


class Morphemes:
    """Turns text into index words; Kiwi is loaded the first time a text has Hangul in it."""

    def __init__(self) -> None:
        self._stemmer = Stemmer.Stemmer("english")
        self._one_at_a_time = Lock()  # the stemmer keeps the word it works on
        self._stem = lru_cache(_REMEMBERED)(self._stemmed)
        self._read = lru_cache(_REMEMBERED)(self._told)
        self._vocabulary = tomllib.loads(_vocabulary())
        stop = self._vocabulary["stop"]
        self._stop_ko, self._stop_en = frozenset(stop["ko"]), frozenset(stop["en"])

    @cached_property
    def _kiwi(self) -> "Kiwi":
        from kiwipiepy import Kiwi

        # The dictionary of multi-word names costs a second to load and knows none of the law's terms.
        kiwi = Kiwi(load_multi_dict=False)
        for term in self._vocabulary["terms"]:
            kiwi.add_user_word(term, "NNG", _TERM_SCORE)
        return kiwi

    def analyse(self, text: str) -> Analysis:
        """The words and the morpheme numbers of one text, in order, without particles, endings and function words."""
        bare = plain(text)
        return self._korean(self._kiwi.tokenize(bare)) if _HANGUL.search(bare) else self._english(bare)

    def words(self, text: str) -> tuple[str, ...]:
        """The words of one text, in order."""
        return self.analyse(text).words

    def stream(self, texts: Iterable[str]) -> Iterator[Analysis]:
        """The analysis of each text, in order; all cores tokenise those that follow meanwhile, and few are held."""
        following, ahead = tee(map(plain, texts))
        tokenised: Iterator[Sequence[Token]] | None = None
        for bare in following:
            if _HANGUL.search(bare) and tokenised is None:
                tokenised = iter(self._kiwi.tokenize(each for each in ahead if _HANGUL.search(each)))
            yield self._korean(next(tokenised)) if _HANGUL.search(bare) and tokenised else self._english(bare)

    def tokens(self, texts: Iterable[str]) -> "Iterator[Sequence[Token]]":
        """Kiwi's own tokens of each text, in order, on all cores, with nothing made of them."""
        return iter(self._kiwi.tokenize(map(plain, texts)))

    def ids(self, text: str) -> tuple[int, ...]:
        """The morpheme numbers of one text, in order."""
        return self.analyse(text).ids

    def stems(self, english: str) -> tuple[str, ...]:
        """The words of a text that is known to be English."""
        return tuple(self._latin(english.lower()))

    def forms(self, count: int) -> dict[str, int]:
        """The telling ones of Kiwi's first `count` morphemes by dictionary form; of those alike the commonest."""
        found: dict[str, int] = {}
        for number in range(_FIRST_MORPHEME, count):
            morpheme = self._kiwi.morpheme(number)
            if morpheme.tag in _KEPT:
                found.setdefault(f"{morpheme.form}다" if morpheme.tag[0] == "V" else morpheme.form, number)
        return found

    @property
    def model_file(self) -> Path:
        """The file of Kiwi's language model."""
        from kiwipiepy_model import get_model_path

        return Path(get_model_path()) / "cong.mdl"

    def similarity(self, one: int, other: int) -> float:
        """The cosine of two morphemes by their numbers, as Kiwi's language model has them; nan where it has none."""
        return float(self._kiwi.morpheme_similarity(one, other))

    def _korean(self, tokens: "Sequence[Token]") -> Analysis:
        words: list[str] = []
        ids: list[int] = []
        for token in tokens:
            said, numbers = self._read(token.id, token.form, token.tag)
            words += said
            ids += numbers
        return Analysis(tuple(words), tuple(ids))

    def _told(self, number: int, form: str, tag: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The words and the morpheme numbers of one token."""
        if tag in ("SL", "SN") or tag.startswith("W_"):
            return tuple(self._latin(form.lower())), ()
        if tag not in _KEPT:
            return (), ()
        word = f"{form}/{tag[:2]}" if tag[0] == "V" else form
        return () if word in self._stop_ko else (word,), self._parts(number, form, tag)

    def _english(self, text: str) -> Analysis:
        return Analysis(tuple(self._latin(text.lower())), ())

    def _parts(self, number: int, form: str, tag: str) -> tuple[int, ...]:
        """The number of a morpheme that Kiwi has a vector of; else those of its parts."""
        if self._has_vector(number):
            return (number,)
        parts = self._kiwi.tokenize(form, blocklist=[(form, tag)])
        return tuple(part.id for part in parts if part.tag in _KEPT and self._has_vector(part.id))

    def _has_vector(self, number: int) -> bool:
        return number >= _FIRST_MORPHEME and self.similarity(number, number) > 0

    def _latin(self, text: str) -> Iterator[str]:
        return (self._stem(word) for word in _LATIN.findall(text) if word not in self._stop_en)

    def _stemmed(self, word: str) -> str:
        with self._one_at_a_time:
            return str(self._stemmer.stemWord(word))


def plain(text: str) -> str:
    """A text as it is tokenised: composed Unicode, no wide forms, middle dots as blanks."""
    return unicodedata.normalize("NFC", text).translate(_PLAIN)
