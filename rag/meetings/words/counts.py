"""What each number of a text counts: members on the register, those there, votes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from rag.meetings.words.masking import ALL, COUNT, NEITHER, REST, SHARE, Masked
from rag.meetings.words.numerals import Kind, Quantity
from rag.tables import load_table

_TABLE = "meetings/words/counts"
_ANY = f"[{COUNT}{SHARE}{ALL}{REST}]"
_NOUNS = ("excluded", "void", "abstaining", "against", "in_favor", "absent", "attending", "register")
_AFTER = (
    "seats", "vacant", "base", "excluded", "left", "void", "abstaining", "against", "in_favor", "requested",
    "absent", "attending", "register",
)  # fmt: skip
_BEFORE = ("seats", "vacant", "requested", "excluded", "void", "abstaining", "against", "in_favor", "absent", "attending", "register")  # fmt: skip
_LAST = ("base", "loose")
_ONE_OF_ALL = ("seats", "register", "loose", "base")


@dataclass(frozen=True, slots=True)
class Mention:
    """One number and what it counts; `more` when it is told as so many more, `whole` as all of so many."""

    role: str
    quantity: Quantity
    start: int
    end: int
    words: str
    more: bool = False
    whole: bool = False


def find_counts(text: Masked) -> list[Mention]:
    """What each number counts, in the order of the text; what cannot be told is left out."""
    text = _share_last(text)
    found: list[Mention] = []
    at = 0
    while match := _pattern().search(text.text, at):
        found += _mentions(text, match)
        at = max(match.end("end") if match.group("end") is not None else match.end(), match.start() + 1)
    return found + list(_none_told(text))


def _share_last(text: Masked) -> Masked:
    """`8 of the 15 members attended` put as `of the 15 members 8 attended`."""
    order: list[int] = []
    at = 0
    for match in _shares_of().finditer(text.text):
        order += [*range(at, match.start()), *range(*match.span("base")), *range(*match.span("part"))]
        at = match.end()
    return text.reordered([*order, *range(at, len(text.text))])


@cache
def _shares_of() -> re.Pattern[str]:
    held = (
        r"(?:\s(?:members|people|seats|votes|voting members|committee members|registered members|attendees|incumbents)\b)?"
        r"(?:\s(?:on the register|(?:who (?:were |are )?)?(?:present|attending|there|in attendance|attended|came)"
        r"(?=,?\s(?:voted|said|were|was|are|in favou?r|for|against|opposed|abstain|back|support|approv|agree))))?"
    )
    part = rf"(?P<part>(?:{_ANY})(?:\s(?:members|people|votes))?\s)"
    return re.compile(
        rf"(?i:{part}(?P<base>(?:out\s)?of\s(?:(?:the|our|its|all|those|a total of)\s)*{COUNT}{held}[\s,]?))"
    )


def _words(name: str, side: str) -> str:
    return str(load_table(_TABLE)[name].get(side, ""))


@cache
def _pattern() -> re.Pattern[str]:
    """Every way to tell a number; the groups are named for it, and `end` is where to read on."""
    table = load_table(_TABLE)
    between, prefix, tail = (f"(?:{'|'.join(table[name])})" for name in ("between", "prefix", "tail"))
    nouns = "|".join(f"(?:{_words(name, side)})" for name in _NOUNS for side in ("after", "before"))
    # In 위원 15명 출석 8명 찬성 5명 each word goes with the number behind it.
    a_list = rf"(?!\s(?:{_ANY}\s?(?:{nouns})\s)*{_ANY}(?!{between}*(?:{nouns}|{_words('base', 'after')})))"
    # In 출석위원 5명이 찬성 the number goes with the word behind it.
    taken = rf"(?!(?:이|가|은|는|만|도|의|이서|\s(?:members\s|of them\s)?(?:voted|were|was|have))*{between}*(?:{nouns})(?!{tail}*{COUNT})|이상)"
    ways = [_pair(each) for each in table["pairs"]["patterns"]]
    for name in _AFTER:
        number = COUNT if name in _ONE_OF_ALL else _ANY
        gap = r"\s?" if name == "base" else f"(?:{between}|밖에|{ALL})*"
        ways.append(_way(f"{name}__after", rf"{prefix}*\s?", number, rf"{gap}(?>{_words(name, 'after')}){a_list}"))
    for name in (*_BEFORE, *_LAST):
        number = f"[{COUNT}{SHARE}]" if name in ("requested", "against", "in_favor", "abstaining") else COUNT
        follow = {
            "requested": "",
            "base": rf"(?!\s?{between}*(?:{_words('attending', 'after')}|{_words('seats', 'after')}|{_words('register', 'after')}))",
        }.get(name, taken)
        if name == "loose":
            ways.append(_way("loose__after", r"", COUNT, rf"\s?(?:{_words(name, 'after')})"))
        ways.append(_way(f"{name}__before", rf"(?:{_words(name, 'before')}){tail}*", number, follow))
    return re.compile(rf"(?i:{'|'.join(ways)})(?P<end>)")


def _way(name: str, front: str, number: str, back: str) -> str:
    """A way to tell; what is taken once cannot be given back, so that a half-read word is not a word."""
    start = r"(?<![a-z])" if re.match(r"\(\?:[(\w]", front) else ""
    return rf"(?:{start}{front}(?P<{name}>{number}){back})"


_counted = iter(range(99))


def _pair(pattern: str) -> str:
    number = next(_counted)
    return "(?:" + re.sub(r"\?P<(\w+)>", rf"?P<\1__pair{number}>", pattern).replace("C)", f"{COUNT})") + ")"


def _mentions(text: Masked, match: re.Match[str]) -> Iterator[Mention]:
    told = {name: match.span(name) for name, value in match.groupdict().items() if value is not None}
    del told["end"]
    pair = {name.partition("__")[0]: span for name, span in told.items() if "__pair" in name}
    if pair:
        yield from _of_pair(text, match, pair)
        return
    for name, (start, _) in told.items():
        quantity = text.numbers[start]
        if quantity is not None:
            yield _mention(text, match, name.partition("__")[0], quantity)


def _mention(text: Masked, match: re.Match[str], role: str, quantity: Quantity) -> Mention:
    words = match.group()
    role = "attending" if role == "absent" and "밖에" in words else role
    start, end = text.span(*match.span())
    more = bool(re.search(rf"{COUNT}\s?(?:이|만|이나)?\s?(?:더\s|more\b)", words))
    whole = ALL in words and quantity.kind is Kind.COUNT
    return Mention(role, quantity, start, end, words, more, whole)


def _of_pair(text: Masked, match: re.Match[str], pair: Mapping[str, tuple[int, int]]) -> Iterator[Mention]:
    after = pair.pop("after", (0, 0)) if isinstance(pair, dict) else (0, 0)
    result = text.text[slice(*after)]
    table = load_table(_TABLE)["pairs"]
    values = {name: text.numbers[span[0]] for name, span in pair.items() if span[0] < span[1]}
    first = next(iter(values.values()))
    values |= {name: first for name, span in pair.items() if span[0] == span[1]}
    odd = _disagrees(values, result, table)
    start, end = text.span(match.start(), after[0] or match.end())
    for name, quantity in values.items():
        if quantity is not None:
            yield Mention("unclear" if odd else name, quantity, start, end, match.group())


def _disagrees(values: Mapping[str, Any], result: str, table: Mapping[str, str]) -> bool:
    """Whether 5대 3 is told of a lost vote, or 3대 5 of one that was won: which side has how many is not told then."""
    if "in_favor" not in values or "against" not in values:
        return False
    more_for = values["in_favor"].value > values["against"].value
    more_against = values["in_favor"].value < values["against"].value
    return bool(
        (more_for and re.search(table["lost"], result))
        or (more_against and re.search(table["won"], result, re.IGNORECASE))
    )


def _none_told(text: Masked) -> Iterator[Mention]:
    table = load_table(_TABLE)
    for role, words in table["none"].items():
        for match in re.finditer(f"(?i:{words})", text.text):
            start, end = text.span(*match.span())
            yield Mention(role, Quantity(Kind.COUNT, Fraction(0)), start, end, match.group())
    for match in re.finditer(f"(?i:{table['pairs']['tie']})", text.text):
        start, end = text.span(*match.span())
        for role in ("in_favor", "against"):
            yield Mention(role, Quantity(Kind.SHARE, Fraction(1, 2)), start, end, match.group())


__all__ = ["NEITHER", "Mention", "find_counts"]
