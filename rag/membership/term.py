"""Is a member's term over? Two years and one renewal, counted by the calendar, while the committee exists."""

from calendar import isleap
from collections.abc import Iterator
from datetime import date

from rag.meetings.facts import Committee
from rag.membership.findings import Finding, Member, Outcome, Recorded, Said, Step, Subject
from rag.membership.sheets import bound, existence, joined, recorded, said
from rag.membership.tenure import YEARS, Tenure
from rag.membership.term_apart import apart, outside

_EARLIEST_TEXT = date(2018, 3, 22)
_TWO_CHAIRS = date(2021, 5, 20)


def term_of(tenure: Tenure) -> Finding:
    """Whether the term is over on the asked day, its last day, and what the text leaves open."""
    return outside(tenure) or apart(tenure) or _of_years(tenure)


def _of_years(tenure: Tenure) -> Finding:
    return Finding(
        subject=Subject.TERM,
        status=_status(tenure),
        sentence=_sentence(tenure),
        steps=tuple(_steps(tenure)),
        assumptions=tuple(_assumptions(tenure)),
        recorded=tuple(_recorded(tenure)),
        ends=_ends(tenure),
    )


def _ends(tenure: Tenure) -> date:
    """The last day of the term, or of the committee where that comes first."""
    sunset = tenure.sunset
    return min(tenure.last, sunset.ends) if sunset and sunset.ends else tenure.last


def _is_open(tenure: Tenure) -> bool:
    """Whether the text leaves the length of the term open: a substitute's where no rule speaks of substitutes."""
    return tenure.kind is Member.SUBSTITUTE and tenure.committee is not Committee.AI


def _status(tenure: Tenure) -> Outcome:
    if tenure.asked > _ends(tenure) or tenure.between:
        return Outcome.YES
    return Outcome.UNSETTLED if _is_open(tenure) and tenure.asked >= tenure.appointed else Outcome.NO


def _sentence(tenure: Tenure) -> Said:
    kind = "member_substitute" if tenure.kind is Member.SUBSTITUTE else "member_commissioned"
    member = said(kind, appointed=tenure.appointed, body=tenure.body.name)
    if _status(tenure) is Outcome.UNSETTLED:
        return said("substitute_open", body=tenure.body.name)
    return joined(said(_lead(tenure), member=member, ends=_ends(tenure), last=tenure.last), _state(tenure))


def _lead(tenure: Tenure) -> str:
    """The sentence on the last day: of a renewed member that of the second term, with what cuts it short."""
    if tenure.renewals == 0:
        return "term_cut" if tenure.last > _ends(tenure) else "term_ends"
    if tenure.renewals > 1:
        return "renewed_again"
    if tenure.second_first > _ends(tenure):
        return "second_term_never"
    return "second_term_cut" if tenure.last > _ends(tenure) else "second_term_ends"


def _state(tenure: Tenure) -> Said:
    """Where the asked day lies."""
    state = "first_term_running" if tenure.renewals and tenure.asked <= tenure.first_end else "term_running"
    if tenure.asked < tenure.appointed:
        state = "term_to_come"
    elif tenure.between:
        state = "term_between"
    elif tenure.asked > _ends(tenure):
        state = "term_over"
    return said(state, asked=tenure.asked)


def _steps(tenure: Tenure) -> Iterator[Step]:
    yield _first(tenure)
    if tenure.deemed:
        yield Step(said("transition"), sources=(bound("transition_body"), bound("transition_term")))
        if tenure.renewals and tenure.second_first < existence(Committee.SMART_CITY).begins:
            yield Step(said("transition_renewals"))
    yield from _renewal(tenure)
    yield from _sunset(tenure)
    yield Step(said("holdover_silent"))


def _first(tenure: Tenure) -> Step:
    days = {"first": tenure.appointed, "last": tenure.first_end}
    computation = _sum(tenure.appointed, tenure.first_end)
    if tenure.kind is not Member.SUBSTITUTE:
        return Step(said("term_counted", **days), computation, (bound(_rule(tenure)),))
    if tenure.committee is Committee.AI:
        return Step(said("substitute_anew", **days), computation, (bound("ai_substitute"), bound("ai_term")))
    return Step(said("substitute_by_words", **days), computation, (bound(_rule(tenure)),))


def _rule(tenure: Tenure) -> str:
    if tenure.committee is Committee.AI:
        return "ai_term"
    before = tenure.asked < existence(Committee.SMART_CITY).begins
    return "informatization_term" if before else "smart_city_term"


def _sum(first: date, last: date) -> Said:
    """The arithmetic of a term; where the last year lacks the day, that of the month's end."""
    no_such_day = (first.month, first.day) == (2, 29) and not isleap(last.year)
    return said("sum_to_month_end" if no_such_day else "sum", first=first, last=last, years=YEARS)


def _renewal(tenure: Tenure) -> Iterator[Step]:
    first, last, sources = tenure.second_first, tenure.second_end, (bound(_rule(tenure)),)
    if tenure.renewals == 0:
        yield Step(said("renewable", last=last), _sum(first, last), sources)
        if tenure.kind is Member.SUBSTITUTE:
            yield Step(said("substitute_renewal"))
        return
    yield Step(said("renewed_once", first=first, last=last), _sum(first, last), sources)
    if tenure.renewed and tenure.renewed.toordinal() > tenure.first_end.toordinal() + 1:
        yield Step(said("renewed_after_a_gap", last=tenure.first_end, renewed=tenure.renewed))


def _sunset(tenure: Tenure) -> Iterator[Step]:
    body = tenure.sunset
    if body is None or body.ends is None:
        return
    if tenure.last > body.ends:
        yield Step(said("term_after_sunset", sunset=body.ends, last=tenure.last), sources=body.sources)
    elif tenure.renewals == 0 and tenure.second_end > body.ends:
        yield Step(said("renewal_after_sunset", sunset=body.ends), sources=body.sources)
    if tenure.asked > body.ends:
        yield Step(said("committee_ceased", sunset=body.ends), sources=body.sources)


def _assumptions(tenure: Tenure) -> Iterator[Said]:
    if tenure.kind is Member.COMMISSIONED:
        yield said("member_assumed")
    yield said("count_assumed")
    starts = [tenure.appointed, *([tenure.second_first] if tenure.renewals else [])]
    if any((day.month, day.day) == (2, 29) for day in starts):
        yield said("leap_assumed")
    if tenure.renewals and (tenure.renewed is None or tenure.renewed <= tenure.first_end):
        yield said("renewal_assumed")
    if tenure.sunset is not None and max(tenure.second_end, tenure.asked) > (tenure.sunset.ends or date.max):
        yield said("sunset_assumed")
    if tenure.appointed < _EARLIEST_TEXT:
        yield said("earlier_text_assumed")


def _recorded(tenure: Tenure) -> Iterator[Recorded]:
    if tenure.committee is not Committee.AI and tenure.asked >= _TWO_CHAIRS:
        yield recorded("smart_city_term_unchanged")
    sunset = tenure.sunset
    if sunset is not None and sunset.ends is not None and max(tenure.second_end, tenure.asked) > sunset.ends:
        yield from sunset.recorded
