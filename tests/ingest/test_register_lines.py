"""The grammar of the register's Korean texts: which lines begin what, and which only look like it."""

from datetime import date

import pytest

from corpus.errors import SourceError
from corpus.register import Entry, enrol
from corpus.works import Authority, Source
from ingest.readers import register_markdown
from ingest.readers.register_heads import addenda_article, annex_head, article_head, article_head_of

DAY = date(2025, 9, 29)
SOURCE = Source("x.md", "register_markdown", "ko", Authority.OFFICIAL, "", (DAY,))
(WORK,) = enrol((), [(Entry("1", "서울특별시 견본 조례", "서울특별시", DAY, DAY, "1", "제정"), SOURCE)])


def units(*lines):
    """Units, marks and texts of a text."""
    found = register_markdown.read(WORK, SOURCE, "\n".join(lines))
    return {
        str(each.id).partition("/")[2]: " | ".join(filter(None, (words.mark, words.text, words.history)))
        for each in found
        for words in each.renditions
    }


@pytest.mark.parametrize(
    ("line", "numbers", "mark", "title"),
    [
        ("제1조 (목적)", ["1"], "제1조 (목적)", "목적"),
        ("제1조(목적) 이 조례는", ["1"], "제1조(목적) ", "목적"),
        ("제5조의2(위원회)", ["5-2"], "제5조의2(위원회)", "위원회"),
        ("제9조의 2(직무)", ["9-2"], "제9조의 2(직무)", "직무"),
        ("제2조(정의(약칭)와 뜻) 여기서", ["2"], "제2조(정의(약칭)와 뜻) ", "정의(약칭)와 뜻"),
        ("제 3 조 (적용)", ["3"], "제 3 조 (적용)", "적용"),
        ("제１조 (목적)", ["1"], "제１조 (목적)", "목적"),
        ("제7조 삭제 <2025.9.29>", ["7"], "제7조", ""),
        ("제7조", ["7"], "제7조", ""),
        ("제2조 및 제3조 생략", ["2", "3"], "제2조 및 제3조 ", ""),
        ("제12조부터 제15조까지 삭제 <2009.3.1>", ["12", "13", "14", "15"], "제12조부터 제15조까지 ", ""),
        ("제12조 내지 제14조 삭제 <2009.3.1>", ["12", "13", "14"], "제12조 내지 제14조 ", ""),
        (
            "제2조, 제4조부터 제6조까지 및 제9조의2 생략",
            ["2", "4", "5", "6", "9-2"],
            "제2조, 제4조부터 제6조까지 및 제9조의2 ",
            "",
        ),
        ("제12조부터 제15조까지", ["12", "13", "14", "15"], "제12조부터 제15조까지", ""),
        ("제15조부터 제12조까지 삭제", ["15"], "제15조", ""),
        ("제1조부터 제9999조까지 삭제", ["1"], "제1조", ""),
    ],
)
def test_heads_of_articles(line, numbers, mark, title):
    head = article_head(line)
    assert (list(head.numbers), line[: head.end], head.title) == (numbers, mark, title)


@pytest.mark.parametrize("line", ["", "제0조 (목적)", "이 조례는", "조례 제1조", "제조", "제１２３４５조 (목적)"])
def test_no_head_of_an_article(line):
    assert article_head(line) is None


@pytest.mark.parametrize(
    ("line", "number", "title", "mark"),
    [
        ("제8조2 삭제한다.", "8-2", "", "제8조2"),
        ("제8조 2(제목) 글", "8-2", "제목", "제8조 2(제목)"),
        ("제8조2 삭제한다.", "8", "", "제8조"),
        ("제2조(뜻(약칭) 글", "2", "뜻(약칭", "제2조(뜻(약칭)"),
        ("제2조(뜻) 글", "2", "딴 제목", "제2조(뜻) "),
        ("제2조(뜻) 글", "2", "", "제2조(뜻) "),
        ("제2조(뜻) 글", "3", "뜻", None),
        ("글", "3", "뜻", None),
    ],
)
def test_the_head_of_an_article_whose_number_is_known(line, number, title, mark):
    head = article_head_of(line, number, title)
    assert (head and line[: head.end]) == mark


