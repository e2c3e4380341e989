"""What follows from a rule by counting: the figure, the sum, and the article it rests on."""

from datetime import date

import pytest

AI, CITY = "seoul-ai-ordinance@2025-09-29", "seoul-smart-city-ordinance@2019-03-28"


@pytest.mark.parametrize(
    ("question", "day", "said", "sum_", "keys"),
    [
        ("인공지능위원회는 아직 있나요?", "2027-12-31", "존속기한이 지나지 않았습니다", "0일", [f"{AI}/art-8/para-4"]),
        ("인공지능위원회는 아직 있나요?", "2027-12-30", "존속기한이 지나지 않았습니다", "1일", [f"{AI}/art-8/para-4"]),
        (
            "인공지능위원회는 아직 있나요?",
            "2028-01-01",
            "존속기한이 지났습니다",
            "2027. 12. 31.",
            [f"{AI}/art-8/para-4"],
        ),
        ("Is the AI Committee still in existence?", "2028-01-01", "No: the term", "2027", [f"{AI}/art-8/para-4"]),
        (
            "2025년에 인공지능 기본계획을 수립했으면 다음 기본계획은 언제까지?",
            "2026-03-10",
            "2028년입니다",
            "2025 + 3 = 2028",
            [f"{AI}/art-6/para-1"],
        ),
        (
            "When is the next AI master plan due if the last was adopted in 2026?",
            "2026-03-10",
            "In 2029",
            "2026 + 3 = 2029",
            [f"{AI}/art-6/para-1"],
        ),
        (
            "다음 인공지능 기본계획은 언제까지 세워야 하나요?",
            "2026-03-10",
            "해를 알려 주시면",
            "3년",
            [f"{AI}/art-6/para-1"],
        ),
        (
            "인공지능위원회 위원이 14명인데 더 뽑을 수 있나요?",
            "2026-03-10",
            "네, 1명",
            "15 - 14 = 1",
            [f"{AI}/art-9/para-1"],
        ),
        (
            "인공지능위원회 위원이 15명인데 더 뽑을 수 있나요?",
            "2026-03-10",
            "아니요, 더 둘 수 없습니다",
            "15 - 15 = 0",
            [f"{AI}/art-9/para-1"],
        ),
        (
            "인공지능위원회 위원이 16명인데 더 뽑을 수 있나요?",
            "2026-03-10",
            "한도를 1명 넘었습니다",
            "15",
            [f"{AI}/art-9/para-1"],
        ),
        (
            "스마트도시위원회 위원이 26명인데 더 둘 수 있나요?",
            "2026-03-10",
            "네, 4명",
            "30명 이내",
            [f"{CITY}/art-7/para-2"],
        ),
        (
            "스마트도시위원회 위원이 24명인데 더 둘 수 있나요?",
            "2020-01-01",
            "네, 1명",
            "25 - 24 = 1",
            [f"{CITY}/art-7/para-2"],
        ),
        (
            "스마트도시위원회 재적위원 24명이면 몇 명이 요구해야 하나요?",
            "2026-03-10",
            "8명 이상",
            "24 ÷ 3 = 8",
            [f"{CITY}/art-8/para-2"],
        ),
        (
            "스마트도시위원회 재적위원 25명이면 몇 명이 요구해야 하나요?",
            "2026-03-10",
            "9명 이상",
            "올림 9",
            [f"{CITY}/art-8/para-2"],
        ),
        (
            "스마트도시위원회 회의는 몇 명이 요구해야 소집되나요?",
            "2026-03-10",
            "재적위원 수를 알려",
            "3분의 1",
            [f"{CITY}/art-8/para-2"],
        ),
        ("2025년 7월 13일에 인공지능 기본조례가 시행 중이었나?", "2026-03-10", "아니요.", "2025. 7. 14.", []),
        ("2025년 7월 14일에 인공지능 기본조례가 시행 중이었나?", "2026-03-10", "네.", "제9752호", []),
        (
            "2025년 9월 29일에 인공지능 기본조례가 시행 중이었나?",
            "2026-03-10",
            "네.",
            "제9834호",
            [f"{AI}/addenda-9834/art-1"],
        ),
        (
            "Was the smart city ordinance in force on May 1, 2019?",
            "2026-03-10",
            "Yes.",
            "No. 7026",
            [f"{CITY}/addenda-7026/art-1"],
        ),
    ],
)
def test_a_computation_is_shown_with_its_article(assistant, question, day, said, sum_, keys):
    answer = assistant.ask(question, date.fromisoformat(day))
    assert answer.answer.startswith(said) or said in answer.answer.split("\n")[0]
    assert sum_ in answer.answer
    assert [str(citation.id) for citation in answer.citations] == keys
    assert all(f"[{citation.n}]" in answer.answer.split("\n")[0] for citation in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "인공지능위원회에 아직 간사가 있나요?",
        "재적 13명, 출석 7명, 찬성 4명이면 의결된 건가요?",
        "인공지능위원회 위원의 임기는 얼마나 남았나요?",
        "인공지능 기본조례는 언제부터 시행 중인가요?",
        "When did the AI ordinance take effect?",
        "다음 회의는 언제인가요?",
        "부산시 인공지능위원회는 아직 있나요?",
    ],
)
def test_what_asks_for_no_computation_is_answered_otherwise(assistant, question):
    told = assistant.ask(question, date(2026, 3, 10)).answer
    assert not told.startswith(("존속기한이", "Its term", "지난 기본계획"))
