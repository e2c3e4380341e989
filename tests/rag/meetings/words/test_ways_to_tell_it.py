"""The same told in other ways: seats, resignations, the chair besides, times, dates, sums."""

from datetime import date

import pytest

from corpus.errors import FactsError
from rag.meetings.words import Asked, read_words

DAY = date(2026, 3, 10)  # a Tuesday


def facts(text):
    told = read_words(text, DAY)
    assert told is not None, text
    return {name: value if isinstance(value, bool | int) else str(value) for name, value in told.facts.given.items()}


@pytest.mark.parametrize(
    ("told", "register"),
    [
        ("정원이 15명인 위원회에", None),
        ("15명 정원의 위원회에", None),
        ("It is a 15-seat committee.", None),
        ("The committee has 15 seats.", None),
        ("There are seats for 15.", None),
        ("정원은 15명이고 결원은 없으며", 15),
        ("All 15 seats are filled.", 15),
        ("15 seats, two of them unfilled.", 13),
        ("재적 15명이던 위원회에서 두 분이 사퇴하셨고 후임은 아직 없습니다.", 13),
        ("위원 15명 중 2명이 사임하고 1명이 사망했으며 충원되지 않았습니다.", 12),
        ("위원이 15명이었는데 2명이 사임하여 현재 13명입니다.", 13),
        ("위원이 15명이었는데 2명이 해촉되고 2명이 새로 위촉됐습니다.", 15),
        ("위원 15명 중 2명이 사임했습니다.", None),
        ("Two members resigned from the 15 and were not replaced.", 13),
        ("Two quit from the original 15 and the seats are still empty.", 13),
        ("The committee lost two of its 15 members and they were not replaced.", 13),
        ("Membership fell from 15 to 13.", 13),
        ("Two members resigned from the 15.", None),
        ("15명에서 2명이 사임했고 후임이 없습니다.", 13),
        ("There were 15 members; two resigned and have not been replaced.", 13),
        ("There were 15 members but two stepped down with no replacement.", 13),
        ("Of 15 members, two died and one was replaced.", 14),
        ("The committee has 15 members, two resigned last year.", None),
        ("위원장을 제외한 위원이 14명입니다.", 15),
        ("위원장 1명과 위원 12명으로 구성된 위원회에서", 13),
        ("위원장 1명, 부위원장 2명, 위원 12명으로 구성된 위원회에서", 15),
        ("당연직 3명과 위촉직 10명으로 구성된 위원회에서", 13),
        ("위원 12명과 위원장으로 구성됩니다.", 13),
        ("There are 14 members plus the chair.", 15),
        ("14 members, not counting the chair.", 15),
        ("A chair, two vice-chairs and 12 members make up the committee.", 15),
        ("The committee consists of 3 ex officio and 10 commissioned members.", 13),
    ],
)
def test_the_register(told, register):
    assert facts(f"{told} {'8 attended. Valid?' if told.isascii() else '8명 출석. 유효?'}") == {
        name: value for name, value in (("on_register", register), ("attending", 8)) if value
    }


@pytest.mark.parametrize(
    ("told", "attending"),
    [
        ("위원장 외 7인 참석.", 8),
        ("출석: 위원장 외 7명.", 8),
        ("8명(위원장 포함)이 출석.", 8),
        ("위원장과 위원 7명이 참석.", 8),
        ("위원장, 부위원장 및 위원 6명이 참석.", 8),
        ("위원장과 부위원장 외 6명이 참석.", 8),
        ("위원장을 제외하고 8명이 출석.", None),
        ("The chair, the vice-chair and six members attended.", 8),
        ("Seven members and the chair came.", 8),
        ("8 came excluding the chair.", None),
        ("처음에 6명이 왔고 나중에 2명이 더 와서 총 8명이 되었습니다.", 8),
        ("6 came at first, two more arrived later, making 8.", 8),
        ("참석 예정 8명, 불참 예정 7명.", 8),
        ("7명 참석 불가.", 8),
        ("8 have confirmed.", 8),
        ("We expect 8.", 8),
        ("8명이 앉아 있어요.", 8),
        ("8명만 데리고 회의를 열었습니다.", 8),
        ("8명 출석했는데 그중 2명은 대리인.", None),
        ("8 attended, two of them were observers.", None),
        ("8명이 왔다가 2명이 중간에 갔습니다.", None),
        ("회의는 14:00~15:30, 3층 회의실 2, 출석 8명.", 8),
        ("from 10:15 to 11:20, 8 present.", 8),
        ("Only come 8 person.", 8),
        ("All but four came.", None),
        ("4명을 제외하고 전원 출석.", None),
        ("8명밖에 안 모였습니다.", 8),
    ],
)
def test_who_came(told, attending):
    read = facts(f"{told} {'15 on the register. Valid?' if told.isascii() else '재적 15명. 유효?'}")
    assert read == {name: value for name, value in (("on_register", 15), ("attending", attending)) if value}


