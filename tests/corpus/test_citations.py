"""What is no citation, where a citation stands in its text, and that reading comes to an end in good time."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.citations import (
    Anchor,
    Said,
    english_forms,
    english_names,
    find_references,
    korean_forms,
    names,
    short_names,
)

NO_CITATIONS = [
    "",
    "2019",
    "2019 조례와 2025 조례",
    "2025년 9월 29일",
    "2025. 9. 29. 시행",
    "15명 중 8명 출석, 5명 찬성",
    "조례 제9834호",
    "조례(제98호)",
    "법률 제12호",
    "시장방침 제22호",
    "의안번호 제2205호",
    "인사이트 2022-14호",
    "지하철 제2호선",
    "제14차 회의",
    "제331회 정례회",
    "제416회국회(임시회) 제1차전체회의",
    "예산 3조원",
    "예산 3조 원",
    "예산 제3조 원",
    "매출 14조원",
    "3조 2천억",
    "3조 5천억 원",
    "3조5000억원",
    "1조 2,000억원",
    "예산 3조, 5조원",
    "10조 달러 규모의 시장",
    "매개변수 1조 개의 모델",
    "2인 1조로 점검한다",
    "같은 조건에서",
    "같은 법인의 대리인",
    "같은 항목",
    "동호회 회원",
    "협동조합",
    "이 조사는 이 항공사의",
    "이 조례안은 이 법인과",
    "전조등과 전조 증상",
    "다목적 시설과 과목",
    "총 17개의 조문",
    "문제 1항목",
    "ISO 27001",
    "버전 4.2.4",
    "version 2.1",
    "section-by-section",
    "the 2019 article",
    "articles of daily use",
    "part 14(2)",
    "one-third of the members",
    "state-of-the-art 5G networks",
    "the state of the art 2025",
    "information acts as a paragraph of life",
    "a table of 12 rows",
    "the same information",
    "Ordinance No. 5527, Aug. 1, 2013",
]
SPANS = [
    ("「서울특별시 인공지능 기본조례」 제14조제2항에 따르면", ["제14조제2항"]),
    ("위원은 제12조제1항 각 호에", ["제12조제1항 각 호"]),
    ("제5조 및 제6조에", ["제5조", "제6조"]),
    ("안 제9조~제10조는", ["안 제9조", "제10조"]),
    ("제5조부터 제7조까지", ["제5조", "", "제7조"]),
    ("이 조례는 「지방자치법」에 따라", ["이 조례", "「지방자치법」"]),
    ("under Article 14(2), a majority", ["Article 14(2)"]),
    ("see subparagraph 3 of Article 3.", ["subparagraph 3 of Article 3"]),
    ("paragraphs (1) and (2) of Article 14", ["paragraphs (1)", "(2) of Article 14"]),
    ("the proviso to Article 6 (1) of the Smart City Act", ["the proviso to Article 6 (1)"]),
]
PIECES = """
제 조 항 호 목 의 1 23 456 가 나목 부터 까지 ~ - 및 , ㆍ ( ) < > 「 」 ‘ ’ “ ① ㉑ 안 같은 동법 이 전항 각 호 단서
제5조 제1항 제2호 별표 부칙 (이하 법 법률 조례 시행령 기본 인공지능 에 관한 외의 부분
Article Articles 14 (1) paragraph subparagraph of the and through to same Act Ordinance Smart City on for
Decree bill Addenda No. section 4.2 footnote Table this that proviso
"""
RUNS = """
1|제1|제1조|제1ㆍ|제5~|Articles 1-|A, |「|「가|‘법|부칙(|부칙(가|제1조(|(이하|제1조 및 |Article 1, |Act of |Act and the
|가나다 |가 가법 |같은 조 |제1조 같은 조 |the Act on A and |제 |A |Act, |안 제|이 |법
"""


@pytest.mark.parametrize("text", NO_CITATIONS)
def test_no_citation(described, text):
    assert described(text) == []


@pytest.mark.parametrize(("text", "cited"), SPANS)
def test_a_reference_spans_its_own_words(text, cited):
    assert [text[each.start : each.end] for each in find_references(text)] == cited


def test_short_names_are_those_of_works():
    text = '「지방자치에 관한 법률」(이하 "지방법"이라 한다)과 서울특별시장(이하 "시장"이라 한다)'
    assert short_names(text) == {"지방법": "지방자치에 관한 법률"}
    text = 'the Act on Cities (hereinafter referred to as the "City Act") and the plan (hereinafter the "Plan")'
    assert short_names(text) == {"City Act": "Act on Cities"}


def test_what_was_said_before_is_pointed_back_to():
    before = find_references("「지방자치법」 제28조제1항에 따라")
    (law, article) = find_references("같은 법 제30조 및 같은 조 단서", Said(before))
    assert (law.named, article.named, str(article.units[0])) == ("지방자치법", "지방자치법", "art-30")
    assert find_references("같은 조 제3항", Said(before))[0].named == "지방자치법"
    assert find_references("같은 조 제3항")[0].anchor is Anchor.LAST
    assert [each.named for each in find_references("지방분권법에 따른", Said(short={"지방분권법": "…"}))] == [
        "지방분권법"
    ]


@pytest.mark.parametrize(
    ("text", "statute"),
    [
        ("「지방자치법」 제28조", "지방자치법"),
        ("스마트도시법 시행령 제28조", "스마트도시법 시행령"),
        ("같은 법 제2조", "같은 법"),
        ("Article 24 of the Smart City Act", "Smart City Act"),
        ("Article 28 of the Enforcement Decree of that Act", "Enforcement Decree of that Act"),
        ("「서울특별시 각종 위원회의 설치ㆍ운영에 관한 조례」 제8조의2", ""),
        ("Article 5 of the Ordinance on Smart Cities", ""),
        ("이 법 제5조", ""),
        ("‘인공지능 기본법안’ 제27조", ""),
        ("제14조", ""),
    ],
)
def test_an_act_of_the_state_is_told_from_an_ordinance(text, statute):
    assert [each.statute for each in find_references(text)] == [statute]


@settings(deadline=None, max_examples=400)
@given(st.lists(st.one_of(st.text(max_size=6), st.sampled_from(PIECES.split())), max_size=40).map(" ".join))
@example("ARTICLE 14 조례 제9834호")
def test_references_come_in_order_within_the_text_and_apart(text):
    found = find_references(text)
    assert all(0 <= each.start <= each.end <= len(text) for each in found)
    assert all(each.units or each.level or each.named for each in found)
    assert all(each.filled or each.start < each.end for each in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES.split()), max_size=40).map("".join))
def test_numbers_of_units_are_those_that_ids_have(text):
    units = [unit for each in find_references(text) for unit in each.units if unit.number]
    assert all(type(unit).parse(str(unit)) == unit for unit in units)


@pytest.mark.parametrize("piece", [*PIECES.split(), *RUNS.replace("\n", "").split("|")])
def test_a_long_run_of_one_piece_is_read_to_its_end(piece):
    text = piece * (10_000 // len(piece))
    found = find_references(text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert len(found) <= len(text)


@pytest.mark.parametrize("module", [names, english_names, korean_forms, english_forms], ids=lambda each: each.__name__)
def test_no_pattern_repeats_without_bound(module):
    """So that the time to read a text is in line with its length."""
    values = [each for value in vars(module).values() for each in _leaves(value)]
    patterns = [each.pattern for each in values if isinstance(each, re.Pattern)]
    bare = [re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", pattern) for pattern in patterns]
    assert len(patterns) > 8
    assert [pattern for pattern in bare if re.search(r"[*+]|\{\d*,\}", pattern)] == []


def _leaves(value):
    if isinstance(value, dict):
        value = tuple(value.values())
    return [leaf for each in value for leaf in _leaves(each)] if isinstance(value, tuple) else [value]
