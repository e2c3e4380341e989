"""The two forms of the register, on every text at hand: nothing is lost, nothing is added, and both say the same."""

import re
from datetime import date

import pytest
from register_form import FILES, as_xml, taken_apart

from corpus.identifiers import ProvisionId, UnitKind
from corpus.provisions import Law
from corpus.register import enrol
from corpus.works import Authority, Source
from ingest.readers import register_markdown, register_xml
from ingest.readers.register_entry import entry_of

FORMS = {
    "markdown": ("register_markdown", register_markdown.read, lambda text: text),
    "xml, addenda together": ("register_xml", register_xml.read, as_xml),
    "xml, addenda apart": ("register_xml", register_xml.read, lambda text: as_xml(text, units=True)),
}


def read(name, form):
    reader, read, formed = FORMS[form]
    text = formed(FILES[name].read_text(encoding="utf-8"))
    entry = entry_of(name, text, reader)
    source = Source(name, reader, "ko", Authority.OFFICIAL, "", (entry.effective,))
    (work,) = enrol((), [(entry, source)])
    return text, entry, work, read(work, source, text)


def squeezed(text):
    return "".join(text.split())


def is_division(provision):
    return provision.id.units[0].kind in (UnitKind.PART, UnitKind.CHAPTER)


def said(provisions):
    """All words in reading order: a unit, the units below it, then its history; twins of one line once.

    Divisions stand in the order of the text, with the articles after them and not below.
    """
    law, parts, last = Law((), provisions), [], None

    def tell(each):
        nonlocal last
        words = each.renditions[0]
        twin = last is not None and (words.line, words.mark) == (last.line, last.mark) and each.renditions[0].mark
        parts.extend([] if twin else [words.mark, words.text])
        last = words
        for child in () if is_division(each) else law.children(each.id):
            tell(child)
        parts.append(words.history)

    known = {each.id for each in provisions}
    for each in provisions:
        if is_division(each) or each.id.parent not in known:
            tell(each)
    return squeezed(" ".join(parts))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", FILES)
def test_every_character_of_the_source_is_in_the_provisions_in_order(name, form):
    _, _, _, provisions = read(name, form)
    wanted = squeezed(taken_apart(FILES[name].read_text(encoding="utf-8")).said)
    assert len(wanted) > 100
    assert said(provisions) == wanted


@pytest.mark.parametrize("form", list(FORMS)[1:])
@pytest.mark.parametrize("name", FILES)
def test_both_forms_give_the_same_provisions(name, form):
    _, first, _, markdown = read(name, "markdown")
    _, second, _, xml = read(name, form)
    assert (first.register_id, first.name, first.effective, first.promulgated, first.number, first.amended) == (
        second.register_id, second.name, second.effective, second.promulgated, second.number, second.amended
    )  # fmt: skip
    found = [
        [(str(each.id), squeezed(words.mark), words.heading, words.text, words.history, each.deleted)]
        for text in (markdown, xml)
        for each in text
        for words in each.renditions
    ]
    assert found[: len(markdown)] == found[len(markdown) :]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", FILES)
def test_every_provision_has_an_id_that_reads_back_and_begins_on_its_line(name, form):
    text, _, _, provisions = read(name, form)
    lines = text.splitlines()
    for each in provisions:
        (words,) = each.renditions
        assert ProvisionId.parse(str(each.id)) == each.id
        assert squeezed(words.mark) in squeezed(lines[words.line - 1]), str(each.id)
        assert words.heading in words.mark


@pytest.mark.parametrize("name", FILES)
def test_articles_are_those_that_the_source_heads(name):
    source = FILES[name].read_text(encoding="utf-8")
    heads = re.findall(r"^##### 제(\d+)조(?:의(\d+))?", source, re.MULTILINE)
    _, _, _, provisions = read(name, "markdown")
    articles = [str(each.id).partition("/")[2] for each in provisions if re.fullmatch(r"[^/]+/art-[^/]+", str(each.id))]
    assert articles == [f"art-{number}-{branch}" if branch else f"art-{number}" for number, branch in heads]


