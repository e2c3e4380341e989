"""The ways in which a text in signs tells what a number counts, as one pattern."""

import re
from collections.abc import Iterator
from functools import cache

from rag.meetings.words.masking import ALL, COUNT, NEITHER, REST, SHARE, UNANIMOUS
from rag.tables import load_table

TABLE = "meetings/words/counts"
PAIR = "__pair"
"""What the group of a number is named after the fact, where two are told at once."""

_ANY = f"[{COUNT}{SHARE}{ALL}{REST}{UNANIMOUS}]"
_VOTES = ("void", "abstaining", "against", "in_favor")
_AFTER = (
    "seats",
    "vacant",
    "base",
    "excluded",
    "left",
    *_VOTES,
    "requested",
    "absent",
    "attending",
    "enough",
    "register",
)
_BEFORE = ("seats", "vacant", "requested", "excluded", *_VOTES, "absent", "attending", "register")
_LISTED = ("excluded", *_VOTES, "absent", "attending", "register", "vacant")
_COUNTED = ("seats", "register", "base")
_SHARED = ("requested", "against", "in_favor", "abstaining")


@cache
def shares_of() -> re.Pattern[str]:
    """`8 of the 15 members`, with the groups `part` and `base`."""
    held = (
        r"(?:\s(?:(?:[a-z]+ ){0,3}members"
        r"|people|seats|votes|attendees|incumbents)\b)?"
        r"(?:\s(?:on the register|(?:who (?:were |are )?)?(?:present|attending|there|in attendance|attended|came)"
        r"(?=,?\s(?:voted|said|were|was|are|in favou?r|for|against|opposed|abstain|back|support|approv|agree))))?"
    )
    part = rf"(?P<part>(?:{_ANY}|{NEITHER})(?:\s(?:members|people|votes))?\s)"
    return re.compile(
        rf"(?i:{part}(?P<base>(?:out\s)?of\s(?:(?:the|our|its|all|those|a total of)\s)*{COUNT}{held}[\s,]?))"
    )


@cache
def ways() -> re.Pattern[str]:
    """Every way to tell a number.

    The groups are named after the facts, with `__after` or `__before` for the side on which the word stands, or
    `__pair` and a number.
    """
    loose = [rf"(?:(?P<loose__after>{COUNT})\s?(?:{_words('loose', 'after')}))"]
    each = [*_pairs(), *map(_after, _AFTER), *map(_before, (*_BEFORE, "base")), *loose, _before("loose")]
    each += [f"(?P<in_favor__alone>{UNANIMOUS})", f"(?P<unread__alone>{COUNT})"]
    return re.compile(rf"(?i:{'|'.join(each)})")


def _pairs() -> Iterator[str]:
    for number, pattern in enumerate(load_table(TABLE)["pairs"]["patterns"]):
        named = re.sub(r"\?P<(\w+)>", rf"?P<\1{PAIR}{number}>", pattern)
        yield f"(?:{named.replace('C)', f'{COUNT})')})"


def _after(name: str) -> str:
    """The word behind its number; in 위원 15명 출석 8명 찬성 5명, each word goes with the number behind it."""
    between, nouns = _any_of("between"), _nouns()
    noun = "(?<=출석|참석|찬성|반대|기권|재적|불참|결석|제척|회피|기피|무효|공석|결원)"
    listed = rf"(?!{noun}\s(?:{_ANY}\s?(?:{nouns})\s)*{_ANY}(?!{between}*(?:{nouns}|{_words('base', 'after')})))"
    number = COUNT if name in _COUNTED else _ANY
    gap, follow = (r"\s?", "") if name == "base" else (f"(?:{between}|밖에|{ALL})*", listed)
    return rf"(?:{_any_of('prefix')}*\s?(?P<{name}__after>{number}){gap}(?>{_words(name, 'after')}){follow})"


def _before(name: str) -> str:
    """The word in front of its number; in 출석위원 5명이 찬성, the number goes with the word behind it."""
    between, tail = _any_of("between"), _any_of("tail")
    subject = r"이|가|은|는|만|도|의|이서|\s(?:members\s|of them\s)?(?:voted|were|was|have)"
    taken = rf"(?!(?:{subject})*{between}*(?:{_nouns()})(?!{tail}*{COUNT})|이상)"
    there = "|".join(_words(each, "after") for each in ("attending", "seats", "register"))
    follow = {
        "requested": "",
        "register": rf"{taken}(?!\s(?:seats|places|posts)\b)",
        "base": rf"(?!\s?{between}*(?:{there}))(?:\smembers)?",
    }.get(name, taken)
    number = (
        f"[{COUNT}{SHARE}{ALL}{UNANIMOUS}]" if name == "in_favor" else f"[{COUNT}{SHARE}]" if name in _SHARED else COUNT
    )
    return rf"(?:(?<![a-z])(?:{_words(name, 'before')}){tail}*(?P<{name}__before>{number}){follow})"


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
