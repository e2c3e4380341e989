"""A report's tables and notes at the doors: `jorye show` and its JSON."""

import pytest

from api.tables import table_lines
from corpus.tables import Row, Table, figure

REVIEW = "seoul-ai-bill-review"
SHOWN = [  # table, a line of its page
    ("annex-3/table-1", "(백만원)"),
    ("annex-3/table-1", "연번 | 사업명 | 계 | ’24 | ’25 | ’26"),
    (
        "annex-4/sec-1/table-1",
        "인공지능산업 진흥에 관한 법률안 | 2205458 | 정동영의원 | 2024. 11. 11. | 소위원회 직접 회부",
    ),
    ("annex-3/table-1", "17 | 서울시 대표 챗봇 ‘서울톡’ 운영 | 941 | 341 | 300 | 300"),
    ("annex-3/table-1", "7 AI 활용도 제고 위한 프롬프트 학습 동아리 운영<신규> 13 6 7"),
    ("annex-2/table-1", "22대 | 8 | 인공지능책임법안 | 황희의원 | 2024.08.27."),
    ("sec-4.2.2", "③ 시장은 기본계획에 따라 매년 시행계획을 수립ㆍ시행하여야 한다. | ③ (제정안과 같음)"),
]


@pytest.mark.parametrize(("place", "line"), SHOWN)
def test_a_table_is_shown_row_by_row(here, place, line):
    assert line in here("show", f"{REVIEW}/{place}").out.splitlines()


def test_the_json_of_a_table_has_its_rows_and_of_a_section_its_notes(here):
    (table,) = here("show", "--json", f"{REVIEW}/annex-3/table-1").json["renditions"]
    assert table["table"]["unit"] == "백만원"
    assert table["table"]["rows"][0]["cells"] == ["합 계", None, 206427, 55073, 80178, 71176]
    assert table["table"]["rows"][0]["text"] in table["text"]
    (section,) = here("show", "--json", f"{REVIEW}/sec-4.2.4").json["renditions"]
    assert section["table"] is None
    assert [call["note"] for call in section["calls"]] == [f"{REVIEW}/note-{number}" for number in (14, 15, 16)]
    assert section["text"][: section["calls"][2]["at"]].endswith("스마트도시위원회의 존속기한16)")


def test_a_row_whose_figures_found_no_column_is_shown_as_printed():
    rows = (Row((7, "학습 동아리", 13, None), "7 학습 동아리 13 6 7"), Row((8, None, 1200, None), "8 - 1,200"))
    assert list(table_lines(Table(("연번", "이름", "계", "’24"), rows, "원"))) == [
        "(원)",
        "연번 | 이름 | 계 | ’24",
        "7 학습 동아리 13 6 7",
        "8 | – | 1,200 | –",
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("941", 941),
        ("206,427", 206427),
        (" 0 ", 0),
        ("1,00", None),
        ("-", None),
        ("", None),
        ("3.5", None),
        ("①", None),
    ],
)
def test_a_figure_is_a_whole_number(text, number):
    assert figure(text) == number
