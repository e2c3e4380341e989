"""Whether the meeting was called, presided over and held as the rules have it; and the notice, for information."""

from rag.meetings.case import Case
from rag.meetings.facts import Convener, Presider
from rag.meetings.report import Check, Status
from rag.meetings.sheets import Rule, Topic
from rag.meetings.wording import both, joined, term

_UNAVAILABLE = {
    Presider.CHAIR: "chair_unavailable",
    Presider.VICE_CHAIR: "vice_chair_unavailable",
    Presider.COMMISSIONED_VICE_CHAIR: "vice_chair_unavailable",
}


def convening(case: Case) -> Check:
    """The chair calls the meeting, and where the text says so a share of the members."""
    rule, by = case.rule(Topic.CONVENING), case.facts.convened_by
    if rule is None or rule.silent:
        return _no_rule(Topic.CONVENING, rule, case, "no_convening_rule" if rule else "no_rule_then")
    if by is Convener.CHAIR:
        return Check(Topic.CONVENING, _passed(case, "convened_by"), both("convened_by_chair"), basis=rule.basis)
    if by is not Convener.OTHER and rule.share is not None:
        return _called_by_members(case, rule, rule.share)
    if by is None:
        reason = both("who_convened")
        return Check(Topic.CONVENING, Status.UNKNOWN, reason, basis=rule.basis, missing=("convened_by",))
    reason = both("convened_by_members_without_rule" if by is Convener.MEMBERS else "convened_by_other")
    return Check(Topic.CONVENING, Status.FAIL, reason, basis=rule.basis)


def _called_by_members(case: Case, rule: Rule, share: int) -> Check:
    register, asked = case.facts.on_register, case.facts.requested_by
    reason = both("convened_by_share", share=share)
    if register is None or asked is None:
        lacking = tuple(name for name in ("on_register", "requested_by") if getattr(case.facts, name) is None)
        return Check(Topic.CONVENING, Status.UNKNOWN, reason, basis=rule.basis, missing=lacking)
    needed = -(-register // share)
    enough = asked >= needed
    computation = both(
        "share_of_register", register=register, share=share, needed=needed, asked=asked, sign="≥" if enough else "<"
    )
    if enough:
        said = both("convened_by_enough", asked=asked, register=register, share=share, needed=needed)
        return Check(Topic.CONVENING, Status.PASS, said, computation, rule.basis)
    short = both("convened_by_too_few", asked=asked, register=register, share=share, needed=needed)
    if case.facts.convened_by is None:
        said = joined(short, both("who_convened"))
        return Check(Topic.CONVENING, Status.UNKNOWN, said, computation, rule.basis, missing=("convened_by",))
    return Check(Topic.CONVENING, Status.FAIL, short, computation, rule.basis)


def presiding(case: Case) -> Check:
    """The chair presides; who acts for the chair does so in the order of the text, when those before cannot."""
    rule, by = case.rule(Topic.PRESIDING), case.facts.presided_by
    if rule is None:
        return _no_rule(Topic.PRESIDING, rule, case, "no_rule_then")
    if by is None:
        reason = both("who_presided")
        return Check(Topic.PRESIDING, Status.UNKNOWN, reason, basis=rule.basis, missing=("presided_by",))
    if by in rule.order:
        return _in_order(case, rule, by)
    if len(rule.order) == 1:
        return Check(Topic.PRESIDING, Status.UNKNOWN, both("no_acting_order"), basis=rule.basis)
    if by is Presider.VICE_CHAIR and case.facts.chair_unavailable is False:
        reason = both("not_yet_in_order", who=term("presider", by), before=term("presider", Presider.CHAIR))
        return Check(Topic.PRESIDING, Status.FAIL, reason, basis=rule.basis)
    if by is Presider.VICE_CHAIR:
        reason = both("which_vice_chair")
        return Check(Topic.PRESIDING, Status.UNKNOWN, reason, basis=rule.basis, missing=("presided_by",))
    return Check(Topic.PRESIDING, Status.FAIL, both("not_in_order", who=term("presider", by)), basis=rule.basis)


def _in_order(case: Case, rule: Rule, by: Presider) -> Check:
    before = rule.order[: rule.order.index(by)]
    available = {each: getattr(case.facts, _UNAVAILABLE[each]) for each in before}
    who = term("presider", by)
    if not before:
        name = "one_of_two_chairs" if case.facts.chair_unavailable else "presided_by_chair"
        return Check(Topic.PRESIDING, _passed(case, "presided_by"), both(name), basis=rule.basis)
    if False in available.values():
        first = next(each for each, unavailable in available.items() if unavailable is False)
        reason = both("not_yet_in_order", who=who, before=term("presider", first))
        return Check(Topic.PRESIDING, Status.FAIL, reason, basis=rule.basis)
    if None in available.values():
        lacking = tuple(_UNAVAILABLE[each] for each, unavailable in available.items() if unavailable is None)
        return Check(Topic.PRESIDING, Status.UNKNOWN, both("acts_only_if", who=who), basis=rule.basis, missing=lacking)
    said = both("acts_in_order", who=who)
    return Check(Topic.PRESIDING, Status.PASS, joined(said, both(rule.say)) if rule.say else said, basis=rule.basis)


def format_(case: Case) -> Check:
    """The members met in a form that the rules allow."""
    rule, how = case.rule(Topic.FORMAT), case.facts.format
    if rule is None or how is None:
        return _no_rule(Topic.FORMAT, rule, case, "no_rule_then")
    said = term("format", how)
    if how in rule.formats:
        return Check(Topic.FORMAT, _passed(case, "format"), both("format_allowed", how=said), basis=rule.basis)
    return Check(Topic.FORMAT, Status.UNKNOWN, both("format_unsettled", how=said), basis=rule.basis)


def notice(case: Case) -> Check:
    """The days of notice, for information: the rule attaches no consequence to them."""
    rule, days = case.rule(Topic.NOTICE), case.facts.notice_days
    if rule is None or rule.days is None:
        return _no_rule(Topic.NOTICE, rule, case, "no_notice_rule")
    if days is None:
        return Check(Topic.NOTICE, Status.ASSUMED, both("notice_not_told", days=rule.days), basis=rule.basis)
    enough = days >= rule.days
    computation = both("days_of_notice", given=days, days=rule.days, sign="≥" if enough else "<")
    reason = both("notice_given" if enough else "notice_short", days=rule.days)
    return Check(Topic.NOTICE, Status.PASS if enough else Status.UNKNOWN, reason, computation, rule.basis)


def _passed(case: Case, *names: str) -> Status:
    return Status.ASSUMED if case.assumed(*names) else Status.PASS


def _no_rule(topic: Topic, rule: Rule | None, case: Case, name: str) -> Check:
    return Check(topic, Status.UNKNOWN, both(name, day=case.day), basis=rule.basis if rule else ())
