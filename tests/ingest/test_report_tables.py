"""The review report's tables, notes and quoted provisions, and the bureau's lists, against the printed pages."""

import pytest
from kiwipiepy import Kiwi

from corpus.identifiers import ProvisionId
from corpus.manifest import read_source, texts

REVIEW, BUREAU = "seoul-ai-bill-review", "seoul-digital-bureau-report"
CALLS = [  # note, section that calls it, the words before the call
    (1, "sec-4.1", "인공지능(AI1)"),
    (2, "sec-4.1", "불확실성을 가지고 있으며2)"),
    (3, "sec-4.1", "저작권 침해 등에 대한 우려3)"),
    (4, "sec-4.1", "‘인공지능 기술개발 및 산업 진흥에 관한 법률안’4)"),
    (5, "sec-4.1", "상반되는 주장이 제기5)"),
    (6, "sec-4.1", "법률 제정은 지연되고 있는 상황임6)"),
    (7, "sec-4.1", "“AI 행정 원년”을 선포7)"),
    (8, "sec-4.1", "제정(「경기도 인공지능 기본조례」등)8)"),
    (9, "sec-4.2.1", "국회에서 논의중인 ‘인공지능 기본법안’9)"),
    (10, "sec-4.2.2", "큰 틀에서 ‘지능정보기술’10)"),
    (11, "sec-4.2.3", "일관된 지침이 필요할 것으로 보임11)"),
    (12, "sec-4.2.3", "가이드라인을 수립할 수 있도록 함12)"),
    (13, "sec-4.2.3", "바람직할 것으로 판단되는바13)"),
    (14, "sec-4.2.4", "구성과 운영 등에 대한 사항을 규정함14)"),
    (15, "sec-4.2.4", "5년의 범위에서 명시토록 하고 있음에 따라15)"),
    (16, "sec-4.2.4", "현행 스마트도시위원회의 존속기한16)"),
    (17, "sec-4.2.5", "인공지능기술의 동향 보고서17)"),
    (18, "sec-4.2.5", "“서울 AI 허브” 운영18)"),
    (19, "sec-4.3", "법령과의 정합성 및 위임사항 반영19)"),
]
READ_ON = [  # sentences that the PDF cuts with notes, tables and pages
    ("sec-4.1", "향후 인공지능이 가져올 잠재적 혜택과 함께 위험성에 대한 우려가"),
    ("sec-4.2", "인공지능위원회 설치 및 운영, 사업 지원과 협력체계 구축 등이 있음."),
    ("sec-4.2.2", "인공지능 정책의 기본방향, 인공지능 윤리원칙의 확산 방안, 인공지능기술에 대한"),
    ("sec-4.2.3", "가이드라인을 수립할 수 있도록 함12)에 따라 관련 법령의 제정과 정부 차원의"),
    ("sec-4.2.4", "‘스마트도시위원회’의 분과 위원회로 우선 운영한 후 안정화 시기에"),
    ("sec-4.2.4", "현행 스마트도시위원회의 존속기한16)과 동일하게 설정하여"),
    ("sec-4.2.5", "인공지능 기술 실증 지원(경제정책실 경제정책과, 붙임5)과 “서울 AI 허브” 운영18)"),
    ("annex-4/sec-3.3", "인공지능 정책의 기본 방향, 전문인력 양성, 신뢰 기반 조성 등에 관한 사항이 포함되어야 함"),
    ("annex-4/sec-3.14", "자료를 제출하게 하거나 소속 공무원으로 하여금 필요한 조사를 하게 할 수 있고"),
]
SAME = "(제정안과 같음)"
QUOTED = [  # provision quoted in the report, its words
    ("sec-4.2.1/seoul-ai-bill/art-3/sub-1", "“인공지능”이란 학습, 추론, 지각, 판단, 언어의 이해 등 인간이 가진 지적"),
    ("sec-4.2.1/seoul-ai-bill/art-3/sub-3", "“고위험영역 인공지능”이란 사람의 생명, 신체의 안전 및 기본권의 보호에"),
    ("sec-4.2.1/national-ai-framework-bill/art-2/sub-4", "“고영향 인공지능”이란 사람의 생명, 신체의 안전"),
    ("sec-4.2.1/gyeonggi-ai-ordinance/art-2/sub-3", "“고위험 인공지능”이란 사람의 생명, 신체의 안전"),
    ("sec-4.2.2/seoul-ai-bill/art-6/para-1", "(이하 “기본계획”이라 한다)을 5년마다 수립ㆍ시행하여야 한다."),
    ("sec-4.2.2/seoul-ai-bill/art-6/para-2/sub-5", "인공지능 윤리원칙의 확산 방안"),
    ("sec-4.2.2/seoul-ai-bill-amendment/art-6/para-1", SAME),
    ("sec-4.2.2/seoul-ai-bill-amendment/art-6/para-4", "제2항에 따른 기본계획과 제3항에 따른 시행계획은"),
    ("sec-4.2.3/seoul-ai-bill/art-7", "라 한다)을 수립ㆍ시행하여야 한다."),
    ("sec-4.2.3/seoul-ai-bill-amendment/art-7", "수립ㆍ시행할 수 있다."),
    ("sec-4.2.4/seoul-ai-bill/art-8/para-2/sub-4", "가이드라인의 수립ㆍ변경에 관한 사항"),
    ("sec-4.2.4/seoul-ai-bill-amendment/art-8/para-2", "1. ∼ 7. (제정안과 같음)"),
    (
        "sec-4.2.4/seoul-ai-bill-amendment/art-8/para-3",
        "인공지능 분과위원회가 설치된 경우 제1항에 따른 위원회의 기능을",
    ),
    ("sec-4.2.4/seoul-ai-bill-amendment/art-16", "위원회의 존속기한은 2027년 12월 31일까지로 한다."),
    ("sec-4.2.5/seoul-ai-bill/art-16/para-2", "시장은 자치구, 관련 법인 또는 단체에서 제1항에 따른 지원사업을"),
    ("annex-1/framework-act-on-intelligent-informatization/art-2/sub-4/item-6", "그 밖에 대통령령으로 정하는 기술"),
    ("annex-1/seoul-smart-city-ordinance/art-5/para-1", "5년마다 서울특별시 스마트도시 및 정보화 기본계획"),
    ("annex-1/seoul-committees-ordinance/art-3/para-3", "의안심의 등의 투명성이 확보되어야 하며"),
    ("annex-1/seoul-committees-ordinance/art-5", "이 조례의 목적과 기본원칙에 맞도록 하여야 한다."),
    ("annex-1/seoul-committees-ordinance/art-7/para-1", "다음 각 호의 사항을 조례나 규칙 등에 명시하여야 한다."),
    ("annex-1/seoul-committees-ordinance/art-7/para-1/sub-5", "회의의 소집 시기, 의사정족수 및 의결정족수"),
    ("annex-1/seoul-committees-ordinance/art-12/para-2", "제1항의 존속기한은 5년의 범위에서"),
]
SIZES = [  # table, columns, rows
    (f"{REVIEW}/sec-4.2/table-1", 3, 6),
    (f"{REVIEW}/sec-4.2.1/table-1", 3, 4),
    (f"{REVIEW}/sec-4.2.2/table-1", 2, 4),
    (f"{REVIEW}/sec-4.2.3/table-1", 2, 1),
    (f"{REVIEW}/sec-4.2.4/table-1", 2, 4),
    (f"{REVIEW}/sec-4.2.4/table-2", 2, 2),
    (f"{REVIEW}/sec-4.2.5/table-1", 1, 1),
    (f"{REVIEW}/annex-2/table-1", 5, 2 + 13 + 20),
    (f"{REVIEW}/annex-3/table-1", 6, 1 + 3 + 4 + 45),
    (f"{REVIEW}/annex-4/sec-1/table-1", 5, 19),
    (f"{REVIEW}/annex-5/table-1", 3, 12),
    (f"{BUREAU}/sec-3.2/table-1", 3, 4),
    (f"{BUREAU}/sec-3.4/table-1", 4, 44 + 4),
    (f"{BUREAU}/sec-4.5.1/table-1", 3, 6),
]


