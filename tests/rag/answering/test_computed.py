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
        (
            "13 members sit on the AI Committee. How many seats are left?",
            "2026-03-10",
            "2:",
            "15 - 13 = 2",
            [f"{AI}/art-9/para-1"],
        ),
        (
            "현재 위원이 13명인데 몇 명 더 위촉할 수 있나요?",
            "2026-03-10",
            "2명입니다",
            "15 - 13 = 2",
            [f"{AI}/art-9/para-1"],
        ),
        (
            "AI위원회 위원이 13명이면 몇 자리 남았나요?",
            "2026-03-10",
            "2명입니다",
            "15 - 13 = 2",
            [f"{AI}/art-9/para-1"],
        ),
        (
            "AI위원회 위원이 16명이어도 되나요?",
            "2026-03-10",
            "아니요.",
            "1명이 많습니다",
            [f"{AI}/art-9/para-1"],
        ),
        (
            "AI위원회 위원이 15명이어도 되나요?",
            "2026-03-10",
            "네.",
            "15명 이내",
            [f"{AI}/art-9/para-1"],
        ),
        (
            "Can the AI Committee have 16 members?",
            "2026-03-10",
            "No.",
            "at most 15",
            [f"{AI}/art-9/para-1"],
        ),
        (
            "Can the Smart City Committee have 26 members?",
            "2020-01-01",
            "No.",
            "at most 25",
            [f"{CITY}/art-7/para-2"],
        ),
        (
            "AI 기본계획이 2025년에 수립됐다면 다음은 언제예요?",
            "2026-03-10",
            "2028년입니다",
            "2025 + 3 = 2028",
            [f"{AI}/art-6/para-1"],
        ),
        (
            "다음 AI 기본계획은 언제 세워야 하나요?",
            "2026-03-10",
            "해를 알려 주시면",
            "3년",
            [f"{AI}/art-6/para-1"],
        ),
        (
            "스마트도시위원회 재적 24명인데 7명이 회의를 요구했어요. 열어야 하나요?",
            "2026-03-10",
            "아니요.",
            "24 ÷ 3 = 8",
            [f"{CITY}/art-8/para-2"],
        ),
        (
            "스마트도시위원회 재적 30명 중 10명이 회의를 요구했어요. 열어야 하나요?",
            "2026-03-10",
            "네.",
            "30 ÷ 3 = 10",
            [f"{CITY}/art-8/para-2"],
        ),
        (
            "The Smart City Committee has 24 members and 7 of them asked for a meeting. Must it be convened?",
            "2026-03-10",
            "No.",
            "24 ÷ 3 = 8",
            [f"{CITY}/art-8/para-2"],
        ),
        (
            "기권은 찬성으로 치나요?",
            "2026-03-10",
            "아니요.",
            "출석위원 과반수",
            [f"{AI}/art-14/para-2"],
        ),
        (
            "Does an abstention count as a vote in favour?",
            "2026-03-10",
            "No.",
            "majority",
            [f"{AI}/art-14/para-2"],
        ),
        (
            "회의 준비 중인데요, 과반수 출석이면 되나요? 15명이에요",
            "2026-03-10",
            "8명 이상",
            "넘는 수 8",
            [f"{AI}/art-14/para-2"],
        ),
        (
            "AI위원회가 12명이면 의결에 최소 몇 명 찬성이 필요한가요?",
            "2026-03-10",
            "7명 이상이 출석하고 그 가운데 4명",
            "넘는 수 4",
            [f"{AI}/art-14/para-2", f"{AI}/art-14/para-2"],
        ),
        ("시장이 위원장인가요?", "2026-03-10", "아니요.", "위원 중에서 호선", [f"{AI}/art-9/para-2"]),
        (
            "AI위원회 위원장은 누가 맡나요? 시장인가요?",
            "2026-03-10",
            "아니요.",
            "위원 중에서 호선",
            [f"{AI}/art-9/para-2"],
        ),
        (
            "Is the mayor the chair of the AI committee?",
            "2026-03-10",
            "No.",
            "by and from among",
            [f"{AI}/art-9/para-2"],
        ),
        ("위원회는 심의만 하나요, 의결도 하나요?", "2026-03-10", "둘 다", "심의하고 의결", [f"{AI}/art-8/para-2"]),
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
        "도시계획위원회 위원이 13명인데 몇 명 더 위촉할 수 있나요?",
        "AI위원회 위촉직 위원이 14명이어도 되나요?",
    ],
)
def test_what_asks_for_no_computation_is_answered_otherwise(assistant, question):
    told = assistant.ask(question, date(2026, 3, 10)).answer
    assert not told.startswith(("존속기한이", "Its term", "지난 기본계획", "2명", "네. 인공", "아니요."))