@pytest.mark.parametrize(
    "text",
    [
        "We are 8 of 15. Can we open?",
        "Meeting of 8 of 15 members. Valid?",
        "Was a meeting with 8 of 15 members valid?",
        "The members met with only 8 of 15. Valid?",
        "The meeting went ahead with 8. Register 15. Quorate?",
        "They met anyway with 8 members; 15 are on the register. Valid?",
        "With 8 of 15 members there, was it valid?",
        "We met with 7 of 15 members absent. Valid?",
    ],
)
def test_so_many_of_so_many(text):
    assert facts(text) == {"on_register": 15, "attending": 8}


@pytest.mark.parametrize(
    ("told", "votes"),
    [
        ("5 for and the others against.", (5, 4, None)),
        ("5명 찬성, 남은 사람은 다 반대.", (5, 4, None)),
        ("5명 찬성, 나머지는 다 기권.", (5, None, 4)),
        ("찬 5 반 4.", (5, 4, None)),
        ("It passed 9-0.", (9, 0, None)),
        ("5 for, 2 against, 1 blank and 1 spoiled ballot.", (5, 2, 2)),
        ("10:00-11:40, for 5, against 4.", (5, 4, None)),
        ("표결 5:4.", (5, 4, None)),
        ("Is it even lawful?", (None, None, None)),
        ("The secretary spoke on behalf of those against.", (None, None, None)),
    ],
)
def test_votes(told, votes):
    read = facts(f"재적 15명, 출석 9명. {told} 유효?")
    assert (read.get("in_favor"), read.get("against"), read.get("abstaining")) == votes


