"""Columns of a terminal: wide characters take two cells, and no line loses or alters a word."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.columns import BETWEEN, cells, column_width, side_by_side, wrap

texts = st.text(st.sampled_from("위원회 는the Mayor ,①ㆍ「」“e\u0301ᄀ\u1161\u3000\n"), max_size=80) | st.text(
    max_size=40
)
widths = st.integers(1, 60)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Article 14", 10),
        ("제14조", 6),
        ("① 회의", 6),
        ("ㆍ「」", 6),
        ("\u3000", 2),
        ("ＡＢ", 4),
        ("e\u0301", 1),  # a letter and its accent
        ("\u1100\u1161\u11a8", 2),  # one syllable of three letters
        ("\u200b", 0),
        ("", 0),
    ],
)
def test_the_cells_of_a_text(text, taken):
    assert cells(text) == taken


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("the Mayor shall", 9, ["the Mayor", "shall"]),
        ("the Mayor shall", 8, ["the", "Mayor", "shall"]),
        ("the Mayor shall", 100, ["the Mayor shall"]),
        ("위원회의 회의", 8, ["위원회의", "회의"]),
        ("위원회의 회의", 7, ["위원회", "의 회의"]),
        ("위원회", 3, ["위", "원", "회"]),
        ("위원회", 1, ["위", "원", "회"]),  # wider than the line, and shown all the same
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("a\nb", 10, ["a", "b"]),
    ],
)
def test_lines_end_between_words_where_they_can(text, width, lines):
    assert [line.rstrip() for line in wrap(text, width)] == lines


@settings(deadline=None)
@given(texts, widths)
def test_the_lines_joined_are_the_text(text, width):
    assert "".join(wrap(text, width)) == text


@settings(deadline=None)
@given(texts, st.integers(2, 60))
def test_no_line_is_wider_than_it_may_be(text, width):
    lines = wrap(text, width)
    assert [line for line in lines if cells(line.rstrip()) > width] == []
    assert [line for line in lines if len(line.strip().splitlines()) > 1] == []


def _halves(line, column):
    """The two columns of a printed line, parted where the cells say."""
    end = max((end for end in range(len(line) + 1) if cells(line[:end]) == column), default=len(line))
    return line[:end], line[end:].removeprefix(BETWEEN.rstrip()).strip()


def _bare(text):
    return re.sub(r"\s", "", text)


@settings(deadline=None)
@given(st.lists(st.tuples(texts, texts), max_size=4), st.integers(10, 100))
def test_the_columns_joined_are_the_texts(rows, width):
    lines = list(side_by_side(rows, width))
    halves = [_halves(line, column_width(width)) for line in lines]
    for side in (0, 1):
        assert _bare("".join(half[side] for half in halves)) == _bare("".join(row[side] for row in rows))
    assert [line for line in lines if cells(line) > width] == []


def test_what_stands_in_one_row_begins_on_one_line():
    rows = [("a a a a", "b"), ("", ""), ("c", "d d d d")]
    assert list(side_by_side(rows, 10)) == ["a a │ b", "a a │", "    │", "c   │ d d", "    │ d d"]