SET_APART = {  # two words to Kiwi, one in law and in the report's other lines
    "개인정보",
    "법률안에",
    "서울특별시",
    "수립·시행토록",
    "실천방안을",
    "윤리원칙의",
    "의안심의",
    "인공지능",
    "인공지능시스템을",
    "인공지능의",
    "인공지능이",
    "인공지능책임법안",
    "정보통신방송법안심사소위원회가",
    "제1차전체회의(2024.",
    "제안설명,",
    "존속기한은",
    "클라우드컴퓨팅기술",
    "행정적ㆍ재정적ㆍ기술적",
}


def _words(law, place):
    return law.provision(ProvisionId.parse(place)).renditions[0]


def _table(law, place):
    return _words(law, place).table


@pytest.mark.parametrize(("note", "section", "words"), CALLS)
def test_a_note_is_attached_where_it_is_called(law, note, section, words):
    at = ProvisionId.parse(f"{REVIEW}/note-{note}")
    called = [
        (each.id, rendition.text[: call.at])
        for each in law
        for rendition in each.renditions
        for call in rendition.calls
        if call.note == at
    ]
    ((caller, before),) = called
    assert str(caller) == f"{REVIEW}/{section}"
    assert before.endswith(words)


@pytest.mark.parametrize(("section", "words"), READ_ON)
def test_a_sentence_reads_on_over_notes_tables_and_pages(law, section, words):
    assert words in _words(law, f"{REVIEW}/{section}").text


