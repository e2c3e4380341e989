"""What only the XML of the open API has: elements that must agree, addenda in two shapes, annexes, and envelopes."""

from datetime import date

import pytest

from corpus.errors import SourceError
from corpus.register import enrol
from corpus.works import Authority, Source
from ingest.readers import register_xml
from ingest.readers.register_entry import entry_of
from ingest.readers.xml_tree import parse_xml

BASICS = """<자치법규기본정보><자치법규ID>77</자치법규ID><자치법규일련번호>5</자치법규일련번호>
<공포일자>20250929</공포일자><공포번호>09834</공포번호><시행일자>20251001</시행일자>
<자치법규명>서울특별시 견본 조례</자치법규명><지자체기관명>서울특별시</지자체기관명>
<제개정정보>일부개정</제개정정보></자치법규기본정보>"""


def numbered(number, text, title="", kind="Y"):
    titled = f"<조제목>{title}</조제목>" if title else ""
    return f"<조 조문번호='{number}'><조문여부>{kind}</조문여부>{titled}<조내용>{text}</조내용></조>"


FIRST = numbered("000100", "제1조(목적) 글", "목적")


def service(*parts, articles=FIRST):
    return f"<LawService>{BASICS}<조문>{articles}</조문>{''.join(parts)}</LawService>"


def units(text):
    entry = entry_of("x.xml", text, "register_xml")
    source = Source("x.xml", "register_xml", "ko", Authority.OFFICIAL, "", (entry.effective,))
    (work,) = enrol((), [(entry, source)])
    found = register_xml.read(work, source, text)
    return {
        str(each.id).partition("/")[2]: " | ".join(filter(None, (words.mark, words.heading, words.text)))
        for each in found
        for words in each.renditions
    }


def test_what_the_document_says_of_itself():
    entry = entry_of("x.xml", service(), "register_xml")
    assert (entry.register_id, entry.number, entry.promulgated, entry.effective, entry.amended) == (
        "77", "9834", date(2025, 9, 29), date(2025, 10, 1), "일부개정"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("element", "found"),
    [
        (numbered("000200", "제2조(뜻) 글", "뜻"), {"art-2": "제2조(뜻) | 뜻 | 글"}),
        (numbered("000702", "제7조의2(뜻) 글", "뜻"), {"art-7-2": "제7조의2(뜻) | 뜻 | 글"}),
        (numbered("010000", "제100조(뜻) 글", "뜻"), {"art-100": "제100조(뜻) | 뜻 | 글"}),
        (numbered("000700", "제7조 삭제 &lt;2025.9.29&gt;"), {"art-7": "제7조 | 삭제 <2025.9.29>"}),
        (numbered("000802", "제8조2 삭제한다."), {"art-8-2": "제8조2 | 삭제한다."}),
        (
            numbered("000200", "<![CDATA[제2조(뜻(약칭)) <b>글</b>]]>", "뜻(약칭)"),
            {"art-2": "제2조(뜻(약칭)) | 뜻(약칭) | <b>글</b>"},
        ),
        (
            numbered("000200", "제2조(뜻) 글\n  ① 가\n  1. 나", "뜻"),
            {"art-2": "제2조(뜻) | 뜻 | 글", "art-2/para-1": "① | 가", "art-2/para-1/sub-1": "1. | 나"},
        ),
        (
            "<조><조문번호>000200</조문번호><조문여부>Y</조문여부><조내용>제2조(뜻) 글</조내용></조>",
            {"art-2": "제2조(뜻) | 뜻 | 글"},
        ),
        (numbered("000000", "제2장 계획", kind="N"), {"chapter-2": "제2장 계획 | 계획"}),
        (
            numbered("000001", "제2장 계획\n제1절 첫걸음", kind="N"),
            {"chapter-2": "제2장 계획 | 계획", "chapter-2/sec-1": "제1절 첫걸음 | 첫걸음"},
        ),
        (numbered("000200", "  "), {}),
    ],
)
def test_articles_and_headings(element, found):
    assert units(service(articles=FIRST + element)) == {"art-1": "제1조(목적) | 목적 | 글"} | found


def test_titles_are_never_handed_down_to_the_next_article():
    deleted = numbered("000200", "제2조 삭제 &lt;2025.9.29&gt;")
    found = units(service(articles=FIRST + deleted + numbered("000300", "제3조(뜻) 글", "뜻")))
    assert found["art-2"] == "제2조 | 삭제 <2025.9.29>"
    assert found["art-3"] == "제3조(뜻) | 뜻 | 글"


@pytest.mark.parametrize(
    ("element", "said"),
    [
        (numbered("000200", "제3조(뜻) 글", "뜻"), "조문번호 000200 is Article 2, but its text is '제3조"),
        (numbered("000202", "제2조(뜻) 글", "뜻"), "조문번호 000202 is Article 2-2, but its text is '제2조"),
        (numbered("000200", "글만 있다", "뜻"), "but its text is '글만 있다'"),
        (numbered("2", "제2조(뜻) 글", "뜻"), "expected six digits such as 000702"),
        (numbered("", "제2조(뜻) 글", "뜻"), "expected six digits such as 000702"),
        (numbered("000000", "전문 이 조례를 둔다", kind="N"), "is no heading that is known"),
        (numbered("000100", "제1조(목적) 글", "목적"), "begins again"),
    ],
)
def test_an_article_that_contradicts_itself_is_refused(element, said):
    with pytest.raises(SourceError) as refused:
        units(service(articles=f"{FIRST}\n\n{element}"))
    assert str(refused.value).startswith("x.xml, line 6: ")
    assert said in str(refused.value)


