"""Facts that cannot be are told as such, with the fact to mend; they get no verdict."""

from datetime import date, datetime

import pytest

from corpus.errors import FactsError, JoryeError
from rag.meetings.facts import FIELDS, facts_of
from rag.meetings.verdict import check_meeting

AS_OF = date(2026, 3, 10)
SMART_CITY = {"committee": "smart-city-committee"}
SUBCOMMITTEE = {"committee": "smart-city-subcommittee"}
INFORMATIZATION = {"committee": "informatization-strategy-committee", "date": "2018-06-01"}

# the facts told, the one to mend, and what was found that the sentence must show
NO_SUCH_FACT = [
    ({"members": 15}, "members", "members"),
    ({"On_Register": 15}, "On_Register", "On_Register"),
    ({"on-register": 15}, "on-register", "on-register"),
    ({"재적": 15}, "재적", "재적"),
    ({"": 1}, "", "no fact"),
    ({"quorum": None}, "quorum", "quorum"),
]
WRONG_KIND = [
    ({"on_register": "15"}, "on_register", "'15'"),
    ({"on_register": 15.0}, "on_register", "15.0"),
    ({"on_register": True}, "on_register", "True"),
    ({"on_register": [15]}, "on_register", "[15]"),
    ({"attending": "eight"}, "attending", "'eight'"),
    ({"attending": False}, "attending", "False"),
    ({"in_favor": 4.5}, "in_favor", "4.5"),
    ({"against": "3"}, "against", "'3'"),
    ({"abstaining": {}}, "abstaining", "{}"),
    ({"excluded_attending": True}, "excluded_attending", "True"),
    ({"requested_by": "8"}, "requested_by", "'8'"),
    ({"notice_days": float("inf")}, "notice_days", "inf"),
    ({"excluded_took_part": 1}, "excluded_took_part", "1"),
    ({"excluded_took_part": "no"}, "excluded_took_part", "'no'"),
    ({"chair_unavailable": 0}, "chair_unavailable", "0"),
    ({"chair_unavailable": "true"}, "chair_unavailable", "'true'"),
    ({"vice_chair_unavailable": []}, "vice_chair_unavailable", "[]"),
]
NO_SUCH_NAME = [
    ({"committee": "ai"}, "committee", "'ai'"),
    ({"committee": "AI-Committee"}, "committee", "'AI-Committee'"),
    ({"committee": "인공지능위원회"}, "committee", "'인공지능위원회'"),
    ({"committee": ""}, "committee", "''"),
    ({"committee": 1}, "committee", "1"),
    ({"convened_by": "mayor"}, "convened_by", "'mayor'"),
    ({"convened_by": ["chair"]}, "convened_by", "['chair']"),
    ({"presided_by": "deputy"}, "presided_by", "'deputy'"),
    ({"presided_by": "vice-chair"}, "presided_by", "'vice-chair'"),
    ({"format": "online"}, "format", "'online'"),
    ({"format": "in person"}, "format", "'in person'"),
    ({"format": False}, "format", "False"),
]
NO_SUCH_DAY = [
    ({"date": "2026-02-30"}, "date", "'2026-02-30'"),
    ({"date": "2026-13-01"}, "date", "'2026-13-01'"),
    ({"date": "2026. 3. 10."}, "date", "'2026. 3. 10.'"),
    ({"date": "2026-3-10"}, "date", "'2026-3-10'"),
    ({"date": "20260310"}, "date", "'20260310'"),
    ({"date": "2026-03-10T10:00"}, "date", "'2026-03-10T10:00'"),
    ({"date": "today"}, "date", "'today'"),
    ({"date": ""}, "date", "''"),
    ({"date": 20260310}, "date", "20260310"),
    ({"date": datetime(2026, 3, 10)}, "date", "2026"),  # noqa: DTZ001 - no clock time is a day
]
LESS_THAN_NOTHING = [
    ({"on_register": -15}, "on_register", "-15"),
    ({"on_register": 0}, "on_register", "0"),
    ({"attending": -1}, "attending", "-1"),
    ({"excluded_attending": -1}, "excluded_attending", "-1"),
    ({"in_favor": -5}, "in_favor", "-5"),
    ({"against": -1}, "against", "-1"),
    ({"abstaining": -2}, "abstaining", "-2"),
    ({"requested_by": -8}, "requested_by", "-8"),
    ({"notice_days": -1}, "notice_days", "-1"),
]
MORE_THAN_THERE_ARE = [
    ({"on_register": 15, "attending": 16}, "attending", "16"),
    ({"on_register": 15, "requested_by": 16, "convened_by": "members"} | SMART_CITY, "requested_by", "16"),
    ({"on_register": 15, "attending": 8, "in_favor": 9}, "in_favor", "9"),
    ({"on_register": 15, "attending": 8, "against": 9}, "against", "9"),
    ({"on_register": 15, "attending": 8, "abstaining": 9}, "abstaining", "9"),
    ({"on_register": 15, "attending": 8, "in_favor": 5, "against": 4}, "in_favor", "9"),
    ({"on_register": 15, "attending": 8, "against": 5, "abstaining": 4}, "against", "9"),
    ({"on_register": 15, "attending": 9, "in_favor": 4, "against": 4, "abstaining": 2}, "in_favor", "10"),
    ({"attending": 8, "in_favor": 9}, "in_favor", "9"),
    ({"on_register": 15, "in_favor": 16}, "in_favor", "16"),
    ({"on_register": 15, "excluded_attending": 16}, "excluded_attending", "16"),
    ({"on_register": 15, "attending": 8, "excluded_attending": 9}, "excluded_attending", "9"),
    ({"on_register": 15, "attending": 8, "excluded_attending": 1, "in_favor": 8}, "in_favor", "8"),
    ({"attending": 8, "excluded_attending": 8, "against": 1}, "against", "1"),
    (
        {"attending": 8, "excluded_attending": 1, "excluded_took_part": False, "in_favor": 4, "against": 4},
        "in_favor",
        "8",
    ),
    ({"attending": 8, "excluded_took_part": True, "in_favor": 9}, "in_favor", "9"),
    ({"attending": 0, "in_favor": 1}, "in_favor", "1"),
]
NOT_BOTH = [
    ({"excluded_attending": 0, "excluded_took_part": True}, "excluded_took_part", "excluded_attending"),
    ({"convened_by": "other", "requested_by": 8} | SMART_CITY, "requested_by", "convened"),
    ({"presided_by": "chair", "chair_unavailable": True}, "presided_by", "chair_unavailable"),
    ({"presided_by": "chair", "chair_unavailable": True} | SUBCOMMITTEE, "presided_by", "chair_unavailable"),
    ({"presided_by": "chair", "chair_unavailable": True} | INFORMATIZATION, "presided_by", "chair_unavailable"),
    (
        {"presided_by": "chair", "chair_unavailable": True, "date": "2021-05-19"} | SMART_CITY,
        "presided_by",
        "chair_unavailable",
    ),
    ({"presided_by": "vice_chair", "vice_chair_unavailable": True}, "presided_by", "vice_chair_unavailable"),
    (
        {"presided_by": "commissioned_vice_chair", "vice_chair_unavailable": True} | SMART_CITY,
        "presided_by",
        "vice_chair_unavailable",
    ),
    (
        {"presided_by": "vice_chair", "vice_chair_unavailable": True} | INFORMATIZATION,
        "presided_by",
        "vice_chair_unavailable",
    ),
    (
        {"presided_by": "commissioned_vice_chair", "vice_chair_unavailable": True} | INFORMATIZATION,
        "presided_by",
        "vice_chair_unavailable",
    ),
]
NO_SUCH_OFFICE = [
    ({"presided_by": "commissioned_vice_chair"}, "presided_by", "commissioned_vice_chair"),
    ({"presided_by": "ex_officio_vice_chair"}, "presided_by", "ex_officio_vice_chair"),
    ({"presided_by": "ex_officio_vice_chair", "chair_unavailable": True}, "presided_by", "ex_officio_vice_chair"),
    ({"presided_by": "ex_officio_vice_chair"} | INFORMATIZATION, "presided_by", "ex_officio_vice_chair"),
]
TABLE = [
    *NO_SUCH_FACT,
    *WRONG_KIND,
    *NO_SUCH_NAME,
    *NO_SUCH_DAY,
    *LESS_THAN_NOTHING,
    *MORE_THAN_THERE_ARE,
    *NOT_BOTH,
    *NO_SUCH_OFFICE,
]