@pytest.mark.parametrize(
    "line", ["제2조제1항, 같은 조", "제2조를 삭제한다.", "제2조 중 “가”를 “나”로", "제2조 및 제3조를 고친다"]
)
def test_an_article_that_addenda_only_speak_of(line):
    assert addenda_article(line) is None


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("[별표 1] 요금표(제3조 관련)", "1", "요금표(제3조 관련)"),
        ("[별표] 요금표", "1", "요금표"),
        ("별표 2 요금표", "2", "요금표"),
        ("[별표 3의2] 요금표", "3-2", "요금표"),
        ("[ 별 표 04 ]", "4", ""),
    ],
)
def test_heads_of_annexes(line, number, title):
    assert annex_head(line) == (number, title)


@pytest.mark.parametrize("line", ["별표에 따른다", "[별지 제1호서식] 신청서", "제1조", "별표1을 본다"])
def test_no_head_of_an_annex(line):
    assert annex_head(line) is None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("부칙 <제7026호,2019.3.28>", "addenda-7026"),
        ("부칙 <제07026호, 2019.3.28.>", "addenda-7026"),
        ("부칙<제7026호,2019. 3. 28.>", "addenda-7026"),
        ("부 칙 <제7026호, 2019.3.28>", "addenda-7026"),
        ("부칙 <조례 제7026호, 2019.3.28>", "addenda-7026"),
        ("부칙 <제10123호, 2027.3.28>", "addenda-10123"),
        ("부칙 <제7026호>", "addenda-7026"),
        ("부칙 <제7026호> (2019.3.28)", "addenda-7026"),
        ("부칙(다른 조례) <제7026호,2019.3.28>", "addenda-7026"),
        ("부칙 (다른 조례(약칭)) <제7026호,2019.3.28>", "addenda-7026"),
        ("부칙 <제7026호,2019.3.28>(다른 조례)", "addenda-7026"),
        ("부칙 <2011.9.29>", "addenda-2011.9.29"),
        ("부칙 <2011. 09. 29.>", "addenda-2011.9.29"),
        ("부칙", "addenda"),
        ("부 칙", "addenda"),
    ],
)
@pytest.mark.parametrize("hashes", ["", "## "])
def test_heads_of_addenda(hashes, head, name):
    found = units("##### 제1조 (목적)", "글", hashes + head, "알린 날부터 쓴다.")
    assert list(found) == ["art-1", name]
    assert found[name].endswith(" | 알린 날부터 쓴다.")
    assert found[name].startswith("부칙" if name == "addenda" else head)


def test_a_bare_head_above_numbered_ones_is_no_addenda_of_its_own():
    assert list(units("##### 제1조 (목적)", "## 부칙", "", "부칙 <제2호, 2020.1.1>", "글")) == ["art-1", "addenda-2"]


def test_addenda_that_begin_on_the_line_of_their_head():
    found = units("##### 제1조 (목적)", "부칙 <제2호, 2020.1.1> 제1조(시행일) 글", "제2조(경과조치) 글")
    assert list(found) == ["art-1", "addenda-2", "addenda-2/art-1", "addenda-2/art-2"]
    assert list(units("##### 제1조 (목적)", "부칙 <제2호, 2020.1.1> 이 조례는 쓴다."))[-1] == "addenda-2"


@pytest.mark.parametrize(
    "line", ["부칙 제2조를 지운다.", "부칙 <제5호, 2011.9.29> 제2조를 지운다.", "이 조례 부칙 <제5호, 2011.9.29>"]
)
def test_addenda_that_are_only_spoken_of(line):
    found = units("##### 제1조 (목적)", "부칙 <제2호, 2020.1.1>", "제1조(고침) 다음과 같다.", line)
    assert list(found) == ["art-1", "addenda-2", "addenda-2/art-1"]
    assert line in found["addenda-2/art-1"]


