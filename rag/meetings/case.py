"""A meeting to be judged: its facts completed by what is ordinary, and the sheet of its committee."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from corpus.errors import FactsError
from rag.meetings.facts import Committee, Convener, Facts, Format, Presider
from rag.meetings.report import Assumption
from rag.meetings.sheets import Rule, Sheet, Topic, load_sheets
from rag.meetings.wording import both, filled, term

_NOTICE = "notice_days"
_VICE_CHAIRS = (Presider.VICE_CHAIR, Presider.COMMISSIONED_VICE_CHAIR, Presider.EX_OFFICIO_VICE_CHAIR)


@dataclass(frozen=True, slots=True)
class Case:
    """The completed facts, the sheet and the day they are judged by, and what was assumed."""

    facts: Facts
    sheet: Sheet
    day: date
    assumptions: tuple[Assumption, ...]

    def rule(self, topic: Topic) -> Rule | None:
        """The rule of a check on the day of the meeting."""
        return self.sheet.rule(topic, self.day)

    def assumed(self, *names: str) -> bool:
        """Whether any of these facts was assumed."""
        return any(each.fact in names for each in self.assumptions)

    @property
    def may_vote(self) -> int | None:
        """Those attending who are not excluded; None where it is not known how many attended."""
        attending = self.facts.attending
        return None if attending is None else attending - (self.facts.excluded_attending or 0)


def case_of(facts: Facts, as_of: date) -> Case:
    """The case of facts as of a day; raises FactsError for a presider that the committee does not have."""
    committee, day = facts.committee or Committee.AI, facts.date or as_of
    sheet = load_sheets()[committee]
    told = _fitted(facts, sheet, sheet.rule(Topic.PRESIDING, day))
    values = dict(_ordinary(told, committee, day, notice=sheet.rule(Topic.NOTICE, day) is not None))
    assumptions = tuple(_assumption(name, value, sheet) for name, value in values.items())
    completed = replace(told, **{name: value for name, value in values.items() if name != _NOTICE})
    return Case(completed, sheet, day, assumptions)


def _ordinary(facts: Facts, committee: Committee, day: date, *, notice: bool) -> Iterator[tuple[str, Any]]:
    """What is taken for granted where it was not given."""
    if facts.committee is None:
        yield "committee", committee
    if facts.date is None:
        yield "date", day
    if facts.convened_by is None and facts.requested_by is None:
        yield "convened_by", Convener.CHAIR
    if facts.presided_by is None and not facts.chair_unavailable:
        yield "presided_by", Presider.CHAIR
    if facts.format is None:
        yield "format", Format.IN_PERSON
    if facts.notice_days is None and notice:
        yield _NOTICE, None
    yield from _ordinary_exclusion(facts)


def _ordinary_exclusion(facts: Facts) -> Iterator[tuple[str, Any]]:
    if facts.excluded_attending is None:
        yield "excluded_attending", 1 if facts.excluded_took_part else 0
    elif facts.excluded_attending and facts.excluded_took_part is None:
        yield "excluded_took_part", False


def _assumption(name: str, value: object, sheet: Sheet) -> Assumption:
    key = "one_excluded" if name == "excluded_attending" and value else name
    told = {"committee": sheet.name, "date": value}
    return Assumption(name, value, both(f"assumed_{key}", **told), filled(term("premise", key), **told))


def _fitted(facts: Facts, sheet: Sheet, rule: Rule | None) -> Facts:
    """The facts with the presider as the sheet calls that office; raises FactsError where it has no such office."""
    presider = facts.presided_by
    if presider is None or rule is None:
        return facts
    if presider is Presider.CHAIR and facts.chair_unavailable and rule.chairs == 1:
        raise FactsError("presided_by", "cannot be chair where chair_unavailable is true")
    deputies = [each for each in rule.order if each in _VICE_CHAIRS]
    if presider is Presider.COMMISSIONED_VICE_CHAIR and deputies == [Presider.VICE_CHAIR] and sheet.commissioned:
        presider = Presider.VICE_CHAIR
    if presider in _VICE_CHAIRS and Presider.VICE_CHAIR in deputies and presider not in deputies:
        name = term("presider", presider).en
        raise FactsError("presided_by", f"cannot be {presider}: the {sheet.name.en} has no {name}; use vice_chair")
    if deputies and presider is deputies[0] and facts.vice_chair_unavailable:
        raise FactsError("presided_by", f"cannot be {facts.presided_by} where vice_chair_unavailable is true")
    return replace(facts, presided_by=presider)
