"""The heads of the register's Markdown files, as its writers fold and quote them."""

from datetime import date

import pytest

from corpus.errors import SourceError
from ingest.readers.front_matter import body, fields
from ingest.readers.register_entry import entry_of

HEAD = """---
자치법규ID: '2254786'
자치법규명: '서울특별시 견본 조례'
지자체기관명: '서울특별시'
공포일자: 2025-09-29
공포번호: '9834'
시행일자: '2025-10-01'
제개정구분: '일부개정'
---
"""


@pytest.mark.parametrize(
    ("lines", "key", "value"),
    [
        ("a: b", "a", "b"),
        ("a: 'b'", "a", "b"),
        ('a: "b"', "a", "b"),
        ("a:", "a", ""),
        ("a: ''", "a", ""),
        ("a: []", "a", "[]"),
        ("a: 'it''s'", "a", "it's"),
        ("a: 'b: c'", "a", "b: c"),
        ("a: 'b # c'", "a", "b # c"),
        ("a: b # c", "a", "b"),
        ("a: 2025-09-29  ", "a", "2025-09-29"),
        ("a: 'one\n  two'", "a", "one two"),
        ("a: 'one\n  two\n  three'", "a", "one two three"),
        ("a: 'it''s\n  long'", "a", "it's long"),
        ("a: 'open\nb: c", "b", "c"),
        ("a:\n  b: 'nested'\nc: d", "c", "d"),
        ("a:\n  - b: 'x'\n    c: 'y\n      z'\nd: e", "d", "e"),
        ("a: 1\na: 2", "a", "2"),
    ],
)
def test_a_value_of_a_head(lines, key, value):
    assert fields("x.md", f"---\n{lines}\n---\n")[key].value == value


@pytest.mark.parametrize("lines", ["a:\n  b: 'nested'", "a:\n  - b: 'listed'", "# b: 'remarked'", "- b: x"])
def test_what_is_nested_or_listed_is_no_field(lines):
    assert "b" not in fields("x.md", f"---\n{lines}\n---\n")


def test_a_field_has_its_line():
    assert {key: field.line for key, field in fields("x.md", "---\na: 'b\n  c'\n\nd: e\n---\n").items()} == {
        "a": 2,
        "d": 5,
    }


@pytest.mark.parametrize("text", ["", "a: b", "---\na: b", "\n---\na: b\n---\n", "# Title\n---\n---\n"])
def test_a_file_without_a_head_says_so(text):
    with pytest.raises(SourceError, match=r"^x\.md, line 1: begins with no head"):
        fields("x.md", text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\na: b\n---\n\nc\n\nd\n", [(5, "c"), (7, "d")]),
        ("---\na: b\n--- \nc", [(4, "c")]),
        ("c\n---\nd", [(1, "c"), (2, "---"), (3, "d")]),
        ("---\na: b\n---\nc\n---\nd", [(4, "c"), (5, "---"), (6, "d")]),
        ("", []),
    ],
)
def test_the_body_begins_below_the_head_where_there_is_one(text, lines):
    assert list(body(text)) == lines


@pytest.mark.parametrize("number", range(2, 9))
def test_a_head_says_which_version_of_what_it_is_of(number):
    entry = entry_of("x.md", HEAD, "register_markdown")
    assert [
        entry.register_id, entry.name, entry.agency, entry.promulgated, entry.number, entry.effective, entry.amended
    ][number - 2] == [
        "2254786", "서울특별시 견본 조례", "서울특별시", date(2025, 9, 29), "9834", date(2025, 10, 1), "일부개정"
    ][number - 2]  # fmt: skip
    assert entry.worded


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("'9834'", "'09834'", {"number": "9834"}),
        ("'9834'", "''", {"number": ""}),
        ("'2025-10-01'", "20251001", {"effective": date(2025, 10, 1)}),
        ("'2025-10-01'", "'2025. 10. 1.'", {"effective": date(2025, 10, 1)}),
        ("공포일자: 2025-09-29", "담당부서: ''", {"promulgated": date(2025, 10, 1)}),
        # What lies before 1970 was put right in the one field and kept in the other.
        (
            "공포일자: 2025-09-29",
            "공포일자: 1970-01-01\n공포일자보정: true\n공포일자원문: '19650810'",
            {"promulgated": date(1965, 8, 10)},
        ),
        ("공포일자: 2025-09-29", "공포일자: 2025-09-29\n공포일자원문: ''", {"promulgated": date(2025, 9, 29)}),
        ("제개정구분: '일부개정'", "본문출처: 'parsing-failed'", {"worded": False, "amended": ""}),
        ("제개정구분: '일부개정'", "본문출처: 'api-text'", {"worded": True}),
    ],
)
def test_heads_that_say_it_otherwise(old, new, told):
    assert old in HEAD
    entry = entry_of("x.md", HEAD.replace(old, new), "register_markdown")
    assert {name: getattr(entry, name) for name in told} == told


@pytest.mark.parametrize(
    ("old", "new", "line", "named"),
    [
        ("자치법규ID: '2254786'\n", "", 1, "자치법규ID"),
        ("'2254786'", "''", 2, "자치법규ID"),
        ("'2254786'", "'../evil'", 2, "digits such as 2254786"),
        ("'2254786'", "'２２５'", 2, "digits such as 2254786"),
        ("'서울특별시 견본 조례'", "", 3, "자치법규명"),
        ("'9834'", "'98a4'", 6, "digits such as 9834"),
        ("'2025-10-01'", "''", 7, "시행일자"),
        ("'2025-10-01'", "'202330  '", 7, "a day such as 2025-09-29"),
        ("'2025-10-01'", "'2025-02-30'", 7, "a day such as 2025-09-29"),
        ("'2025-10-01'", "'20251301'", 7, "a day such as 2025-09-29"),
        ("2025-09-29", "someday", 5, "a day such as 2025-09-29"),
    ],
)
def test_a_head_that_leaves_it_open_is_refused_with_its_line(old, new, line, named):
    with pytest.raises(SourceError, match=rf"^x\.md, line {line}: .*{named}"):
        entry_of("x.md", HEAD.replace(old, new, 1), "register_markdown")
