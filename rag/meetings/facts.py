"""What is known of a meeting. Facts that contradict each other cannot be put together."""

import re
import reprlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date as Day  # noqa: N812 - a field is called date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

from corpus.errors import FactsError


class Committee(StrEnum):
    """The committees whose rules are at hand."""

    AI = "ai-committee"
    SMART_CITY = "smart-city-committee"
    SUBCOMMITTEE = "smart-city-subcommittee"
    INFORMATIZATION = "informatization-strategy-committee"
    COUNCIL = "smart-city-consultative-council"


class Convener(StrEnum):
    """Who called the meeting; who acts for the chair calls it as the chair."""

    CHAIR = "chair"
    MEMBERS = "members"
    OTHER = "other"


class Presider(StrEnum):
    """Who presided over the meeting."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    COMMISSIONED_VICE_CHAIR = "commissioned_vice_chair"
    EX_OFFICIO_VICE_CHAIR = "ex_officio_vice_chair"
    DESIGNATED_MEMBER = "designated_member"
    OTHER_MEMBER = "other_member"


class Format(StrEnum):
    """How the members met."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    ONLINE_DELIBERATION = "online_deliberation"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one meeting and one vote; None is a fact that was not given. Raises FactsError.

    `on_register` are the members on the register that day, `attending` those who came, excluded ones included.
    `requested_by` are the members who asked for the meeting. Of the smart city committee `vice_chair_unavailable`
    speaks of the commissioned vice-chair, and `chair_unavailable` of one co-chair where the other presided, else of
    both.
    """

    committee: Committee | None = None
    date: Day | None = None
    on_register: int | None = None
    attending: int | None = None
    excluded_attending: int | None = None
    excluded_took_part: bool | None = None
    in_favor: int | None = None
    against: int | None = None
    abstaining: int | None = None
    convened_by: Convener | None = None
    requested_by: int | None = None
    presided_by: Presider | None = None
    chair_unavailable: bool | None = None
    vice_chair_unavailable: bool | None = None
    format: Format | None = None
    notice_days: int | None = None

    def __post_init__(self) -> None:
        for name, problem in _contradictions(self):
            raise FactsError(name, problem)

    @property
    def given(self) -> Mapping[str, Any]:
        """The facts that were given, by name."""
        return {name: value for name, value in asdict(self).items() if value is not None}

    @property
    def voted(self) -> bool:
        """Whether any vote is spoken of."""
        return any(getattr(self, name) is not None for name in VOTES)


VOTES = ("in_favor", "against", "abstaining")
FIELDS = tuple(field.name for field in fields(Facts))
MOST = 9_999  # beyond any committee, and small enough to be shown and halved exactly
_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SHORT = reprlib.Repr()
_SHORT.maxstring = 80


def facts_of(given: Mapping[str, object]) -> Facts:
    """The facts from names and values as in JSON; null is not given. Raises FactsError that names the field."""
    unknown = [name for name in given if name not in FIELDS]
    if unknown:
        raise FactsError(_SHORT.repr(unknown[0])[1:-1], f"is no fact of a meeting; known are {', '.join(FIELDS)}")
    return Facts(**{name: _read(name, value) for name, value in given.items() if value is not None})


def _read(name: str, value: object) -> Any:  # noqa: ANN401 - each field has a type of its own
    kind = next(each for each in get_args(get_type_hints(Facts)[name]) if each is not NoneType)
    if kind is Day:
        return _day(name, value)
    if kind in (int, bool):
        if type(value) is not kind:
            wanted = "a whole number" if kind is int else "true or false"
            raise FactsError(name, f"must be {wanted}, not {_SHORT.repr(value)}")
        return value
    if value not in list(kind):
        raise FactsError(name, f"must be one of {', '.join(kind)}, not {_SHORT.repr(value)}")
    return kind(value)


def _day(name: str, value: object) -> Day:
    if type(value) is Day:
        return value
    try:
        return Day.fromisoformat(value if isinstance(value, str) and _WRITTEN.fullmatch(value) else "")
    except ValueError as error:
        raise FactsError(name, f"must be a date like 2026-03-10, not {_SHORT.repr(value)}") from error


def _contradictions(facts: Facts) -> Iterator[tuple[str, str]]:
    yield from _negative(facts)
    yield from _too_many(facts)
    for name in ("excluded_attending", "attending"):
        if facts.excluded_took_part and getattr(facts, name) == 0:
            yield "excluded_took_part", f"cannot be true where {name} is 0"
    if facts.requested_by is not None and facts.convened_by is Convener.OTHER:
        yield "requested_by", "is given only where the members or the chair convened the meeting"


def _negative(facts: Facts) -> Iterator[tuple[str, str]]:
    for name, value in facts.given.items():
        if type(value) is int and abs(value) > MOST:
            yield name, f"must be a number from 0 to {MOST:,}"
        if type(value) is int and value < 0:
            yield name, f"cannot be negative, as {value} is"
    if facts.on_register == 0:
        yield "on_register", "cannot be 0: a committee without members cannot meet"


def _too_many(facts: Facts) -> Iterator[tuple[str, str]]:
    register = facts.on_register
    for name in ("attending", "requested_by"):
        value = getattr(facts, name)
        if register is not None and value is not None and value > register:
            yield name, f"cannot be {value}: on_register has {register} members"
    attending = facts.attending if facts.attending is not None else register
    if attending is not None:
        yield from _too_many_of(attending, facts)


def _too_many_of(attending: int, facts: Facts) -> Iterator[tuple[str, str]]:
    excluded = facts.excluded_attending or 0
    if excluded > attending:
        yield "excluded_attending", f"cannot be {excluded}: {attending} are there"
    may_vote = attending - (0 if facts.excluded_took_part else excluded)
    votes = {name: value for name in VOTES if (value := getattr(facts, name)) is not None}
    for name, value in votes.items():
        if value > may_vote:
            yield name, f"cannot be {value}: {may_vote} of those attending may vote"
    if sum(votes.values()) > may_vote:
        yield next(iter(votes)), f"makes {sum(votes.values())} votes with the others, but {may_vote} may vote"
