"""`jorye ask`: pages, JSON, and JSON Lines."""

import json
from pathlib import Path

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


def test_json_has_the_shape_of_the_design(here, shape_faults):
    ran = here("ask", "인공지능 기본조례 제14조제2항", "--json", "--as-of", "2026-03-10")
    assert (ran.code, ran.err) == (0, "")
    assert shape_faults(ran.json) == []
    assert (ran.json["lang"], ran.json["as_of"], ran.json["kind"]) == ("ko", "2026-03-10", "provision")
    assert ran.json["generated_by"] == "extractive"
    first = ran.json["citations"][0]
    assert (first["id"], first["n"], first["status"]) == (OPENS, 1, "in_force")
    assert (first["authority"], first["counterpart"]["authority"]) == ("unofficial_rendition", "official_translation")


def test_the_words_need_no_quotation_marks_and_the_answer_can_be_in_the_other_language(here):
    ran = here("ask", "Who", "convenes", "the", "AI", "Committee?", "--json", "--lang", "ko")
    assert (ran.json["question"], ran.json["lang"]) == ("Who convenes the AI Committee?", "ko")
    first = ran.json["citations"][0]
    assert (first["id"], first["lang"], first["label"][-8:]) == (CONVENES, "ko", " 제14조제1항")


@pytest.mark.parametrize("question", ["인공지능 기본조례 제14조제2항", "Article 14(2) of the AI ordinance"])
def test_a_question_that_names_a_provision_needs_no_index(jorye, tmp_path, question):
    ran = jorye("ask", question, "--json", JORYE_HOME=tmp_path / "none")
    assert (ran.code, ran.err, ran.json["status"]) == (0, "", "answered")
    assert not (tmp_path / "none").exists()


@pytest.mark.skipif(
    not str(Path(__file__)).isascii(), reason="Python 3.11 reads the path of an editable install as ASCII"
)
def test_korean_passes_through_a_process_without_a_locale(jorye):
    ran = jorye("ask", "인공지능 기본조례 제14조제2항", LC_ALL="C")
    assert ran.code == 0
    assert "재적위원 과반수" in ran.out


GOOD = b'{"question": "Who convenes the AI Committee?"}'
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
    (b"\xff\xfe", ""),
    (b'{"question": "' + ("가" * 100_000).encode() + b'"}', "100,000"),
]


@pytest.fixture(scope="module")
def mixed(jorye):
    """Each bad line with a good one after it, all in one process."""
    return jorye("ask", "-", stdin=b"\n".join(line for bad, _ in BAD_LINES for line in (bad, GOOD)))


def test_bad_lines_fail_the_batch_and_no_other_line(mixed):
    assert (mixed.code, mixed.err) == (1, "")
    assert len(mixed.rows) == 2 * len(BAD_LINES)
    assert [row["citations"][0]["id"] for row in mixed.rows[1::2]] == [CONVENES] * len(BAD_LINES)


@pytest.mark.parametrize(("place", "named"), [(at, named) for at, (_, named) in enumerate(BAD_LINES)])
def test_a_bad_line_is_answered_by_its_number_and_what_is_wrong(mixed, place, named):
    row = mixed.rows[2 * place]
    assert list(row) == ["error"]
    assert f"line {2 * place + 1}:" in row["error"]
    assert named in row["error"]


def test_a_batch_follows_each_line_s_day_and_language(here, shape_faults):
    asked = [
        {"question": "Article 7 of the smart city ordinance", "as_of": "2018-06-01", "lang": "en"},
        {"question": "Who convenes the AI Committee?"},
        {"question": "인공지능 기본조례 제14조제2항", "as_of": "2026-01-01"},
    ]
    lines = "\n\n".join(json.dumps(each) for each in asked).encode()
    ran = here("ask", "-", "--lang", "ko", "--as-of", "2026-03-10", stdin=lines)
    assert (ran.code, ran.err) == (0, "")
    assert [fault for row in ran.rows for fault in shape_faults(row)] == []
    assert [(row["lang"], row["as_of"]) for row in ran.rows] == [
        ("en", "2018-06-01"),
        ("ko", "2026-03-10"),
        ("ko", "2026-01-01"),
    ]
    assert ran.rows[0]["citations"][0]["id"] == "seoul-smart-city-ordinance@2018-03-22/art-7"


def test_an_empty_batch_is_no_failure(here):
    ran = here("ask", "-", stdin=b"\n \n")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
