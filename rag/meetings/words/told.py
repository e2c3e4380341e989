"""What was told of a meeting in words, and what is asked of it."""

from dataclasses import dataclass
from enum import StrEnum

from rag.meetings.facts import Facts


class Asked(StrEnum):
    """What a question about a meeting wants to know; `needed` is how many are needed at all."""

    VALIDITY = "validity"
    OPENING = "opening"
    RESOLUTION = "resolution"
    MORE_TO_OPEN = "more_to_open"
    MORE_TO_CARRY = "more_to_carry"
    NEEDED = "needed"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fact that was told in ways that do not agree, or that make no whole number; `told` are the words, in order."""

    field: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Where a fact was read: from `start` to before `end` in the text."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """The facts that were told (the others are None), what is asked, and where it was read.

    The facts lack each field in `conflicts`. Places in `spans` are those in the text as NFC.
    """

    facts: Facts
    asked: Asked
    conflicts: tuple[Conflict, ...]
    spans: tuple[Span, ...]
