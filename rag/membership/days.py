"""The days that a question names, and what it says happened on them."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rag.questions.days import Grain, find_days
from rag.tables import load_table

_FIRST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class Named:
    """A day that a text names between two places; the words around it, as far as the next day named."""

    on: date
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Days:
    """The days of one question: of appointment, of the appointment of a substitute, of renewal, and the one asked."""

    appointed: date | None = None
    replaced: date | None = None
    renewed: date | None = None
    asked: date | None = None


def days_of(text: str) -> Days:
    """What the days named in a text are; a day of which nothing is said is the one asked about."""
    found: dict[str, date] = {}
    for named in _named(text):
        found.setdefault(_role(named), named.on)
    return Days(**found)


def _role(named: Named) -> str:
    signs = load_table("membership/questions")["days"]
    if re.search(signs["replaced_before"], named.before, re.IGNORECASE):
        return "replaced"
    if re.search(signs["replaced_after"], named.after, re.IGNORECASE):
        return "replaced"
    if re.search(signs["renewed_before"], named.before, re.IGNORECASE):
        return "renewed"
    if re.search(signs["appointed_before"], named.before, re.IGNORECASE):
        return "appointed"
    if re.search(signs["renewed_after"], named.after, re.IGNORECASE):
        return "renewed"
    return "appointed" if re.search(signs["appointed_after"], named.after, re.IGNORECASE) else "asked"


def _named(text: str) -> list[Named]:
    """The days named with their year; a month alone is no day of appointment."""
    told = [each for each in find_days(text) if each.grain is Grain.DAY]
    days = [(each.start, each.end, each.on) for each in told if each.on and each.on.year >= _FIRST_YEAR]
    edges = [(0, 0), *((start, end) for start, end, _ in days), (len(text), len(text))]
    befores = [text[first[1] : second[0]] for first, second in pairwise(edges)]
    return [Named(on, befores[n], befores[n + 1]) for n, (_, _, on) in enumerate(days)]
