"""Meetings told in words: tables of phrases and the facts in them."""

from datetime import date

import pytest

from corpus.errors import FactsError
from eval.cases import load_cases, load_meetings
from rag.meetings.words import Asked, read_words

DAY = date(2026, 3, 10)
QUESTION = " 유효한가요?"


def facts(text, as_of=DAY):
    told = read_words(text, as_of)
    assert told is not None, text
    return {name: value if isinstance(value, bool | int) else str(value) for name, value in told.facts.given.items()}


@pytest.mark.parametrize("case", [*load_meetings()], ids=lambda case: case.id)
def test_every_labelled_meeting_is_read_exactly(case):
    if case.error:
        with pytest.raises(FactsError) as raised:
            read_words(case.question, case.as_of)
        assert raised.value.field == case.error
        return
    told = read_words(case.question, case.as_of)
    assert told is not None
    assert facts(case.question, case.as_of) == case.facts
    assert sorted(each.field for each in told.conflicts) == sorted(case.conflict)
    assert told.asked == case.asked


LEFT = [case for case in load_cases() if not case.id.startswith("set-")]  # whose own questions tell of meetings too


@pytest.mark.parametrize("case", LEFT, ids=lambda case: case.id)
def test_a_question_that_a_provision_answers_is_left_to_the_search(case):
    assert read_words(case.question, case.as_of) is None


@pytest.mark.parametrize(
    "text",
    [
        "인공지능위원회 회의의 의사정족수는?",
        "Who convenes the AI Committee?",
        "위원은 몇 명인가?",
        "제14조제2항은?",
        "인공지능위원회는 15명 이내로 구성하나요?",
        "인공지능위원회는 화상으로 회의를 열 수 있나요?",
        "위원장이 출장이면 누가 회의를 진행하나요?",
        "3분의 1 이상이 요구하면 회의를 소집해야 하나요?",
        "Is a tie lost?",
        "위원 15명 중 여성 위원은 몇 명이어야 하나요?",
        "위촉직 위원 10명의 임기는 몇 년인가요?",
        "위원 3명이 해촉됐습니다. 사유는 무엇이어야 하나요?",
        "Can the mayor appoint 20 members?",
        "Is seven days' notice enough for a meeting?",
        "May the vice-chair preside if the chair is ill?",
        "If an excluded member votes, is the resolution void?",
        "서면으로 의결해도 유효한가요?",
        "인공지능 기본조례안이 2025년 6월 27일 본회의에서 통과될 때 의원 몇 명이 찬성했나요?",
        "가부동수일 때 위원장이 캐스팅보트를 행사할 수 있다는 규정이 있습니까?",
        "Is there any article that gives the chair a casting vote when the vote is tied?",
        "위원회 회의를 서면으로 대신할 수 있는 근거 조문이 있나요? 제4조인가요?",
        "Who presides over the Smart City Committee when both co-chairs are away?",
        "위원 임기가 2년이고 한 번만 연임된다고 들었는데 그게 제 몇 조인가요?",
        "What does Article 14(2) of the AI ordinance say about votes?",
        "In Supreme Court 98다42547 there were five members and two of them were barred:"
        " why was the opening quorum not met?",
        "대법원 2008다1521 판결에서는 18명 중 9명 출석을 왜 의사정족수 충족으로 봤나요?",
        "재적위원 과반수라고 할 때 위원장도 그 수에 포함되나요?",
        "Does the chair of the AI Committee count towards the quorum?",
        "인공지능 기본조례 제14조제2항에는 의결정족수가 어떻게 규정되어 있나요?",
        "스마트도시위원회는 위원 몇 분의 몇 이상이 요구하면 회의를 소집하게 되어 있나요?",
        "How many members may the Smart City Committee have at most since May 2021?",
        "Is a notice of 15 days required by any Seoul ordinance before a committee meets?",
        "",
    ],
)
def test_a_question_without_facts_of_a_meeting_is_none(text):
    assert read_words(text, DAY) is None


