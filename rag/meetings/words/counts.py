"""What each number of a text counts: members on the register, those there, votes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from rag.meetings.words.masking import ALL, COUNT, Masked
from rag.meetings.words.numerals import Kind, Quantity
from rag.meetings.words.ways import PAIR, TABLE, shares_of, ways
from rag.tables import load_table


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
    for match in ways().finditer(text.text):
        found += _mentions(text, match)
    return found + list(_none_told(text))


def _share_last(text: Masked) -> Masked:
    """`8 of the 15 members attended` put as `of the 15 members 8 attended`."""
    order: list[int] = []
    at = 0
    for match in shares_of().finditer(text.text):
        order += [*range(at, match.start()), *range(*match.span("base")), *range(*match.span("part"))]
        at = match.end()
    return text.reordered([*order, *range(at, len(text.text))])


def _mentions(text: Masked, match: re.Match[str]) -> Iterator[Mention]:
    told = {name: match.span(name) for name, value in match.groupdict().items() if value is not None}
    pair = {name.partition("__")[0]: span for name, span in told.items() if PAIR in name}
    if pair:
        yield from _of_pair(text, match, pair)
        return
    for name, (start, _) in told.items():
        quantity = text.numbers[start]
        if quantity is not None:
            yield _mention(text, match, name.partition("__")[0], quantity)


def _mention(text: Masked, match: re.Match[str], role: str, quantity: Quantity) -> Mention:
    words = match.group()
    role = "attending" if role == "enough" or (role == "absent" and "밖에" in words) else role
    role = "in_favor" if quantity.of_votes and role in ("attending", "register", "loose") else role
    start, end = text.span(*match.span())
    if role == "attending" and re.search(f"(?i:{load_table(TABLE)['besides']['before']})", _before(text, match)):
        quantity = replace(quantity, value=quantity.value + 1)
    more = bool(re.search(rf"{COUNT}\s?(?:이|만|이나)?\s?(?:더\s|more\b)", words))
    whole = ALL in words and quantity.kind is Kind.COUNT and not re.search(r"(?:present|attending)$", words)
    return Mention(role, quantity, start, end, words, more, whole)


def _before(text: Masked, match: re.Match[str]) -> str:
    """The text up to the number, with the words for members that go with it left out."""
    number = re.search(f"[{COUNT}]", match.group())
    return text.text[: match.start() + (number.start() if number else 0)]


def _of_pair(text: Masked, match: re.Match[str], pair: Mapping[str, tuple[int, int]]) -> Iterator[Mention]:
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
