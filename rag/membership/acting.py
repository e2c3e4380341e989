"""Who presides, when the chair and those who would act for the chair are away."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.errors import FactsError
from rag.meetings.facts import Committee
from rag.membership.findings import Bound, Finding, Outcome, Said, Step, Subject
from rag.membership.sheets import bound, existence, frozen, joined, recorded, said
from rag.membership.term_apart import existed
from rag.tables import load_table


class Office(StrEnum):
    """Someone who presides or acts for the one who does.

    `chair` is the chair, of two co-chairs both; `vice_chair` the only vice-chair, or one who is not told apart.
    """

    CHAIR = "chair"
    ONE_CO_CHAIR = "one_co_chair"
    VICE_CHAIR = "vice_chair"
    COMMISSIONED_VICE_CHAIR = "commissioned_vice_chair"
    EX_OFFICIO_VICE_CHAIR = "ex_officio_vice_chair"
    DESIGNATED_MEMBER = "designated_member"


@dataclass(frozen=True, slots=True)
class Absence:
    """Who is away from a committee on a day; `vacant` where no one holds the office at all. Raises FactsError.

    `designated` tells whether the chair designated a member in advance; None where that is not known. `convening`
    tells that it is asked who calls the meeting too.
    """

    committee: Committee
    on: date
    away: frozenset[Office]
    designated: bool | None = None
    vacant: bool = False
    convening: bool = False

    def __post_init__(self) -> None:
        if not self.away:
            raise FactsError("away", f"needs one at least of {', '.join(Office)}")


@dataclass(frozen=True, slots=True)
class _Order:
    """The turns of one committee from a day on, and the names of what is said of them."""

    committee: Committee
    begins: date
    turns: tuple[Office, ...]
    sources: tuple[str, ...]
    chair: str
    there: str
    rule: str
    last: str
    open: str = ""
    records: tuple[str, ...] = ()
    co_chairs: bool = False


def who_presides(absence: Absence) -> Finding:
    """Who presides: yes where the text names someone who is there; unsettled where no one, or a seat is vacant."""
    body = existence(absence.committee)
    if not body.holds(absence.on):
        sentence = said("not_there", body=body.name, appointed=absence.on)
        return Finding(Subject.ACTING, Outcome.UNKNOWN, sentence, (Step(existed(body)),), missing=("date",))
    order = _order(absence)
    if {Office.CHAIR, Office.VICE_CHAIR} <= absence.away and Office.COMMISSIONED_VICE_CHAIR in order.turns:
        return _which_vice_chair(absence, order)
    if order.co_chairs and Office.ONE_CO_CHAIR in absence.away and Office.CHAIR not in absence.away:
        return _found(absence, order, Outcome.UNSETTLED, said("other_co_chair_presides"), ())
    there = _first_there(absence, order)
    if there is None:
        return _found(absence, order, Outcome.UNSETTLED, said(order.last), tuple(_left_open(order)))
    if there is Office.CHAIR:
        sentence = said("chair_presides", body=body.name)
        step = Step(said(order.there), sources=(bound(order.chair),))
        return Finding(Subject.ACTING, Outcome.YES, sentence, (step,))
    presides = said(f"{there}_for_both" if order.co_chairs else f"{there}_presides")
    if absence.vacant:
        reading = Step(said("vacancy_reading", presides=presides))
        return _found(absence, order, Outcome.UNSETTLED, said("vacancy_open"), (reading,))
    if absence.convening:
        return _found(absence, order, Outcome.YES, joined(presides, said("convening_by_proxy")), (_convening(absence),))
    return _found(absence, order, Outcome.YES, presides, ())


def presiding(absence: Absence) -> Office | None:
    """The office of the one who presides by the order of the committee; None where it names no one who is there."""
    return _first_there(absence, _order(absence))


def _first_there(absence: Absence, order: _Order) -> Office | None:
    return next((office for office in order.turns if not _is_away(absence, office)), None)


def _convening(absence: Absence) -> Step:
    """Who calls the meeting, with the words that make it the chair's duty where they are bound."""
    return Step(said("convening_rule"), sources=(bound("ai_chair"),) if absence.committee is Committee.AI else ())


def _order(absence: Absence) -> _Order:
    rows = [row for row in load_table("membership/orders")["order"] if row["committee"] == absence.committee]
    row = max((row for row in rows if row["begins"] <= absence.on), key=lambda each: each["begins"])
    turns = tuple(map(Office, row["turns"]))
    return _Order(**(frozen(row) | {"turns": turns, "committee": absence.committee}))


def _is_away(absence: Absence, office: Office) -> bool:
    if office is Office.CHAIR:
        return bool({Office.CHAIR, Office.ONE_CO_CHAIR} & absence.away)
    if office is Office.DESIGNATED_MEMBER and absence.designated is False:
        return True
    return office in absence.away


def _left_open(order: _Order) -> Iterator[Step]:
    if order.open:
        yield Step(said(order.open))
    if Office.DESIGNATED_MEMBER in order.turns:
        yield Step(said("none_designated"))


def _which_vice_chair(absence: Absence, order: _Order) -> Finding:
    steps = (Step(said("which_vice_chair_order")),)
    return _found(absence, order, Outcome.UNKNOWN, said("which_vice_chair"), steps, missing=("vice_chair",))


def _found(
    absence: Absence,
    order: _Order,
    status: Outcome,
    sentence: Said,
    more: tuple[Step, ...],
    missing: tuple[str, ...] = (),
) -> Finding:
    rule = Step(said(order.rule), sources=_sources(absence, order))
    return Finding(
        subject=Subject.ACTING,
        status=status,
        sentence=sentence,
        steps=(rule, *more),
        assumptions=tuple(_assumptions(absence, order, status)),
        missing=missing,
        recorded=tuple(map(recorded, order.records)),
    )


def _sources(absence: Absence, order: _Order) -> tuple[Bound, ...]:
    """The words of the order; of the AI Committee those for the turn that is reached."""
    names = order.sources
    if absence.committee is Committee.AI:
        names = names[1:] if Office.VICE_CHAIR in absence.away else names[:1]
    elected = (order.chair,) if absence.committee is Committee.SUBCOMMITTEE else ()
    return tuple(map(bound, (*elected, *names)))


def _assumptions(absence: Absence, order: _Order, status: Outcome) -> Iterator[Said]:
    if len(order.turns) > 1 and not absence.vacant:
        yield said("unavoidable_assumed")
    if order.co_chairs and Office.CHAIR in absence.away:
        yield said("both_chairs_assumed")
    turn = Office.DESIGNATED_MEMBER in order.turns and Office.VICE_CHAIR in absence.away
    if turn and status is Outcome.YES and absence.designated is None:
        yield said("designation_assumed")
