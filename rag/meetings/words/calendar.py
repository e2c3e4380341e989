"""The spellings of a day: with and without a year, a month alone, a weekday of last week, so many days ago."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from rag.meetings.words.numerals import TABLE as NUMBERS
from rag.meetings.words.numerals import english, one_of
from rag.tables import load_table

_TABLE = "meetings/words/days"
_CENTURY, _WEEK, _YEAR = 2000, 7, 12
_MOST_DAYS = 31


@cache
def day_patterns() -> tuple[re.Pattern[str], ...]:
    """The patterns of days, the fuller first; their groups are the parts that `read_day` takes."""
    table = load_table(_TABLE)
    small = one_of(load_table(NUMBERS)["english"])
    return (
        *_days(),
        *_months(),
        re.compile(rf"(?i:(?<![가-힣A-Za-z])(?P<nextmonth>{one_of(table['month'])})(?![A-Za-z]))"),
        _weekdays(),
        re.compile(rf"(?i:\b(?P<ago>\d{{1,3}}|an?|{small})\s(?P<unit>day|week)s?\sago\b)"),
        re.compile(rf"(?i:(?<![가-힣A-Za-z])(?P<relative>{one_of(table['relative'])})(?![A-Za-z]))"),
    )


_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_OF_WEEK = r"(?:\s*\([월화수목금토일]\))?"
_DOTTED = r"(?P<m>\d{1,2})\.(?P<gap>\s)?(?P<d>\d{1,2})(?![\d/:])(?(gap)\.|\.?)"


def _shifts() -> tuple[str, str]:
    """Words such as last year in front of a month, and behind it."""
    words = one_of(load_table(_TABLE)["shift"])
    return rf"(?:(?P<shift>{words})\s?)", rf"(?:,?\s(?:of\s)?(?P<shift>{words})\b)"


def _names() -> str:
    return "|".join(rf"{name[:3]}(?:{name[3:]})?\.?" for name in load_table(_TABLE)["months"])


def _days() -> tuple[re.Pattern[str], ...]:
    near, month = load_table(_TABLE)["dotted"], _names()
    shift, after = _shifts()
    return (
        re.compile(rf"(?P<y>\d{{4}})\s?년\s?(?P<m>\d{{1,2}})\s?월\s?(?P<d>\d{{1,2}})\s?일{_OF_WEEK}"),
        re.compile(
            rf"(?<![\d.])(?:(?P<y>\d{{4}})|'(?P<yy>\d{{2}}))\s?[-./]\s?(?P<m>\d{{1,2}})\s?[-./]\s?"
            rf"(?P<d>\d{{1,2}})(?!\d)\.?{_OF_WEEK}"
        ),
        re.compile(rf"(?i:\b(?P<name>{month})\s{_DAY},?\s(?P<y>\d{{4}}))"),
        re.compile(rf"(?i:\b{_DAY}\s(?:of\s)?(?P<name>{month}),?\s(?P<y>\d{{4}}))"),
        re.compile(rf"(?i:{shift}?(?P<m>\d{{1,2}})\s?월\s?(?P<d>\d{{1,2}})\s?일{_OF_WEEK})"),
        re.compile(rf"(?i:\b(?P<name>{month})\s{_DAY}\b(?!\s?(?:members|people|attend|of)){after}?)"),
        re.compile(rf"(?i:\b{_DAY}\s(?:of\s)?(?P<name>{month})\b{after}?)"),
        re.compile(rf"(?<![\d./:-]){_DOTTED}(?:{_OF_WEEK}{near['after']})"),
        re.compile(rf"(?:{near['before']}){_DOTTED}{_OF_WEEK}"),
        re.compile(rf"(?:{near['label']})(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})(?![\d/:]){_OF_WEEK}"),
        re.compile(r"(?<![\d./:-])(?P<m>\d{1,2})/(?P<d>\d{1,2})\s*\([월화수목금토일]\)"),
    )


def _months() -> tuple[re.Pattern[str], ...]:
    near, month = load_table(_TABLE)["dotted"], _names()
    full = "|".join(load_table(_TABLE)["months"])
    shift, after = _shifts()
    year = r"(?P<y>(?:19|20)\d{2})"
    return (
        re.compile(rf"{year}\s?년\s?(?P<m>\d{{1,2}})\s?월(?!\s?\d)"),
        re.compile(rf"(?<![\d.]){year}[./-]\s?(?P<m>\d{{1,2}})(?![\d./-])\.?{near['month']}"),
        re.compile(rf"(?i:\b(?P<name>{month})(?:\sof)?,?\s{year}\b)"),
        re.compile(rf"(?i:{shift}(?P<m>\d{{1,2}})\s?월(?!\s?\d))"),
        re.compile(rf"(?i:\b(?P<name>{full}){after})"),
        re.compile(rf"(?i:\b{shift}(?P<name>{full})\b)"),
        re.compile(rf"(?<![\d.])(?P<bare>)(?P<m>\d{{1,2}})\s?월(?:달)?{near['month']}"),
        re.compile(r"(?<![\d.])(?P<bare>)(?P<m>\d{1,2})\s?월에(?=\s?(?:열|개최|회의|모[였여]))"),
        re.compile(rf"(?i:\bin\s(?P<bare>)(?P<name>{full})\b(?!\s\d))"),
        re.compile(rf"(?i:\b(?:the|our|this)\s(?P<bare>)(?P<name>{full})(?='?s?\s(?:meeting|session|sitting)))"),
    )


def _weekdays() -> re.Pattern[str]:
    table = load_table(_TABLE)
    korean, english_week = one_of(table["week_ko"]), one_of(table["week_en"])
    name = "|".join(rf"{each[:3]}(?:{each[3:]})?\.?" for each in table["weekdays"])
    return re.compile(
        rf"(?P<week>{korean})\s?(?P<weekday>[월화수목금토일])요일"
        rf"|(?i:\b(?P<enweek>{english_week})\s(?P<enday>{name})\b)"
        rf"|(?i:\b(?P<daylast>{name})\s(?:of )?last week\b)"
    )


def read_day(parts: Mapping[str, Any], as_of: date) -> tuple[bool, date | None]:
    """Whether the parts of a match tell a day, and that day; a day that no calendar has is None."""
    table = load_table(_TABLE)
    if "relative" in parts:
        offset = table["relative"][parts["relative"].lower()]
        return abs(offset) < _WEEK, as_of + timedelta(days=offset)
    if "ago" in parts:
        many = int(parts["ago"]) if parts["ago"].isdecimal() else english(parts["ago"])
        return True, as_of - timedelta(days=many * (_WEEK if parts["unit"].lower() == "week" else 1))
    if "weekday" in parts:
        day = _weekday(parts, as_of)
        return day is not None, day
    if "nextmonth" in parts:
        month = as_of.year * _YEAR + as_of.month - 1 + table["month"][parts["nextmonth"].lower()]
        return True, date(month // _YEAR, month % _YEAR + 1, 1)
    return _of_calendar(parts, as_of)


def _weekday(parts: Mapping[str, Any], as_of: date) -> date | None:
    """The weekday told; None for last Monday on a Tuesday, which may be yesterday or not."""
    table = load_table(_TABLE)
    monday = as_of - timedelta(days=as_of.weekday())
    if parts["weekday"]:
        day = monday + timedelta(days="월화수목금토일".index(parts["weekday"]))
        weeks = table["week_ko"][parts["week"]]
    else:
        names = [each[:3] for each in table["weekdays"]]
        day = monday + timedelta(days=names.index((parts["enday"] or parts["daylast"])[:3].lower()))
        weeks = table["week_en"][parts["enweek"].lower()] if parts["enweek"] else -1
    if weeks == table["latest"]:
        return None if day < as_of else day - timedelta(days=_WEEK)
    if weeks == table["coming"]:
        return day if day > as_of else day + timedelta(days=_WEEK)
    return day + timedelta(days=_WEEK * weeks)


def _of_calendar(parts: Mapping[str, Any], as_of: date) -> tuple[bool, date | None]:
    name, shift = parts.get("name"), parts.get("shift")
    names = [each[:3] for each in load_table(_TABLE)["months"]]
    month = names.index(name[:3].lower()) + 1 if name else int(parts["m"])
    day = int(parts.get("d") or 1)
    year = int(parts.get("y") or 0) or (_CENTURY + int(parts["yy"]) if parts.get("yy") else as_of.year)
    if shift and not parts.get("y"):
        year = _shifted(shift.lower(), (month, day), as_of)
    if "bare" in parts and month > as_of.month:
        return False, None  # of last year or of this one
    try:
        return True, date(year, month, day)
    except ValueError:
        return 0 < month <= _YEAR and 0 < day <= _MOST_DAYS and "d" in parts, None


def _shifted(word: str, day: tuple[int, int], as_of: date) -> int:
    """The year of a day that is told with last year, or as the latest or the coming one of its name."""
    table = load_table(_TABLE)
    offset: int = table["shift"][word]
    this = (as_of.month, as_of.day)
    if offset == table["latest"]:
        return as_of.year - int(day > this)
    if offset == table["coming"]:
        return as_of.year + int(day < this)
    return as_of.year + offset