BASE = {"on_register": 15, "attending": 9}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("재적 15명, 출석 9명.", BASE),
        ("위원이 모두 15명인 위원회에 9명이 모였습니다.", BASE),
        ("15명 중 6명이 불참했습니다.", BASE),
        ("9명이 왔고 6명은 결석했습니다.", BASE),
        ("정원 18명 중 3명이 공석이고 9명이 참석했습니다.", BASE),
        ("정원 18명인데 현재 15명, 9명 출석.", BASE),
        ("15명 중 9명밖에 참석하지 못했습니다.", BASE),
        ("재적위원 15명 중 5분의 3이 출석했습니다.", BASE),
        ("９명 출석(재적 １５명).", BASE),
        ("위원15명중9명출석.", BASE),
        ("9 of 15 members attended. Was it valid?", BASE),
        ("Out of 15, 9 showed up. Was it valid?", BASE),
        ("15-member committee, 6 absent. Was it valid?", BASE),
        ("Of 18 seats 3 are vacant; 9 came. Was it valid?", BASE),
        ("With 15 members on the register and 9 in attendance, were we quorate?", BASE),
    ],
)
def test_register_and_attendance(told, expected):
    assert facts(told + ("" if told.isascii() else QUESTION)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("찬성 5, 반대 3, 기권 1.", (5, 3, 1)),
        ("찬성 5표 반대 3표 무효 1표.", (5, 3, 1)),
        ("5대 3으로 가결.", (5, 3, None)),
        ("찬반 5:3:1.", (5, 3, 1)),
        ("passed 5–3.", (5, 3, None)),
        ("5 to 3 in favor.", (5, 3, None)),
        ("ayes 5, noes 3, abstentions 1.", (5, 3, 1)),
        ("5 voted yes, 3 voted no, 1 did not vote.", (5, 3, 1)),
        ("전원 찬성.", (9, None, None)),
        ("만장일치로 의결.", (9, None, None)),
        ("8명 찬성, 나머지는 기권.", (8, None, 1)),
        ("9 in favor, nobody against.", (9, 0, None)),
        ("찬성 5명, 기권 1명, 무효 1명, 백지 1명.", (5, None, 3)),
        ("three abstained and the rest voted in favor.", (6, None, 3)),
    ],
)
def test_votes(told, expected):
    read = facts(f"재적 15명, 출석 9명. {told} 유효?")
    assert (read.get("in_favor"), read.get("against"), read.get("abstaining")) == expected


@pytest.mark.parametrize(
    ("told", "count", "part"),
    [
        ("그중 1명은 제척입니다.", 1, None),
        ("이해관계가 있는 위원 2명이 표결에 참여했습니다.", 2, True),
        ("제척된 위원 1명은 표결에는 빠졌습니다.", 1, False),
        ("제척 대상은 없었습니다.", 0, None),
        ("제척 사유가 있는 위원도 찬성했습니다.", None, True),
        ("찬성한 위원 중 1명은 제척 대상이었습니다.", 1, True),
        ("1명은 제척됐고 5명이 찬성했습니다.", 1, None),
        ("One recused member left the room before the vote.", 1, False),
        ("One member had a conflict of interest but voted anyway.", 1, True),
        ("Two members were excluded.", 2, None),
    ],
)
def test_exclusion(told, count, part):
    read = facts(f"재적 15명, 출석 9명. {told} 유효?")
    assert (read.get("excluded_attending"), read.get("excluded_took_part")) == (count, part)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("위원장이 출장 중이어서 부위원장이 진행했습니다.", {"presided_by": "vice_chair", "chair_unavailable": True}),
        ("부위원장이 위원장 유고로 회의를 주재.", {"presided_by": "vice_chair", "chair_unavailable": True}),
        ("진행은 부위원장이 했습니다.", {"presided_by": "vice_chair"}),
        ("위원장이 참석했는데 부위원장이 진행했습니다.", {"presided_by": "vice_chair", "chair_unavailable": False}),
        ("위원장이 소집하고 진행했습니다.", {"convened_by": "chair", "presided_by": "chair"}),
        ("위원장이 미리 지명한 위원이 주재했습니다.", {"presided_by": "designated_member"}),
        ("간사가 회의를 소집했습니다.", {"convened_by": "other"}),
        ("부위원장이 아니라 위원장이 진행했습니다.", {"presided_by": "chair"}),
        ("위원장은 소집하지 않았습니다.", {}),
        ("the chair did not preside.", {}),
        ("위원 5명이 요구하여 소집했습니다.", {"convened_by": "members", "requested_by": 5}),
        ("위원 5명이 요구하여 위원장이 소집했습니다.", {"convened_by": "chair", "requested_by": 5}),
        ("the oldest member took the chair.", {"presided_by": "other_member"}),
        ("the meeting was presided over by the commissioned vice-chair.", {"presided_by": "commissioned_vice_chair"}),
        ("당연직 부위원장이 사회를 봤습니다.", {"presided_by": "ex_officio_vice_chair"}),
        (
            "both the chair and the vice-chair were ill.",
            {"chair_unavailable": True, "vice_chair_unavailable": True},
        ),
        (
            "위원장 유고로 부위원장이 소집했습니다.",
            {"chair_unavailable": True, "convened_by": "chair"},
        ),
    ],
)
def test_the_head_of_the_meeting(told, expected):
    assert facts(f"재적 15명, 출석 9명. {told} 유효?") == BASE | expected


