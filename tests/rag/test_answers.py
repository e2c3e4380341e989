"""Answers as a reader gets them: exact references, deletions, dates, lists, refusals, warnings."""

import re
from datetime import date

import pytest

from rag.grounding import is_verbatim

AI, OLD, CITY = (
    "seoul-ai-ordinance@2025-09-29",
    "seoul-smart-city-ordinance@2018-03-22",
    "seoul-smart-city-ordinance@2019-03-28",
)
DAY = date(2026, 3, 10)


@pytest.fixture
def cited(assistant):
    def ask(question, day=DAY, **options):
        return [str(citation.id) for citation in assistant.ask(question, day, **options).citations]

    return ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("인공지능 기본조례 제14조제2항", f"{AI}/art-14/para-2"),
        ("인공지능 기본조례 14조 2항 알려줘", f"{AI}/art-14/para-2"),
        ("「서울특별시 인공지능 기본조례」 제 12 조 제 1 항 제 3 호", f"{AI}/art-12/para-1/sub-3"),
        ("What does Article 9(2) of the AI ordinance say?", f"{AI}/art-9/para-2"),
        ("subparagraph 3 of Article 3 of the AI ordinance", f"{AI}/art-3/sub-3"),
        ("인공지능위원회에 관한 제9조제1항", f"{AI}/art-9/para-1"),
        ("스마트도시 조례 제8조제3항", f"{CITY}/art-8/para-3"),
        ("Article 18 of the smart city ordinance", f"{CITY}/art-18"),
        ("정보화 기본조례 제5조의2제1항", f"{OLD}/art-5-2/para-1"),
        ("Article 28-2(3) of the Framework Ordinance on Informatization", f"{OLD}/art-28-2/para-3"),
        ("인공지능 기본조례 부칙(제9834호) 제1조", f"{AI}/addenda-9834/art-1"),
    ],
)
def test_an_exact_reference_goes_to_the_provision(cited, question, first):
    assert cited(question)[0] == first


def test_the_same_reference_reads_the_text_of_its_day(cited):
    question = "스마트도시 및 정보화 조례 제7조제2항"
    assert cited(question, date(2018, 6, 1)) == [f"{OLD}/art-7/para-2"]
    assert cited(question, date(2019, 6, 1)) == [f"{CITY}/art-7/para-2"]


def test_two_references_are_both_cited(cited):
    found = cited("인공지능 기본조례 제13조제1항과 제14조제1항")
    assert found == [f"{AI}/art-13/para-1", f"{AI}/art-14/para-1"]


def test_a_reference_that_two_ordinances_have_is_asked_back(assistant):
    answer = assistant.ask("제14조제2항은?", DAY)
    assert answer.status == "clarify"
    assert answer.missing == ("work",)
    assert {citation.id.work for citation in answer.citations} == {"seoul-ai-ordinance", "seoul-smart-city-ordinance"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("인공지능 기본조례 제25조", "제25조가 없습니다.*제1조부터 제17조까지"),
        ("인공지능 기본조례 제14조제3항", "제14조제3항이 없습니다.*제14조제1항부터 제14조제2항까지"),
        ("Article 25 of the AI ordinance", "There is no Article 25 .* from Article 1 to Article 17"),
        ("Article 10(1) of the AI ordinance", "There is no Article 10\\(1\\) .* not divided"),
        ("제99조", "제99조가 없습니다"),
    ],
)
def test_a_missing_provision_is_said_to_be_missing(assistant, question, said):
    answer = assistant.ask(question, DAY)
    assert (answer.status, answer.citations) == ("not_found", ())
    assert re.search(said, answer.answer, re.DOTALL)


def test_an_article_of_the_older_text_is_said_to_be_there(assistant):
    answer = assistant.ask("스마트도시 조례 제30조", DAY)
    assert answer.status == "not_found"
    assert "2018. 3. 22. 시행본에는 있었습니다" in answer.answer


