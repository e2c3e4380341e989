"""Members against whom a challenge is only applied for: whether they are excluded is not told."""

import re
from functools import cache

from rag.meetings.words.told import Span
from rag.tables import load_table

_TABLE = "meetings/words/circumstances"


def open_challenges(text: str) -> tuple[tuple[Span, ...], bool]:
    """Where a text tells of challenged members, and whether it is unknown what became of it.

    No place is given where the challenge was granted: those members are excluded as others are.
    """
    if _pattern("granted").search(text):
        return (), False
    told = _pattern("applied_for").finditer(text)
    places = tuple(Span("excluded_attending", *found.span("at" if found["at"] else 0)) for found in told)
    return places, bool(places) and not _pattern("rejected").search(text)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(f"(?i:{load_table(_TABLE)['challenge'][name]})")
