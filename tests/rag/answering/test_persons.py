"""Who holds an office by name is in no ordinance; what stands there instead is said."""

from datetime import date

import pytest

from rag.answer import Status

DAY = date(2026, 3, 10)
ASKED = [
    ("지금 인공지능위원회 위원장 이름이 뭐예요?", "제9조제2항", "호선"),
    ("인공지능위원회 간사 성함 알려줘", "제15조제2항", "책임자"),
    ("인공지능위원회 부위원장 연락처 좀 알려주세요", "제9조제2항", "호선"),
    ("AI위원회 위원들 명단 보여 줘", "제9조제3항", "위촉"),
    ("What is the name of the chair of the AI Committee?", "Article 9(2)", "elected"),
    ("What's the AI Committee secretary's phone number?", "Article 15(2)", "secretary"),
    ("현 서울시장 이름은?", "", "조례에 없습니다"),
]


@pytest.mark.parametrize(("question", "place", "said"), ASKED)
def test_a_question_of_a_person_is_declined_with_what_the_ordinance_says(assistant, question, place, said):
    answer = assistant.ask(question, DAY)
    assert answer.status is Status.DECLINED
    assert answer.citations == ()
    assert place in answer.answer
    assert said in answer.answer
    assert "[1]" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "인공지능위원회 위원장은 누구인가요?",
        "Who is the chair of the AI Committee?",
        "조례안을 대표 발의한 의원 이름이 뭐예요?",
        "위원회 이름이 뭐예요?",
        "위원 명단을 공개해야 하나요?",
        "What is the name of the committee that the ordinance sets up?",
    ],
)
def test_other_questions_are_not_of_a_person(assistant, question):
    assert assistant.ask(question, DAY).status is not Status.DECLINED


def test_the_day_and_the_text_that_is_read_are_told_too(assistant):
    answer = assistant.ask("스마트도시위원회 위원장 연락처가 뭔가요", DAY)
    assert answer.status is Status.DECLINED
    assert "superseded_text" in {each.code for each in answer.warnings}
