"""`jorye search` with filters, references and neighbours."""

import pytest

AI, CITY = "seoul-ai-ordinance@2025-09-29", "seoul-smart-city-ordinance"
DAY = ("--as-of", "2026-03-10")


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        (["--work", "AI 조례"], {AI}),
        (["--work", "AI 조례", "--work", CITY], {AI, f"{CITY}@2019-03-28"}),
        (["--work", "정보화 기본조례", "--as-of", "2018-06-01"], {f"{CITY}@2018-03-22"}),
        (["--status", "in_force", "--lang", "ko"], {AI}),
        (["--status", "bill", "--status", "review_report"], {"seoul-ai-bill-review"}),
    ],
)
def test_filters_leave_the_texts_that_they_name(here, options, texts):
    ran = here("search", "위원회 회의", "--json", "--count", "50", *DAY, *options)
    assert (ran.code, ran.err) == (0, "")
    assert {row["id"].partition("/")[0] for row in ran.rows} == texts


@pytest.mark.parametrize("asked", ["AI 기본조례 제14조제2항", "Article 14(2) of the AI ordinance"])
def test_an_exact_reference_is_listed_first(jorye, asked):
    ran = jorye("search", asked, *DAY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].split()[1] == f"{AI}/art-14/para-2"


def test_neighbours_are_shown_below_what_is_found(here):
    ran = here("search", "AI 조례 제12조제1항제3호", "--neighbours", *DAY)
    marked = [(line.split()[0], line.split()[1]) for line in ran.out.splitlines() if line.strip()[:1] in ">+="]
    assert marked == [
        (">", f"{AI}/art-12/para-1"),
        ("+", f"{AI}/art-12/para-2"),
        ("+", f"{AI}/art-12/para-3"),
        ("=", "en:"),
    ]
    assert "위원의 제척ㆍ기피ㆍ회피" in ran.out
    assert "공식 영문본" in ran.out


def test_neighbours_in_json_have_fields_of_their_own(here):
    (row,) = here("search", "Article 14(2) of the AI ordinance", "--neighbours", "--json", *DAY).rows
    around = row["neighbours"]
    assert set(around) == {"heading", "leads", "paragraphs", "left_out", "counterpart"}
    assert (around["heading"], around["leads"], around["left_out"]) == ("Meetings", [], 0)
    assert [set(each) for each in around["paragraphs"]] == [{"id", "lang", "text"}]
    assert set(around["counterpart"]) == {"lang", "quote", "authority"}


def test_what_has_no_room_is_counted(here):
    asked = ("search", "subparagraph 1 of Article 2 of the Framework Ordinance on Informatization", "--neighbours")
    (row,) = here(*asked, "--json").rows
    left = row["neighbours"]["left_out"]
    assert left > 0
    assert f"+ {left} more" in here(*asked).out
