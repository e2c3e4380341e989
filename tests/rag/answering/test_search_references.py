"""A search for an exact reference: that very provision first, in the text of the day, and then what the words find."""

from datetime import date

import pytest

from rag.search.filters import Filters

DAY = date(2026, 3, 10)
AI, OLD, CITY, REVIEW = (
    "seoul-ai-ordinance@2025-09-29",
    "seoul-smart-city-ordinance@2018-03-22",
    "seoul-smart-city-ordinance@2019-03-28",
    "seoul-ai-bill-review",
)


def ids(hits):
    return [str(hit.id) for hit in hits]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("AI 기본조례 제14조제2항", [f"{AI}/art-14/para-2"]),
        ("AI 조례 14조", [f"{AI}/art-14"]),
        ("위원회 소집 AI 조례 제14조제2항", [f"{AI}/art-14/para-2"]),
        ("Article 14(2) of the AI ordinance", [f"{AI}/art-14/para-2"]),
        ("subparagraph 3 of Article 3 of the AI ordinance", [f"{AI}/art-3/sub-3"]),
        ("「서울특별시 인공지능 기본조례」 제 12 조 제 1 항 제 3 호", [f"{AI}/art-12/para-1/sub-3"]),
        ("인공지능위원회 제9조제1항", [f"{AI}/art-9/para-1"]),
        ("인공지능 기본조례 제13조제1항과 제14조제1항", [f"{AI}/art-13/para-1", f"{AI}/art-14/para-1"]),
        ("인공지능 기본조례 제14조제1항과 스마트도시 조례 제8조제3항", [f"{AI}/art-14/para-1", f"{CITY}/art-8/para-3"]),
        ("인공지능 기본조례 제15조부터 제17조까지", [f"{AI}/art-15", f"{AI}/art-16", f"{AI}/art-17"]),
        ("정보화 기본조례 제5조의2제1항", [f"{OLD}/art-5-2/para-1"]),
        ("인공지능 기본조례 부칙 제1조", [f"{AI}/addenda-9834/art-1"]),
        ("검토보고서 각주 16", [f"{REVIEW}/note-16"]),
        ("section 4.2.4 of the review report", [f"{REVIEW}/sec-4.2.4"]),
        ("조례안 안 제7조", [f"{REVIEW}/sec-4.2.3/seoul-ai-bill/art-7"]),
        ("AI 기본조레 第14條第2項", [f"{AI}/art-14/para-2"]),
        ("AI 기본조례와 스마트도시 조례 제8조제2항", [f"{AI}/art-8/para-2", f"{CITY}/art-8/para-2"]),
        ("art 14(2) of the AI Basic Ordinance", [f"{AI}/art-14/para-2"]),
        ("제14조제2항 위원회 의사정족수", [f"{AI}/art-14/para-2", f"{CITY}/art-14/para-2"]),
        ("제14조제2항 정보시스템의 연계", [f"{CITY}/art-14/para-2", f"{AI}/art-14/para-2"]),
    ],
)
def test_what_is_referred_to_comes_first(assistant, asked, first):
    assert ids(assistant.search(asked, DAY))[: len(first)] == first


@pytest.mark.parametrize(
    ("day", "found"), [(date(2018, 6, 1), f"{OLD}/art-7/para-2"), (date(2019, 6, 1), f"{CITY}/art-7/para-2")]
)
def test_a_reference_is_read_in_the_text_of_the_day(assistant, day, found):
    assert ids(assistant.search("스마트도시 및 정보화 조례 제7조제2항", day))[:1] == [found]


@pytest.mark.parametrize(
    ("asked", "first", "others"),
    [
        ("subcommittee", f"{CITY}/art-9/para-1", {f"{CITY}/art-9/para-{n}" for n in (2, 3, 4)}),
        ("인공지능위원회", f"{AI}/art-8/para-1", {f"{AI}/art-8/para-2/sub-5"}),
        ("정보화전략위원회", f"{OLD}/art-7/para-1", {f"{OLD}/art-7/para-2"}),
        ("AI ordinance", f"{AI}/art-1", {f"{AI}/art-5"}),
        ("검토보고서", None, {f"{REVIEW}/sec-1"}),
    ],
)
def test_a_name_alone_finds_what_it_stands_for_and_then_what_speaks_of_it(assistant, asked, first, others):
    found = ids(assistant.search(asked, DAY, 20))
    assert first in (found[0], None)
    assert others <= set(found)
    assert len(found) >= 5


def test_after_it_comes_what_the_words_find(assistant):
    first, *others = assistant.search("AI 조례 제9조제2항 위원회 소집", DAY)
    found = assistant.search("AI 조례 위원회 소집", DAY)
    assert str(first.id) == f"{AI}/art-9/para-2"
    assert f"{AI}/art-14/para-1" in ids(others)[:3]
    assert ids(others) == [each for each in ids(found) if each != str(first.id)][: len(others)]
    assert first.score > max(hit.score for hit in others)
    assert first.coverage == 1.0


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(works=frozenset([AI.partition("@")[0]])), [f"{AI}/art-14/para-2"]),
        (Filters(works=frozenset([CITY.partition("@")[0]])), [f"{CITY}/art-14/para-2"]),
        (Filters(works=frozenset([REVIEW])), []),
    ],
)
def test_a_reference_without_a_work_is_of_the_works_admitted(assistant, filters, found):
    assert ids(assistant.search("제14조제2항", DAY, filters=filters)) == found


@pytest.mark.parametrize(("lang", "begins"), [("ko", "위원회의 회의는"), ("en", "A meeting of the Committee")])
def test_it_is_found_in_the_language_admitted(assistant, lang, begins):
    hit, *_ = assistant.search("AI 조례 제14조제2항", DAY, filters=Filters(langs=frozenset([lang])))
    assert (hit.lang, hit.text.startswith(begins)) == (lang, True)


def test_a_deleted_provision_is_found_when_it_is_referred_to(assistant):
    hit, *_ = assistant.search("인공지능 기본조례 제7조", DAY)
    assert (str(hit.id), assistant.law.provision(hit.id).deleted) == (f"{AI}/art-7", date(2025, 9, 29))


@pytest.mark.parametrize(
    "asked",
    [
        "인공지능 기본조례 제99조",
        "인공지능 기본법 제14조제2항",
        "부산시 조례 제14조제2항",
        "위원회 조례 제4조",
    ],
)
def test_what_is_not_there_leads_nowhere_else(assistant, asked):
    assert [key for key in ids(assistant.search(asked, DAY)) if "@" in key and "/art-14/para-2" in key] == []
    assert [key for key in ids(assistant.search(asked, DAY)) if key.endswith("/art-4")] == []


@pytest.mark.parametrize("asked", ["주차장 조례 제14조제2항", "Article 14(2) of the parking ordinance"])
def test_an_article_of_an_ordinance_that_is_not_at_hand_is_not_that_of_another(assistant, asked):
    assert [key for key in ids(assistant.search(asked, DAY)) if "@" in key and "/art-14" in key] == []