@pytest.mark.parametrize(("place", "words"), QUOTED)
def test_a_quoted_provision_has_an_id_of_its_own(law, place, words):
    assert words in _words(law, f"{REVIEW}/{place}").text


@pytest.mark.parametrize(("place", "columns", "rows"), SIZES)
def test_a_table_is_whole(law, place, columns, rows):
    table = _table(law, place)
    assert (len(table.head), len(table.rows)) == (columns, rows)
    assert {len(row.cells) for row in table.rows} == {columns}


def test_the_words_of_a_row_stand_in_its_table(law):
    for each in law:
        words = each.renditions[0]
        for row in words.table.rows if words.table else ():
            assert row.text in words.text, str(each.id)


def test_the_definitions_are_compared_term_by_term(law):
    table = _table(law, f"{REVIEW}/sec-4.2.1/table-1")
    assert table.head == ("제정조례안", "‘인공지능 기본법안’", "경기도 인공지능 기본조례")
    begins = [[cell and cell.partition("”")[0] for cell in row.cells] for row in table.rows]
    assert begins[1] == ["1. “인공지능", "1. “인공지능", "1. “인공지능"]
    assert begins[2] == ["2. “인공지능기술", "3. “인공지능기술", None]
    assert begins[3] == ["3. “고위험영역 인공지능", "4. “고영향 인공지능", "3. “고위험 인공지능"]


@pytest.mark.parametrize(
    ("section", "table", "row", "bill", "amendment"),
    [
        ("sec-4.2.2", 1, 0, "제6조(기본계획) ① 시장은", f"제6조(기본계획) ① {SAME}"),
        ("sec-4.2.2", 1, 3, "<신 설>", "④ 제2항에 따른 기본계획과"),
        ("sec-4.2.3", 1, 0, "제7조(가이드라인) 시장은", "제7조(가이드라인) ----"),
        ("sec-4.2.4", 1, 2, "1. 기본계획 및 시행계획의", f"1. ∼ 7. {SAME}"),
        ("sec-4.2.4", 1, 3, "<신 설>", "③ 시장은 「서울특별시 스마트도시"),
        ("sec-4.2.4", 2, 0, "<신 설>", "제16조(위원회의 존속기한) 위원회의"),
        ("sec-4.2.4", 2, 1, "제16조ㆍ제17조 (생 략)", "제17조ㆍ제18조 (제정안 제16조 및 제17조와 같음)"),
    ],
)
def test_bill_and_amendment_stand_side_by_side_with_the_opinion_on_them(law, section, table, row, bill, amendment):
    cells = _table(law, f"{REVIEW}/{section}/table-{table}").rows[row].cells
    assert [cell.startswith(words) for cell, words in zip(cells, (bill, amendment), strict=True)] == [True, True]


@pytest.mark.parametrize(
    ("number", "cells"),
    [
        (17, ("서울시 대표 챗봇 ‘서울톡’ 운영", 941, 341, 300, 300)),
        (16, ("120 스마트 인공지능 상담센터 구축", 8000, 1500, 6500, None)),
        (20, ("생성형 AI 기반 All-In-One 서울 챗봇 구축<신규>", 1360, None, 880, 480)),
        (26, ("AI 기반 방범용 지능형 CCTV 확대 추진", 126500, 32200, 46300, 48000)),
        (7, ("AI 활용도 제고 위한 프롬프트 학습 동아리 운영<신규>", 13, None, None, None)),
        (1, ("AI 사업 총괄 기능 정비 및 AI 안정성 가이드 마련<신규>", None, None, None, None)),
        (39, ("직원용 업무 챗봇 ‘서우리주무관’ 운영", 1026, 336, 340, 350)),
    ],
)
def test_a_budget_row_holds_numbers(law, number, cells):
    table = _table(law, f"{REVIEW}/annex-3/table-1")
    assert table.unit == "백만원"
    assert [row.cells[1:] for row in table.rows if row.cells[0] == number] == [cells]


