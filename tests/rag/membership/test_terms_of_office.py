"""When a term ends: by the calendar, by kind of member, by what came before and what comes first."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import FactsError
from rag.meetings.facts import Committee
from rag.membership.findings import Member
from rag.membership.tenure import Tenure, last_day
from rag.membership.term import term_of

AI, SMART, INFO = Committee.AI, Committee.SMART_CITY, Committee.INFORMATIZATION
KINDS = tuple(Member)
DAYS = st.dates(date(2011, 9, 29), date(2035, 12, 31))


def found(committee, appointed, asked, kind=Member.COMMISSIONED, renewals=0, renewed=None):
    """The finding on a tenure whose days are written."""
    day = date.fromisoformat(renewed) if renewed else None
    return term_of(Tenure(committee, date.fromisoformat(appointed), date.fromisoformat(asked), kind, renewals, day))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2025-07-14", "2027-07-13"),
        ("2025-08-01", "2027-07-31"),
        ("2026-01-01", "2027-12-31"),
        ("2025-12-31", "2027-12-30"),
        ("2025-03-31", "2027-03-30"),
        ("2024-02-28", "2026-02-27"),
        ("2024-02-29", "2026-02-28"),
        ("2024-03-01", "2026-02-28"),
        ("2026-02-28", "2028-02-27"),
        ("2026-03-01", "2028-02-29"),
    ],
)
def test_two_years_by_the_calendar(first, last):
    assert last_day(date.fromisoformat(first)) == date.fromisoformat(last)


def test_four_years_from_a_leap_day_end_before_one():
    assert last_day(date(2024, 2, 29), 4) == date(2028, 2, 28)


@pytest.mark.parametrize(
    ("asked", "status"),
    [("2025-07-13", "no"), ("2025-07-14", "no"), ("2027-07-12", "no"), ("2027-07-13", "no"), ("2027-07-14", "yes")],
)
def test_the_days_around_the_last(asked, status):
    assert found(AI, "2025-07-14", asked).status == status


@pytest.mark.parametrize(
    ("asked", "status"),
    [("2022-04-30", "no"), ("2022-05-01", "no"), ("2024-04-30", "no"), ("2024-05-01", "yes")],
)
def test_a_renewed_term_begins_the_day_after_and_ends_two_years_on(asked, status):
    for renewed in (None, "2022-05-01"):
        assert found(SMART, "2020-05-01", asked, renewals=1, renewed=renewed).status == status


def test_a_second_renewal_has_no_ground():
    once, twice = (found(SMART, "2019-05-01", "2023-05-01", renewals=n) for n in (1, 2))
    assert once.status == twice.status == "yes"
    assert once.ends == twice.ends == date(2023, 4, 30)
    assert "두 번째 연임" in " ".join(said.ko for said in twice.sentences)
    assert "두 번째 연임" not in " ".join(said.ko for said in once.sentences)


@pytest.mark.parametrize(
    ("asked", "status"),
    [("2022-04-30", "no"), ("2022-05-01", "yes"), ("2022-06-30", "yes"), ("2022-07-01", "no"), ("2024-06-30", "no")],
)
def test_between_a_term_and_a_late_renewal_no_term_runs(asked, status):
    late = found(SMART, "2020-05-01", asked, renewals=1, renewed="2022-07-01")
    assert late.status == status
    assert late.ends == date(2024, 6, 30)
    assert "after a break" in " ".join(said.en for said in late.sentences)


def test_an_early_renewal_does_not_shorten_the_first_term():
    assert found(SMART, "2020-05-01", "2022-01-01", renewals=1, renewed="2022-04-01").ends == date(2024, 4, 30)


@pytest.mark.parametrize(
    ("committee", "appointed", "asked", "renewals", "ends"),
    [
        (AI, "2025-12-31", "2026-03-10", 0, date(2027, 12, 30)),
        (AI, "2026-01-01", "2026-03-10", 0, date(2027, 12, 31)),
        (AI, "2026-01-02", "2026-03-10", 0, date(2027, 12, 31)),
        (AI, "2025-08-01", "2028-01-01", 1, date(2027, 12, 31)),
        (SMART, "2026-06-01", "2026-06-10", 0, date(2027, 12, 31)),
        (SMART, "2023-10-01", "2023-10-03", 2, date(2027, 9, 30)),
        (SMART, "2023-10-01", "2023-10-04", 1, date(2027, 9, 30)),
        (SMART, "2023-10-03", "2023-10-03", 1, date(2027, 10, 2)),
    ],
)
def test_no_term_outlives_the_committee(committee, appointed, asked, renewals, ends):
    assert found(committee, appointed, asked, renewals=renewals).ends == ends


@pytest.mark.parametrize(
    ("committee", "appointed", "asked", "english", "korean"),
    [
        (AI, "2025-09-30", "2026-03-10", "ends on December 31, 2027, because", "2029. 9. 29.까지이지만"),
        (
            AI,
            "2025-09-30",
            "2027-10-10",
            "until September 29, 2029. On October 10, 2027 it is",
            "존속기한이 2027. 12. 31.",
        ),
        (AI, "2026-01-01", "2026-03-10", "cannot begin", "시작할 수 없습니다"),
        (SMART, "2020-05-01", "2022-06-01", "second term of a member", "두 번째 임기는 2024. 4. 30.까지입니다."),
        (SMART, "2020-05-01", "2022-04-30", "the first term is running", "첫 임기 중입니다"),
    ],
)
def test_of_a_renewed_member_the_second_term_leads_with_what_cuts_it(committee, appointed, asked, english, korean):
    point = found(committee, appointed, asked, renewals=1).sentence
    assert english in point.en
    assert korean in point.ko


@pytest.mark.parametrize(
    ("appointed", "korean", "english"),
    [
        (
            "2026-03-02",
            "2026. 3. 2.부터 2년, 첫날을 넣어 2028. 3. 1.까지",
            "March 2, 2026 + 2 years - 1 day = March 1, 2028",
        ),
        ("2024-02-29", "2024. 2. 29.부터 2년, 끝나는 해에 2월 29일이 없어 2026. 2. 28.까지", "→ February 28, 2026"),
    ],
)
def test_a_term_is_counted_in_the_words_of_the_language(appointed, korean, english):
    counted = found(SMART, appointed, appointed).steps[0].computation
    assert counted.ko == korean
    assert counted.en.endswith(english)


def test_the_sunset_is_told_where_it_comes_first_and_only_since_it_is_law():
    def ids(finding):
        return {str(each.id) for each in finding.citations}

    assert "seoul-ai-ordinance@2025-09-29/art-8/para-4" in ids(found(AI, "2026-03-02", "2026-03-10"))
    assert "seoul-ai-ordinance@2025-09-29/art-8/para-4" in ids(found(AI, "2025-08-01", "2026-03-10"))
    assert "seoul-ai-bill-review/note-16" in ids(found(SMART, "2026-03-02", "2026-03-10"))
    assert "seoul-ai-bill-review/note-16" not in ids(found(SMART, "2022-03-02", "2022-03-10"))
    assert found(AI, "2026-03-02", "2028-01-01").status == "yes"


@pytest.mark.parametrize(
    ("committee", "kind", "asked", "status", "ends"),
    [
        (AI, Member.SUBSTITUTE, "2026-03-10", "no", date(2027, 7, 31)),
        (AI, Member.SUBSTITUTE, "2027-08-01", "yes", date(2027, 7, 31)),
        (AI, Member.COUNCILLOR, "2026-03-10", "no", date(2027, 7, 31)),
        (AI, Member.EX_OFFICIO, "2026-03-10", "unsettled", None),
        (AI, Member.PUBLIC_OFFICIAL, "2026-03-10", "unsettled", None),
        (SMART, Member.SUBSTITUTE, "2026-03-10", "unsettled", date(2027, 7, 31)),
        (SMART, Member.SUBSTITUTE, "2027-08-01", "yes", date(2027, 7, 31)),
        (SMART, Member.COUNCILLOR, "2026-03-10", "unsettled", None),
        (SMART, Member.EX_OFFICIO, "2026-03-10", "unknown", None),
        (SMART, Member.PUBLIC_OFFICIAL, "2026-03-10", "unknown", None),
        (Committee.SUBCOMMITTEE, Member.COMMISSIONED, "2026-03-10", "unsettled", date(2027, 12, 31)),
        (Committee.COUNCIL, Member.COMMISSIONED, "2026-03-10", "unknown", None),
    ],
)
def test_each_kind_of_member(committee, kind, asked, status, ends):
    finding = found(committee, "2025-08-01", asked, kind)
    assert (finding.status, finding.ends) == (status, ends)


@pytest.mark.parametrize(
    ("asked", "article"),
    [("2019-03-27", "@2018-03-22/art-7/para-6"), ("2019-03-28", "@2019-03-28/art-7/para-4")],
)
def test_the_rule_is_that_of_the_asked_day(asked, article):
    for committee in (INFO, SMART):
        finding = found(committee, "2018-05-01", asked)
        assert (finding.status, finding.ends) == ("no", date(2020, 4, 30))
        assert str(finding.citations[0].id).endswith(article)


def test_a_member_who_came_over_counts_from_the_first_appointment():
    over = {str(each.id).partition("/")[2] for each in found(INFO, "2018-05-01", "2019-06-01").citations}
    assert {"addenda-7026/art-3", "addenda-7026/art-4"} <= over
    before = {str(each.id).partition("/")[2] for each in found(INFO, "2018-05-01", "2019-03-27").citations}
    assert not before & {"addenda-7026/art-3", "addenda-7026/art-4"}


def test_whether_a_renewal_from_before_counts_is_told_as_open():
    early = found(INFO, "2016-05-01", "2019-06-01", renewals=1)
    late = found(INFO, "2018-05-01", "2020-06-01", renewals=1)
    assert "transitional measures" in " ".join(said.en for said in early.sentences)
    assert "transitional measures" not in " ".join(said.en for said in late.sentences)


@pytest.mark.parametrize(
    ("committee", "appointed"),
    [
        (AI, "2025-07-13"), (AI, "2028-01-01"), (INFO, "2019-03-28"), (INFO, "2011-09-28"),
        (SMART, "2011-09-28"), (SMART, "2028-01-01"), (Committee.SUBCOMMITTEE, "2019-03-27"),
        (Committee.COUNCIL, "2019-03-27"),
    ],
)  # fmt: skip
def test_no_one_is_appointed_to_a_committee_that_is_not_there(committee, appointed):
    finding = found(committee, appointed, "2026-03-10")
    assert (finding.status, finding.missing, finding.ends) == ("unknown", ("appointed",), None)


def test_the_assumptions_of_the_count_are_said():
    def assumed(*facts, **more):
        return " ".join(said.ko for said in found(*facts, **more).assumptions)

    assert "제160조" in assumed(AI, "2025-08-01", "2026-03-10")
    assert "2월 29일" in assumed(SMART, "2024-02-29", "2026-03-10")
    assert "2월 29일" not in assumed(SMART, "2024-03-01", "2026-03-10")
    assert "앞 임기의 다음 날" in assumed(SMART, "2024-03-01", "2026-03-10", renewals=1)
    assert "2018. 3. 22." in assumed(INFO, "2017-05-01", "2018-05-10")
    assert "2018. 3. 22." not in assumed(INFO, "2018-03-22", "2018-05-10")


def test_that_staying_on_is_not_settled_is_always_said():
    for asked in ("2026-03-10", "2027-08-01"):
        assert "후임자" in " ".join(said.ko for said in found(AI, "2025-08-01", asked).sentences)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"renewals": -1}, "renewals"),
        ({"renewed": date(2027, 8, 1)}, "renewed"),
        ({"renewals": 1, "renewed": date(2025, 8, 1)}, "renewed"),
        ({"appointed": date(9901, 1, 1)}, "appointed"),
    ],
)
def test_impossible_facts_name_the_fact_to_mend(facts, field):
    with pytest.raises(FactsError) as caught:
        Tenure(**({"committee": AI, "appointed": date(2025, 8, 1), "asked": date(2026, 3, 10)} | facts))
    assert caught.value.field == field


@given(first=DAYS, later=st.integers(0, 800))
def test_a_later_appointment_never_ends_earlier(first, later):
    assert last_day(first) <= last_day(first + timedelta(later))


@given(
    committee=st.sampled_from([AI, SMART, INFO]),
    appointed=DAYS,
    later=st.integers(0, 800),
    asked=DAYS,
    renewals=st.integers(0, 2),
)
def test_a_later_appointment_never_gives_an_earlier_end(committee, appointed, later, asked, renewals):
    early, late = (
        term_of(Tenure(committee, day, asked, renewals=renewals)).ends
        for day in (appointed, appointed + timedelta(later))
    )
    assert early is None or late is None or early <= late


@given(committee=st.sampled_from(list(Committee)), appointed=DAYS, asked=DAYS, kind=st.sampled_from(KINDS),
       renewals=st.integers(0, 2), gap=st.none() | st.integers(1, 1500))  # fmt: skip
def test_a_finding_says_in_both_languages_what_its_status_says(committee, appointed, asked, kind, renewals, gap):
    renewed = appointed + timedelta(gap) if gap and renewals else None
    finding = term_of(Tenure(committee, appointed, asked, kind, renewals, renewed))
    over = finding.sentence.ko.endswith(("이미 끝났습니다.", "임기 중이 아닙니다."))
    assert over == (finding.status == "yes")
    assert over == finding.sentence.en.endswith(("it is over.", "the renewed one has not begun."))
    assert all(said.ko and said.en for said in finding.sentences)


@given(appointed=st.dates(date(2025, 7, 14), date(2027, 12, 31)), asked=DAYS, later=st.integers(0, 800))
def test_what_is_over_stays_over(appointed, asked, later):
    before, after = (term_of(Tenure(AI, appointed, day)).status for day in (asked, asked + timedelta(later)))
    assert (before, after) != ("yes", "no")
