"""The sentences of a provision as a colleague would say them: without notes, asides and doubled numerals."""

import re
from dataclasses import dataclass, replace

from corpus.amendments import without_notes
from corpus.works import Lang
from rag.answering.polite import polite

_ASIDE = {
    "ko": re.compile(r"\s?\((?:이하|약칭)(?![가-힣])[^()]*\)"),
    "en": re.compile(r"\s?\([Hh]ereinafter\b[^()]*\)|,? hereinafter (?:referred to as|called) [^,.;]*,?"),
}
_END = {
    "ko": re.compile(r"(?<=[가-힣)]\.)\s+(?=[가-힣「\"“(①-⑳])"),
    "en": re.compile(r"(?<=[a-z)\]]\.)\s+(?=[A-Z])"),
}
_ABBREVIATED = re.compile(r"\betc$")
_PROVISO_EN = re.compile(r":\s*Provided,?\s*(?:however,\s*)?[Tt]hat,?\s+", re.IGNORECASE)
_PROVISO = {"ko": re.compile(r"^다만,?\s*"), "en": re.compile(r"^However,\s*")}
_LEANING = re.compile(r"^(?:이 경우|이때|In (?:this|such) (?:case|event)s?\b|In such cases?\b)")
_PRONOUNCED = re.compile(r"^[\"“](?P<term>[^\"“”]+)[\"”](?=이?란|은|는|\s(?:refers|means))")
_TERM_EN = re.compile(r"^The term [\"“](?P<term>[^\"“”]+)[\"”]")
_VERB_EN = re.compile(r"\b(?:shall|may|means?|refers?|is|are|was|were|has|have|can|must|applies|counts?|does?)\b")
_NO_SENTENCE_EN = re.compile(r"^(?:Other|Matters|Where|When a|A person|Those|[A-Z]\w+ing)\b(?!.*\b(?:shall|may)\b)")
_NUMERALS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_DOUBLED = re.compile(rf"\b({'|'.join(_NUMERALS)})\s\((\d+)\)", re.IGNORECASE)
_MARKS = {"[": "]", "(": ")", "「": "」", "“": "”"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a provision, without its full stop; a `proviso` limits the one before it, `leaning` refers to it.

    `plain` is as in the text but for what is left out, `said` as it would be said.
    """

    plain: str
    said: str
    proviso: bool = False
    leaning: bool = False


def sentences(text: str, lang: Lang) -> tuple[Sentence, ...]:
    """The sentences of a text in order; none where one of them cannot be said otherwise than as it is written."""
    told = _plain(text, lang)
    if lang == "en":
        told = _PROVISO_EN.sub(". However, ", told)
    parts = [without_stop(part) for part in _parted(told, lang)]
    read = [_sentence(part, lang) for part in parts if part]
    return tuple(each for each in read if each) if all(read) else ()


def spoken(text: str, lang: Lang) -> str:
    """The words of a text without notes, asides and doubled numerals, and without the mark at its end."""
    return without_stop(_plain(text, lang))


def without_stop(text: str) -> str:
    """A text without the mark at its end; the full stop of an abbreviation stays."""
    bare = text.strip().rstrip(".:;, ")
    return f"{bare}." if _ABBREVIATED.search(bare) else bare


def without_turn(sentence: Sentence, lang: Lang) -> Sentence:
    """A proviso without the word that sets it against the sentence before it."""
    said = _PROVISO[lang].sub("", sentence.said)
    return replace(sentence, said=said[:1].upper() + said[1:])


def without_marks(said: str) -> str:
    """A sentence that defines a term, without the quotation marks around the term."""
    bare = _TERM_EN.sub(r"\g<term>", _PRONOUNCED.sub(r"\g<term>", said))
    return bare if bare == said else bare[:1].upper() + bare[1:]


def number_in_words(word: str) -> int | None:
    """The number that an English numeral or digits stand for."""
    bare = word.casefold()
    if bare in _NUMERALS:
        return _NUMERALS.index(bare)
    return int(bare) if bare.isdecimal() and bare.isascii() else None


def _plain(text: str, lang: Lang) -> str:
    bare = " ".join(_ASIDE[lang].sub("", without_notes(text)).split())
    return _DOUBLED.sub(_once, bare) if lang == "en" else bare


def in_words(number: int) -> str:
    """A number as English writes it, in words as far as twenty."""
    return _NUMERALS[number] if number < len(_NUMERALS) else str(number)


def _sentence(part: str, lang: Lang) -> Sentence | None:
    said = polite(part) if lang == "ko" else _as_sentence(part)
    if said is None:
        return None
    return Sentence(part, said, bool(_PROVISO[lang].match(part)), bool(_LEANING.match(part)))


def _as_sentence(part: str) -> str | None:
    """An English sentence; None for a heading or a bare phrase, which has no verb of law in it."""
    if _NO_SENTENCE_EN.match(part):
        return None
    return part if _VERB_EN.search(part) and part.lstrip('"“')[:1].isupper() else None


def _parted(text: str, lang: Lang) -> list[str]:
    """The text cut after full stops; not inside brackets and quotation marks."""
    cut, parts = 0, []
    for found in _END[lang].finditer(text):
        if _is_closed(text[cut : found.start()]):
            parts.append(text[cut : found.start()])
            cut = found.end()
    return [*parts, text[cut:]]


def _is_closed(text: str) -> bool:
    return all(text.count(start) == text.count(end) for start, end in _MARKS.items()) and text.count('"') % 2 == 0


def _once(found: re.Match[str]) -> str:
    return found[1] if number_in_words(found[1]) == int(found[2]) else found[0]
