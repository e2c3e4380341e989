"""May this member deliberate and vote on this item? Exclusion, challenge and recusal, dismissal too."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from corpus.errors import FactsError
from rag.meetings.facts import Committee
from rag.membership.findings import Finding, Outcome, Recorded, Said, Step, Subject
from rag.membership.sheets import bound, existence, frozen, recorded, said
from rag.membership.term_apart import existed
from rag.tables import load_table

REACHED = date(2022, 10, 17)  # since when the committees ordinance has rules of exclusion for all committees


class Tie(StrEnum):
    """What ties a member to the item, or says of the member's office."""

    SELF_PARTY = "self_party"
    SPOUSE_PARTY = "spouse_party"
    FORMER_SPOUSE_PARTY = "former_spouse_party"
    PARTNER_PARTY = "partner_party"
    RELATIVE_PARTY = "relative_party"
    INVOLVED = "involved"
    INVOLVED_ELSEWHERE = "involved_elsewhere"
    AGENT = "agent"
    CORPORATION_AGENT = "corporation_agent"
    FORMER_CORPORATION_AGENT = "former_corporation_agent"
    EMPLOYER_PARTY = "employer_party"
    ACQUAINTANCE = "acquaintance"
    KIN_CORPORATION = "kin_corporation"
    KIN_AGENT = "kin_agent"
    CHALLENGED_ON_CHALLENGE = "challenged_on_challenge"
    CHALLENGED_PENDING = "challenged_pending"
    CHALLENGE_UPHELD = "challenge_upheld"
    CHALLENGE_REJECTED = "challenge_rejected"
    CHALLENGE_OF_ANOTHER = "challenge_of_another"
    DISMISSAL_GROUND = "dismissal_ground"
    WISH_TO_LEAVE = "wish_to_leave"
    DISMISSED = "dismissed"
    NOT_RECUSED = "not_recused"
    TERM_OVER = "term_over"


@dataclass(frozen=True, slots=True)
class Vote:
    """A member of a committee, on a day, with all that ties the member to the item. Raises FactsError."""

    committee: Committee
    on: date
    ties: tuple[Tie, ...]

    def __post_init__(self) -> None:
        if not self.ties:
            raise FactsError("ties", f"needs one at least of {', '.join(Tie)}")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What follows from a tie, as the table says it."""

    status: Outcome
    reason: Said
    sources: tuple[str, ...]
    smart_city: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    anywhere: bool = False
    point: str = ""
    assumption: str = ""
    opening: str = ""


_WORST_FIRST = (Outcome.NO, Outcome.UNSETTLED, Outcome.UNKNOWN, Outcome.YES)


def may_vote(vote: Vote) -> Finding:
    """Whether the member may deliberate and vote, with the words of each ground that stands in the way."""
    body = existence(vote.committee)
    if not body.holds(vote.on):
        sentence = said("not_there", body=body.name, appointed=vote.on)
        steps = (Step(existed(body)),)
        return Finding(Subject.ELIGIBILITY, Outcome.UNKNOWN, sentence, steps, missing=("date",))
    ties = [(tie, _rule(tie)) for tie in dict.fromkeys(vote.ties)]
    if vote.committee is Committee.AI:
        return _found(vote, ties)
    general = [(tie, rule) for tie, rule in ties if rule.anywhere]
    if any(rule.status is Outcome.NO for _, rule in general) or len(general) == len(ties):
        return _found(vote, general)
    return _by_the_committees_ordinance(vote)


@cache
def _rule(tie: Tie) -> _Rule:
    row = frozen(load_table("membership/ties")[tie.value])
    reason = Said(row.pop("ko"), row.pop("en"))
    return _Rule(reason=reason, **(row | {"status": Outcome(row["status"])}))


def _found(vote: Vote, ties: list[tuple[Tie, _Rule]]) -> Finding:
    status = min((rule.status for _, rule in ties), key=_WORST_FIRST.index)
    lead = next(rule for _, rule in ties if rule.status is status)
    return Finding(
        subject=Subject.ELIGIBILITY,
        status=status,
        sentence=said(lead.point or f"vote_{status}"),
        steps=tuple(_steps(vote, [rule for _, rule in ties])),
        assumptions=tuple(_assumptions([rule for _, rule in ties])),
        recorded=tuple(_records([rule for _, rule in ties])),
    )


def _steps(vote: Vote, rules: list[_Rule]) -> Iterator[Step]:
    for rule in sorted(rules, key=lambda each: _WORST_FIRST.index(each.status)):
        names = rule.sources if vote.committee is Committee.AI else _elsewhere(vote, rule)
        yield Step(rule.reason, sources=tuple(map(bound, names)))
        if rule.opening:
            yield Step(said(rule.opening), sources=(bound("ai_challenge_grounds"),))
    if any(_excludes(rule) for rule in rules):
        yield Step(said("recusal_duty"), sources=(bound("ai_recusal"),))


def _excludes(rule: _Rule) -> bool:
    """Whether the rule is a ground of exclusion, which brings the duty to step aside."""
    return rule.status is Outcome.NO and "ai_exclusion" in rule.sources


def _elsewhere(vote: Vote, rule: _Rule) -> tuple[str, ...]:
    """The words for a committee other than the AI Committee; none where its own text has none."""
    if vote.committee is Committee.SMART_CITY:
        return rule.smart_city
    is_term = rule.smart_city == ("smart_city_term",) and vote.committee is Committee.INFORMATIZATION
    return ("informatization_term",) if is_term else ()


def _assumptions(rules: list[_Rule]) -> Iterator[Said]:
    yield from (said(rule.assumption) for rule in rules if rule.assumption)
    yield said("no_other_ties")


def _records(rules: list[_Rule]) -> Iterator[Recorded]:
    if any(_excludes(rule) for rule in rules):
        yield recorded("taking_part_voids")
    names = [name for rule in rules for name in rule.records]
    yield from (recorded(name) for name in dict.fromkeys(names) if name != "taking_part_voids")


def _by_the_committees_ordinance(vote: Vote) -> Finding:
    """What is found where no rule at hand excludes anyone: the rules stand in another ordinance, or in none."""
    name = existence(vote.committee).name
    if vote.on < REACHED:
        steps = (Step(said("safest_recusal")),)
        return Finding(Subject.ELIGIBILITY, Outcome.UNSETTLED, said("vote_no_rule", body=name), steps)
    applies = [Step(said("council_applies"), sources=(bound("council_rules"),))]
    return Finding(
        subject=Subject.ELIGIBILITY,
        status=Outcome.UNKNOWN,
        sentence=said("vote_unknown"),
        steps=(
            *(applies if vote.committee is Committee.COUNCIL else ()),
            Step(said("committees_rule"), sources=(bound("committees_exclusion"),)),
            Step(said("safest_recusal")),
        ),
        recorded=(recorded("committees_exclusion"),),
    )
