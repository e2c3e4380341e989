"""The form in which official Korean texts come from the register; the sample is our own."""

from datetime import date

import pytest

from corpus.manifest import load_works
from ingest.readers import register_markdown

SAMPLE = """---
자치법규ID: '1'
---

# 서울특별시 견본 조례

## 제1장 총칙

##### 제1조 (목적)

이 조례는 시험에 쓴다.

##### 제2조의3 (정의)

① 용어의 뜻은 다음과 같다.
  1. "가"란 다음 각 목의 것을 말한다.
    가. 첫째 것
    나. 둘째 것
  1의2. "나"란 나를 말한다.
② 삭제 <2025.9.29>
[본조신설 2015.10.8]
[제9조의2에서 이동 <2022.10.17>]

##### 제3조

삭제 <2024.5.20.>

##### 제4조 (긴 조)

⑳ 스무째 항
㉑ 스물한째 항
㊱ 서른여섯째 항
[제목개정 2015.3.12]

## 부칙

부칙 <제07026호,2019.3.28.>
제1조(시행일) 이 조례는 공포한 날부터 시행한다.
제2조 생략
부칙(서울특별시 다른 조례) <제9834호, 2025.9.29>
이 조례는 공포한 날부터 시행한다.
"""
UNITS = [
    ("chapter-1", "제1장 총칙", ""),
    ("art-1", "제1조 (목적)", "이 조례는 시험에 쓴다."),
    ("art-2-3", "제2조의3 (정의)", ""),
    ("art-2-3/para-1", "①", "용어의 뜻은 다음과 같다."),
    ("art-2-3/para-1/sub-1", "1.", '"가"란 다음 각 목의 것을 말한다.'),
    ("art-2-3/para-1/sub-1/item-1", "가.", "첫째 것"),
    ("art-2-3/para-1/sub-1/item-2", "나.", "둘째 것"),
    ("art-2-3/para-1/sub-1-2", "1의2.", '"나"란 나를 말한다.'),
    ("art-2-3/para-2", "②", "삭제 <2025.9.29>"),
    ("art-3", "제3조", "삭제 <2024.5.20.>"),
    ("art-4", "제4조 (긴 조)", ""),
    ("art-4/para-20", "⑳", "스무째 항"),
    ("art-4/para-21", "㉑", "스물한째 항"),
    ("art-4/para-36", "㊱", "서른여섯째 항"),
    ("addenda-7026", "부칙 <제07026호,2019.3.28.>", ""),
    ("addenda-7026/art-1", "제1조(시행일)", "이 조례는 공포한 날부터 시행한다."),
    ("addenda-7026/art-2", "제2조", "생략"),
    ("addenda-9834", "부칙(서울특별시 다른 조례) <제9834호, 2025.9.29>", "이 조례는 공포한 날부터 시행한다."),
]


@pytest.fixture(scope="module")
def read():
    work = load_works()[0]
    source = next(each for each in work.sources if each.reader == "register_markdown")
    found = register_markdown.read(work, source, SAMPLE)
    return {str(each.id).partition("/")[2]: each for each in found}


@pytest.mark.parametrize(("units", "mark", "text"), UNITS)
def test_a_unit_of_the_register(read, units, mark, text):
    (words,) = read[units].renditions
    assert (words.mark, words.text) == (mark, text)


def test_the_register_has_these_units_in_this_order(read):
    assert list(read) == [units for units, _, _ in UNITS]


@pytest.mark.parametrize(
    ("units", "day"), [("art-2-3/para-2", date(2025, 9, 29)), ("art-3", date(2024, 5, 20)), ("art-1", None)]
)
def test_what_the_register_says_is_deleted(read, units, day):
    assert read[units].deleted == day


@pytest.mark.parametrize(
    ("units", "notes"),
    [
        ("art-2-3", ["[본조신설 2015.10.8]", "[제9조의2에서 이동 <2022.10.17>]"]),
        ("art-4", ["[제목개정 2015.3.12]"]),
    ],
)
def test_every_note_below_an_article_is_its_history(read, units, notes):
    assert [note for note in notes if note not in read[units].renditions[0].history] == []


# Forms that our own renditions need beside those of the register.
RENDITION = """---
version: 2018-03-22
---

# 서울특별시 견본 조례

##### 제1조 (분과)

① 다음 각 호의 분과를 둔다.
가. 첫째
1.부터 3.까지 삭제 <2017.5.18>
4. 넷째

## 부칙

제1조(시행일) 이 조례는 시험에 쓴다.
제1조의2(견본) 제1조의2는 견본이다.
제2조 생략

## 부칙 <제9834호, 2025.9.29>

이 조례도 시험에 쓴다.

## [별표 1] 견본의 기준(제1조 관련)

## [별표 2] 다른 견본의 기준(제1조의2 관련)
"""
PARTS = [
    ("art-1", "제1조 (분과)", "분과", "", None),
    ("art-1/para-1", "①", "", "다음 각 호의 분과를 둔다.", None),
    ("art-1/para-1/item-1", "가.", "", "첫째", None),
    ("art-1/para-1/sub-1", "1.부터 3.까지", "", "삭제 <2017.5.18>", date(2017, 5, 18)),
    ("art-1/para-1/sub-2", "1.부터 3.까지", "", "삭제 <2017.5.18>", date(2017, 5, 18)),
    ("art-1/para-1/sub-3", "1.부터 3.까지", "", "삭제 <2017.5.18>", date(2017, 5, 18)),
    ("art-1/para-1/sub-4", "4.", "", "넷째", None),
    ("addenda", "부칙", "", "", None),
    ("addenda/art-1", "제1조(시행일)", "시행일", "이 조례는 시험에 쓴다.", None),
    ("addenda/art-1-2", "제1조의2(견본)", "견본", "제1조의2는 견본이다.", None),
    ("addenda/art-2", "제2조", "", "생략", None),
    ("addenda-9834", "부칙 <제9834호, 2025.9.29>", "", "이 조례도 시험에 쓴다.", None),
    ("annex-1", "[별표 1] 견본의 기준(제1조 관련)", "견본의 기준(제1조 관련)", "", None),
    ("annex-2", "[별표 2] 다른 견본의 기준(제1조의2 관련)", "다른 견본의 기준(제1조의2 관련)", "", None),
]


def test_a_range_of_deleted_units_plain_addenda_and_annexes():
    work = load_works()[0]
    source = next(each for each in work.sources if each.reader == "register_markdown")
    found = [(each, each.renditions[0]) for each in register_markdown.read(work, source, RENDITION)]
    assert [
        (str(each.id).partition("/")[2], words.mark, words.heading, words.text, each.deleted) for each, words in found
    ] == PARTS
