"""From words to facts: what a question gives, and what is left to others."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from membership_questions import DAY, ROWS, of

from rag.membership import finding
from rag.membership.acting import Absence, Office
from rag.membership.days import days_of
from rag.membership.eligibility import Tie, Vote
from rag.membership.findings import Member
from rag.membership.prospects import Chance, Prospect
from rag.membership.tenure import Tenure
from rag.membership.words import read


@pytest.mark.parametrize(("question", "status", "committee", "facts"), of("term"))
def test_a_question_about_a_term(question, status, committee, facts):
    given = dict(fact.split("=") for fact in facts)
    days = {name: date.fromisoformat(given[name]) for name in ("appointed", "asked", "renewed") if name in given}
    kind, renewals = Member(given.get("kind", "commissioned")), int(given.get("renewals", 0))
    assert read(question, DAY).facts == Tenure(committee, **({"asked": DAY, "kind": kind, "renewals": renewals} | days))
    found = finding(question, DAY)
    assert (found.subject, found.status) == ("term", status)


@pytest.mark.parametrize(("question", "status", "committee", "ties"), of("eligibility"))
def test_a_question_about_a_vote(question, status, committee, ties):
    facts = read(question, DAY).facts
    assert isinstance(facts, Vote)
    assert (facts.committee, set(facts.ties)) == (committee, set(map(Tie, ties)))
    found = finding(question, DAY)
    assert (found.subject, found.status) == ("eligibility", status)


@pytest.mark.parametrize(("question", "status", "committee", "away"), of("acting"))
def test_a_question_about_an_absence(question, status, committee, away):
    facts = read(question, DAY).facts
    assert isinstance(facts, Absence)
    assert facts.designated is (False if "undesignated" in away else None)
    assert (facts.committee, facts.away) == (committee, {Office(name) for name in away if name != "undesignated"})
    found = finding(question, DAY)
    assert (found.subject, found.status) == ("acting", status)


@pytest.mark.parametrize(("question", "status", "committee", "chance"), of("seat"))
def test_a_question_about_a_seat(question, status, committee, chance):
    assert read(question, DAY).facts == Prospect(committee, DAY, Chance(*chance))
    found = finding(question, DAY)
    assert (found.subject, found.status) == ("seat", status)


@pytest.mark.parametrize("question", [row[0] for row in of("none")])
def test_what_is_not_of_one_member_or_office_is_left_to_others(question):
    assert finding(question, DAY) is None


def test_there_are_questions_enough_in_both_languages():
    asked = [row["question"] for row in ROWS]
    korean = [question for question in asked if re.search("[가-힣]", question)]
    assert len(set(asked)) == len(asked) >= 60
    assert min(len(korean), len(asked) - len(korean)) >= 30


def test_a_committee_that_is_not_named_is_assumed_and_said():
    assumed = finding("위원장이 출장이면 누가 회의를 진행하나요?", DAY)
    named = finding("인공지능위원회 위원장이 출장이면 누가 회의를 진행하나요?", DAY)
    assert "인공지능위원회" in assumed.assumptions[0].ko
    assert "AI Committee" in assumed.assumptions[0].en
    assert assumed.assumptions[1:] == named.assumptions


@pytest.mark.parametrize(
    ("question", "as_of", "subject"),
    [
        ("2020년 5월 1일에 위촉된 위원의 임기는 언제 끝나나요?", DAY, "term"),
        ("위원장이 출장이면 누가 회의를 진행하나요?", date(2025, 7, 13), "acting"),
        ("배우자가 당사자인 위원이 표결할 수 있나요?", date(2025, 7, 13), "eligibility"),
    ],
)
def test_before_the_ai_committee_the_committee_is_asked_for(question, as_of, subject):
    found = finding(question, as_of)
    assert (found.subject, found.status, found.missing) == (subject, "unknown", ("committee",))


WORDS = sorted({word for row in ROWS for word in row["question"].split()})


@given(words=st.lists(st.sampled_from(WORDS), max_size=30), as_of=st.dates(date(2005, 1, 1), date(2035, 12, 31)))
def test_no_words_in_any_order_are_too_much(words, as_of):
    found = finding(" ".join(words), as_of)
    assert found is None or (found.sentence.ko and found.sentence.en)


@pytest.mark.parametrize(
    "written",
    [
        "2025년 8월 1일", "2025년8월1일", "2025-08-01", "2025. 8. 1.", "2025.8.1", "2025/08/01",
        "August 1, 2025", "Aug. 1, 2025", "August 1st, 2025", "1 August 2025", "1st of August 2025",
    ],
)  # fmt: skip
def test_days_are_read_however_they_are_written(written):
    assert days_of(f"appointed on {written}").appointed == date(2025, 8, 1)
    assert days_of(f"위촉일은 {written}").appointed == date(2025, 8, 1)


@pytest.mark.parametrize("written", ["2025-02-30", "2025년 13월 1일", "1825-08-01", "2025년 8월", "August 2025"])
def test_what_is_no_day_is_not_read(written):
    found = days_of(f"appointed on {written}")
    assert (found.appointed, found.renewed, found.asked) == (None, None, None)