@pytest.mark.parametrize(
    ("question", "key", "said"),
    [
        ("인공지능 기본조례 제7조", "art-7", "2025. 9. 29. 삭제되었습니다"),
        ("What does Article 6(2)5 of the AI ordinance require?", "art-6/para-2/sub-5", "deleted on September 29, 2025"),
        ("Article 8(2)4 of the AI ordinance", "art-8/para-2/sub-4", "Nothing any more"),
    ],
)
def test_a_deleted_provision_is_not_a_missing_one(assistant, question, key, said):
    answer = assistant.ask(question, DAY)
    assert answer.status == "answered"
    assert [str(citation.id) for citation in answer.citations] == [f"{AI}/{key}"]
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "day", "status", "said"),
    [
        ("인공지능 기본조례 제14조제2항", "2025-07-13", "not_found", "2025. 7. 14.에 처음 시행되어"),
        ("인공지능 기본조례 제7조", "2025-08-01", "not_found", "제9752호"),
        ("Article 8(2)2 of the AI ordinance", "2025-08-01", "not_found", "No. 9752"),
        ("인공지능 기본조례 제14조제2항", "2025-08-01", "answered", "재적위원 과반수"),
        (
            "Article 7(2) of the smart city ordinance",
            "2017-06-01",
            "not_found",
            "The nearest text at hand is the version of",
        ),
        ("정보화전략위원회 위원은 몇 명까지였나요?", "2015-06-01", "not_found", "제5622호"),
        (
            "How long is a member's term on the AI Committee?",
            "2024-03-10",
            "not_found",
            "did not exist on March 10, 2024",
        ),
        ("위원회 조례 제10조", "2026-03-10", "not_found", "본문은 수록되어 있지 않아"),
        ("What does the AI ethics ordinance say?", "2026-03-10", "not_found", "not in this collection"),
    ],
)
def test_what_is_not_at_hand_is_said(assistant, question, day, status, said):
    answer = assistant.ask(question, date.fromisoformat(day))
    assert answer.status == status
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "day", "codes"),
    [
        ("Article 14(2) of the AI ordinance", "2026-03-10", []),
        ("인공지능 기본조례 제14조제2항", "2026-03-10", ["unofficial_rendition"]),
        ("Article 14(2) of the AI ordinance", "2025-08-01", ["text_not_held"]),
        ("Article 7(2) of the smart city ordinance", "2020-01-01", []),
        ("Article 7(2) of the smart city ordinance", "2026-03-10", ["superseded_text"]),
        ("인공지능 기본조례안의 제안이유는 무엇인가요?", "2026-03-10", ["not_law"]),
    ],
)
def test_warnings(assistant, question, day, codes):
    answer = assistant.ask(question, date.fromisoformat(day))
    assert [warning.code for warning in answer.warnings] == codes


def test_a_superseded_text_names_what_superseded_it(assistant):
    (warning,) = assistant.ask("Article 7(2) of the smart city ordinance", date(2023, 1, 1)).warnings
    assert "No. 8006 (May 20, 2021)" in warning.message
    assert "No. 8530 (December 30, 2022)" in warning.message
    assert "8903" not in warning.message


def test_an_entry_of_a_list_comes_with_the_sentence_that_opens_it(assistant):
    answer = assistant.ask("Article 12(1)2 of the AI ordinance", DAY)
    _, lead = answer.citations
    assert str(lead.id) == f"{AI}/art-12/para-1"
    assert lead.quote.endswith("from deliberation and resolution of the Committee:")
    assert "[1] (The list opens: “" in answer.answer
    assert "1. Where" not in lead.quote


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


def test_addenda_named_without_their_number(cited):
    assert cited("스마트도시 조례 부칙 제3조") == [f"{CITY}/addenda-7026/art-3"]
    assert cited("인공지능 기본조례 부칙 제1조") == [f"{AI}/addenda-9834/art-1"]


def test_the_addenda_of_an_amendment_do_not_tell_when_the_ordinance_began(assistant):
    warnings = assistant.ask("인공지능 기본조례 부칙 제1조", DAY).warnings
    (told,) = [warning.message for warning in warnings if warning.code == "addenda_of"]
    assert "제9834호의 것" in told
    assert "제9752호로 2025. 7. 14. 처음 시행" in told


def test_a_missing_article_of_a_superseded_text_warns(assistant):
    answer = assistant.ask("Article 30 of the smart city ordinance", DAY)
    assert (answer.status, [warning.code for warning in answer.warnings]) == ("not_found", ["superseded_text"])


@pytest.mark.parametrize(("day", "codes"), [("2027-12-31", []), ("2028-01-01", ["sunset_passed"])])
def test_a_committee_whose_term_has_ended(assistant, day, codes):
    answer = assistant.ask("What is the quorum of the AI Committee?", date.fromisoformat(day))
    assert [warning.code for warning in answer.warnings] == codes


def test_a_text_is_called_by_the_name_it_bore(assistant):
    then = assistant.ask("제7조제2항 스마트도시 조례", date(2018, 6, 1)).citations[0].label
    assert then == "「서울특별시 정보화 기본조례」 제7조제2항"
    now = assistant.ask("제7조제2항 스마트도시 조례", date(2019, 6, 1)).citations[0].label
    assert now == "「서울특별시 스마트도시 및 정보화 조례」 제7조제2항"


def test_a_day_before_the_record_begins(assistant):
    answer = assistant.ask("스마트도시 조례 제7조제2항", date(1990, 1, 1))
    assert answer.status == "not_found"
    assert "2011. 9. 29. 전 연혁과 본문은 수록되어 있지 않아" in answer.answer


def test_a_provision_of_an_act_is_not_answered_from_an_ordinance(assistant):
    answer = assistant.ask("인공지능 기본법 제31조는 무엇을 정하나요?", DAY)
    assert all(citation.id.version is None for citation in answer.citations)
    assert answer.status == "not_found" or answer.warnings[0].code == "closest_provision"


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
        ("What salary does the chair of the AI Committee receive?", False),
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
    assert cited("경기도 인공지능 기본조례는 언제 제정되었나요?") == ["seoul-ai-bill-review/note-8"]


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
