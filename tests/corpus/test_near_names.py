"""Which ordinance a loosely written name stands for, and which names are those of others or of none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.manifest import load_works
from corpus.near_names import is_vague, works_meant
from corpus.slips import is_slip
from corpus.works import Genre

AI, CITY, ETHICS = "seoul-ai-ordinance", "seoul-smart-city-ordinance", "seoul-ai-ethics-ordinance"


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("AI Basic Ordinance", [AI]),
        ("Seoul Basic Ordinance on AI", [AI]),
        ("Seoul Metropolitan Government’s AI Framework Ordinance", [AI]),
        ("artifical intelligence ordinance", [AI]),
        ("인공지눙 기본조례", [AI]),
        ("인공지능에 관한 조례", [AI]),
        ("서울시 AI 관련 조례", [AI]),
        ("AI Committee ordinance", [AI]),
        ("smart cities ordinance", [CITY]),
        ("smatr city ordinance", [CITY]),
        ("스마트시티 기본조례", [CITY]),
        ("informatisation ordinance", [CITY]),
        ("AI ethic ordinance", [ETHICS]),
        ("committee ordinance", ["seoul-committees-ordinance"]),
        ("AI promotion ordinance", []),
        ("AI ordinance bill", []),
        ("UI ordinance", []),
        ("AR 조례", []),
        ("인공지능 산업 육성 조례", []),
        ("AI 산업 조례", []),
        ("정보공개 조례", []),
        ("정보원 조례", []),
        ("정보 조례", []),
        ("지역정보화 조례", []),
        ("스마트도시공원 조례", []),
        ("경기도 인공지능 기본조례", []),
        ("parking ordinance", []),
        ("ordinance", []),
        ("", []),
    ],
)
def test_the_ordinances_that_a_name_may_stand_for(name, slugs):
    assert list(dict.fromkeys(named.work.slug for named in works_meant(name, load_works()))) == slugs


def test_between_two_ordinances_alike_nothing_is_chosen():
    ours = next(work for work in load_works() if work.slug == AI)
    twin = replace(ours, slug="busan-ai-ordinance", name_ko="부산광역시 인공지능 조례", bodies=(), former_names=())
    assert {named.work.slug for named in works_meant("AI Basic Ordinance", [ours, twin])} == {AI, "busan-ai-ordinance"}


@pytest.mark.parametrize("work", [each for each in load_works() if each.genre is Genre.ORDINANCE], ids=lambda w: w.slug)
def test_every_name_of_an_ordinance_stands_for_it(work):
    assert [name for name in work.names if work not in [each.work for each in works_meant(name, load_works())]] == []


@pytest.mark.parametrize(
    ("name", "vague"),
    [
        ("조례", True),
        ("이 조례", True),
        ("서울특별시 조례", True),
        ("서울시의 현행 조례", True),
        ("the ordinance", True),
        ("your current ordinance", True),
        ("Seoul Metropolitan Government Ordinance", True),
        ("AI 조례", False),
        ("주차장 조례", False),
        ("서울특별시의회 조례", False),
        ("parking ordinance", False),
    ],
)
def test_a_name_that_any_ordinance_may_bear(name, vague):
    assert is_vague(name) is vague


@pytest.mark.parametrize(
    ("written", "meant", "slip"),
    [
        ("aritcle", "article", True),
        ("artcle", "article", True),
        ("articcle", "article", True),
        ("artikle", "article", True),
        ("article", "article", False),
        ("atricel", "article", False),
        ("articles", "article", True),
        ("조레", "조례", True),
        ("인공지눙", "인공지능", True),
        ("정보원", "정보화", False),
        ("", "a", True),
        ("", "", False),
    ],
)
def test_one_slip_of_the_pen(written, meant, slip):
    assert is_slip(written, meant) is slip


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_a_slip_is_one_both_ways(one, other):
    assert is_slip(one, other) == is_slip(other, one)
