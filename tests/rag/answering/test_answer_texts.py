"""What answers say, word for word; and that no yes and no no is wrong."""

import re
from datetime import date
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DAY = date(2026, 3, 10)
BESIDE, RECORDED = ("함께 볼", "See also"), ("기록에 따르면", "By the record")
MARK = re.compile(r"\[\d+\]")


def rows(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


ANSWERS = rows("answers.tsv")
ASKED = [(question, day) for question, day, _ in ANSWERS]
YES_OR_NO = rows("yes_or_no.tsv")


def test_there_are_enough_of_both_languages():
    korean = [question for question, *_ in ANSWERS if re.search("[가-힣]", question)]
    assert len(ANSWERS) >= 120
    assert len(korean) >= 40
    assert len(ANSWERS) - len(korean) >= 40
    assert len(YES_OR_NO) >= 60
    assert sum(gold != "yes" for _, gold in YES_OR_NO) >= 30


@pytest.mark.parametrize(("question", "day", "text"), ANSWERS)
def test_an_answer(assistant, question, day, text):
    told = assistant.ask(question, date.fromisoformat(day)).answer.split("\n")
    assert [line for line in told if not line.startswith((*BESIDE, *RECORDED))] == text.split(" ⏎ ")


@pytest.mark.parametrize(("question", "day"), ASKED)
def test_each_citation_is_marked_and_what_is_quoted_is_verbatim(assistant, question, day):
    answer = assistant.ask(question, date.fromisoformat(day))
    marks = {int(each[1:-1]) for each in MARK.findall(answer.answer)}
    assert marks == {citation.n for citation in answer.citations}
    quotes = "\n".join(citation.quote for citation in answer.citations)
    assert all(" ".join(each.split()) in " ".join(quotes.split()) for each in re.findall(r"“([^”]+)”", answer.answer))


@pytest.mark.parametrize(("question", "gold"), YES_OR_NO)
def test_no_yes_and_no_no_is_wrong(assistant, question, gold):
    text = assistant.ask(question, DAY).answer
    said = "yes" if text.startswith(("네", "Yes")) else "no" if re.match(r"아니요|No[.,:]", text) else ""
    assert said in ("", gold)


@pytest.mark.parametrize(("question", "day"), ASKED)
def test_what_else_may_be_read_takes_two_short_lines_at_most(assistant, question, day):
    told = assistant.ask(question, date.fromisoformat(day)).answer.split("\n")
    beside = [line for line in told if line.startswith(BESIDE)]
    assert len(beside) <= 2
    assert all(len(line) < 260 for line in beside)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("인공지능위원회 당연직 위원은 몇 명인가요?", "2026-03-10"),
        ("인공지능위원회 위촉직 위원은 몇 명인가요?", "2026-03-10"),
        ("인공지능위원회 위원은 최소 몇 명인가요?", "2026-03-10"),
        ("인공지능위원회 위원장은 몇 명인가요?", "2026-03-10"),
        ("인공지능위원회 위원장의 임기는?", "2026-03-10"),
        ("인공지능위원회 위원장은 누가 해촉하나요?", "2026-03-10"),
        ("인공지능위원회 부위원장은 누가 지명하나요?", "2026-03-10"),
        ("스마트도시위원회 회의는 누가 소집하나요?", "2026-03-10"),
        ("스마트도시위원회 공무원인 위원의 임기는?", "2026-03-10"),
        ("인공지능 시행계획은 몇 년마다 세우나요?", "2026-03-10"),
        ("정보화전략위원회 임시회의는 얼마나 자주 소집하나요?", "2018-06-01"),
        ("How many ex officio members does the AI Committee have?", "2026-03-10"),
        ("How many commissioned members does the AI Committee have?", "2026-03-10"),
        ("What is the term of office of the chairperson of the AI Committee?", "2026-03-10"),
        ("How often does the AI Committee meet?", "2026-03-10"),
        ("Who elects the chairperson of the AI Committee?", "2026-03-10"),
    ],
)
def test_no_expression_answers_what_it_does_not_speak_of(assistant, question, day):
    told = assistant.ask(question, date.fromisoformat(day)).answer.split("\n")
    assert not re.search(r"입니다: |^(?:[A-Z]\w+ ){0,6}\w+(?: in the version of .*)?: ", told[0])


def test_some_are_answered_by_yes(assistant):
    said = [assistant.ask(question, DAY).answer for question, gold in YES_OR_NO if gold == "yes"]
    assert sum(text.startswith(("네", "Yes")) for text in said) >= 9
