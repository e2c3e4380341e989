"""Which work a name stands for, whatever its spaces, dots and case, and with the city left out."""

from datetime import date

import pytest

from corpus.manifest import load_works
from corpus.naming import fold_name, name_of_slug, ordinance_named, slug_of_name, works_named

AI, CITY = "seoul-ai-ordinance", "seoul-smart-city-ordinance"
UNTIL = date(2019, 3, 27)


@pytest.mark.parametrize(
    ("name", "slug", "until"),
    [
        ("서울특별시 인공지능 기본조례", AI, None),
        ("서울특별시인공지능기본조례", AI, None),
        ("서울시 인공지능 기본조례", AI, None),
        ("인공지능 기본조례", AI, None),
        ("AI 조례", AI, None),
        ("Seoul Metropolitan Government Framework Ordinance on Artificial Intelligence", AI, None),
        ("SEOUL METROPOLITAN GOVERNMENT FRAMEWORK ORDINANCE ON ARTIFICIAL INTELLIGENCE", AI, None),
        ("Seoul Metropolitan Governance Framework Ordinance on Artificial Intelligence", AI, None),
        ("서울특별시 스마 트도시 및 정보화 조례", CITY, None),
        ("서울특별시 정보화 기본조례", CITY, UNTIL),
        ("Framework Ordinance on Informatization", CITY, UNTIL),
        ("서울특별시 각종 위원회의 설치·운영에 관한 조례", "seoul-committees-ordinance", None),
        ("경기도 인공지능 기본조례", None, None),
        ("Gyeonggi-do Framework Ordinance on Artificial Intelligence", None, None),
        ("서울특별시 인공지능 기본조례안 검토보고서", None, None),
        ("인공지능 기본법", None, None),
        ("", None, None),
    ],
)
def test_the_ordinance_of_a_name(name, slug, until):
    named = ordinance_named(name, load_works())
    assert (named and named.work.slug, named and named.until) == (slug, until)


def test_a_name_of_two_works_stands_for_both():
    found = works_named("인공지능 기본조례안", load_works())
    assert [named.work.slug for named in found] == ["seoul-ai-bill-review", "seoul-digital-bureau-report"]


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("framework-act-on-telecommunications", "Framework Act on Telecommunications"),
        ("act-on-the-use-of-data", "Act on the Use of Data"),
        ("the-act", "The Act"),
    ],
)
def test_a_slug_and_the_name_it_says(slug, name):
    assert (name_of_slug(slug), slug_of_name(name)) == (name, slug)


@pytest.mark.parametrize("name", ["", "Act", "지방자치법", "Act No. 5", "Smart-City Act"])
def test_a_name_that_is_no_slug(name):
    assert slug_of_name(name) == ""


def test_names_are_compared_without_spaces_dots_marks_and_case():
    assert fold_name("「각종 위원회의 설치ㆍ운영」 AI") == fold_name("각종위원회의 설치·운영 ai")
