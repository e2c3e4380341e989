"""Questions in words: what is cited, what is refused, and in which language."""

import re
from datetime import date

import pytest

from rag.citing.grounding import is_verbatim

AI, OLD, CITY = (
    "seoul-ai-ordinance@2025-09-29",
    "seoul-smart-city-ordinance@2018-03-22",
    "seoul-smart-city-ordinance@2019-03-28",
)
DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Who convenes the AI Committee?", f"{AI}/art-14/para-1"),
        ("인공지능위원회 회의는 누가 소집하나요?", f"{AI}/art-14/para-1"),
        ("인공지능위원회 회의의 의사정족수는?", f"{AI}/art-14/para-2"),
        ("What is the quorum of the AI Committee?", f"{AI}/art-14/para-2"),
        ("인공지능위원회는 언제까지 존속하나요?", f"{AI}/art-8/para-4"),
        ("고영향 인공지능이란 무엇인가요?", f"{AI}/art-3/sub-3"),
        ("스마트도시위원회 위원은 최대 몇 명인가요?", f"{CITY}/art-7/para-2"),
        ("AI위원회 정원은 몇명?", f"{AI}/art-9/para-1"),
        ("정보화전략위원회 위원은 최대 몇 명이었나요?", f"{OLD}/art-7/para-2"),
        ("인공지능 기본조례안은 누가 언제 발의했나요?", "seoul-ai-bill-review/sec-1"),
    ],
)
def test_a_question_in_words_finds_the_provision(cited, question, key):
    assert cited(question)[0] == key


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("인공지능위원회", [f"{AI}/art-8/para-1"]),
        ("the AI Committee?", [f"{AI}/art-8/para-1"]),
        ("스마트도시위원회에 대해 알려 주세요", [f"{CITY}/art-7/para-1"]),
        ("정보화전략위원회", [f"{OLD}/art-7/para-1"]),
        ("AI ordinance", [f"{AI}/art-1"]),
        ("스마트도시 및 정보화 조례", [f"{CITY}/art-1"]),
    ],
)
def test_a_bare_name_is_told_what_it_is(cited, question, keys):
    assert cited(question) == keys


@pytest.mark.parametrize(
    "question",
    [
        "How do I appeal a parking fine?",
        "내일 서울 날씨 어때?",
        "asdf qwer zxcv",
        "Recommend a restaurant near city hall",
        "여권 갱신은 어디에서 하나요",
    ],
)
def test_what_is_outside_is_not_answered(assistant, question):
    answer = assistant.ask(question, DAY)
    assert (answer.status, answer.citations, answer.kind) == ("not_found", (), "none")


@pytest.mark.parametrize(
    ("question", "declined"),
    [
        ("강남구 AI 사업을 서울시가 지원할 수 있나요?", False),
        ("강남구 인공지능 조례 제5조", True),
        ("강남구의 조례는 어떤가요?", True),
        ("제4조는 어떤 내용인가요? 인공지능 기본조례", False),
        ("정부산하 기관과 협력하나요?", False),
    ],
)
def test_places(assistant, question, declined):
    assert (assistant.ask(question, DAY).status == "declined") is declined


@pytest.mark.parametrize(
    ("question", "sure"),
    [
        ("Who convenes the AI Committee?", True),
        ("인공지능 기본조례 제14조제1항", True),
        ("고영향 인공지능의 뜻은?", True),
        ("위원회 회의를 온라인으로 할 수 있나요?", False),
        ("May the AI Committee meet by video?", False),
    ],
)
def test_an_answer_that_meets_the_question_in_part_says_so(assistant, question, sure):
    answer = assistant.ask(question, DAY)
    doubts = [warning.message for warning in answer.warnings if warning.code == "closest_provision"]
    assert (answer.status, len(doubts)) == ("answered", 0 if sure else 1)
    assert all(answer.answer.startswith(doubt) for doubt in doubts)
    assert sure or not re.search("provides:|정하고 있습니다:", answer.answer)


def test_the_law_of_another_city_is_declined(assistant):
    answer = assistant.ask("부산시 인공지능위원회 위원은 몇 명인가요?", DAY)
    assert (answer.status, answer.citations) == ("declined", ())
    assert "부산" in answer.answer


def test_another_place_that_the_papers_speak_of_is_answered(cited):
    assert cited("경기도 인공지능 기본조례는 언제 제정되었나요?")[0] == "seoul-ai-bill-review/note-8"


@pytest.mark.parametrize(("lang", "authority"), [("ko", "unofficial_rendition"), ("en", "official_translation")])
def test_the_answer_is_in_the_language_asked_for(assistant, lang, authority):
    answer = assistant.ask("인공지능 기본조례 제14조제1항", DAY, lang)
    (citation,) = answer.citations
    assert (answer.lang, citation.lang, citation.authority) == (lang, lang, authority)
    assert citation.counterpart.lang != lang


def test_markers_and_citations_are_the_same_numbers(assistant):
    for question in ("인공지능 기본조례 제13조제1항과 제14조제1항", "제14조제2항은?", "위원 해촉 사유를 나열해 주세요"):
        answer = assistant.ask(question, DAY)
        marks = [int(number) for number in re.findall(r"\[(\d)\]", answer.answer)]
        assert marks == [citation.n for citation in answer.citations] == list(range(1, len(marks) + 1))


def test_every_quote_in_every_answer_stands(assistant):
    for question in (
        "위원회",
        "committee",
        "시장은 무엇을 해야 하나요",
        "What may the Mayor do?",
        "검토의견",
        "AI 예산",
    ):
        for citation in assistant.ask(question, DAY).citations:
            assert is_verbatim(assistant.law, citation)


def test_asking_twice_gives_the_same(assistant):
    assert assistant.ask("위원회 회의", DAY) == assistant.ask("위원회 회의", DAY)


def test_the_law_of_another_place_is_found_where_a_paper_quotes_it(assistant):
    found = assistant.search("경기도 조례는 고위험 인공지능을 어떻게 정의하나요?", DAY)
    assert "seoul-ai-bill-review/sec-4.2.1/gyeonggi-ai-ordinance/art-2" in [str(hit.id) for hit in found[:3]]
