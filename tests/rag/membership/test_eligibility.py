"""Who may deliberate and vote: each ground, each committee, each day from which a rule holds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import FactsError
from rag.meetings.facts import Committee
from rag.membership.eligibility import Tie, Vote, may_vote

DAY = date(2026, 3, 10)
AI, SMART = Committee.AI, Committee.SMART_CITY
FIRST = {
    AI: date(2025, 7, 14), SMART: date(2019, 3, 28), Committee.SUBCOMMITTEE: date(2019, 3, 28),
    Committee.COUNCIL: date(2019, 3, 28), Committee.INFORMATIZATION: date(2011, 9, 29),
}  # fmt: skip
# Each tie under the AI ordinance: may the member vote, and by which unit of Articles 10 to 12.
GROUNDS = [
    ("self_party", "no", "art-12/para-1/sub-1"),
    ("spouse_party", "no", "art-12/para-1/sub-1"),
    ("former_spouse_party", "no", "art-12/para-1/sub-1"),
    ("partner_party", "unsettled", "art-12/para-1/sub-1"),
    ("relative_party", "no", "art-12/para-1/sub-2"),
    ("involved", "no", "art-12/para-1/sub-3"),
    ("involved_elsewhere", "yes", "art-12/para-1/sub-3"),
    ("agent", "no", "art-12/para-1/sub-4"),
    ("corporation_agent", "no", "art-12/para-1/sub-4"),
    ("former_corporation_agent", "unsettled", "art-12/para-1/sub-4"),
    ("employer_party", "unsettled", "art-12/para-1/sub-4"),
    ("kin_corporation", "unsettled", "art-12/para-1/sub-2"),
    ("kin_agent", "unsettled", "art-12/para-1/sub-4"),
    ("acquaintance", "yes", "art-12/para-1"),
    ("challenged_on_challenge", "no", "art-12/para-2"),
    ("challenged_pending", "unsettled", "art-12/para-2"),
    ("challenge_upheld", "no", "art-12/para-2"),
    ("challenge_rejected", "yes", "art-12/para-2"),
    ("challenge_of_another", "yes", "art-12/para-2"),
    ("dismissal_ground", "yes", "art-11"),
    ("wish_to_leave", "yes", "art-11/sub-5"),
    ("dismissed", "no", "art-11"),
    ("not_recused", "no", "art-11/sub-4"),
    ("term_over", "unsettled", "art-10"),
]
BARRING = {"self_party", "spouse_party", "former_spouse_party", "relative_party", "involved", "agent",
           "corporation_agent", "not_recused"}  # fmt: skip


def units(found):
    """The cited places, without their work and version."""
    return {str(each.id).partition("/")[2] for each in found.citations}


@pytest.mark.parametrize(("tie", "status", "unit"), GROUNDS)
def test_each_tie_under_the_ai_ordinance(tie, status, unit):
    found = may_vote(Vote(AI, DAY, (Tie(tie),)))
    assert found.status == status
    assert unit in units(found)
    assert {each.id.work for each in found.citations} == {"seoul-ai-ordinance"}


def test_every_tie_is_in_the_table():
    assert {tie for tie, _, _ in GROUNDS} == set(Tie)


@pytest.mark.parametrize("tie", list(Tie))
def test_a_ground_of_exclusion_brings_the_duty_to_step_aside_and_no_other_tie_does(tie):
    found = may_vote(Vote(AI, DAY, (tie,)))
    barred = tie in BARRING
    assert ("art-12/para-3" in units(found)) == barred
    assert any("98다42547" in each.source.ko and "정족수" in each.fact.ko for each in found.recorded) == barred


@pytest.mark.parametrize(("committee", "first"), FIRST.items())
def test_no_one_votes_in_a_committee_that_is_not_there(committee, first):
    before = may_vote(Vote(committee, date.fromordinal(first.toordinal() - 1), (Tie.SPOUSE_PARTY,)))
    assert (before.status, before.missing) == ("unknown", ("date",))
    assert may_vote(Vote(committee, first, (Tie.SPOUSE_PARTY,))).missing == ()


@pytest.mark.parametrize(
    ("committee", "on", "status"),
    [
        (SMART, date(2022, 10, 16), "unsettled"),
        (SMART, date(2022, 10, 17), "unknown"),
        (Committee.SUBCOMMITTEE, date(2022, 10, 16), "unsettled"),
        (Committee.SUBCOMMITTEE, date(2022, 10, 17), "unknown"),
        (Committee.COUNCIL, date(2022, 10, 16), "unsettled"),
        (Committee.COUNCIL, date(2022, 10, 17), "unknown"),
        (Committee.INFORMATIZATION, date(2019, 3, 27), "unsettled"),
    ],
)
@pytest.mark.parametrize("tie", ["spouse_party", "involved", "challenged_on_challenge", "former_corporation_agent"])
def test_other_committees_have_no_rule_of_their_own(committee, on, status, tie):
    found = may_vote(Vote(committee, on, (Tie(tie),)))
    assert found.status == status
    assert bool(found.recorded) == (status == "unknown")
    reading = " ".join(each.fact.en for each in found.recorded)
    assert ("reading" in reading) == (status == "unknown")
    assert not any("ai-ordinance" in each.id.work for each in found.citations)


@pytest.mark.parametrize("committee", [SMART, Committee.SUBCOMMITTEE, Committee.COUNCIL])
@pytest.mark.parametrize(
    ("tie", "status"), [("dismissal_ground", "yes"), ("dismissed", "no"), ("term_over", "unsettled")]
)
def test_dismissal_and_the_end_of_a_term_are_the_same_everywhere(committee, tie, status):
    found = may_vote(Vote(committee, DAY, (Tie(tie),)))
    assert found.status == status
    assert not any("ai-ordinance" in each.id.work for each in found.citations)


def test_one_who_was_dismissed_does_not_vote_whatever_else_is_unknown():
    assert may_vote(Vote(SMART, DAY, (Tie.SPOUSE_PARTY, Tie.DISMISSED))).status == "no"
    assert may_vote(Vote(SMART, DAY, (Tie.SPOUSE_PARTY, Tie.DISMISSAL_GROUND))).status == "unknown"


def test_a_vote_needs_a_tie():
    with pytest.raises(FactsError) as caught:
        Vote(AI, DAY, ())
    assert caught.value.field == "ties"


@given(ties=st.lists(st.sampled_from(list(Tie)), min_size=1, unique=True), more=st.sampled_from(list(Tie)))
def test_one_more_tie_never_makes_a_vote_more_lawful(ties, more):
    rank = ["no", "unsettled", "yes"]
    fewer, all_ = (may_vote(Vote(AI, DAY, tuple(each))).status for each in (ties, [*ties, more]))
    assert rank.index(all_) <= rank.index(fewer)


@given(
    committee=st.sampled_from(list(Committee)),
    on=st.dates(date(2005, 1, 1), date(2030, 12, 31)),
    ties=st.lists(st.sampled_from(list(Tie)), min_size=1, unique=True),
)
def test_a_finding_says_in_both_languages_what_its_status_says(committee, on, ties):
    found = may_vote(Vote(committee, on, tuple(ties)))
    assert not found.sentence.ko.startswith(("네.", "아니요."))
    assert not found.sentence.en.startswith(("Yes.", "No."))
    barred = ("제척됩니다", "참여할 수 없습니다", "표결할 수 없습니다")
    assert found.sentence.ko.endswith(tuple(f"{each}." for each in barred)) == (found.status == "no")
    assert all(said.ko and said.en for said in found.sentences)
