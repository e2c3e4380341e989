"""The days that a question names, and what it says happened on them."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from rag.tables import load_table

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<{{}}>{'|'.join(_MONTHS)})[a-z]*\.?"
_FORMS = (
    r"(?P<y>(?:19|20)\d\d)\s*년\s*(?P<m>\d{1,2})\s*월\s*(?P<d>\d{1,2})\s*일",
    r"(?P<y>(?:19|20)\d\d)\s*[-./]\s*(?P<m>\d{1,2})\s*[-./]\s*(?P<d>\d{1,2})(?!\d)\.?",
    _MONTH.format("m") + r"\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)",
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH.format("m") + r",?\s+(?P<y>(?:19|20)\d\d)",
)


@dataclass(frozen=True, slots=True)
class Named:
    """A day that a text names between two places; the words around it, as far as the next day named."""

    on: date
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Days:
    """The days of one question: of appointment, of renewal, and the one asked about."""

    appointed: date | None = None
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
    if re.search(signs["renewed_before"], named.before, re.IGNORECASE):
        return "renewed"
    if re.search(signs["appointed_before"], named.before, re.IGNORECASE):
        return "appointed"
    if re.search(signs["renewed_after"], named.after, re.IGNORECASE):
        return "renewed"
    return "appointed" if re.search(signs["appointed_after"], named.after, re.IGNORECASE) else "asked"


def _named(text: str) -> list[Named]:
    spans = [(match.start(), match.end(), on) for match, on in _matches(text)]
    edges = [(0, 0), *((start, end) for start, end, _ in spans), (len(text), len(text))]
    befores = [text[first[1] : second[0]] for first, second in pairwise(edges)]
    return [Named(on, befores[n], befores[n + 1]) for n, (_, _, on) in enumerate(spans)]


def _matches(text: str) -> list[tuple[re.Match[str], date]]:
    found = [(match, on) for form in _forms() for match in form.finditer(text) if (on := _read(match))]
    return sorted(found, key=lambda each: each[0].start())


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)


def _read(match: re.Match[str]) -> date | None:
    """The day that was written; None where the calendar has no such day."""
    month = match["m"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    try:
        return date(int(match["y"]), number, int(match["d"]))
    except ValueError:
        return None
