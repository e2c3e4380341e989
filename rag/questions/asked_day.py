"""The day whose law a question asks for by its words: 2018년 당시, as of June 2018, before the whole amendment.

A year or a month is read as its last day, since the text in force then is the one it left behind; but never as a day
after that of the door, unless what is told lies ahead of it altogether. When in doubt, a time is a fact in the
question and not its day: what was appointed, introduced, budgeted or held then, and all that papers are asked for.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from corpus.works import Work
from rag.questions.days import Day, Grain, find_days
from rag.questions.events import Event, find_events
from rag.tables import load_table

_DAY = timedelta(days=1)
_MOST_TIMES, _NEAR = 6, 60
_OPENING = ("strong_before", "eve_before", "after_before", "weak_before")
_CLOSING = ("strong_after", "strong_law", "eve_after", "after_after", "weak_after")
_MIDDLE = {Grain.YEAR: (6, 30), Grain.MONTH: (0, 15)}


class Told(StrEnum):
    """How the day was told: by a time, by what happened to an ordinance, or as the day of the door."""

    TIME = "time"
    EVENT = "event"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class AskedDay:
    """The day asked for, and the words that tell it, from `start` to before `end`; `kept` of them say something else.

    Told by a month or a year, `first` is its first day; `ahead` tells whether the day lies after that of the door.
    """

    on: date
    words: str
    start: int
    end: int
    told: Told
    first: date | None = None
    ahead: bool = False
    kept: str = ""

    def without(self, text: str) -> str:
        """The text that told the day without its words, so that nothing else is read in them."""
        if self.told is Told.NOW:
            return text
        gap = "" if self.kept and self.kept[-1] >= "가" else " "
        return " ".join(f"{text[: self.start]} {self.kept}{gap}{text[self.end :]}".split()).lstrip(", ") or text


def asked_day(text: str, as_of: date, works: Iterable[Work]) -> AskedDay | None:
    """The day that a text asks for; None where it tells none, more than one, or one that may be a fact in it."""
    if _says("subject", "papers", text):
        return None
    days = find_days(text, as_of, years=True)
    if len(days) > _MOST_TIMES:
        return None
    events = [_of_event(text, each, as_of) for each in find_events(text, days, as_of, works)]
    free = [day for day in days if not any(each.start < day.end and day.start < each.end for each in events)]
    told = [*events, *_times(text, free, as_of), *_now(text, as_of)]
    rest = _without_all(text, told)
    if not told or len({each.on for each in told}) > 1 or _says("subject", "compares", rest):
        return None
    return told[0]


def _without_all(text: str, told: Sequence[AskedDay]) -> str:
    for each in sorted(told, key=lambda one: -one.start):
        text = f"{text[: each.start]} {text[each.end :]}"
    return text


def _of_event(text: str, event: Event, as_of: date) -> AskedDay:
    words = text[event.start : event.end].strip()
    return AskedDay(event.on, words, event.start, event.end, Told.EVENT, ahead=event.on > as_of, kept=event.kept)


def _now(text: str, as_of: date) -> Iterator[AskedDay]:
    for found in _pattern("now", "words").finditer(text):
        if not re.search(r"\d[년월일.]?\s$", text[: found.start()]):
            yield AskedDay(as_of, found.group(), *found.span(), Told.NOW)


def _times(text: str, days: Sequence[Day], as_of: date) -> Iterator[AskedDay]:
    for day in days:
        if day.on is None:
            continue
        start, end, part = _part(text, day)
        before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
        eve = _match("cues", "eve_after", after) or _search("cues", "eve_before", before)
        strong = not eve and _strong(before, after)
        later = _is_over_later(day, as_of) and _after(before, after)
        weak = eve or later or _weak(before, after, day, opens=start < day.start)
        if strong or (weak and _is_of_the_law(text, day, as_of)):
            side = "eve" if eve else "after" if later else part
            opening, closing = _cue_lengths(before, after)
            yield _asked(text, day, as_of, side, span=(start - opening, end + closing))


def _is_over_later(day: Day, as_of: date) -> bool:
    return day.last is not None and day.last >= as_of


def _after(before: str, after: str) -> bool:
    return bool(_match("cues", "after_after", after) or _search("cues", "after_before", before))


def _strong(before: str, after: str) -> bool:
    if any(_match("cues", name, after) for name in ("strong_after", "strong_law", "version_after")):
        return True
    return any(_search("cues", name, before) for name in ("strong_before", "of_law_before"))


def _weak(before: str, after: str, day: Day, *, opens: bool) -> bool:
    if day.grain is Grain.YEAR and not day.dated and _match("cues", "distance", after):
        return True
    if _match("cues", "weak_after", after):
        return True
    if _search("cues", "in_law_before", before) and _match("cues", "in_law_after", after):
        return True
    opens = opens or bool(_search("cues", "weak_before", before))
    return opens and bool(_match("cues", "clause_after", after))


def _is_of_the_law(text: str, day: Day, as_of: date) -> bool:
    """Whether a time beside weak words can only be the day of the law: nothing is told that happened or is planned."""
    rest = f"{text[: day.start]} {text[day.end :]}"
    if not _says("subject", "law", rest) or _says("subject", "facts", rest):
        return False
    ahead = day.on is not None and day.on > as_of
    return not _says("subject", "plans", rest) or (not ahead and _says("subject", "cycles", rest))


def _part(text: str, day: Day) -> tuple[int, int, str]:
    """The place of a time with the words for a part of it, and which part that is."""
    for part in ("start", "middle", "end") if day.grain is not Grain.DAY else ():
        if found := _search("part", f"before_{part}", text[: day.start]):
            return found.start(), day.end, part
        if found := _match("part", f"after_{part}", text[day.end :]):
            return day.start, day.end + found.end(), part
    return day.start, day.end, ""


def _cue_lengths(before: str, after: str) -> tuple[int, int]:
    """How many letters before and after a time make it the asked day."""
    opening = [len(before) - each.start() for name in _OPENING if (each := _search("cues", name, before))]
    closing = [each.end() for name in _CLOSING if (each := _match("cues", name, after))]
    return max(opening, default=0), max(closing, default=0)


def _asked(text: str, day: Day, as_of: date, side: str, *, span: tuple[int, int]) -> AskedDay:
    """The asked day of a time: on a `side` of it (its eve, the day after, a part of it), else its last day."""
    first, last = day.on or as_of, day.last or as_of
    sides = {"eve": first - _DAY, "after": last + _DAY, "start": first, "middle": _middle(day, first), "end": last}
    on = sides.get(side) or (as_of if first <= as_of <= last else last)
    whole = first if day.grain is not Grain.DAY and not side else None
    return AskedDay(on, text[span[0] : span[1]].strip(), *span, Told.TIME, whole, ahead=on > as_of)


def _middle(day: Day, first: date) -> date:
    month, number = _MIDDLE.get(day.grain, (0, first.day))
    return first.replace(month=month or first.month, day=number)


def _says(part: str, name: str, text: str) -> bool:
    return bool(_pattern(part, name).search(text))


def _search(part: str, name: str, text: str) -> re.Match[str] | None:
    return _pattern(part, name).search(text)


def _match(part: str, name: str, text: str) -> re.Match[str] | None:
    return _pattern(part, name).match(text)


@cache
def _pattern(part: str, name: str) -> re.Pattern[str]:
    return re.compile(load_table("questions/asked_day")[part][name], re.IGNORECASE)
