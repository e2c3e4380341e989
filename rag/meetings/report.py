"""What is found of a meeting: a verdict, and every check that leads to it."""

from dataclasses import dataclass
from enum import StrEnum

from rag.meetings.facts import Facts
from rag.meetings.sheets import Basis, Ruling, Topic
from rag.meetings.wording import Words


class Verdict(StrEnum):
    """What the meeting is worth; undetermined where facts or rules are missing."""

    VALID = "valid"
    INVALID = "invalid"
    CONTESTED = "contested"
    UNDETERMINED = "undetermined"


class Opened(StrEnum):
    """Whether enough members were there to open."""

    MET = "met"
    NOT_MET = "not_met"
    CONTESTED = "contested"
    UNKNOWN = "unknown"


class Resolved(StrEnum):
    """What became of the motion."""

    CARRIED = "carried"
    NOT_CARRIED = "not_carried"
    VOID = "void"
    CONTESTED = "contested"
    UNKNOWN = "unknown"
    NOT_VOTED = "not_voted"


class Status(StrEnum):
    """What a check found; assumed passes on a fact that was not given but is ordinary."""

    PASS = "pass"  # noqa: S105 - no password
    FAIL = "fail"
    CONTESTED = "contested"
    UNKNOWN = "unknown"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Opening:
    """The quorum to open: `counted` are those there who may vote, `counted_with_excluded` all who are there."""

    status: Opened
    needed: int | None
    counted: int | None
    counted_with_excluded: int | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The vote: `base` are those attending who may vote, abstentions included, more than half of whom are needed."""

    status: Resolved
    needed: int | None
    base: int | None
    in_favor: int | None


@dataclass(frozen=True, slots=True)
class Check:
    """One step: what was found, why, what was computed, and what it rests on. `missing` are the facts it lacks."""

    id: Topic
    status: Status
    reason: Words
    computation: Words | None = None
    basis: tuple[Basis, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assumption:
    """A fact that was not given but is ordinary, and was taken for granted; `short` says it in a few words."""

    fact: str
    value: object
    said: Words
    short: Words


@dataclass(frozen=True, slots=True)
class Reading:
    """What follows on one view of contested law: excluded members are present (`lenient`) or are not (`strict`)."""

    id: str
    verdict: Verdict
    opening: Opening
    resolution: Resolution
    reason: Words
    rulings: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know beside the checks."""

    said: Words
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Needs:
    """What it takes: members to open and votes to carry, how many more than there are, and votes with one more there.

    `largest_register` is the largest that those attending can open. Each is None where a fact that it depends on is
    missing, or the text has no rule.
    """

    to_open: int | None = None
    more_to_open: int | None = None
    to_carry: int | None = None
    more_to_carry: int | None = None
    to_carry_with_one_more: int | None = None
    largest_register: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole finding; `facts` are those given with those assumed, `missing` the names of facts to ask for."""

    facts: Facts
    verdict: Verdict
    opening: Opening
    resolution: Resolution
    checks: tuple[Check, ...]
    assumptions: tuple[Assumption, ...]
    missing: tuple[str, ...]
    readings: tuple[Reading, ...]
    notes: tuple[Note, ...]
    needs: Needs
    summary: Words
