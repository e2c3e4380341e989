"""The heads and the members of a committee told one by one: 위원장 1명, 부위원장 1명, 위원 11명."""

import re
from functools import cache

from rag.meetings.words.numerals import TABLE, english, native
from rag.tables import load_table, one_of


@cache
def sums() -> tuple[re.Pattern[str], ...]:
    """The patterns of persons told one by one, with the numbers in the groups `a`, `b` and `n`; a head is one."""
    table = load_table(TABLE)
    few = one_of(["\\d", "한", "두", "세"])
    counter, and_ = r"\s?[명인분]", r"\s?(?:,|과|와|및|·|그리고|\+|하고|이랑)\s?(?:그리고\s?)?"
    many = rf"(?P<n>\d{{1,2}}|(?:{one_of(table['native_tens'])})?(?:{one_of(table['native'])})|열)\s?[명인분]"
    small = one_of(table["english"])
    one, other = rf"(?:the|an?|one|1|\d|{small})", r"(?:other |ordinary |further |regular |more )?"
    chair, vice = r"chair(?:man|woman|person)?", r"(?:vice|deputy)[- ]?chair(?:man|woman|person|s|men)?"
    sep = r"(?:,? and |, | plus )"
    kind = r"(?:당연직|위촉직|민간|외부|내부|공무원|시의원)(?:\s?위원)?\s?"
    seat = r"(?:ex[- ]officio|commissioned|appointed|civilian|outside|external|internal|elected)"
    return (
        re.compile(
            rf"(?<!부)위원장(?:님)?(?:\s?(?P<a>{few}){counter})?{and_}부위원장(?:님)?(?:\s?(?P<b>{few}){counter})?{and_}"
            rf"(?:일반\s?|다른\s?|나머지\s?|평\s?)?위원\s?{many}"
        ),
        re.compile(
            rf"(?<!부)위원장(?:\s?(?P<a>{few}){counter}){and_}(?:일반\s?|다른\s?|나머지\s?|평\s?)?위원\s?{many}"
        ),
        re.compile(rf"(?i:\b{one} {chair}{sep}(?P<b>{one}) {vice}{sep}(?P<n>\d{{1,2}}|{small}) {other}members\b)"),
        re.compile(rf"{kind}(?P<a>\d{{1,2}})\s?[명인분]{and_}{kind}{many}"),
        re.compile(
            rf"(?i:\b(?P<a>\d{{1,2}}|{small}) {seat}(?: members)?{sep}(?P<n>\d{{1,2}}|{small}) {seat} members\b)"
        ),
        re.compile(rf"(?i:\b(?:a|one|1) {chair}{sep}(?P<n>\d{{1,2}}|{small}) {other}members\b)"),
    )


def summed(found: re.Match[str]) -> int:
    """How many persons a match of `sums` tells of."""
    parts = found.groupdict()
    named = [parts[name] for name in "ab" if name in parts]
    heads = sum(_value(each) if each else 1 for each in named) + int("a" not in parts)
    return heads + _value(found["n"])


def _value(told: str) -> int:
    if told.isdecimal():
        return int(told)
    return native(told) if told > "z" else english(told)
