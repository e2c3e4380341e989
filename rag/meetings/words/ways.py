"""The ways in which a text in signs tells what a number counts, one pattern each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from rag.meetings.words.masking import ALL, COUNT, NEITHER, REST, SHARE, UNANIMOUS
from rag.tables import load_table

TABLE = "meetings/words/counts"
PAIR = "pair"
"""The role of two numbers that are told at once."""

_ANY = f"[{COUNT}{SHARE}{ALL}{REST}{UNANIMOUS}]"
_VOTES = ("void", "abstaining", "against", "in_favor")
_AFTER = (
    "seats",
    "vacant",
    "base",
    "challenged",
    "excluded",
    "gone",
    "replaced",
    "proxy",
    "left",
    *_VOTES,
    "requested",
    "absent",
    "total",
    "attending",
    "enough",
    "register",
)
_BEFORE = (
    "seats",
    "vacant",
    "gone",
    "total",
    "requested",
    "challenged",
    "excluded",
    *_VOTES,
    "absent",
    "attending",
    "register",
)
_LISTED = ("excluded", *_VOTES, "absent", "attending", "register", "vacant")
_COUNTED = ("seats", "register", "base")
_SHARED = ("requested", "against", "in_favor", "abstaining")


@cache
def shares_of() -> re.Pattern[str]:
    """`8 of the 15 members`, with the groups `part` and `base`."""
    held = (
        r"(?:\s(?:(?:[a-z]+ ){0,3}members"
        r"|people|seats|votes|attendees|incumbents)\b)?(?:\sof (?:the |our )?(?:[a-z]+ ){0,4}(?:committee|council)\b)?"
        r"(?:\s(?:on the register|(?:who (?:were |are )?)?(?:present|attending|there|in attendance|attended|came)"
        r"(?=\s(?:voted|said|were|was|are|in favou?r|for|against|opposed|abstain|back|support|approv|agree))))?"
    )
    part = rf"(?P<part>(?:{_ANY}|{NEITHER})(?:\s(?:members|people|votes))?\s)"
    return re.compile(
        rf"(?i:{part}(?P<base>(?:out\s)?of\s(?:(?:the|our|its|all|those|a total of)\s)*{COUNT}{held}[\s,]?))"
    )


@dataclass(frozen=True, slots=True)
class Way:
    """One way to tell a number: the group `n` is the number, of a pair each group is named after its fact.

    Where `unless` follows, the way is not meant.
    """

    role: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None

    def search(self, text: str, at: int) -> re.Match[str] | None:
        """The first place from `at` on where a number is told in this way."""
        while found := self.pattern.search(text, at):
            if self.unless is None or not self.unless.match(text, found.end()):
                return found
            at = found.start() + 1
        return None


def find_ways(text: str) -> Iterator[tuple[Way, re.Match[str]]]:
    """Each number with the way in which it is told, from left to right; of several ways, the first in the list."""
    if not re.search(_ANY, text):
        return
    at = 0
    ahead: dict[Way, re.Match[str] | None] = {way: way.search(text, 0) for way in _ways()}
    while True:
        for way, found in ahead.items():
            if found and found.start() < at:
                ahead[way] = way.search(text, at)
        nearest = min(((found.start(), way) for way, found in ahead.items() if found), key=itemgetter(0), default=None)
        if nearest is None:
            return
        found = ahead[nearest[1]]
        if found is not None:
            yield nearest[1], found
            at = found.end()


@cache
def _ways() -> tuple[Way, ...]:
    pairs = (Way(PAIR, _compiled(each.replace("C)", f"{COUNT})"))) for each in load_table(TABLE)["pairs"]["patterns"])
    loose = Way("loose", _compiled(rf"(?P<n>{COUNT})\s?(?:{_words('loose', 'after')})"))
    alone = (Way("in_favor", _compiled(f"(?P<n>{UNANIMOUS})")), Way("unread", _compiled(f"(?P<n>{COUNT})")))
    return (*pairs, *map(_after, _AFTER), *map(_before, (*_BEFORE, "base")), loose, _before("loose"), *alone)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?i:{pattern})")


def _after(name: str) -> Way:
    """The word behind its number."""
    number = COUNT if name in _COUNTED else _ANY
    gap = r"\s?" if name == "base" else f"(?:{_any_of('between')}|밖에|{ALL})*"
    pattern = rf"{_any_of('prefix')}*\s?(?P<n>{number}){gap}(?>{_words(name, 'after')})"
    return Way(name, _compiled(pattern), None if name == "base" else _listed())


def _before(name: str) -> Way:
    """The word in front of its number."""
    number = COUNT
    if name in _SHARED:
        number = f"[{COUNT}{SHARE}{ALL}{UNANIMOUS}]" if name == "in_favor" else f"[{COUNT}{SHARE}]"
    pattern = rf"(?<![a-z])(?:{_words(name, 'before')}){_any_of('tail')}*(?P<n>{number})"
    pattern += r"(?:\smembers)?" if name == "base" else ""
    return Way(name, _compiled(pattern), _unless(name))


def _unless(name: str) -> re.Pattern[str] | None:
    """What follows where the word in front of a number does not say what it counts; seats are seats always."""
    if name in ("requested", "total"):
        return None
    return {"base": _there, "register": _of_seats, "loose": _of_seats, "seats": _limited}.get(name, _taken)()


@cache
def _limited() -> re.Pattern[str]:
    return _compiled("이상")


@cache
def _listed() -> re.Pattern[str]:
    """In 위원 15명 출석 8명 찬성 5명, each word goes with the number behind it."""
    noun = "(?<=출석|참석|찬성|반대|기권|재적|불참|결석|제척|회피|기피|무효|공석|결원)"
    follows = rf"{_any_of('between')}*(?:{_nouns()}|{_words('base', 'after')})"
    return _compiled(rf"{noun}\s(?:{_ANY}\s?(?:{_nouns()})\s)*{_ANY}(?!{follows})")


@cache
def _taken() -> re.Pattern[str]:
    """In 출석위원 5명이 찬성, the number goes with the word behind it."""
    subject = r"이|가|은|는|만|도|의|이서|\s(?:members\s|of them\s)?(?:voted|were|was|have)"
    return _compiled(rf"(?:{subject})*{_any_of('between')}*(?:{_nouns()})(?!{_any_of('tail')}*{COUNT})|이상")


@cache
def _of_seats() -> re.Pattern[str]:
    """Seats are not the register, nor are those who called the meeting, or so many of the members."""
    called = _words("requested", "after")
    return _compiled(rf"[\s-](?:seats?|places|posts)\b|\s?(?:out )?of\s{COUNT}|(?:{called})|{_taken().pattern}")


@cache
def _there() -> re.Pattern[str]:
    """Of the 8 present, five: those are told by the word behind."""
    there = "|".join(_words(each, "after") for each in ("attending", "seats", "register"))
    return _compiled(rf"\s?{_any_of('between')}*(?:{there})")


@cache
def _nouns() -> str:
    return "|".join(
        f"(?:{_words(name, side)})" for name in _LISTED for side in ("after", "before") if _words(name, side)
    )


def _words(name: str, side: str) -> str:
    return str(load_table(TABLE)[name].get(side, ""))


def _any_of(name: str) -> str:
    """Any of some words, each read in one way only: a text of many of them is not tried in every division."""
    words = (f"{word}(?![a-z])" if re.match("[a-z]", word) else word for word in load_table(TABLE)[name])
    return f"(?>{'|'.join(words)})"
