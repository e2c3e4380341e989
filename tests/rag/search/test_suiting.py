"""What a question says of where its answer stands: in the law or in the papers behind it."""

from datetime import date

import pytest

from corpus.identifiers import ProvisionId
from corpus.works import Genre
from ingest.passages import Passage
from ingest.reading import read_law
from rag.citing.validity import readables
from rag.questions.papers import papers_asked_for
from rag.questions.question import understand
from rag.search.suiting import Suiting

DAY = date(2026, 3, 10)

BOTH = {Genre.REVIEW_REPORT, Genre.BUREAU_REPORT}
REVIEW, BUREAU = "seoul-ai-bill-review", "seoul-digital-bureau-report"
AI, CITY = "seoul-ai-ordinance@2025-09-29", "seoul-smart-city-ordinance@2019-03-28"


WORKS = read_law().works.values()


def asked(text):
    return understand(text, DAY, WORKS)


@pytest.fixture
def worth():
    def worth(question, key, text="글"):
        understood = asked(question)
        suiting = Suiting(understood, readables(understood, WORKS), ())
        return suiting.view(Passage(ProvisionId.parse(key), "ko", 0, text, ""))

    return worth


@pytest.mark.parametrize(
    ("question", "genres"),
    [
        ("인공지능 기본조례 제정안은 언제 회부되었나요?", BOTH),
        ("Who sponsored the bill?", BOTH),
        ("본회의 의결 날짜는?", BOTH),
        ("전문위원은 무엇을 고치자고 했나요?", {Genre.REVIEW_REPORT}),
        ("What does the reviewer say?", {Genre.REVIEW_REPORT}),
        ("디지털도시국의 추진실적은?", {Genre.BUREAU_REPORT}),
        ("국가 AI 액션플랜의 과제는?", {Genre.BACKGROUND}),
        ("인공지능위원회 위원의 임기는?", set()),
        ("Who convenes the AI Committee?", set()),
        ("찬반이 같으면 가결인가요?", set()),
    ],
)
def test_papers_asked_for(question, genres):
    assert papers_asked_for(asked(question)) == genres


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("전문위원은 존속기한을 어떻게 하자고 했나요?", f"{REVIEW}/sec-4.2.4", f"{AI}/art-8/para-4"),
        ("전문위원은 존속기한을 어떻게 하자고 했나요?", f"{REVIEW}/sec-4.2.4", f"{BUREAU}/sec-1.2"),
        ("존속기한은 언제까지인가요?", f"{AI}/art-8/para-4", f"{REVIEW}/sec-4.2.4"),
        ("스마트도시 조례의 기본계획 주기는?", f"{CITY}/art-5/para-1", f"{AI}/art-6/para-1"),
        ("스마트도시 기본계획은 몇 년마다 세우나요?", f"{CITY}/art-5/para-1", f"{AI}/art-6/para-1"),
        ("How often is the AI master plan made?", f"{AI}/art-6/para-1", f"{CITY}/art-5/para-1"),
        ("인공지능위원회 위원장은?", f"{AI}/art-13/para-1", f"{AI}/art-6/para-1"),
        ("스마트도시위원회 위원장은?", f"{CITY}/art-8/para-1", f"{CITY}/art-18/para-2"),
    ],
)
def test_what_is_asked_about_is_worth_more(worth, question, better, worse):
    assert worth(question, better).worth > worth(question, worse).worth


def test_a_paper_that_quotes_what_is_named_speaks_of_it(worth):
    question = "스마트도시위원회는 언제까지 존속하나요?"
    quoting = "「서울특별시 스마트도시 및 정보화 조례」제9조의2(위원회의 존속기한) 위원회의 존속기한은"
    aside = "존속기한은 「서울특별시 스마트도시 및 정보화 조례」제9조의2와 같이 한다."
    assert worth(question, f"{REVIEW}/note-16", quoting).of_body
    assert not worth(question, f"{REVIEW}/note-16", aside).of_body
    quoted = f"{REVIEW}/annex-1/seoul-smart-city-ordinance/art-5/para-1"
    assert worth(question, quoted).worth > worth(question, f"{REVIEW}/annex-1/seoul-committees-ordinance/art-5").worth


def test_a_body_that_is_gone_is_not_asked_for_in_a_later_text(worth):
    assert not worth("정보화전략위원회 위원장은?", f"{CITY}/art-7/para-2").of_body
    assert worth("정보화전략위원회 위원장은?", "seoul-smart-city-ordinance@2018-03-22/art-7/para-3").of_body


def test_what_names_another_body_is_worth_less(worth):
    question, key = "스마트도시위원회 위원장은 누가 뽑나요?", f"{CITY}/art-9/para-2"
    assert worth(question, key, "분과위원회의 위원장은").worth < worth(question, key, "위원회의 위원장은").worth


def test_a_paper_that_names_the_body_speaks_of_it_when_papers_are_asked_for(worth):
    key, words = f"{REVIEW}/sec-4.2.4", "인공지능위원회는 분과로 운영한다"
    assert worth("전문위원은 인공지능위원회를 어떻게 하자고 했나요?", key, words).of_body
    assert not worth("인공지능위원회는 어떻게 운영하나요?", key, words).of_body


def test_a_longer_name_that_ends_alike_is_another_body(worth):
    question = "전문위원은 인공지능위원회를 어떻게 하자고 했나요?"
    assert not worth(question, f"{REVIEW}/annex-4/sec-3.4", "국가인공지능위원회를 두고").of_body
    assert worth(question, f"{REVIEW}/annex-4/sec-3.4", "서울특별시 인공지능위원회를 두고").of_body


@pytest.mark.parametrize(
    ("question", "less"),
    [
        ("조례안은 언제 발의되었나요?", True),
        ("국회에서 발의된 법률안은?", False),
        ("Which national bills are there?", False),
    ],
)
def test_bills_of_the_state_are_meant_only_where_they_are_asked_for(worth, question, less):
    own, other = (worth(question, f"{REVIEW}/note-4", text).worth for text in ("조례안 발의", "법률안 대표발의"))
    assert (other < own) is less


def test_a_paper_that_is_named_is_looked_through(worth):
    assert worth("국가 AI 액션플랜 초안은 언제 나왔나요?", "national-ai-action-plan/sec-2").of_paper
    assert not worth("기본계획 초안은 언제 나왔나요?", "national-ai-action-plan/sec-2").of_paper


def test_what_may_not_be_read_is_worth_nothing(worth):
    assert worth("위원장은?", "seoul-smart-city-ordinance@2018-03-22/art-7/para-3").worth == 0.0
