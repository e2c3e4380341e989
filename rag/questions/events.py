"""What happened to an ordinance as a question tells it: its enactment, an amendment, an ordinance of a number."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from corpus.works import Genre, Version, Work
from rag.questions.days import Day
from rag.questions.names import names_of, take_names
from rag.tables import load_table

_TABLE = "questions/asked_day"
_EVE = timedelta(days=1)
_MOST = 6


@dataclass(frozen=True, slots=True)
class Event:
    """The day that an event tells, and where; `kept` are words in it that say which ordinance is meant."""

    on: date
    start: int
    end: int
    kept: str


def find_events(text: str, days: Sequence[Day], as_of: date, works: Iterable[Work]) -> list[Event]:
    """The events of a text whose day is known: of the ordinance named, else of the only one that had such an event.

    Of several amendments the last before `as_of` is meant, or that of the time told beside it. What was enacted
    before the record of an ordinance begins is read as the eve of that record.
    """
    matches = [(what, eve, match) for what, eve, pattern in _patterns() for match in pattern.finditer(text)]
    if not 0 < len(matches) <= _MOST:
        return []
    at_hand, found = tuple(works), list[Event]()
    named = _named(text, at_hand)
    for what, eve, match in matches:
        if not any(each.start < match.end() and match.start() < each.end for each in found):
            found += _event(text, match, what, days, as_of, (named, at_hand), eve=eve)
    return [] if found and _pattern("of_the_change").search(_without(text, found)) else found


def _event(
    text: str,
    match: re.Match[str],
    what: str,
    days: Sequence[Day],
    as_of: date,
    works: tuple[Sequence[Work], Sequence[Work]],
    *,
    eve: bool,
) -> Iterator[Event]:
    """The event of a match: of the first works, which are named, else of the others."""
    within, start, end = _within(text, match, days)
    number = next((value for name, value in match.groupdict().items() if name.startswith("n") and value), "")
    named, others = works
    able = named or [work for work in others if work.genre is Genre.ORDINANCE and work.sources]
    found = {work.slug: _day(work, what, number, within, as_of, eve=eve, named=bool(named)) for work in able}
    known = {slug: on for slug, on in found.items() if on is not None}
    one = len(known) == 1 or (number and len(set(known.values())) == 1)
    if known and (one or (named and len(set(known.values())) == 1)):
        kept = next((value for name, value in match.groupdict().items() if name.startswith("kept") and value), "")
        yield Event(
            next(iter(known.values())), start, end, kept if re.search(r"ordinance|조례", kept, re.IGNORECASE) else ""
        )


def _within(text: str, match: re.Match[str], days: Sequence[Day]) -> tuple[Day | None, int, int]:
    """The time told with an event, before it, in it or after it, and the place of both together."""
    beside, of = _pattern("beside", "event_parts"), _pattern("of", "event_parts")
    for day in days:
        if match.start() <= day.start and day.end <= match.end():
            return day, match.start(), match.end()
        if day.end <= match.start() and beside.match(text[day.end : match.start()]):
            return day, day.start, match.end()
        if match.end() <= day.start and of.match(text[match.end() : day.start]):
            return day, match.start(), day.end
    return None, match.start(), match.end()


def _named(text: str, works: Sequence[Work]) -> list[Work]:
    found, _ = take_names(text, names_of(works))
    return list(dict.fromkeys(each.work for each in found if each.work.genre is Genre.ORDINANCE))


def _day(work: Work, what: str, number: str, within: Day | None, as_of: date, *, eve: bool, named: bool) -> date | None:
    """The day of effect of an event of a work, or its eve; None where the work had no such event."""
    if what == "enactment":
        return _of_enactment(work, eve=eve, named=named)
    able = [each for each in work.versions if _is(each, what, number, within)]
    past = [each for each in able if each.effective <= as_of] or (able if number else [])
    if not past:
        return None
    return past[-1].effective - _EVE if eve else past[-1].effective


def _of_enactment(work: Work, *, eve: bool, named: bool) -> date | None:
    first = next(iter(work.versions), None)
    if first is None or (first.kind != "enactment" and not named):
        return None
    return first.effective - _EVE if eve or first.kind != "enactment" else first.effective


def _is(version: Version, what: str, number: str, within: Day | None) -> bool:
    if number and number not in (version.number, *version.beside):
        return False
    if within is not None and within.on is not None and within.last is not None:
        told = (version.effective, version.promulgated)
        if not any(within.on <= each <= within.last for each in told):
            return False
    return what == "number" or version.kind == "whole amendment" if what != "amendment" else version.kind != "enactment"


def _without(text: str, events: Sequence[Event]) -> str:
    for each in sorted(events, key=lambda one: -one.start):
        text = f"{text[: each.start]} {text[each.end :]}"
    return text


@cache
def _patterns() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    """The patterns of events with what they tell; those of a number come first, then the fuller ones."""
    table = load_table(_TABLE)
    parts = table["event_parts"]
    rows = sorted(table["event"], key=lambda row: row["what"] != "number")
    return tuple(
        (row["what"], name == "eve", re.compile(_filled(row[name], parts), re.IGNORECASE))
        for row in rows
        for name in ("eve", "at")
    )


def _filled(form: str, parts: dict[str, str]) -> str:
    return re.sub(r"(?<!P)<([a-z]+)>", lambda name: f"(?:{parts[name[1]]})", form)


@cache
def _pattern(name: str, part: str = "subject") -> re.Pattern[str]:
    return re.compile(load_table(_TABLE)[part][name], re.IGNORECASE)