def test_the_budget_adds_up(law):
    rows = [row.cells for row in _table(law, f"{REVIEW}/annex-3/table-1").rows]
    whole = [row for row in rows if None not in row[2:]]
    assert [row[0] for row in whole if abs(row[2] - sum(row[3:])) > 1] == []
    total = next(row for row in rows if row[0] == "합 계")
    parts = [row for row in rows if row[0] in ("2.", "3.")]
    assert [sum(column) for column in zip(*(row[2:] for row in parts), strict=True)] == list(total[2:])
    groups = [row for row in rows if str(row[0]).startswith("3-")]
    assert sum(row[2] for row in groups) == next(row[2] for row in rows if row[0] == "3.")


def test_the_bills_of_three_assemblies(law):
    rows = [row.cells for row in _table(law, f"{REVIEW}/annex-2/table-1").rows]
    assert [(term, sum(row[0] == term for row in rows)) for term in ("20대", "21대", "22대")] == [
        ("20대", 2),
        ("21대", 13),
        ("22대", 20),
    ]
    assert rows[26] == ("22대", 12, "인공지능산업 육성 및 신뢰 기반 조성 등에 관한 법률안", "이정헌의원", "2024.10.29.")


def test_the_19_bills_of_the_alternative_are_those_of_the_list(law):
    listed = {row.cells[3] for row in _table(law, f"{REVIEW}/annex-2/table-1").rows if row.cells[0] == "22대"}
    absorbed = [row.cells for row in _table(law, f"{REVIEW}/annex-4/sec-1/table-1").rows]
    assert [row[1] for row in absorbed] == sorted({row[1] for row in absorbed})
    assert {row[2] for row in absorbed} == listed - {"성일종의원"}


def test_private_money_is_told_apart(law):
    rows = [row.cells for row in _table(law, f"{REVIEW}/annex-5/table-1").rows]
    assert [row[2] for row in rows] == [300, 300, 300, 300, 300, 294, 300, 300, 300, *["350 (민간)"] * 3]


def test_the_45_services_of_the_bureau(law):
    rows = [row.cells for row in _table(law, f"{BUREAU}/sec-3.4/table-1").rows]
    numbers = [row[0] for row in rows if row[0]]
    # The scan runs 25 and 26 together; their names and offices stand in one row.
    assert numbers == [number for number in range(1, 46) if number != 26]
    assert {row[1]: row[2] for row in rows}["서울시 대표 챗봇(서울톡) 운영"] == "디지털도시국"
    assert [row[0] for row in rows if "서우리주무관" in row[1]] == [39]
    assert [row[0] for row in rows if "인파밀집" in row[1]] == [25]


def test_a_broken_line_is_joined_where_a_word_goes_on(law):
    """Each line of the list ends and goes on as the list says; so a changed text breaks the build."""
    source = law.works[REVIEW].sources[0]
    lines = read_source(source).splitlines()
    table = (texts() / REVIEW / "report.ko.cuts.tsv").read_text(encoding="utf-8").splitlines()
    assert table[0] == "line\tbefore\tafter"
    held = " ".join(each.renditions[0].mark + " " + each.renditions[0].text for each in law if each.id.work == REVIEW)
    for row in table[1:]:
        number, before, after = row.split("\t")
        assert lines[int(number) - 1].rstrip().endswith(before)
        assert before + after in held
    assert len(source.cuts) == len(table) - 1


def _parted(kiwi, before, after):
    """Whether a judge of spacing that has not seen the list sets the two parts of a word apart."""
    spaced = kiwi.space(before + after)
    letters = [at for at, letter in enumerate(spaced) if letter != " "]
    return spaced[letters[len(before) - 1] + 1] == " "


def test_kiwi_sees_no_blank_where_words_are_joined():
    kiwi = Kiwi(num_workers=1)
    table = (texts() / REVIEW / "report.ko.cuts.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [row.split("\t")[1:] for row in table]
    assert {before + after for before, after in rows if _parted(kiwi, before, after)} == SET_APART
