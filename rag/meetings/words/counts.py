"""What each number of a text counts: members on the register, those there, votes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from rag.meetings.words.masking import ALL, COUNT, Masked
from rag.meetings.words.numerals import Kind, Quantity
from rag.meetings.words.ways import PAIR, TABLE, Way, find_ways, shares_of
from rag.tables import load_table

_NEAR = 60
_CAME = ("attending", "absent", "base", "in_favor", "against", "abstaining")
_PEOPLE = (*_CAME, "register", "loose")


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


def of_role(mentions: Iterable[Mention], *roles: str, kind: Kind | None = None) -> list[Mention]:
    """The mentions of some roles, of one `kind` of number if that is given."""
    return [each for each in mentions if each.role in roles and (kind is None or each.quantity.kind is kind)]


def find_counts(text: Masked) -> list[Mention]:
    """What each number counts, in the order of the text; what cannot be told is left out."""
    text = _share_last(text)
    found: list[Mention] = []
    for way, match in find_ways(text.text):
        found += _mentions(text, way, match)
    return found + list(_none_told(text))


def _share_last(text: Masked) -> Masked:
    """`8 of the 15 members attended` put as `of the 15 members 8 attended`."""
    order: list[int] = []
    at = 0
    for match in shares_of().finditer(text.text):
        order += [*range(at, match.start()), *range(*match.span("base")), *range(*match.span("part"))]
        at = match.end()
    return text.reordered([*order, *range(at, len(text.text))])


def _mentions(text: Masked, way: Way, match: re.Match[str]) -> Iterator[Mention]:
    if way.role == PAIR:
        yield from _of_pair(text, match)
    elif (quantity := text.numbers[match.start("n")]) is not None:
        yield _mention(text, match, way.role, quantity)


def _mention(text: Masked, match: re.Match[str], role: str, quantity: Quantity) -> Mention:
    words = match.group()
    role = "attending" if role == "enough" or (role == "absent" and "밖에" in words) else role
    role = "in_favor" if quantity.of_votes and role in ("attending", "register", "loose") else role
    start, end = text.span(*match.span())
    besides = _besides(text, match)
    if besides is None and role in _CAME:
        role = "unread"
    elif role in _PEOPLE and quantity.kind is Kind.COUNT:
        quantity = replace(quantity, value=quantity.value + (1 if besides is None else besides))
    more = bool(re.search(rf"{COUNT}\s?(?:이|만|이나)?\s?(?:더\s|more\b)", words))
    whole = ALL in words and quantity.kind is Kind.COUNT and not re.search(r"(?:present|attending)$", words)
    return Mention(role, quantity, start, end, words, more, whole)


def _besides(text: Masked, match: re.Match[str]) -> int | None:
    """How many there are besides a number, as in 위원장 외 6명; None where the chair is left out."""
    table = load_table(TABLE)["besides"]
    at = match.start("n")
    before, after = text.text[max(0, at - _NEAR) : at], text.text[at + 1 : at + _NEAR]
    if re.search(f"(?i:{table['out_before']})", before) or re.match(f"(?i:{table['out_after']})", after):
        return None
    named = re.search(f"(?i:{table['before']})", before) or re.match(f"(?i:{table['after']})", after)
    return len(re.findall(f"(?i:{table['person']})", named.group())) if named else 0


def _of_pair(text: Masked, match: re.Match[str]) -> Iterator[Mention]:
    pair = {name: match.span(name) for name, told in match.groupdict().items() if told is not None}
    result = text.text[slice(*pair.get("after", (0, 0)))]
    table = load_table(TABLE)["pairs"]
    values = {name: text.numbers[span[0]] for name, span in pair.items() if name != "after" and span[0] < span[1]}
    first = next(iter(values.values()))
    values |= {name: first for name, span in pair.items() if name != "after" and span[0] == span[1]}
    odd = _disagrees(values, result, table)
    start, end = text.span(match.start(), match.end())
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
    table = load_table(TABLE)
    for role, words in table["none"].items():
        for match in re.finditer(f"(?i:{words})", text.text):
            start, end = text.span(*match.span())
            yield Mention(role, Quantity(Kind.COUNT, Fraction(0)), start, end, match.group())
    for match in re.finditer(f"(?i:{table['one']['excluded']})", text.text):
        start, end = text.span(*match.span())
        yield Mention("one_excluded", Quantity(Kind.COUNT, Fraction(1)), start, end, match.group())
    for match in re.finditer(f"(?i:{table['pairs']['tie']})", text.text):
        start, end = text.span(*match.span())
        for role in ("in_favor", "against"):
            yield Mention(role, Quantity(Kind.SHARE, Fraction(1, 2)), start, end, match.group())