@pytest.mark.parametrize(
    ("body", "day", "expected"),
    [
        ("인공지능위원회", DAY, "other"),
        ("스마트도시위원회", DAY, "chair"),
        ("스마트도시위원회", date(2021, 5, 19), "other"),
        ("정보화전략위원회", date(2018, 6, 1), "chair"),
    ],
)
def test_the_mayor_convenes_as_the_chair_where_the_mayor_is_one(body, day, expected):
    assert facts(f"{body}를 시장이 소집했고 재적 15명 중 9명 출석. 유효?", day)["convened_by"] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2026-03-04", date(2026, 3, 4)),
        ("2026. 3. 4.", date(2026, 3, 4)),
        ("2026년 3월 4일", date(2026, 3, 4)),
        ("'26.3.4", date(2026, 3, 4)),
        ("March 4, 2026", date(2026, 3, 4)),
        ("4 March 2026", date(2026, 3, 4)),
        ("3월 4일", date(2026, 3, 4)),
        ("어제", date(2026, 3, 9)),
        ("yesterday", date(2026, 3, 9)),
        ("오늘", DAY),
    ],
)
def test_days(told, expected):
    assert facts(f"{told} 회의: 재적 15명, 출석 9명, 유효?")["date"] == str(expected)


def test_the_day_of_a_law_or_of_a_notice_is_not_that_of_the_meeting():
    text = "2025. 9. 29. 개정 조례. 2026. 2. 1. 통보, 2026. 3. 4. 회의. 재적 15명, 출석 9명. 유효?"
    assert facts(text)["date"] == "2026-03-04"
    assert "date" not in facts("2025. 9. 29. 개정 조례. 재적 15명, 출석 9명. 유효?")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("화상으로", "video"),
        ("Zoom으로", "video"),
        ("온라인 심의로", "online_deliberation"),
        ("서면으로", "written"),
        ("대면으로", "in_person"),
        ("서면으로 통보하고", None),
        ("화상이 아니라 대면으로", "in_person"),
        ("대면과 화상을 함께 써서", "video"),
    ],
)
def test_formats(told, expected):
    assert facts(f"{told} 회의를 했고 재적 15명, 출석 9명. 유효?").get("format") == expected


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("회의 10일 전에 통보했습니다.", 10),
        ("열흘 전에 알렸습니다.", 10),
        ("2주 전에 공지했습니다.", 14),
        ("통보는 7일 전에 했습니다.", 7),
        ("They were notified 10 days ahead.", 10),
        ("A week before the meeting notice was sent.", 7),
        ("15일 전에 통보해야 합니다.", None),
        ("15일 전에 통보해야 하는데 3일 전에 통보했습니다.", 3),
    ],
)
def test_notice(told, days):
    assert facts(f"재적 15명, 출석 9명. {told} 유효?").get("notice_days") == days


