"""The register's readers on texts that are not what they should be: read whole, or refused with file and line."""

import re
import unicodedata
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import SourceError
from corpus.identifiers import ProvisionId
from corpus.register import Entry, enrol
from corpus.works import Authority, Source
from ingest.readers import register_markdown, register_xml
from ingest.readers.front_matter import body
from ingest.readers.register_entry import entry_of

DAY = date(2025, 9, 29)
SOURCE = Source("x", "register_markdown", "ko", Authority.OFFICIAL, "", (DAY,))
(WORK,) = enrol((), [(Entry("1", "서울특별시 견본 조례", "서울특별시", DAY, DAY, "1", "제정"), SOURCE)])
LINES = """\
---
## 제1장 총칙
### 제1절 가
#### 제2관 나
## 제1편 가
# 제목
##### 제1조 (목적)
##### 제2조의2
##### 제3조부터 제5조까지
##### 제6조 및 제8조
##### 제4조의2 (가(나)다)
##### 제
제1조
제1조(시행일) 이 조례는
제2조(둘) 글
제2조 및 제3조 생략
  제7조(새 글) 인용
① 시장은
② 위원회
㊿ 쉰
½ 이상
①부터 ③까지 삭제
1. 사업
1의2. 사업
3.
1.부터 3.까지 삭제 <2025.9.29>
2. 삭제 <2025.13.1>
가. 목
나. 목
다. 다만
삭제 <2025.9.29>
[본조신설 2025.9.29]
[제9조에서 이동, 종전 제10조는 제11조로 이동 <2023.10.4>]
부칙
## 부칙
## 부칙 <제9834호, 2025.9.29>
부칙 <2011.9.29>
부칙(다른 조례) <제09834호, 2025.9.29.>
## [별표 1] 요금""".splitlines()
TAGS = re.findall(
    r"\S+",
    """LawService 자치법규기본정보 자치법규ID 자치법규명 시행일자 조문 조 조문여부 조제목 조내용 부칙 부칙단위
    부칙공포번호 부칙내용 별표 별표단위 별표제목 별표내용 Response Law""",
)
PIECES = [
    *(f"<{tag}>" for tag in TAGS),
    *(f"</{tag}>" for tag in TAGS),
    "<조 조문번호='000100'>",
    "<조 조문번호='000202'>",
    "제1조(목적) 글",
    "제2조의2 삭제",
    "N",
    "1",
    "20250929",
    "<![CDATA[",
    "]]>",
    "&x;",
    "&amp;",
    "<!-- 말 -->",
    '<!DOCTYPE a [<!ENTITY x "y">]>',
    '<?xml version="1.0" encoding="EUC-KR"?>',
]
WHOLE = """<?xml version='1.0' encoding='UTF-8'?>
<LawService><조문>
<조 조문번호='000000'><조문여부>N</조문여부><조내용>제1장 총칙</조내용></조>
<조 조문번호='000100'><조문여부>Y</조문여부><조제목>목적</조제목><조내용>제1조(목적) ① 글
  1. 글</조내용></조>
<조 조문번호='000200'><조내용>제2조 삭제 &lt;2025.9.29&gt;</조내용></조></조문>
<부칙><부칙공포번호>9834</부칙공포번호><부칙내용>부칙 &lt;제9834호, 2025.9.29&gt;
제1조(시행일) 글</부칙내용></부칙></LawService>
"""
HEADS = ["---", "자치법규ID: '1'", "자치법규명: '가", "  나'", "시행일자: '20250230'", "시행일자: 2025-02-03", "- a: b"]
lines = st.lists(st.sampled_from(LINES) | st.text(max_size=20), max_size=14)


def letters(text):
    """Every letter but white space and those of a bare 부칙, which heads addenda and is no part of them."""
    return Counter(each for each in unicodedata.normalize("NFC", text) if not each.isspace() and each not in "부칙")


def told(provisions):
    """All words of the provisions, those of a line that begins several of them once."""
    once = {(words.line, words.mark): words for each in reversed(provisions) for words in each.renditions}
    return "".join(f"{words.mark}{words.text}{words.history}" for words in once.values())


def refused_in_one_line(error, text):
    found = re.match(r"x, line (\d+): ", str(error))
    assert found
    assert 1 <= int(found[1]) <= max(1, len(text.splitlines()))
    assert "\n" not in str(error)


def sound(provisions, text):
    keys = [each.id for each in provisions]
    assert keys
    assert [ProvisionId.parse(str(key)) for key in keys] == list(dict.fromkeys(keys))
    last = len(text.splitlines())
    assert all(1 <= words.line <= last for each in provisions for words in each.renditions)


