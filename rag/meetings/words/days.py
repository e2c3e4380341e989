"""The days in a text: that of the meeting, and how long before it the notice went out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rag.meetings.words.numerals import TABLE as NUMBERS
from rag.meetings.words.numerals import english, native, sino
from rag.questions.days import Day
from rag.tables import load_table, one_of

_TABLE = "meetings/words/days"
_FAR, _NEAR, _WEEK, _MONTH = 40, 30, 7, 30
_CLAUSE = re.compile(r",|는데|지만|으나|\bbut\b|\balthough\b")


@dataclass(frozen=True, slots=True)
class Notice:
    """How many days before the meeting its members were told of it, and where that stands."""

    days: int
    start: int
    end: int


def of_the_meeting(text: str, days: list[Day]) -> list[Day]:
    """The days that may be that of the meeting: one, or several that disagree; a month gives way to a day."""
    able = [day for day in days if not _is_other(text, day)]
    able = [day for day in able if not day.month] or able
    if len({day.on for day in able}) > 1:
        near = re.compile(load_table(_TABLE)["meeting_near"])
        telling = [day for day in able if near.search(text[day.end : day.end + _NEAR])]
        return telling or able
    return able


def _is_other(text: str, day: Day) -> bool:
    table = load_table(_TABLE)
    before, after = text[max(0, day.start - _FAR) : day.start].lower(), text[day.end :].lower()
    return any(re.match(table[name], after) for name in ("law_after", "other_after")) or any(
        re.search(table[name], before) for name in ("law_before", "other_before")
    )


def find_notices(text: str) -> Iterator[Notice]:
    """Each place that tells how long before the meeting its members were notified; a duty to do so is none."""
    table = load_table(_TABLE)["notice"]
    for found in _ahead().finditer(text):
        after = re.split(r"[.?!;]", text[found.end() : found.end() + _FAR])[0]
        before = re.split(r"[.?!;]", text[max(0, found.start() - _FAR) : found.start()])[-1]
        told = re.search(f"(?i:{table['told']})", before + found.group() + after)
        same = _CLAUSE.split(before)[-1] + found.group() + _CLAUSE.split(after)[0]
        if told and not re.search(table["duty"], same):
            yield Notice(_length(found), *found.span())


@cache
def _ahead() -> re.Pattern[str]:
    numbers = load_table(NUMBERS)
    small, big, digit = one_of(numbers["english"]), one_of(numbers["english_tens"]), one_of(numbers["sino"])
    ahead = load_table(_TABLE)["notice"]["ahead"]
    many = rf"\d{{1,3}}|(?:{digit})?십(?:{digit})?|{digit}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열"
    worded = rf"\d{{1,3}}|(?:{big})[- ](?:{small})|{big}|{small}|a"
    return re.compile(
        rf"(?:(?P<n>{many})\s?(?P<unit>일|주일?|달|개월)|(?P<named>{one_of(numbers['days'])}|일주일))\s?(?:{ahead})"
        rf"|(?i:\b(?P<en>{worded})\s(?P<enunit>days?|weeks?)'?\s(?:{ahead}|(?:of\s)?(?:written\s)?notice))"
        rf"|(?P<daybefore>하루\s?전날|(?:회의\s)?전날(?=에?\s?(?:통|공|알|연|안))|(?i:the day before))"
        rf"|(?P<sameday>당일(?=에?야?\s?(?:아침에?\s?)?(?:통|공|알|연|안))|(?i:on the (?:same )?day itself))"
    )


def _length(found: re.Match[str]) -> int:
    if found["daybefore"] or found["sameday"]:
        return 1 if found["daybefore"] else 0
    if found["named"]:
        return int(load_table(NUMBERS)["days"].get(found["named"], _WEEK))
    told, unit = found["n"] or found["en"], found["unit"] or found["enunit"]
    times = {"주": _WEEK, "w": _WEEK, "달": _MONTH, "개": _MONTH}.get(unit[0].lower(), 1)
    return times * (int(told) if told.isdecimal() else english(told) or sino(told) or native(told) or 1)
