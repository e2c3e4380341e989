"""Who presides: each absence, committee by committee and day by day."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import FactsError
from rag.meetings.facts import Committee
from rag.membership.acting import Absence, Office, who_presides

DAY = date(2026, 3, 10)
AI, SMART, SUB = Committee.AI, Committee.SMART_CITY, Committee.SUBCOMMITTEE
INFO, COUNCIL = Committee.INFORMATIZATION, Committee.COUNCIL
OLD, BEFORE, SINCE = date(2018, 6, 1), date(2021, 5, 19), date(2021, 5, 20)

# committee, day, who is away, status, words of the point, the place cited first
ABSENCES = [
    (AI, DAY, "chair", "yes", "부위원장이", "art-13/para-2"),
    (AI, DAY, "vice_chair", "yes", "위원장이 진행", "art-14/para-1"),
    (AI, DAY, "designated_member", "yes", "위원장이 진행", "art-14/para-1"),
    (AI, DAY, "chair vice_chair", "yes", "미리 지명한 위원", "art-13/para-2"),
    (AI, DAY, "chair designated_member", "yes", "부위원장이", "art-13/para-2"),
    (AI, DAY, "chair vice_chair designated_member", "unsettled", "정해져 있지", "art-13/para-2"),
    (SMART, BEFORE, "chair", "yes", "위촉직 부위원장", "art-8/para-1"),
    (SMART, SINCE, "chair", "yes", "위촉직 부위원장", "art-8/para-1"),
    (SMART, DAY, "commissioned_vice_chair", "yes", "위원장이 진행", "art-8/para-1"),
    (SMART, DAY, "chair ex_officio_vice_chair", "yes", "위촉직 부위원장", "art-8/para-1"),
    (SMART, DAY, "chair commissioned_vice_chair", "yes", "당연직 부위원장", "art-8/para-1"),
    (SMART, DAY, "chair vice_chair", "unknown", "어느 부위원장", "art-8/para-1"),
    (SMART, DAY, "chair commissioned_vice_chair ex_officio_vice_chair", "unsettled", "정해져 있지", "art-8/para-1"),
    (SMART, BEFORE, "one_co_chair", "yes", "위촉직 부위원장", "art-8/para-1"),
    (SMART, SINCE, "one_co_chair", "unsettled", "남은 공동위원장", "art-8/para-1"),
    (INFO, OLD, "chair", "yes", "부위원장이", "art-9/para-2"),
    (INFO, OLD, "vice_chair", "yes", "위원장이 진행", "art-9/para-2"),
    (COUNCIL, DAY, "vice_chair", "yes", "위원장이 진행", "art-18/para-2"),
    (INFO, OLD, "chair vice_chair", "unsettled", "정해져 있지", "art-9/para-2"),
    (SUB, DAY, "chair", "unsettled", "분과위원회", "art-9/para-2"),
    (SUB, DAY, "vice_chair", "yes", "위원장이 진행", "art-9/para-2"),
    (COUNCIL, DAY, "chair", "unsettled", "협의회", "art-18/para-2"),
]


def absence(committee, on, away, **more):
    """An absence of those named."""
    return Absence(committee, on, frozenset(map(Office, away.split())), **more)


@pytest.mark.parametrize(("committee", "on", "away", "status", "words", "place"), ABSENCES)
def test_each_absence(committee, on, away, status, words, place):
    found = who_presides(absence(committee, on, away))
    assert found.status == status
    assert words in found.sentence.ko
    assert str(found.citations[0].id).partition("/")[2] == place


@pytest.mark.parametrize(("designated", "status"), [(None, "yes"), (True, "yes"), (False, "unsettled")])
def test_the_text_is_silent_where_no_one_was_designated(designated, status):
    found = who_presides(absence(AI, DAY, "chair vice_chair", designated=designated))
    told = " ".join(said.en for said in found.assumptions)
    assert found.status == status
    assert ("designated a member in advance" in told) == (designated is None)


@pytest.mark.parametrize(("on", "told"), [(BEFORE, False), (SINCE, True)])
def test_two_co_chairs_are_told_of_since_there_are_two(on, told):
    found = who_presides(absence(SMART, on, "chair"))
    assert bool(found.recorded) == told
    assert ("co-chairs" in " ".join(said.en for said in found.assumptions)) == told


@pytest.mark.parametrize(("on", "held"), [(BEFORE, False), (SINCE, True)])
@pytest.mark.parametrize("away", ["chair", "chair commissioned_vice_chair"])
def test_that_a_vice_chair_presides_only_if_both_co_chairs_are_away_stands_in_front(on, held, away):
    point = who_presides(absence(SMART, on, away)).sentence
    assert ("both co-chairs" in point.en) == ("공동위원장 두 명이 모두" in point.ko) == held


def test_who_acts_for_the_chair_convenes_too_where_it_is_asked():
    asked, not_asked = (who_presides(absence(AI, DAY, "chair", convening=convening)) for convening in (True, False))
    assert "convening" in asked.sentence.en
    assert "소집" in asked.sentence.ko
    assert "art-14/para-1" in [str(each.id).partition("/")[2] for each in asked.citations]
    assert "conven" not in " ".join(said.en for said in not_asked.sentences)


def test_that_the_cause_is_unavoidable_is_assumed_and_a_vacant_seat_is_left_open():
    away, vacant = (who_presides(absence(AI, DAY, "chair", vacant=vacant)) for vacant in (False, True))
    assert (away.status, vacant.status) == ("yes", "unsettled")
    assert away.sentence.en in vacant.steps[-1].reason.en
    assert "unavoidable" in " ".join(said.en for said in away.assumptions)
    assert "unavoidable" not in " ".join(said.en for said in vacant.assumptions)
    assert "vacant" in vacant.sentence.en


@pytest.mark.parametrize(
    ("committee", "on"),
    [(AI, date(2025, 7, 13)), (AI, date(2028, 1, 1)), (SMART, date(2019, 3, 27)), (INFO, date(2019, 3, 28)),
     (INFO, date(2011, 9, 28)), (SUB, date(2019, 3, 27)), (COUNCIL, date(2019, 3, 27))],
)  # fmt: skip
def test_no_one_presides_over_a_committee_that_is_not_there(committee, on):
    found = who_presides(absence(committee, on, "chair"))
    assert (found.status, found.missing) == ("unknown", ("date",))


def test_an_absence_needs_someone_who_is_away():
    with pytest.raises(FactsError) as caught:
        Absence(AI, DAY, frozenset())
    assert caught.value.field == "away"


@pytest.mark.parametrize("committee", [AI, SMART, SUB, COUNCIL])
def test_no_office_that_is_away_presides(committee):
    names = {"vice_chair": "부위원장이 위원장의", "commissioned_vice_chair": "위촉직 부위원장이",
             "ex_officio_vice_chair": "당연직 부위원장이", "designated_member": "지명한 위원이"}  # fmt: skip
    for count in range(1, len(Office) + 1):
        for away in combinations(Office, count):
            said = who_presides(Absence(committee, DAY, frozenset(away))).sentence.ko
            assert not any(said.startswith(words) for office, words in names.items() if office in away)


@given(
    committee=st.sampled_from(list(Committee)),
    on=st.dates(date(2005, 1, 1), date(2030, 12, 31)),
    away=st.frozensets(st.sampled_from(list(Office)), min_size=1),
    designated=st.none() | st.booleans(),
    vacant=st.booleans(),
)
def test_a_finding_says_in_both_languages_what_its_status_says(committee, on, away, designated, vacant):
    found = who_presides(Absence(committee, on, away, designated, vacant))
    assert (
        found.sentence.ko.endswith("진행합니다.") or "필요하지 않습니다" in found.sentence.ko or found.status != "yes"
    )
    assert ("presides" in found.sentence.en) == (found.status == "yes")
    assert all(said.ko and said.en for said in found.sentences)