@pytest.mark.parametrize(
    ("lines", "articles"),
    [
        (["제1조(가) 글", "제2조(나) 글", "제3조(다) 글"], ["1", "2", "3"]),
        (["제1조(가) 글", "제2조 생략", "제3조(다) 글"], ["1", "2", "3"]),
        (["제1조(가) 글", "제1조의2(나) 글", "제2조(다) 글"], ["1", "1-2", "2"]),
        (["제1조(가) 글", "제2조(나) 고친다", "  제7조(새 글) 인용"], ["1", "2"]),
        (["제1조(가) 글", "제2조(나) 고친다", "  제3조(새 글) 인용", "제3조(다) 글"], ["1", "2", "3"]),
        (["  제1조(가) 글", "  제2조(나) 글"], ["1", "2"]),
        (["제1조(가) 글", "제5조(마) 글"], ["1"]),
        (["제1조(가) 고친다", "제1조(새 글) 인용"], ["1"]),
        (["제3조(다) 글"], []),
    ],
)
def test_articles_of_addenda_come_in_their_order(lines, articles):
    found = units("##### 제1조 (목적)", "부칙 <제2호, 2020.1.1>", *lines)
    assert [each.rpartition("art-")[2] for each in found if "/art-" in each] == articles
    assert "".join(" ".join(found.values()).replace("|", "").split()).count("글") == "".join(lines).count("글")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["① 가", "② 나"], {"para-1": "① | 가", "para-2": "② | 나"}),
        (["①가", "㊿ 쉰"], {"para-1": "① | 가", "para-50": "㊿ | 쉰"}),
        (["½ 넘게", "⑴ 가", "❶ 나", "² 다"], {}),
        (["1. 가", "2. 나"], {"sub-1": "1. | 가", "sub-2": "2. | 나"}),
        (["1.가", "1의2. 나", "1의 3. 다"], {"sub-1": "1. | 가", "sub-1-2": "1의2. | 나", "sub-1-3": "1의 3. | 다"}),
        (["1.", "가나다"], {"sub-1": "1. | 가나다"}),
        (["1. 가", "1.5배로 한다"], {"sub-1": "1. | 가 1.5배로 한다"}),
        (["1. 가", "2019. 3. 28.부터"], {"sub-1": "1. | 가 2019. 3. 28.부터"}),
        (["1. 가", "3. 28.부터 쓴다"], {"sub-1": "1. | 가 3. 28.부터 쓴다"}),
        (["0. 가"], {}),
        (["1. 가", "가. 나", "나. 다"], {"sub-1": "1. | 가", "sub-1/item-1": "가. | 나", "sub-1/item-2": "나. | 다"}),
        (["1. 가", "가. 나", "2. 다"], {"sub-1": "1. | 가", "sub-1/item-1": "가. | 나", "sub-2": "2. | 다"}),
        (["가. 나"], {"item-1": "가. | 나"}),
        (["1. 하여야 한", "다. 다만"], {"sub-1": "1. | 하여야 한 다. 다만"}),
        (["1. 가", "가.나"], {"sub-1": "1. | 가 가.나"}),
        (["1. 가", "1) 나", "가) 다"], {"sub-1": "1. | 가 1) 나 가) 다"}),
        (["① 가", "1. 나", "② 다"], {"para-1": "① | 가", "para-1/sub-1": "1. | 나", "para-2": "② | 다"}),
    ],
)
def test_units_of_an_article(lines, found):
    units_found = units("##### 제1조 (목적)", *lines)
    assert {key.removeprefix("art-1/"): value for key, value in units_found.items() if key != "art-1"} == found
    if not found:
        assert units_found["art-1"] == f"제1조 (목적) | {' '.join(lines)}"


@pytest.mark.parametrize(
    ("line", "deleted"),
    [
        ("1. 삭제 <2020.5.1>", ["sub-1"]),
        ("1. 삭제<2020.5.1.>", ["sub-1"]),
        ("1. 삭 제 <2020. 5. 1.>", ["sub-1"]),
        ("1. <삭제 2020.5.1>", ["sub-1"]),
        ("1. [삭제 2020.5.1]", ["sub-1"]),
        ("1. 삭제 <개정 2020.5.1>", ["sub-1"]),
        ("1.부터 3.까지 삭제 <2020.5.1>", ["sub-1", "sub-2", "sub-3"]),
        ("1. 부터 3. 까지 삭제 <2020.5.1>", ["sub-1", "sub-2", "sub-3"]),
        ("1. 및 2. 삭제 <2020.5.1>", ["sub-1", "sub-2"]),
        ("① 삭제 <2020.5.1>", ["para-1"]),
        ("①부터 ③까지 삭제 <2020.5.1>", ["para-1", "para-2", "para-3"]),
        ("②ㆍ③ 삭제 <2020.5.1>", ["para-2", "para-3"]),
        ("1. 삭제할 것 <개정 2020.5.1>", []),
        ("1. 삭제", []),
    ],
)
def test_what_is_deleted(line, deleted):
    found = register_markdown.read(WORK, SOURCE, f"##### 제1조 (목적)\n{line}")
    assert [str(each.id).rpartition("/")[2] for each in found if each.deleted == date(2020, 5, 1)] == deleted


