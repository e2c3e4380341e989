"""The numbers, days and places of provisions that a sentence states, and whether its sources state them too."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from corpus.citations import Reference, find_references
from corpus.identifiers import ProvisionId
from corpus.naming import NOISE
from corpus.provisions import Law
from rag.answer import Citation
from rag.meetings.words.numerals import TABLE, english, native, sino
from rag.model.days import Day, is_among, take_days
from rag.questions.question import Question
from rag.tables import load_table, one_of

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)*")
_SAME = re.compile(r"(?:동|같은|위|해당)\s*조례|the\s+(?:same|said)\s+ordinance", re.IGNORECASE)
_COUNTERS = "명|인|분|사람|차례|번|회|가지|달|개월|개|해|년|일|주|곳|표|건"


def states_others(law: Law, text: str, citations: Sequence[Citation], question: Question) -> bool:
    """Whether a text states a number, a day or a place of a provision that is not in what it cites.

    What the question states may be repeated, and the day asked for.
    """
    sources = _plain("\n".join((question.text, *(_words(each) for each in citations))))
    versions = [each.id.version for each in citations if each.id.version is not None]
    known: list[Day] = [(each.year, each.month, each.day) for each in (question.as_of, *versions)]
    known += take_days(sources)[0]
    stated, rest = take_days(_plain(text))
    referred = [each for each in find_references(rest) if each.exact]
    for each in sorted(referred, key=lambda reference: -reference.start):
        rest = f"{rest[: each.start]} {rest[each.end :]}"
    held = {*_numbers(sources), *(str(day[0]) for day in known)}
    return (
        not all(is_among(day, known) for day in stated)
        or not all(_is_known(law, each, citations, sources) for each in referred)
        or not set(_numbers(rest)) <= held
    )


def _words(citation: Citation) -> str:
    """The words of a citation in both languages, and the name of its place."""
    other = citation.counterpart.quote if citation.counterpart else ""
    return "\n".join((citation.quote, other, citation.label))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _is_known(law: Law, reference: Reference, citations: Sequence[Citation], sources: str) -> bool:
    """Whether the citations are at the place of a reference, around it or in it, or refer to it themselves."""
    works = {name for each in citations for name in law.work(each.id.work).names}
    squeezed = NOISE.sub("", "\n".join((sources, *works))).casefold()
    here = reference.own or _SAME.fullmatch(reference.named)
    if not here and NOISE.sub("", reference.named).casefold() not in squeezed:
        return False
    units, depth = reference.units, len(reference.units)
    keys = [each.id for each in citations]
    named = [*(key.units for key in keys), *(each.units for each in find_references(sources))]
    around = any(each[:depth] == units for each in named)
    below = [(key, ProvisionId(key.work, key.version, units)) for key in keys]
    return around or any(key.covers(place) and place in law for key, place in below)


def _numbers(text: str) -> Iterator[str]:
    """The numbers in a text as digits, with the parts of those with dots; spelled ones from two on."""
    for found in _DIGITS.findall(text):
        number = found.replace(",", "")
        yield from {each.lstrip("0") or "0" for each in (number, *number.split("."))}
    for pattern, read in _spelled():
        for each in pattern.finditer(text):
            if (value := read(each["n"])) > 1:
                yield str(value)


@cache
def _spelled() -> tuple[tuple[re.Pattern[str], Callable[[str], int]], ...]:
    table = load_table(TABLE)
    tens, unit, digit = one_of(table["native_tens"]), one_of(table["native"]), one_of(table["sino"])
    big, small = one_of(table["english_tens"]), one_of(table["english"])
    return (
        (re.compile(rf"(?<![가-힣])(?P<n>(?:{tens})?\s?(?:{unit})|{tens})\s?(?:{_COUNTERS})"), native),
        (re.compile(rf"(?<![가-힣])(?P<n>(?:{digit})?십(?:{digit})?)\s?(?:{_COUNTERS})"), sino),
        (re.compile(rf"(?i:\b(?P<n>(?:{big})[- ]?(?:{small})|{big}|{small})\b)"), english),
    )