ONE = "<부칙공포일자>20200101</부칙공포일자><부칙공포번호>11</부칙공포번호><부칙내용>{}</부칙내용>"
TWO = "<부칙공포일자>20210101</부칙공포일자><부칙공포번호>0022</부칙공포번호><부칙내용>{}</부칙내용>"


@pytest.mark.parametrize(
    "shape",
    [
        "<부칙>{}{}</부칙>",
        "<부칙>{}</부칙><부칙>{}</부칙>",
        "<부칙><부칙단위>{}</부칙단위><부칙단위>{}</부칙단위></부칙>",
    ],
)
@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (
            "부칙 &lt;제11호, 2020.1.1&gt;\n가",
            "부칙 &lt;제22호, 2021.1.1&gt;\n나",
            ["부칙 <제11호, 2020.1.1> | 가", "부칙 <제22호, 2021.1.1> | 나"],
        ),
        ("가", "나", ["가", "나"]),
        ("부칙\n가", "부 칙\n나", ["부칙 | 가", "부 칙 | 나"]),
        ("부칙 &lt;2020.1.1&gt;\n가", "나", ["부칙 <2020.1.1> | 가", "나"]),
    ],
)
def test_addenda_with_and_without_a_head_in_both_shapes(shape, first, second, found):
    told = units(service(shape.format(ONE.format(first), TWO.format(second))))
    assert {key: value for key, value in told.items() if key != "art-1"} == dict(
        zip(["addenda-11", "addenda-22"], found, strict=True)
    )


def test_one_element_may_hold_several_sets_of_addenda():
    both = ONE.format("가\n부칙 &lt;제33호, 2022.1.1&gt;\n제1조(시행일) 나")
    told = units(service(f"<부칙>{both}</부칙>"))
    assert list(told) == ["art-1", "addenda-11", "addenda-33", "addenda-33/art-1"]


def annex(title, text="", kind="별표", number="0001"):
    return (
        f"<별표><별표단위><별표번호>{number}</별표번호><별표구분>{kind}</별표구분><별표제목><![CDATA[{title}]]></별표제목>"
        f"<별표내용>{text}</별표내용></별표단위></별표>"
    )


@pytest.mark.parametrize(
    ("element", "found"),
    [
        (annex("[별표 8] 요금", "1. 가"), {"annex-8": "[별표 8] 요금 | 요금 | 1. 가"}),
        (annex("[별표 8] 요금", "1. 가", kind="서식"), {"annex-8": "[별표 8] 요금 | 요금 | 1. 가"}),
        (annex("요금(제2조 관련)", "가", number="0000"), {"annex-1": "요금(제2조 관련) | 요금(제2조 관련) | 가"}),
        (annex("요금", "가", number="0003"), {"annex-3": "요금 | 요금 | 가"}),
        (annex("[별표 8] 요금"), {}),
        (annex("[별지 제1호서식] 신청서", "이름:", kind="서식"), {}),
    ],
)
def test_annexes(element, found):
    assert units(service(element)) == {"art-1": "제1조(목적) | 목적 | 글"} | found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<Response><result>검증에 실패</result></Response>", "its root is Response, not LawService"),
        ("<Law>일치하는 자치법규가 없습니다.</Law>", "its root is Law, not LawService"),
        ("<OrdinSearch/>", "its root is OrdinSearch, not LawService"),
        ("<html><body>점검 중</body></html>", "its root is html, not LawService"),
        ("<!DOCTYPE html><html></html>", "has a document type or an entity"),
        ("", "is no well-formed XML"),
        ("아무 글", "is no well-formed XML"),
        (service().replace("\n", "")[:-20], "is no well-formed XML"),
        ("<LawService/>", "has no 자치법규기본정보"),
        ('<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><LawService>&z;</LawService>', "has a document type"),
        ('<!DOCTYPE a SYSTEM "file:///etc/hostname"><LawService/>', "has a document type"),
        ("<LawService>&unknown;</LawService>", "undefined entity"),
        (f"{'<a>' * 1000}{'</a>' * 1000}", "more than 30 deep"),
    ],
)
def test_another_document_is_refused_in_one_line(text, said):
    with pytest.raises(SourceError, match=rf"^x\.xml, line 1: .*{said}") as refused:
        units(text)
    assert "\n" not in str(refused.value)


def test_a_document_without_articles_is_refused():
    with pytest.raises(SourceError, match=r"no article .* with text"):
        units(service(articles=""))


def test_entities_of_characters_and_the_order_of_mixed_text_are_kept():
    root = parse_xml("x.xml", "<a>하나 &amp; <b>둘</b> &#44032;<!-- 말 --> <![CDATA[<셋>]]></a>")
    assert root.text == "하나 & 둘 가 <셋>"


@pytest.mark.parametrize("declared", ["UTF-8", "EUC-KR", "utf-16", "x-unknown"])
def test_what_a_text_says_of_its_encoding_is_past(declared):
    assert parse_xml("x.xml", f'<?xml version="1.0" encoding="{declared}"?><a>가</a>').text == "가"