@pytest.mark.parametrize(
    ("told", "head"),
    [
        ("At the request of 5 members the chair called the committee.", {"convened_by": "chair", "requested_by": 5}),
        ("위원들이 스스로 모여 회의를 열었습니다.", {"convened_by": "members"}),
        ("위원들끼리 회의를 열었어요.", {"convened_by": "members"}),
        ("위원들이 위원장 몰래 회의를 열었습니다.", {"convened_by": "members"}),
        ("일부 위원이 위원장 동의 없이 회의를 소집했습니다.", {"convened_by": "members"}),
        ("위원들이 회의를 열었습니다.", {}),
        ("위원들이 소집되어 회의가 열렸습니다.", {}),
        ("위원들이 소집을 요구해서 위원장이 소집했습니다.", {"convened_by": "chair"}),
        ("위원장이 스스로 회의를 열었습니다.", {"convened_by": "chair"}),
        ("위원장이 소집을 안 해서 위원들이 그냥 모여 회의를 열었어요.", {}),
        ("위원장이 소집을 거부해서 위원들이 소집했습니다.", {"convened_by": "members"}),
        ("위원 5명이 스스로 모여 회의를 열었습니다.", {"convened_by": "members", "requested_by": 5}),
        ("Five members met on their own initiative.", {"convened_by": "members", "requested_by": 5}),
        ("Nobody called the meeting.", {}),
        ("Committee members called the meeting themselves.", {"convened_by": "members"}),
        ("The members convened the meeting without the chair.", {"convened_by": "members"}),
        ("Without the chair, the members called a meeting.", {"convened_by": "members"}),
        ("Members of the committee held the meeting on their own initiative.", {"convened_by": "members"}),
        ("The meeting was called by the members themselves.", {"convened_by": "members"}),
        ("The members convened on Monday.", {}),
        ("The members were convened by the chair.", {"convened_by": "chair"}),
        ("The vice-chair presided without the chair.", {"presided_by": "vice_chair", "chair_unavailable": True}),
        ("위원장이 아무 위원에게 사회를 맡겼어요.", {"presided_by": "other_member"}),
        ("위원장이 옆자리 위원한테 진행을 부탁했습니다.", {"presided_by": "other_member"}),
        ("위원장이 부위원장에게 의사봉을 넘겼습니다.", {"presided_by": "vice_chair"}),
        ("위원장이 미리 지명한 위원에게 사회를 맡겼습니다.", {"presided_by": "designated_member"}),
        ("위원장이 간사에게 자료를 맡기고 사회를 봤습니다.", {"presided_by": "chair"}),
        ("위원장이 사회를 한 위원에게 맡겼습니다.", {"presided_by": "other_member"}),
        ("위원장이 회의 진행을 부위원장에게 넘겼습니다.", {"presided_by": "vice_chair"}),
        ("위원장이 시킨 위원이 진행했습니다.", {"presided_by": "other_member"}),
        ("위원장이 부위원장에게 사회를 맡기지 않고 직접 진행했습니다.", {"presided_by": "chair"}),
        ("The chair asked the member sitting next to him to preside.", {"presided_by": "other_member"}),
        ("A random member was asked to preside.", {"presided_by": "other_member"}),
        ("The chair did not let the vice-chair preside and presided herself.", {"presided_by": "chair"}),
        ("The chair asked a member to preside.", {"presided_by": "other_member"}),
        ("The chair entrusted the chairing to one of the members.", {"presided_by": "other_member"}),
        ("The chair let the vice-chair run the meeting.", {"presided_by": "vice_chair"}),
        ("The chair named a member to preside.", {}),
        ("The vice-chair asked the secretary to run the projector.", {}),
        ("Five members called the meeting themselves.", {"convened_by": "members", "requested_by": 5}),
        ("위원 5명이 위원장을 거치지 않고 직접 회의를 소집.", {"convened_by": "members", "requested_by": 5}),
        ("간사인 팀장이 위원장 몰래 회의를 소집.", {"convened_by": "other"}),
        ("The head of the digital division, who is no member, called the meeting.", {"convened_by": "other"}),
        ("The secretary called the meeting without the chair's consent.", {"convened_by": "other"}),
        ("The secretary called the meeting on behalf of the chair.", {}),
        ("주무관이 위원장 지시로 회의를 소집.", {}),
        ("제일 연장자인 72세 위원이 사회를 봤습니다.", {"presided_by": "other_member"}),
        ("The vice-chair could have presided but the secretary ran it.", {"presided_by": "other_member"}),
        ("영상회의실에서 열렸습니다.", {}),
        ("회의실에서 열렸습니다.", {}),
        ("그중 1명은 그 회사 자문이라서 제척됐습니다.", {"excluded_attending": 1}),
        ("One of them had to recuse herself.", {"excluded_attending": 1}),
    ],
)
def test_heads_and_circumstances(told, head):
    assert facts(f"재적 15명, 출석 9명. {told} 유효?") == {"on_register": 15, "attending": 9} | head


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2025년 11월 회의.", "2025-11-01"),
        ("In April 2019.", "2019-04-01"),
        ("작년 12월 3일.", "2025-12-03"),
        ("지난 12월 3일.", "2025-12-03"),
        ("오는 2월 3일.", "2027-02-03"),
        ("Last December.", "2025-12-01"),
        ("On December 3 last year.", "2025-12-03"),
        ("지난달 회의.", "2026-02-01"),
        ("Next month.", "2026-04-01"),
        ("지난주 금요일.", "2026-03-06"),
        ("이번 주 월요일.", "2026-03-09"),
        ("다음 주 수요일.", "2026-03-18"),
        ("Last Tuesday.", "2026-03-03"),
        ("On Friday last week.", "2026-03-06"),
        ("Three days ago.", "2026-03-07"),
        ("3.6. 회의건.", "2026-03-06"),
        ("3. 6.(금)", "2026-03-06"),
        ("일시 3/6.", "2026-03-06"),
        ("2026년 2월 회의(2월 12일).", "2026-02-12"),
        ("지난달에 2명이 위촉.", None),
        ("지난주 금요일에 통보.", None),
    ],
)
def test_days(told, expected):
    assert facts(f"{told} 재적 15명, 출석 9명. 유효?").get("date") == expected


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ("2026년 2월 30일 회의.", "date"),
        ("On 31 February 2026.", "date"),
        ("None of those attending was excluded, yet an excluded member voted.", "excluded_took_part"),
        ("A clerk convened the meeting after 6 members had requested it.", "requested_by"),
    ],
)
def test_what_cannot_be_is_named(told, field):
    with pytest.raises(FactsError) as raised:
        read_words(f"{told} 재적 15명, 출석 9명. 유효?", DAY)
    assert raised.value.field == field


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We decided by circulating a paper; 12 of 15 signed in favour. Binding?", {"format": "written"}),
        ("A resolution was circulated and 12 of the 15 members signed it in favour. Valid?", {"format": "written"}),
        ("안건을 회람으로 의결했고 15명 중 12명이 찬성했습니다. 유효한가요?", {"format": "written"}),
        ("서류를 돌려 15명 중 12명이 찬성 서명했습니다. 유효한가요?", {"format": "written"}),
    ],
)
def test_nobody_attends_what_is_signed(text, expected):
    assert facts(text) == {"on_register": 15, "in_favor": 12} | expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("A draft paper was circulated before the meeting.", None),
        ("회의 자료를 회람했습니다.", None),
        ("온라인으로 심의.", "online_deliberation"),
        ("온라인에서 안건을 의결.", "online_deliberation"),
        ("The members deliberated online.", "online_deliberation"),
        ("온라인으로 회의를 열었습니다.", "video"),
    ],
)
def test_forms(told, expected):
    assert facts(f"재적 15명, 출석 9명. {told} 유효?").get("format") == expected


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("1명은 기피신청된 위원.", "기피신청된 위원"),
        ("위원 2명에 대해 기피 신청이 들어왔습니다.", "기피 신청이"),
        ("기피 신청된 위원 1명도 표결에 참여.", "기피 신청된 위원"),
        ("A challenged member voted anyway.", "A challenged member"),
        ("One of them was challenged.", "challenged"),
        ("A challenge against a member is pending.", "challenge against"),
    ],
)
def test_a_challenge_that_is_only_applied_for_is_asked_about(told, words):
    read = read_words(f"재적 15명, 출석 9명. {told} 유효?", DAY)
    assert [(each.field, each.told) for each in read.conflicts] == [("excluded_attending", (words,))]
    assert read.facts.given == {"on_register": 15, "attending": 9}


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("1명은 기피 신청이 인용된 위원.", 1),
        ("기피가 받아들여진 위원 1명.", 1),
        ("위원 1명에 대한 기피 신청이 받아들여졌습니다.", 1),
        ("1명 기피 결정.", 1),
        ("One of them was challenged and the challenge was upheld.", 1),
        ("A challenge against one member was granted.", 1),
        ("기피 신청은 없었습니다.", 0),
        ("위원 1명에 대한 기피신청은 기각됐습니다.", None),
        ("A party challenged one of the members but the challenge was rejected.", None),
        ("The resolution was challenged in court.", None),
    ],
)
def test_what_became_of_a_challenge(told, count):
    read = read_words(f"재적 15명, 출석 9명. {told} 유효?", DAY)
    assert (read.facts.excluded_attending, read.conflicts) == (count, ())


@pytest.mark.parametrize("told", ["It passed with 7 of 9 votes.", "It passed by 7 of the 9 votes."])
def test_so_many_of_the_votes_are_neither_register_nor_attendance(told):
    assert facts(f"{told} 15 members, 9 attended. Valid?") == {"on_register": 15, "attending": 9, "in_favor": 7}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("위원 15명 중 9명이 출석하고 제척 위원이 1명 있습니다. 의결정족수는?", Asked.NEEDED),
        ("15명 중 9명 출석, 의결정족수를 알려주세요", Asked.NEEDED),
        ("What is the voting quorum if 9 of 15 attend?", Asked.NEEDED),
        ("재적 15명 출석 9명이면 의사정족수는?", Asked.OPENING),
        ("Three members resigned from the 15 and were not replaced. Quorum?", Asked.OPENING),
    ],
)
def test_which_number_is_asked_for(text, asked):
    assert read_words(text, DAY).asked is asked
