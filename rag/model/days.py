"""Days and months as sentences state them, in both languages."""

import re
from collections.abc import Iterable
from functools import cache

Day = tuple[int | None, int, int | None]
"""A year, a month and a day of the month; what is not told is None."""

_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_YEAR = r"(?P<y>(?:19|20|21)\d\d)"


def take_days(text: str) -> tuple[list[Day], str]:
    """The days and months that a text states, and the text without them."""
    found: list[Day] = []
    for pattern in _patterns():
        found += [_read(each) for each in pattern.finditer(text)]
        text = pattern.sub(" ", text)
    return found, text


def is_among(day: Day, known: Iterable[Day]) -> bool:
    """Whether a known day has all that is told of a day."""
    return any(all(a is None or a == b for a, b in zip(day, each, strict=True)) for each in known)


def _read(found: re.Match[str]) -> Day:
    parts = found.groupdict()
    month = int(parts["m"]) if parts.get("m") else _MONTHS.index(parts["name"][:3]) // 3 + 1
    year, day = parts.get("y"), parts.get("d")
    return int(year) if year else None, month, int(day) if day else None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The patterns of days, the fuller first."""
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\b"
    name = r"\b(?P<name>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\b\.?"
    return (
        re.compile(rf"{_YEAR}\s?[년./-]\s?(?P<m>\d{{1,2}})\s?[월./-]\s?(?P<d>\d{{1,2}})(?!\d)(?:\s?일|\.)?"),
        re.compile(rf"{_YEAR}\s?년\s?(?P<m>\d{{1,2}})\s?월"),
        re.compile(rf"{name}\s{day},?\s{_YEAR}"),
        re.compile(rf"\b{day}\s(?:of\s)?{name},?\s{_YEAR}"),
        re.compile(rf"{name},?\s{_YEAR}"),
        re.compile(rf"{name}\s{day}"),
        re.compile(rf"\b{day}\s(?:of\s)?{name}"),
        re.compile(r"(?P<m>\d{1,2})\s?월\s?(?P<d>\d{1,2})\s?일"),
    )
