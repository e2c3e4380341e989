"""The days in a text: that of the meeting, and how long before it the notice went out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from rag.meetings.words.numerals import TABLE as NUMBERS
from rag.meetings.words.numerals import english, native, one_of, sino
from rag.tables import load_table

_TABLE = "meetings/words/days"
_CENTURY, _FAR, _NEAR, _WEEK, _MONTH = 2000, 40, 30, 7, 30
_CLAUSE = re.compile(r",|는데|지만|으나|\bbut\b|\balthough\b")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that is told, and where."""

    date: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Notice:
    """How many days before the meeting its members were told of it, and where that stands."""

    days: int
    start: int
    end: int


def find_days(text: str, as_of: date) -> list[Day]:
    """Every date in a text, in order; one without a year is of the year of `as_of`."""
    found: list[Day] = []
    for pattern in _patterns():
        for each in pattern.finditer(text):
            day = _read(each.groupdict(), as_of)
            if day and not any(other.start < each.end() and each.start() < other.end for other in found):
                found.append(Day(day, *each.span()))
    return sorted(found, key=lambda day: day.start)


def of_the_meeting(text: str, days: list[Day]) -> list[Day]:
    """The days that may be that of the meeting: one, or several that disagree."""
    able = [day for day in days if not _is_other(text, day)]
    if len({day.date for day in able}) > 1:
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


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    table = load_table(_TABLE)
    month = "|".join(rf"{name[:3]}(?:{name[3:]})?\.?" for name in table["months"])
    weekday = r"(?:\s*\([월화수목금토일]\))?"
    return (
        re.compile(rf"(?P<y>\d{{4}})\s?년\s?(?P<m>\d{{1,2}})\s?월\s?(?P<d>\d{{1,2}})\s?일{weekday}"),
        re.compile(
            rf"(?<![\d.])(?:(?P<y>\d{{4}})|'(?P<yy>\d{{2}}))\s?[-./]\s?(?P<m>\d{{1,2}})\s?[-./]\s?"
            rf"(?P<d>\d{{1,2}})(?!\d)\.?{weekday}"
        ),
        re.compile(rf"(?i:\b(?P<name>{month})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y>\d{{4}}))"),
        re.compile(rf"(?i:\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<name>{month}),?\s(?P<y>\d{{4}}))"),
        re.compile(rf"(?:(?P<this>올해)\s?)?(?P<m>\d{{1,2}})\s?월\s?(?P<d>\d{{1,2}})\s?일{weekday}"),
        re.compile(rf"(?i:\b(?P<name>{month})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?(?:members|people|attend|of)))"),
        re.compile(rf"(?i:\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<name>{month})\b)"),
        re.compile(rf"(?i:(?<![가-힣A-Za-z])(?P<relative>{one_of(table['relative'])})(?![A-Za-z]))"),
    )


def _read(parts: dict[str, Any], as_of: date) -> date | None:
    table = load_table(_TABLE)
    if relative := parts.get("relative"):
        offset = table["relative"][relative.lower()]
        return as_of + timedelta(days=offset) if abs(offset) < _WEEK else None
    year = int(parts.get("y") or 0) or (_CENTURY + int(parts["yy"]) if parts.get("yy") else as_of.year)
    name = parts.get("name")
    try:
        month = [each[:3] for each in table["months"]].index(name[:3].lower()) + 1 if name else int(parts["m"])
        return date(year, month, int(parts["d"]))
    except ValueError:
        return None


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
