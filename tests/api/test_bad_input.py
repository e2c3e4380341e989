"""Input that no command can follow: one line on standard error, the right exit code, never a traceback."""

import pytest

ID = "seoul-ai-ordinance"

REFUSED = [
    ("empty question", ["ask", ""], 2),
    ("only spaces", ["ask", " \t 　"], 2),
    ("only punctuation", ["ask", "?!…。、"], 2),
    ("100,000 characters", ["ask", "x" * 100_000], 2),
    ("bytes that are no UTF-8", ["ask", b"\xff\xfe \xed\xa0\x80", "--json"], 2),
    ("empty search", ["search", ""], 2),
    ("date that is no day", ["ask", "x", "--as-of", "2026-02-30"], 2),
    ("date that is no date", ["show", f"{ID}/art-1", "--as-of", "tomorrow"], 2),
    ("malformed id", ["show", "not an id"], 2),
    ("malformed unit", ["show", f"{ID}/article-14"], 2),
    ("malformed date in an id", ["show", f"{ID}@2025-13-40/art-1"], 2),
    ("id of bytes that are no UTF-8", ["show", b"\xff\xfe"], 2),
    ("id with control characters", ["show", f"{ID}/\x1b[31m\nart-1"], 2),
    ("very long id", ["show", ID + "/art-1" * 10_000], 1),
    ("unknown provision", ["show", f"{ID}/art-99"], 1),
    ("unknown work", ["show", "no-such-work/art-1"], 1),
    ("version that is not at hand", ["show", f"{ID}@2025-07-14/art-1"], 1),
    ("day to compare with that is no date", ["show", f"{ID}/art-1", "--against", "yesterday"], 2),
    ("comparison with a version not held", ["show", f"{ID}/art-8", "--against", "2025-08-01"], 1),
    ("the same in JSON", ["show", f"{ID}/art-8", "--against", "2025-08-01", "--json"], 1),
    ("comparison with a day before the record", ["show", f"{ID}/art-8", "--against", "2001-01-01"], 1),
    (
        "comparison without counterpart",
        ["show", "seoul-smart-city-ordinance/art-24/para-2", "--against", "2018-06-01"],
        1,
    ),
    ("comparison of what has no versions", ["show", "seoul-ai-bill-review/sec-1", "--against", "2025-01-01"], 1),
    ("work whose text is not at hand", ["show", "seoul-committees-ordinance/art-1"], 1),
]


BY_PROCESS = (  # a command with each of its exit codes, and what only a process is given: bytes that are no text
    "empty question",
    "bytes that are no UTF-8",
    "empty search",
    "malformed id",
    "id of bytes that are no UTF-8",
    "unknown provision",
)


@pytest.mark.parametrize(("name", "arguments", "code"), REFUSED, ids=[f"{name}-{code}" for name, _, code in REFUSED])
def test_bad_input_is_refused_in_one_line(jorye, here, name, arguments, code):
    ran = (jorye if name in BY_PROCESS else here)(*arguments)
    assert ran.refused(code), ran
    assert "\x1b" not in ran.err


def test_control_characters_in_a_question_reach_neither_the_search_nor_the_terminal(here):
    ran = here("ask", "Who convenes\x01 the AI\x1b[0m Committee?\x07\x7f", "--as-of", "2026-03-10")
    assert (ran.code, ran.err) == (0, "")
    assert "seoul-ai-ordinance@2025-09-29/art-14/para-1" in ran.out
    assert [each for each in ran.out if not each.isprintable() and each != "\n"] == []


def test_a_reader_who_stops_early_gets_no_traceback(execute, script, home):
    ran = execute(
        ["/bin/sh", "-c", '"$0" search committee --count 50 --json | true', script],
        JORYE_HOME=home,
        JORYE_EMBEDDING="none",
    )
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("day", ["2018-02-30", "2018-13-01", "2026-04-31"])
def test_a_day_that_no_calendar_has_is_named_as_such(here, day):
    ran = here("ask", "AI위원회 위원은 몇 명까지인가요?", "--as-of", day)
    assert ran.refused(2)
    assert f"'{day}': there is no such day" in ran.err
