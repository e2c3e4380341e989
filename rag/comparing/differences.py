"""The numbers and the terms in which two wordings of one matter differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.glossary import load_glossary
from corpus.works import Lang

_KO = re.compile(
    r"(?P<noun>[가-힣]+)?\s?(?<![제\d.])(?:(?P<share>과반수)|(?P<number>\d{1,3}|[한두세네](?=\s?(?:차례|번|명)))\s?"
    r"(?P<unit>명|인(?!공)|년|개월|일|회|차례|번|퍼센트|%|분의\s?\d)(?P<bound>\s?(?:이내|이상|이하|마다))?)"
)
_EN = re.compile(
    r"\b(?:(?P<share>majority)|(?P<number>one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|once|twice"
    r"|\d{1,3})\b(?!\.\s)"
    r"(?:\s?\(\d+\))?(?: or (?:fewer|more))? ?"
    r"(?P<unit>vice[- ]?chair\w*|(?:ex officio |commissioned )?[a-z]+(?:-[a-z]+)?)?)",
    re.IGNORECASE,
)
_NUMERALS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "fifteen": "15", "twenty": "20", "once": "1", "twice": "2",
    "한": "1", "두": "2", "세": "3", "네": "4",
}  # fmt: skip
_VERBAL = re.compile(r"(?:하여|하고|하며|되며|되고|따라|위하여|이며|또는|및|등|총|모두)$")
_PARTICLE = re.compile(r"(?<=[가-힣])(?:은|는|이|가|을|를|의|로|으로|에)$")
_REFERRING = (
    "article",
    "paragraph",
    "subparagraph",
    "of",
    "and",
    "or",
    "the",
    "to",
    "shall",
    "who",
    "as",
    "by",
    "another",
)
_PARTS = ("member", "committee", "office")
_SHORTEST, _SHOWN = 1, 4


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a wording: what it counts, how it is written, and its value."""

    counts: str
    written: str
    value: str


@dataclass(frozen=True, slots=True)
class Differences:
    """The pairs of numbers that differ, those that are equal, and the numbers and terms of one wording alone."""

    changed: tuple[tuple[Number, Number], ...]
    equal: tuple[Number, ...]
    lost: tuple[Number, ...]
    added: tuple[Number, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]


def differences(old: str, new: str, lang: Lang) -> Differences:
    """What differs between two wordings in one language; numbers are paired by what they count, in order."""
    before, after = list(_numbers(old, lang)), list(_numbers(new, lang))
    pairs = list(_paired(before, after))
    changed = tuple(pair for pair in pairs if pair[0].value != pair[1].value)
    equal = tuple(pair[0] for pair in pairs if pair[0].value == pair[1].value)
    lost = tuple(each for each in before if not any(each is pair[0] for pair in pairs))
    added = tuple(each for each in after if not any(each is pair[1] for pair in pairs))
    return Differences(changed, equal, lost, added, tuple(_terms(old, new, lang)), tuple(_terms(new, old, lang)))


def _paired(before: Sequence[Number], after: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    left = list(after)
    for each in before:
        other = next((number for number in left if number.counts == each.counts), None)
        if other is not None:
            left.remove(other)
            yield each, other


def _numbers(text: str, lang: Lang) -> Iterator[Number]:
    for found in (_KO if lang == "ko" else _EN).finditer(text):
        if found["share"]:
            yield Number(_noun(found["noun"] or "") if lang == "ko" else "", found.group().strip(), found["share"])
            continue
        value = _NUMERALS.get(found["number"].casefold(), found["number"])
        if lang == "ko":
            noun, unit = _noun(found["noun"] or ""), "명" if found["unit"] == "인" else found["unit"]
            blank = " " if found["number"] in _NUMERALS else ""
            written = f"{found['number']}{blank}{found['unit']}{found['bound'] or ''}"
            yield Number(f"{noun} {unit[0]}", f"{noun} {written}".strip(), value + unit[1:])
        elif (unit := (found["unit"] or "").casefold()) not in _REFERRING and not _refers(text, found.start()):
            yield Number(
                unit.rstrip("s").replace("-", " ") if unit else found["number"].casefold(), found.group().strip(), value
            )


def _refers(text: str, start: int) -> bool:
    """Whether a number is that of an article, a paragraph or a day."""
    before = text[max(0, start - 14) : start].casefold()
    return re.search(r"(?:articles?|paragraphs?|no\.|dec\.|subparagraphs?|\() ?$", before) is not None


def _noun(word: str) -> str:
    return "" if _VERBAL.search(word) else _PARTICLE.sub("", word)


def _terms(text: str, other: str, lang: Lang) -> Iterator[str]:
    """Terms of committees that stand in a text, and in no variant in the other."""
    here, there = text.casefold(), other.casefold()
    rows = [term for term in load_glossary() if term.part in _PARTS and not term.from_users]
    told: list[str] = []
    for row in rows:
        variants = [
            each
            for each in (row.ko if lang == "ko" else row.en)
            if len(each) > _SHORTEST and not any(map(str.isdigit, each))
        ]
        found = next((each for each in variants if each.casefold() in here), None)
        if found and not any(each.casefold() in there for each in variants) and found not in told:
            told.append(found)
    yield from told[:_SHOWN]
