"""Numbers as they are spelled: digits, Sino-Korean, native Korean and English words, shares, all and none."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any

from rag.tables import load_table, one_of

TABLE = "meetings/words/numbers"
_TEN = 10


class Kind(StrEnum):
    """What a number says: how many, which share, all of them, or those who are left."""

    COUNT = "count"
    SHARE = "share"
    ALL = "all"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as told; `value` is a count, or a share between 0 and 1; it says nothing for all and the rest.

    `of_votes` is a number of votes, as 5표 is.
    """

    kind: Kind
    value: Fraction
    of_votes: bool = False


def native(text: str) -> int:
    """The value of a native Korean numeral such as 스물다섯."""
    table = load_table(TABLE)
    rest, value = re.sub(r"\s", "", text), 0
    for words in (table["native_tens"], table["native"]):
        found = re.match(one_of(words), rest)
        if found:
            value += words[found.group()]
            rest = rest[found.end() :]
    return value


def sino(text: str) -> int:
    """The value of a Sino-Korean numeral such as 이십오."""
    digits = load_table(TABLE)["sino"]
    value = 0
    for letter in re.sub(r"\s", "", text):
        if letter in digits:
            value += digits[letter]
        elif letter == "십":
            value = max(value, 1) * _TEN
    return value


def english(text: str) -> int:
    """The value of an English numeral such as twenty-five; `a` is one."""
    table = load_table(TABLE)
    values = table["english"] | table["english_tens"]
    return sum(values.get(word, 1) for word in re.findall(r"[a-z]+", text.lower()))


@cache
def spelled() -> tuple[tuple[re.Pattern[str], Any], ...]:
    """The patterns of counts, the more certain first, each with what reads the value of its group `n`."""
    table = load_table(TABLE)
    counter = rf"\s?(?:{table['counters']})"
    unit, tens = one_of(table["native"]), one_of(table["native_tens"])
    digit = one_of(table["sino"])
    small, big = one_of(table["english"]), one_of(table["english_tens"])
    unjoined = r"(?<![가-힣])"
    joined = r"(?<=[은는이가의중석성대권척원적수한도])"
    return (
        (re.compile(rf"(?P<n>(?:{tens})\s?(?:{unit})){counter}"), native),
        (re.compile(rf"(?P<n>다섯|여섯|일곱|여덟|여덜|아홉|스물|스무|서른|마흔|예순|일흔|여든|아흔){counter}"), native),
        (re.compile(rf"(?:{unjoined}|(?<=[은는이가의중]))(?P<n>{tens}|{unit}){counter}"), native),
        (re.compile(rf"{joined}(?P<n>열|두|세|네){counter}"), native),
        (re.compile(rf"{unjoined}(?P<n>하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열(?!\s))(?=[은이,]|\s|$)"), native),
        (re.compile(rf"(?P<n>(?:{digit})?\s?십\s?(?:{digit})){counter}"), sino),
        (re.compile(rf"(?:{unjoined}|{joined})(?P<n>(?:{digit})?십){counter}"), sino),
        (
            re.compile(rf"{unjoined}(?P<n>{digit})\s(?:명|인(?!공|원|사|간|상|정|물))(?!단|시|확|백|예)(?![가-힣]*안)"),
            sino,
        ),
        (re.compile(rf"(?:{unjoined}|{joined})(?P<n>{digit})(?:명|표(?!결|준|를)|인(?!공|원|사|간|상|지능))"), sino),
        (re.compile(rf"(?i:\b(?P<n>(?:{big})[- ]?(?:{small})\b|(?:{big})\b|(?:{small})\b))"), english),
        (re.compile(rf"(?<![\d.])(?P<n>\d{{1,3}})(?![\d]|\.\d)(?:{counter})?"), int),
    )


@cache
def shares() -> tuple[tuple[re.Pattern[str], Any], ...]:
    """The patterns of shares, each with what reads one from the match."""
    table = load_table(TABLE)
    digit = one_of(table["sino"])
    names = {"third": 3, "quarter": 4, "fifth": 5, "fourth": 4}
    upper = "one|a|two|three"
    tops = {"one": 1, "a": 1, "two": 2, "three": 3}

    def korean(found: re.Match[str]) -> Fraction:
        below, above = (int(each) if each.isdecimal() else sino(each) for each in found.group("below", "above"))
        return Fraction(above, below) if below else Fraction(0)

    def worded(found: re.Match[str]) -> Fraction:
        return Fraction(tops[found["top"].lower()], names[found["part"].lower()])

    return (
        (re.compile(rf"(?<!\d)(?P<below>\d+|{digit})\s?분의\s?(?P<above>\d+|{digit})"), korean),
        (re.compile(rf"(?i:\b(?P<top>{upper})[- ](?P<part>{'|'.join(names)})s?\b)"), worded),
        (re.compile(rf"(?i:{one_of(table['words']['half'])})"), lambda _: Fraction(1, 2)),
    )
