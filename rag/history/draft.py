"""A step of a history before its sources are checked and numbered."""

from dataclasses import dataclass
from datetime import date

from corpus.legislation import Evidence, Stage


@dataclass(frozen=True, slots=True)
class Draft:
    """What happened, when, in which words it is told, and what carries it."""

    stage: Stage
    day: date | None
    said: str
    evidence: tuple[Evidence, ...] = ()