@pytest.mark.parametrize(
    "told",
    [
        "제14조제2항에 따라",
        "제3차 회의에서 5개 안건을",
        "2명의 부위원장을 두고",
        "15명 이내로 구성된 위원회에서",
        "3년마다 세우는 계획을",
        "오후 2시에",
        "이 표결에 대해 위원이 표를 던진",
        "조례 제9834호에 따라",
        "under Article 8 of Ordinance No. 7026",
        "after two hours and 3 agenda items",
    ],
)
def test_other_numbers_are_neither_members_nor_votes(told):
    assert facts(f"{told} 재적 15명, 출석 9명, 찬성 6명. 유효?") == BASE | {"in_favor": 6}


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("재적 15명, 8명 출석, 회의록은 9명 출석. 유효?", "attending", ("8명 출석", "9명 출석")),
        ("재적 15명 중 절반이 출석. 유효?", "attending", ("절반이 출석",)),
        ("재적 15명, 9명 출석 후 2명 퇴장. 유효?", "attending", ("9명 출석", "2명 퇴장")),
        ("재적 15명, 출석 9명, 5대 3으로 부결. 유효?", "in_favor", ("5대 3",)),
    ],
)
def test_what_does_not_agree_is_a_conflict_and_no_fact(text, field, words):
    told = read_words(text, DAY)
    conflict = next(each for each in told.conflicts if each.field == field)
    assert conflict.told == words
    assert field not in told.facts.given


@pytest.mark.parametrize("told", ["정원 15명", "15명 이내", "약 15명", "최대 15명"])
def test_seats_and_limits_are_not_the_register(told):
    assert facts(f"{told}, 8명 출석. 유효?") == {"attending": 8}


def test_what_cannot_be_together_is_an_error_that_names_the_field():
    with pytest.raises(FactsError, match="on_register has 10"):
        read_words("재적 10명 출석 12명이면 유효한가요?", DAY)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("재적 15명 출석 9명 찬성 5명", Asked.VALIDITY),
        ("재적 15명 출석 9명 찬성 5명, 의결이 유효한가?", Asked.VALIDITY),
        ("재적 15명 출석 9명 찬성 5명이면 의결된 건가요?", Asked.RESOLUTION),
        ("5명 찬성으로 통과됐는데 재적 15명 출석 9명이면 정족수는 되나요?", Asked.OPENING),
        ("재적 15명 출석 6명, 몇 명 더 있어야 하나요?", Asked.MORE_TO_OPEN),
        ("재적 15명 출석 9명 찬성 4명, 가결되려면 몇 명 더 있어야 하나요?", Asked.MORE_TO_CARRY),
        ("재적 15명이면 몇 명이 출석해야 하나요?", Asked.NEEDED),
        ("15 members, 9 present. Quorate?", Asked.OPENING),
        ("15 members, 9 present, 5 for. Did it pass?", Asked.RESOLUTION),
        ("15 members, 9 present, 5 for. Was it valid?", Asked.VALIDITY),
        ("15 members, 6 present. How many more do we need?", Asked.MORE_TO_OPEN),
        ("15 members, 9 present, 4 for. How many more votes are needed?", Asked.MORE_TO_CARRY),
        ("15 members. How many must attend?", Asked.NEEDED),
    ],
)
def test_what_is_asked(text, asked):
    assert read_words(text, DAY).asked is asked


def test_each_fact_has_its_place_in_the_text():
    text = "인공지능위원회 재적 15명, 출석 9명. 유효?"
    told = read_words(text, DAY)
    assert {each.field: text[each.start : each.end] for each in told.spans} == {
        "committee": "인공지능위원회",
        "on_register": "재적 15명",
        "attending": "출석 9명",
    }
