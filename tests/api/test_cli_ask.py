"""`jorye ask` as a process: pages, JSON, and JSON Lines."""

import json

import pytest

OPENS = "seoul-ai-ordinance@2025-09-29/art-14/para-2"
CONVENES = "seoul-ai-ordinance@2025-09-29/art-14/para-1"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who convenes the AI Committee?", [CONVENES, "Article 14(1)", "As of March 10, 2026", "위원장"]),
        ("인공지능위원회 회의의 의사정족수는?", [OPENS, "제14조제2항", "기준일 2026. 3. 10.", "majority"]),
    ],
)
def test_a_page_names_its_source_its_day_and_the_other_language(jorye, question, said):
    ran = jorye("ask", "--as-of", "2026-03-10", question)
    assert (ran.code, ran.err) == (0, "")
    assert [part for part in said if part not in ran.out] == []


def test_the_words_of_a_question_need_no_quotation_marks(jorye):
    ran = jorye("ask", "Who", "convenes", "the", "AI", "Committee?", "--json")
    assert ran.json["question"] == "Who convenes the AI Committee?"
    assert ran.json["citations"][0]["id"] == CONVENES


def test_json_has_the_shape_of_the_design(jorye, shape_faults):
    ran = jorye("ask", "인공지능위원회 회의의 의사정족수는?", "--json", "--as-of", "2026-03-10")
    assert (ran.code, ran.err) == (0, "")
    assert shape_faults(ran.json) == []
    assert (ran.json["lang"], ran.json["as_of"], ran.json["kind"]) == ("ko", "2026-03-10", "provision")
    assert ran.json["generated_by"] == "extractive"
    first = ran.json["citations"][0]
    assert (first["id"], first["n"], first["status"]) == (OPENS, 1, "in_force")
    assert (first["authority"], first["counterpart"]["authority"]) == ("unofficial_rendition", "official_translation")


def test_an_answer_can_be_had_in_the_other_language(jorye):
    ran = jorye("ask", "인공지능위원회 회의의 의사정족수는?", "--json", "--lang", "en")
    assert (ran.json["lang"], ran.json["citations"][0]["lang"]) == ("en", "en")
    assert ran.json["citations"][0]["label"].startswith("Article 14(2)")


def test_a_day_before_the_ordinance_is_not_found(jorye):
    ran = jorye("ask", "Article 14(2) of the AI ordinance", "--json", "--as-of", "2025-07-13")
    assert (ran.code, ran.json["status"], ran.json["citations"]) == (0, "not_found", [])


def test_korean_passes_through_a_process_without_a_locale(jorye):
    ran = jorye("ask", "인공지능 기본조례 제14조제2항", LC_ALL="C")
    assert ran.code == 0
    assert "재적위원 과반수" in ran.out


BAD_LINES = [
    (b"not json", "JSON"),
    (b"[]", "object"),
    (b"3", "object"),
    (b'{"question": ""}', "empty"),
    (b'{"question": null}', "question"),
    (b'{"as_of": "2026-03-10"}', "question"),
    (b'{"question": "x", "bogus": 1}', "bogus"),
    (b'{"question": "x", "as_of": "2026-02-30"}', "as_of"),
    (b'{"question": "x", "as_of": 0}', "as_of"),
    (b'{"question": "x", "lang": "fr"}', "lang"),
    (b'{"question": "\\ud800"}', ""),
    (b"\xff\xfe", "JSON"),
    ('{"question": "%s"}' % ("가" * 100_000)).encode().splitlines()[0:1][0:1] and (b'{"question": "' + b"x" * 100_000 + b'"}', "100,000"),
]