@settings(deadline=None, max_examples=400)
@given(lines, st.booleans())
def test_a_file_is_read_whole_or_refused(lines, begun):
    text = "\n".join([*(["##### 제1조 (목적)", "글"] if begun else []), *lines])
    try:
        provisions = register_markdown.read(WORK, SOURCE, text)
    except SourceError as error:
        refused_in_one_line(error, text)
        return
    sound(provisions, text)
    every = list(body(text))
    kept = [line.lstrip("#") for at, (_, line) in enumerate(every) if at or not line.startswith("# ")]
    told_letters, kept_letters = letters(told(provisions)), letters("".join(kept))
    assert {each: count for each, count in (told_letters - kept_letters).items() if each != "#"} == {}
    assert {each: count for each, count in (kept_letters - told_letters).items() if each != "#"} == {}


@settings(deadline=None, max_examples=300)
@given(lines, lines)
def test_a_document_is_read_whole_or_refused(articles, addenda):
    parts = ["\n".join(each) for each in (["제1조(목적) 글", *articles], ["부칙 <제9호, 2020.1.1>", *addenda])]
    first, last = ("".join(c for c in part if c.isprintable() or c == "\n").replace("]]>", "") for part in parts)
    text = (
        f"<LawService><조문><조 조문번호='000100'><조내용><![CDATA[{first}]]></조내용></조></조문>\n"
        f"<부칙><부칙내용><![CDATA[{last}]]></부칙내용></부칙></LawService>"
    )
    try:
        provisions = register_xml.read(WORK, SOURCE, text)
    except SourceError as error:
        refused_in_one_line(error, text)
        return
    sound(provisions, text)
    assert letters(told(provisions)) == letters(first + last)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=10), max_size=20).map("".join))
def test_any_pieces_of_a_document_give_provisions_or_a_source_error(text):
    try:
        sound(register_xml.read(WORK, SOURCE, text), text)
    except SourceError as error:
        refused_in_one_line(error, text)


@settings(deadline=None, max_examples=200)
@given(st.integers(0, len(WHOLE)), st.integers(0, 30), st.text(max_size=5))
def test_a_damaged_document_gives_provisions_or_a_source_error(at, length, put):
    text = WHOLE[:at] + put + WHOLE[at + length :]
    try:
        sound(register_xml.read(WORK, SOURCE, text), text)
    except SourceError as error:
        refused_in_one_line(error, text)


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(["register_markdown", "register_xml"]),
    st.lists(st.sampled_from([*HEADS, *PIECES]) | st.text(max_size=20), max_size=12),
)
def test_any_head_gives_an_entry_or_a_source_error(reader, lines):
    text = "\n".join(lines)
    try:
        entry = entry_of("x", text, reader)
    except SourceError as error:
        refused_in_one_line(error, text)
        return
    assert (entry.register_id, entry.name) != ("", "")


@pytest.mark.parametrize("text", ["", "\n \n", "Nothing of the kind.", "아무것도 아니다."])
def test_a_text_of_another_form_is_refused(text):
    for read in (register_markdown.read, register_xml.read):
        with pytest.raises(SourceError) as refused:
            read(WORK, SOURCE, text)
        refused_in_one_line(refused.value, text)


LONG = [
    "글\n" * 30_000,
    "##### 제1조 " + "(" * 30_000,
    "##### 제1조 " + "(가)" * 20_000,
    "부칙" + " " * 30_000 + "<",
    "부칙(" + "(" * 30_000,
    "부칙 <제1호>" + " " * 30_000 + "가",
    "[" * 30_000,
    "[가] " * 20_000 + "나",
    "##### " + "제1조, " * 20_000,
    "1." + " " * 30_000 + "부터",
    "1.부터 3." + " " * 30_000 + "가",
    "1." + "9" * 30_000,
    "가. 삭제" + " " * 30_000 + "가",
    "## 제1장" + " " * 30_000 + "가",
    "##### 제1조" + " " * 30_000 + "가",
]


@pytest.mark.parametrize("line", LONG, ids=range(len(LONG)))
def test_no_line_is_so_long_that_it_is_read_without_end(line):
    """A pattern that looks back and forth would take minutes over these."""
    try:
        assert register_markdown.read(WORK, SOURCE, f"##### 제2조 (둘)\n글\n{line}")
    except SourceError as error:
        refused_in_one_line(error, f"\n\n{line}")


@pytest.mark.parametrize("lines", ["가: '\n" * 3_000, "가: '나\n  다\n" * 3_000, "가: '" + "\n  나" * 3_000])
def test_no_head_is_so_long_that_it_is_read_without_end(lines):
    with pytest.raises(SourceError, match="자치법규ID"):
        entry_of("x", f"---\n{lines}\n---\n", "register_markdown")