@pytest.mark.parametrize(("given", "field", "found"), TABLE, ids=lambda each: str(each))
def test_impossible_facts_name_the_one_to_mend_and_what_was_found(given, field, found):
    with pytest.raises(FactsError) as caught:
        check_meeting(facts_of(given), AS_OF)
    said = str(caught.value)
    assert caught.value.field == field
    assert said.startswith(f"{field}: ")
    assert found in said
    assert len(said.splitlines()) == 1
    assert said.endswith(".")


@pytest.mark.parametrize("given", [{"committee": "a\nb"}, {"date": "2026\n03-10"}, {"on_register": "1\r\n5"}])
def test_a_value_with_line_breaks_is_told_in_one_line(given):
    with pytest.raises(FactsError) as caught:
        facts_of(given)
    assert len(str(caught.value).splitlines()) == 1


def test_who_asks_for_an_unknown_fact_learns_the_known_ones():
    with pytest.raises(FactsError) as caught:
        facts_of({"members": 15})
    assert [name for name in FIELDS if name not in str(caught.value)] == []


def test_an_unknown_name_is_told_with_the_known_ones():
    with pytest.raises(FactsError) as caught:
        facts_of({"format": "online"})
    assert [
        name for name in ("in_person", "video", "online_deliberation", "written") if name not in str(caught.value)
    ] == []


def test_the_error_belongs_to_the_tree():
    assert issubclass(FactsError, JoryeError)


# what looks impossible at first, and is not
POSSIBLE = [
    {},
    {"on_register": None, "attending": None},
    {"on_register": 15, "attending": 0},
    {"on_register": 15, "attending": 15, "in_favor": 15},
    {"on_register": 40, "attending": 40},
    {"on_register": 15, "attending": 9, "excluded_attending": 1, "excluded_took_part": True, "in_favor": 9},
    {"attending": 8, "excluded_attending": 8},
    {"in_favor": 5, "against": 5},
    {"requested_by": 8} | SMART_CITY,
    {"presided_by": "chair", "chair_unavailable": True} | SMART_CITY,
    {"presided_by": "commissioned_vice_chair"} | INFORMATIZATION,
    {"date": date(1900, 1, 1)},
    {"date": "9999-12-31"},
    {"notice_days": 0},
    {"notice_days": 365},
]


@pytest.mark.parametrize("given", POSSIBLE, ids=str)
def test_possible_facts_get_a_report(given):
    assert check_meeting(facts_of(given), AS_OF).verdict in ("valid", "invalid", "contested", "undetermined")
