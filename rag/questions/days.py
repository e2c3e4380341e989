"""The days, months and years that a text names, in Korean and English: the one calendar of all questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from rag.questions.day_forms import TABLE, day_patterns, year_patterns
from rag.tables import load_table

_CENTURY, _WEEK, _YEAR = 2000, 7, 12
_MOST_DAYS = 31
_TELLING = ("d", "relative", "weekday", "ago")


class Grain(StrEnum):
    """How exactly a time is told."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Day:
    """A time that is told, and where: its first day, None for 31 February; `dated` tells if its year is written."""

    on: date | None
    start: int
    end: int
    grain: Grain = Grain.DAY
    dated: bool = True

    @property
    def month(self) -> bool:
        """Whether a month is told without a day."""
        return self.grain is Grain.MONTH

    @property
    def last(self) -> date | None:
        """The last day of what is told."""
        if self.on is None or self.grain is Grain.DAY:
            return self.on
        after = self.on.year * _YEAR + self.on.month - 1 + (1 if self.grain is Grain.MONTH else _YEAR)
        return date(after // _YEAR, after % _YEAR + 1, 1) - timedelta(days=1)


def find_days(text: str, as_of: date | None = None, *, years: bool = False) -> list[Day]:
    """Every day and month in a text, in order, with `years` also those that are told alone.

    One without a year is of the year of `as_of`, a relative one is counted from it; without `as_of` both are left out.
    """
    found: list[Day] = []
    for pattern in (*day_patterns(), *(year_patterns() if years else ())):
        for each in pattern.finditer(text):
            if any(other.start < each.end() and each.start() < other.end for other in found):
                continue
            parts = each.groupdict()
            dated = bool(parts.get("y") or parts.get("yy"))
            is_day, day = _read(parts, as_of or date.max) if dated or as_of else (False, None)
            if is_day:
                found.append(Day(day, *each.span(), _grain(parts), dated))
    return sorted(found, key=lambda day: day.start)


def _grain(parts: Mapping[str, Any]) -> Grain:
    if parts.keys() & set(_TELLING):
        return Grain.DAY
    return Grain.MONTH if parts.keys() & {"m", "name", "nextmonth"} else Grain.YEAR


def _read(parts: Mapping[str, Any], as_of: date) -> tuple[bool, date | None]:
    """Whether the parts of a match tell a time, and its first day; a day that no calendar has is None."""
    table = load_table(TABLE)
    if "relative" in parts:
        offset = table["relative"][parts["relative"].lower()]
        return abs(offset) < _WEEK, as_of + timedelta(days=offset)
    if "ago" in parts:
        return True, as_of - timedelta(days=_many(parts["ago"]) * (_WEEK if parts["unit"].lower() == "week" else 1))
    if "weekday" in parts:
        day = _weekday(parts, as_of)
        return day is not None, day
    if "nextmonth" in parts:
        month = as_of.year * _YEAR + as_of.month - 1 + table["month"][parts["nextmonth"].lower()]
        return True, date(month // _YEAR, month % _YEAR + 1, 1)
    if not parts.keys() & {"m", "name"}:
        return True, date(_year(parts, as_of), 1, 1)
    return _of_calendar(parts, as_of)


def _many(told: str) -> int:
    return int(told) if told.isdecimal() else int(load_table(TABLE)["count"][told.lower()])


def _year(parts: Mapping[str, Any], as_of: date) -> int:
    """The year that is told, alone or before a month; that of `as_of` where none is."""
    if "yearsago" in parts:
        return as_of.year - _many(parts["yearsago"])
    if "year" in parts:
        return as_of.year + int(load_table(TABLE)["year"][parts["year"].lower()])
    return int(parts.get("y") or 0) or (_CENTURY + int(parts["yy"]) if parts.get("yy") else as_of.year)


def _weekday(parts: Mapping[str, Any], as_of: date) -> date | None:
    """The weekday told; None for last Monday on a Tuesday, which may be yesterday or not."""
    table = load_table(TABLE)
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
    names = [each[:3] for each in load_table(TABLE)["months"]]
    month = names.index(name[:3].lower()) + 1 if name else int(parts["m"])
    day = int(parts.get("d") or 1)
    year = _year(parts, as_of)
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
    table = load_table(TABLE)
    offset: int = table["shift"][word]
    this = (as_of.month, as_of.day)
    if offset == table["latest"]:
        return as_of.year - int(day > this)
    if offset == table["coming"]:
        return as_of.year + int(day < this)
    return as_of.year + offset
