"""From facts to the report: the checks, and what follows from them together."""

from dataclasses import replace
from datetime import date

from rag.meetings.case import Case, case_of
from rag.meetings.checks import checked
from rag.meetings.checks.numbers import PRESENT_BUT_BARRED, by_votes, largest_register, majority
from rag.meetings.facts import FIELDS, Facts
from rag.meetings.report import (
    Check,
    Needs,
    Note,
    Opened,
    Opening,
    Reading,
    Report,
    Resolution,
    Resolved,
    Status,
    Verdict,
)
from rag.meetings.sheets import Topic, load_rulings
from rag.meetings.summary import summary
from rag.meetings.wording import both

_OPENED = {
    Status.PASS: Opened.MET,
    Status.FAIL: Opened.NOT_MET,
    Status.CONTESTED: Opened.CONTESTED,
    Status.UNKNOWN: Opened.UNKNOWN,
}
_BESIDE = (Topic.NOTICE, Topic.RESOLUTION)


def check_meeting(facts: Facts, as_of: date) -> Report:
    """The report on a meeting; raises FactsError for facts that contradict the committee's rules."""
    case = case_of(facts, as_of)
    checks = checked(case)
    opening, outcome = _opening(case, checks), by_votes(case)
    verdict = _verdict(checks, outcome)
    resolution = _resolution(case, _outcome(verdict, opening.status, _void_by_exclusion(checks) or outcome))
    checks = tuple(_of_outcome(c, resolution.status) if c.id is Topic.RESOLUTION else c for c in checks)
    missing = {name for check in checks for name in check.missing}
    report = Report(
        facts=case.facts,
        verdict=verdict,
        opening=opening,
        resolution=resolution,
        checks=checks,
        assumptions=case.assumptions,
        missing=tuple(name for name in FIELDS if name in missing),
        readings=_readings(checks, opening, resolution, outcome),
        notes=tuple(Note(both(note.say), note.basis) for note in case.sheet.notes if note.holds(case.day)),
        needs=_needs(case),
        summary=both("undetermined"),
    )
    return replace(report, summary=summary(report))


def _verdict(checks: tuple[Check, ...], outcome: Resolved) -> Verdict:
    """A failed check decides; else what is missing leaves it open; else what is contested does."""
    found = {check.status for check in checks if check.id not in _BESIDE}
    if Status.FAIL in found:
        return Verdict.INVALID
    if Status.UNKNOWN in found or outcome is Resolved.UNKNOWN:
        return Verdict.UNDETERMINED
    return Verdict.CONTESTED if Status.CONTESTED in found else Verdict.VALID


def _void_by_exclusion(checks: tuple[Check, ...]) -> Resolved | None:
    """Whatever is resolved with an excluded member is void, though the votes are not told."""
    barred = any(check.id is Topic.EXCLUSION and check.status is Status.FAIL for check in checks)
    return Resolved.VOID if barred else None


def _outcome(verdict: Verdict, opened: Opened, outcome: Resolved) -> Resolved:
    """What became of the motion: nothing where the meeting is invalid, and unknown where the meeting is."""
    if outcome is Resolved.NOT_VOTED:
        return outcome
    if verdict is Verdict.INVALID:
        return Resolved.VOID
    if verdict is Verdict.UNDETERMINED:
        return Resolved.UNKNOWN
    return Resolved.CONTESTED if opened is Opened.CONTESTED else outcome


def _opening(case: Case, checks: tuple[Check, ...]) -> Opening:
    check = next(each for each in checks if each.id is Topic.OPENING)
    rule, register = case.rule(Topic.OPENING), case.facts.on_register
    known = register is not None and rule is not None and not rule.silent
    return Opening(
        _OPENED[check.status], majority(register or 0) if known else None, case.may_vote, case.facts.attending
    )


def _resolution(case: Case, status: Resolved) -> Resolution:
    rule, base = case.rule(Topic.RESOLUTION), case.may_vote
    known = base is not None and rule is not None and not rule.silent
    return Resolution(status, majority(base or 0) if known else None, base, case.facts.in_favor)


def _of_outcome(check: Check, outcome: Resolved) -> Check:
    """The check of the vote in view of what the meeting is worth."""
    if outcome is Resolved.VOID:
        return replace(check, status=Status.FAIL, reason=both("resolution_void"), missing=())
    unsettled = {Resolved.CONTESTED: Status.CONTESTED, Resolved.UNKNOWN: Status.UNKNOWN}.get(outcome)
    if unsettled is None or check.status not in (Status.PASS, Status.FAIL):
        return check
    return replace(check, status=unsettled, reason=both("only_if_opened", reason=check.reason))


def _readings(
    checks: tuple[Check, ...], opening: Opening, resolution: Resolution, outcome: Resolved
) -> tuple[Reading, ...]:
    """Both ways to count those present, where they differ; each with the verdict that all checks then give."""
    if opening.status is not Opened.CONTESTED:
        return ()
    lenient_key, strict_key = PRESENT_BUT_BARRED
    rulings = load_rulings()
    views = (("strict", Status.FAIL, Opened.NOT_MET, strict_key), ("lenient", Status.PASS, Opened.MET, lenient_key))
    found = []
    for name, status, opened, key in views:
        verdict = _verdict(tuple(replace(c, status=status) if c.id is Topic.OPENING else c for c in checks), outcome)
        counted = opening.counted if opened is Opened.NOT_MET else opening.counted_with_excluded
        then = replace(resolution, status=_outcome(verdict, opened, outcome))
        reason = both(f"reading_{name}", counted=counted, needed=opening.needed)
        found.append(Reading(name, verdict, replace(opening, status=opened), then, reason, (rulings[key],)))
    return tuple(found)


def _largest_register(case: Case) -> int | None:
    attending, base = case.facts.attending, case.may_vote
    return largest_register(attending, base) if attending is not None and base is not None else None


def _needs(case: Case) -> Needs:
    """What it would take to open and to carry."""
    register, base = case.facts.on_register, case.may_vote
    opening, resolution = (case.rule(topic) for topic in (Topic.OPENING, Topic.RESOLUTION))
    opens = majority(register) if register is not None and opening is not None and not opening.silent else None
    carries = majority(base) if base is not None and resolution is not None and not resolution.silent else None
    attending = case.facts.attending
    return Needs(
        to_open=opens,
        more_to_open=max(0, opens - base) if opens is not None and base is not None else None,
        to_carry=carries,
        more_to_carry=max(0, carries - (case.facts.in_favor or 0)) if carries is not None else None,
        to_carry_with_one_more=majority((base or 0) + 1) if carries is not None and attending != register else None,
        largest_register=_largest_register(case) if register is None and opening and not opening.silent else None,
    )