def test_a_range_of_deleted_articles_is_as_many_articles():
    found = register_markdown.read(WORK, SOURCE, "##### 제1조 (목적)\n글\n##### 제2조부터 제4조까지\n삭제 <2020.5.1>")
    assert [str(each.id).rpartition("/")[2] for each in found if each.deleted] == ["art-2", "art-3", "art-4"]


def test_a_deletion_takes_effect_with_the_version_that_was_promulgated_on_the_day():
    later = Entry("1", "서울특별시 견본 조례", "서울특별시", date(2020, 7, 1), date(2020, 5, 1), "2", "일부개정")
    (work,) = enrol((), [(later, SOURCE)])
    found = register_markdown.read(work, SOURCE, "##### 제1조\n삭제 <2020.5.1>\n##### 제2조\n삭제 <2020.6.1>")
    assert [each.deleted for each in found] == [date(2020, 7, 1), date(2020, 6, 1)]


@pytest.mark.parametrize(
    ("lines", "ids"),
    [
        (["## 제1장 총칙", "## 제2장 계획"], ["chapter-1", "chapter-2"]),
        (["## 제3장의2 새 장"], ["chapter-3-2"]),
        (["## 제1장총칙"], ["chapter-1"]),
        (
            ["## 제1편 가", "## 제1장 나", "## 제2편 다", "## 제1장 라"],
            ["part-1", "part-1/chapter-1", "part-2", "part-2/chapter-1"],
        ),
        (
            ["## 제1장 가", "### 제1절 나", "#### 제2관 다", "### 제2절 라"],
            ["chapter-1", "chapter-1/sec-1", "chapter-1/sec-1.2", "chapter-1/sec-2"],
        ),
        (
            ["## 제1장 가", "### 제1절 나", "## 제2장 다", "### 제1절 라"],
            ["chapter-1", "chapter-1/sec-1", "chapter-2", "chapter-2/sec-1"],
        ),
        (["## 제１장 가"], ["chapter-1"]),
    ],
)
def test_divisions(lines, ids):
    assert list(units("##### 제1조 (목적)", "글", *lines, "##### 제2조 (뜻)", "글")) == ["art-1", *ids, "art-2"]


def test_words_below_a_division_are_its_own():
    found = units("##### 제1조 (목적)", "글", "## 제1장 삭제 <2020.5.1>", "덧글")
    assert found == {"art-1": "제1조 (목적) | 글", "chapter-1": "제1장 삭제 <2020.5.1> | 덧글"}


def test_annexes_hold_their_lines_as_they_come():
    found = units(
        "##### 제1조 (목적)", "글", "## [별표 1] 요금(제1조 관련)", "1. 가", "① 나", "제2조(다) 라", "## [별표 2] 둘"
    )
    assert found == {
        "art-1": "제1조 (목적) | 글",
        "annex-1": "[별표 1] 요금(제1조 관련) | 1. 가 ① 나 제2조(다) 라",
        "annex-2": "[별표 2] 둘",
    }


@pytest.mark.parametrize(
    ("lines", "line", "named"),
    [
        (["##### 제1조 (목적)", "글", "## 알 수 없는 것"], 3, "no heading that is known"),
        (["##### 제1조 (목적)", "글", "# 또 한 제목"], 3, "no heading that is known"),
        (["##### 제조"], 1, "no heading that is known"),
        (["##### 제1조 (목적)", "#### 제1관 절 없는 관"], 2, "no heading that is known"),
        (["# 제목", "앞선 글", "##### 제1조 (목적)"], 2, "words stand before the first article"),
        (["##### 제1조 (목적)", "## 부칙", "글", "## 부칙", "글"], 4, "begins again"),
        (["##### 제1조 및 제2조", "① 가", "① 나"], 3, "begins again"),
    ],
)
def test_what_cannot_be_placed_is_refused_with_its_line(lines, line, named):
    with pytest.raises(SourceError, match=rf"^x\.md, line {line}: .*{named}"):
        units(*lines)
