"""What a reader is told of the texts: their day, their name then, and what is not at hand."""

from datetime import date

import pytest

DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("question", "day", "status", "said"),
    [
        ("인공지능 기본조례 제14조제2항", "2025-07-13", "not_found", "2025. 7. 14.에 처음 시행되어"),
        ("인공지능 기본조례 제7조", "2025-08-01", "not_found", "제9752호"),
        ("Article 8(2)2 of the AI ordinance", "2025-08-01", "not_found", "No. 9752"),
        ("인공지능 기본조례 제14조제2항", "2025-08-01", "answered", "재적위원 과반수"),
        (
            "Article 7(4) of the smart city ordinance",
            "2017-06-01",
            "not_found",
            "The nearest text at hand is the version of",
        ),
        ("정보화전략위원회 위원장은 누구인가요?", "2015-06-01", "not_found", "제5622호"),
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


@pytest.mark.parametrize(
    ("question", "day", "told", "untold"),
    [
        (
            "Article 7(2) of the smart city ordinance",
            "2023-01-01",
            "amended 2 times since, from No. 8006 (May 20, 2021)",
            "8903",
        ),
        ("Article 7(2) of the smart city ordinance", "2022-01-01", "amended once since, from No. 8006", "8530"),
        ("스마트도시 조례 제7조제2항", "2026-03-10", "제8006호(2021. 5. 20.)부터 8차례 개정", "9889"),
        ("스마트도시 조례 제7조제2항", "2022-01-01", "제8006호(2021. 5. 20.)부터 한 차례 개정", "8530"),
    ],
)
def test_a_superseded_text_says_how_often_since_when_and_what_to_do(assistant, question, day, told, untold):
    cautions = assistant.ask(question, date.fromisoformat(day)).warnings
    (warning,) = [each for each in cautions if each.code == "superseded_text"]
    assert told in warning.message
    assert "jorye sync" in warning.message
    assert untold not in warning.message


def test_a_whole_amendment_since_is_named(assistant):
    cautions = assistant.ask("정보화전략위원회 위원은 최대 몇 명이었나요?", DAY).warnings
    (warning,) = [each for each in cautions if each.code == "superseded_text"]
    assert "제7026호(2019. 3. 28., 전부개정)부터 9차례" in warning.message


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