@pytest.mark.parametrize("name", FILES)
def test_addenda_are_those_that_the_source_heads(name):
    heads = re.findall(r"^부칙.*<제0*(\d+)호", FILES[name].read_text(encoding="utf-8"), re.MULTILINE)
    _, _, _, provisions = read(name, "markdown")
    addenda = [str(each.id).rpartition("/")[2] for each in provisions if re.search(r"/addenda[^/]*$", str(each.id))]
    assert heads
    assert addenda == [f"addenda-{number}" for number in heads]


@pytest.mark.parametrize("name", FILES)
def test_what_is_deleted_says_so_and_nothing_else_does(name):
    _, _, _, provisions = read(name, "markdown")
    wrong = [
        str(each.id)
        for each in provisions
        if (each.deleted is not None) != each.renditions[0].text.startswith("삭제 <")
    ]
    assert wrong == []


OWN = "smart-city_9889_2025-09-29.md"
UNITS = [
    ("chapter-1", "제1장 총칙", ""),
    ("art-1", "제1조 (목적)", "이 견본은 읽는 법을 시험하려고 지어낸 글이며 실제 조례의 글이 아니다."),
    ("art-2", "제2조 (정의(약칭))", "여기서 쓰는 낱말의 뜻은 다음과 같다. <개정 2021.5.20>"),
    ("art-2/sub-1/item-1", "가.", "길과 다리를 살피는 일. 글이 길어서 줄이 바뀌어도 그렇 다. 여기도 아직 가목이다"),
    ("art-2/sub-1/item-2", "나.", "그 살핀 것을 널리 알리는 일"),
    ("art-2/sub-1-2", "1의2.", '"망"이란 줄로 이은 것을 이른다.'),
    ("art-2/sub-2", "2.", "번호만 앞줄에 남은 호"),
    ("chapter-2/sec-1", "제1절 계획", ""),
    ("art-5/para-2/sub-3", "2.부터 4.까지", "삭제 <2021.5.20>"),
    ("chapter-2/sec-2", "제2절 위원회", ""),
    ("art-7/para-1", "①", "시장은 정책을 살피는 위원회를 둔다."),
    ("addenda-7026", "부칙 <제07026호,2019.3.28.>", ""),
    ("addenda-7026/art-2", "제2조(지난 일의 처리(경과조치))", "먼저 있던 것은 그대로 둔다."),
    ("addenda-8006", "부칙 <제8006호,2021.5.20>(견본을 고치는 조례(일괄))", "이 견본은 알린 날부터 쓴다."),
    ("addenda-9289/art-3", "제2조 및 제3조", "생략"),
    (
        "addenda-9289/art-4",
        "제4조(다른 견본의 개정)",
        '①부터 ③까지 생략 ④ 이 견본을 다음과 같이 고친다. 제5조제1항 중 "해"를 "년"으로 한다. '
        "제6조(새 조문) 인용된 조문이다. ⑤ 생략",
    ),
    ("addenda-9289/art-6", "제5조부터 제7조까지", "생략"),
]
HISTORIES = [
    ("art-1", "[전문개정 2021.5.20]"),
    ("art-5", "[제목개정 2021.5.20]"),
    ("art-9", "[제10조에서 이동, 종전 제9조는 제10조로 이동 <2023.10.4>]"),
    ("art-9-2", "[본조신설 2023.10.4] [종전 제9조의2는 제9조의3으로 이동 <2023.10.4>]"),
]


@pytest.fixture(scope="module", params=FORMS)
def own(request):
    _, _, _, provisions = read(OWN, request.param)
    return {str(each.id).partition("/")[2]: each for each in provisions}


@pytest.mark.parametrize(("units", "mark", "text"), UNITS)
def test_a_unit_of_our_own_text(own, units, mark, text):
    (words,) = own[units].renditions
    assert (squeezed(words.mark), words.text) == (squeezed(mark), text)


@pytest.mark.parametrize(("units", "history"), HISTORIES)
def test_a_note_below_an_article_is_its_history(own, units, history):
    assert own[units].renditions[0].history == history


def test_the_day_of_a_deletion_is_that_of_effect_where_the_versions_tell_it(own):
    assert (own["art-10"].deleted, own["art-21/para-2"].deleted) == (date(2021, 5, 20), date(2025, 9, 29))
