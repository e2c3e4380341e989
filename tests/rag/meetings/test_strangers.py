"""Bodies whose rules are not at hand are told from the five committees, and from a committee without a name."""

import pytest

from eval.cases import load_meetings
from rag.meetings.strangers import stranger

STRANGERS = [
    ("공유재산심의회 재적 9명에 5명 출석 3명 찬성, 가결인가요?", "공유재산심의회"),
    ("강남구 인공지능위원회 재적 10명 중 6명 출석. 열 수 있나요?", "강남구 인공지능위원회"),
    ("서초구 스마트도시위원회 재적 20명 출석 11명 찬성 6명", "서초구 스마트도시위원회"),
    ("재적 10명 AI윤리위원회에서 6명이 출석했습니다. 유효한가요?", "AI윤리위원회"),
    ("서울시 도시계획위원회 재적 30명 출석 16명 찬성 9명. 가결?", "도시계획위원회"),
    ("서울시의회 본회의에서 재적 110명 중 60명 출석", "서울시의회"),
    ("Our school board has 9 members, 5 came. Quorum?", "school board"),
    ("The Gangnam-gu AI committee has 10 members, 6 came. Quorum?", "Gangnam-gu"),
    ("The Housing Committee met with 8 of 15 members. Valid?", "Housing Committee"),
]


@pytest.mark.parametrize(("question", "name"), STRANGERS)
def test_a_body_whose_rules_are_not_at_hand_is_named(question, name):
    assert stranger(question) == name


@pytest.mark.parametrize(
    "question",
    [
        "우리 위원회 재적 15명 중 8명 출석",
        "본위원회 재적 15명",
        "서울시의회 의원 2명을 포함해 재적 15명, 출석 8명",
        "Our committee has 15 members, two of them city council members; 8 came.",
        "the 15-member committee met",
        "AI 분과위원회 9명 중 5명 출석",
    ],
)
def test_a_committee_without_a_name_and_the_five_are_no_strangers(question):
    assert stranger(question) == ""


def test_no_labelled_meeting_is_a_stranger():
    told = [*load_meetings(), *load_meetings(held_out=True)]
    assert [each.id for each in told if stranger(each.question)] == []
