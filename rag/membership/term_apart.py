"""Terms that are not counted in years, or that no rule at hand settles."""

from datetime import date

from rag.meetings.facts import Committee
from rag.membership.findings import Finding, Member, Outcome, Said, Step, Subject
from rag.membership.sheets import Existence, bound, existence, said
from rag.membership.tenure import Tenure

_BY_OFFICE = (Member.PUBLIC_OFFICIAL, Member.EX_OFFICIO)


def outside(tenure: Tenure) -> Finding | None:
    """The finding on a member appointed when there was no such committee; None when there was one."""
    body = tenure.body
    if body.holds(tenure.appointed):
        return None
    values = {"body": body.name, "appointed": tenure.appointed}
    return _found(Outcome.UNKNOWN, said("not_there", **values), Step(existed(body)), missing=("appointed",))


def existed(body: Existence) -> Said:
    """From when to when a committee is known to exist."""
    if body.ends is None:
        return said("exists_from", begins=body.begins)
    return said("exists_between", begins=body.begins, ends=body.ends)


def apart(tenure: Tenure) -> Finding | None:
    """The finding on a member whose term is not one of years; None for the others."""
    if tenure.committee is Committee.COUNCIL:
        return _council()
    if tenure.committee is Committee.SUBCOMMITTEE:
        return _subcommittee(tenure)
    if tenure.kind in _BY_OFFICE:
        return _by_office(tenure)
    if tenure.kind is Member.COUNCILLOR and tenure.committee is not Committee.AI:
        return _councillor(tenure)
    return None


def _council() -> Finding:
    step = Step(said("council_asked"), sources=(bound("council_term"), bound("council_dissolved")))
    return _found(Outcome.UNKNOWN, said("council_term"), step, missing=("meetings_closed",))


def _subcommittee(tenure: Tenure) -> Finding:
    sources = (bound("subcommittee_rules"), bound("smart_city_term"))
    step = Step(said("subcommittee_term"), sources=sources)
    return _found(Outcome.UNSETTLED, said("subcommittee_open"), step, ends=_sunset(tenure))


def _by_office(tenure: Tenure) -> Finding:
    if tenure.committee is Committee.AI:
        step = Step(
            said("ai_ex_officio_reading"), sources=(bound("ai_term"), bound("ai_composition"), bound("ai_official"))
        )
        return _found(Outcome.UNSETTLED, said("ai_ex_officio_open"), step)
    smart = tenure.asked >= existence(Committee.SMART_CITY).begins
    rule = bound("smart_city_official" if smart else "informatization_official")
    office = Step(said("official_by_office", body=tenure.body.name), sources=(rule,))
    if tenure.kind is Member.PUBLIC_OFFICIAL:
        asked = Step(said("official_asked"), sources=(rule,))
        return _found(Outcome.UNKNOWN, office.reason, asked, missing=("in_office",))
    seats = (bound("smart_city_ex_officio"),) if smart else ()
    foundation = Step(said("ex_officio_foundation"), sources=seats)
    opened = said("ex_officio_open", body=tenure.body.name)
    return _found(Outcome.UNKNOWN, opened, office, foundation, missing=("public_official",))


def _councillor(tenure: Tenure) -> Finding:
    smart = tenure.asked >= existence(Committee.SMART_CITY).begins
    names = ("smart_city_term", "smart_city_official", "smart_city_commissioned")
    rules = names if smart else ("informatization_term", "informatization_official")
    readings = Step(said("councillor_readings", last=tenure.last), sources=tuple(map(bound, rules)))
    opened = said("councillor_open", body=tenure.body.name)
    return _found(Outcome.UNSETTLED, opened, readings, Step(said("councillor_seat")))


def _sunset(tenure: Tenure) -> date | None:
    return tenure.sunset.ends if tenure.sunset else None


def _found(
    status: Outcome, sentence: Said, *steps: Step, missing: tuple[str, ...] = (), ends: date | None = None
) -> Finding:
    return Finding(Subject.TERM, status, sentence, steps, missing=missing, ends=ends)
