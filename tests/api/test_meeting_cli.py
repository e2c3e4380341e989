"""`jorye meeting`: options, JSON Lines and records, as a process where that is what is tested."""

import json
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from rag.meetings.facts import FIELDS, Committee, Convener, Format, Presider

GOLDEN = Path(__file__).with_name("golden")
CARRIED = ["--on-register", "15", "--attending", "8", "--in-favor", "5"]
AS_OF = ["--as-of", "2026-03-10"]


def test_the_page_is_the_one_that_was_approved_and_needs_no_index(process):
    ran = process(*CARRIED, *AS_OF)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (GOLDEN / "page-carried-ko.txt").read_text(encoding="utf-8") + "\n"


EVERY = {
    "committee": ("smart-city-committee", "--committee=smart-city-committee"),
    "date": ("2024-03-12", "--date=2024-03-12"),
    "on_register": (24, "--on-register=24"),
    "attending": (15, "--attending=15"),
    "excluded_attending": (1, "--excluded-attending=1"),
    "excluded_took_part": (False, "--excluded-stayed-out"),
    "in_favor": (9, "--in-favor=9"),
    "against": (3, "--against=3"),
    "abstaining": (2, "--abstaining=2"),
    "convened_by": ("members", "--convened-by=members"),
    "requested_by": (8, "--requested-by=8"),
    "presided_by": ("ex_officio_vice_chair", "--presided-by=ex_officio_vice_chair"),
    "chair_unavailable": (True, "--chair-unavailable"),
    "vice_chair_unavailable": (True, "--vice-chair-unavailable"),
    "format": ("video", "--format=video"),
    "notice_days": (16, "--notice-days=16"),
}


def test_every_fact_is_an_option_and_the_same_facts_get_the_same_report_at_every_door(meeting, assistant):
    facts = {name: value for name, (value, _) in EVERY.items()}
    assert set(facts) == set(FIELDS)
    by_options = meeting(*(option for _, option in EVERY.values()), *AS_OF, "--lang", "en", "--json").json
    by_line = meeting("-", *AS_OF, "--lang", "en", stdin=json.dumps(facts).encode()).json
    with TestClient(create_app(assistant)) as client:
        by_http = client.post("/v1/meetings/check", json=facts | {"as_of": "2026-03-10", "lang": "en"}).json()
    assert by_options["facts"] == facts
    assert by_options["verdict"] == "valid"
    took = {"took_ms": 0}
    assert by_options | took == by_line | took == by_http | took


def test_help_lists_what_may_be_chosen(meeting):
    ran = meeting("--help")
    assert ran.code == 0
    listed = "".join(ran.out.split())
    assert [kind for kind in (Committee, Convener, Format, Presider) if f"[{'|'.join(kind)}]" not in listed] == []


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--attending", "eight"], "attending: must be a whole number, not 'eight'."),
        (["--on-register", "15", "--attending", "16"], "attending: cannot be 16"),
        (["--on-register", "9" * 3000], "on_register: must be a number from 0 to 9,999."),
        (["--committee", "\x1b[31mx"], "committee: must be one of ai-committee"),
        (["--date", "2026-02-30"], "date: must be a date like 2026-03-10, not '2026-02-30'."),
        (["--bogus", "1"], "--bogus"),
        (["nonsense"], "options"),
        (["-", "--attending", "8"], "options"),
        (["--record", "record.pdf"], ".md or .html"),
        (["--lang", "fr"], "--lang"),
        (["--excluded-took-part", "--excluded-stayed-out"], "--excluded-took-part and --excluded-stayed-out"),
        (["--chair-available", "--chair-unavailable"], "--chair-unavailable and --chair-available"),
        (
            ["--vice-chair-unavailable", "--attending", "8", "--vice-chair-available"],
            "--vice-chair-unavailable and --vice-chair-available",
        ),
    ],
)
def test_what_cannot_be_followed_ends_with_2_and_names_what_is_wrong(meeting, arguments, named):
    ran = meeting(*arguments)
    assert ran.refused(2), ran
    assert named in ran.err
    assert "\x1b" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "verdict"),
    [
        (["--on-register", "15", "--attending", "7"], "invalid"),
        (["--on-register", "12", "--attending", "7", "--excluded-attending", "1"], "contested"),
        ([], "undetermined"),
    ],
)
def test_a_report_is_an_answer_whatever_its_verdict(meeting, arguments, verdict):
    ran = meeting(*arguments, *AS_OF, "--json")
    assert (ran.code, ran.err, ran.json["verdict"]) == (0, "", verdict)


LINES = [
    (b'\xef\xbb\xbf{"on_register": 15, "attending": 8, "in_favor": 5}', None),
    (b'{"attending": 16, "on_register": 15}', "attending"),
    (b'{"on_register": 15, "attending": 7, "lang": "en", "as_of": "2026-01-05"}', None),
    (b"  ", ""),
    (b'{"bogus": 1}', "bogus"),
    (b"not json", ""),
    (b"[]", ""),
    (b"\xff\xfe", ""),
    (b'{"as_of": 3}', "as_of"),
    (b'{"lang": "fr"}', "lang"),
    (b'{"presided_by": "chair", "chair_unavailable": true}', "presided_by"),
    (b'{"on_register": ' + b"9" * 400 + b"}", "on_register"),
    (b'{"attending": 7, "on_register": 15, "attending": 8}', "attending"),
    (b'{"lang": "ko", "lang": "ko"}', "lang"),
    (b'{"committee": "smart-city-consultative-council"}', None),
]


def test_lines_are_answered_in_order_and_a_bad_one_spoils_no_other(process):
    ran = process("-", *AS_OF, stdin=b"\r\n".join(line for line, _ in LINES) + b"\n\n")
    assert (ran.code, ran.err) == (1, "")
    told = [(number, field) for number, (line, field) in enumerate(LINES, start=1) if line.strip()]
    assert len(ran.rows) == len(told)
    for row, (number, field) in zip(ran.rows, told, strict=True):
        assert list(row) == ["error", "field"] if field is not None else "verdict" in row
        if field is not None:
            assert (row["error"].startswith(f"line {number}: "), row["field"] or "") == (True, field)
    good = [row for row in ran.rows if "verdict" in row]
    assert [(row["verdict"], row["lang"], row["as_of"]) for row in good] == [
        ("valid", "ko", "2026-03-10"),
        ("invalid", "en", "2026-01-05"),
        ("undetermined", "ko", "2026-03-10"),
    ]


def test_options_are_the_defaults_of_lines_that_say_nothing_else(meeting):
    lines = b'{"attending": 6}\n{"attending": 6, "lang": "ko", "as_of": "2026-03-10"}'
    ran = meeting("-", "--lang", "en", "--as-of", "2026-01-05", stdin=lines)
    assert [(row["lang"], row["as_of"]) for row in ran.rows] == [("en", "2026-01-05"), ("ko", "2026-03-10")]


def test_a_flag_that_is_repeated_contradicts_nothing(meeting):
    ran = meeting("--chair-unavailable", "--chair-unavailable", "--vice-chair-available", *AS_OF, "--json")
    assert (ran.code, ran.json["facts"]["chair_unavailable"]) == (0, True)


def test_lines_that_are_all_good_or_none_are_no_failure(meeting):
    assert meeting("-", stdin=b"\n\n").code == 0
    assert meeting("-", stdin=b'{"attending": 6}').code == 0


def test_a_record_is_written_once_and_replaced_only_when_told(process, tmp_path):
    file = tmp_path / "회의록.html"
    ran = process(*CARRIED, *AS_OF, "--record", file)
    assert (ran.code, ran.err) == (0, "")
    first = file.read_text(encoding="utf-8")
    assert first.startswith('<!DOCTYPE html>\n<html lang="ko">')
    again = process("--on-register", "15", "--attending", "7", "--record", file)
    assert again.refused(2)
    assert "--force" in again.err
    assert file.read_text(encoding="utf-8") == first
    forced = process("--on-register", "15", "--attending", "7", *AS_OF, "--record", file, "--force", "--lang", "en")
    assert forced.code == 0
    assert "not valid" in file.read_text(encoding="utf-8")
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_facts_that_cannot_be_leave_a_record_as_it_was(meeting, tmp_path):
    file = tmp_path / "record.md"
    file.write_text("kept", encoding="utf-8")
    assert meeting("--attending", "-1", "--record", file, "--force").refused(2)
    assert file.read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize("place", ["missing/record.md", "x" * 300 + ".md", "folder.md"])
def test_a_record_that_cannot_be_written_is_one_clear_line_and_leaves_nothing(meeting, tmp_path, place):
    (tmp_path / "folder.md").mkdir()
    ran = meeting(*CARRIED, "--record", tmp_path / place, "--force")
    assert ran.refused(1), ran
    assert [each.name for each in tmp_path.iterdir()] == ["folder.md"]


SEEN = "import json, sys\nfrom api.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit as end:\n"
SEEN += "    code = end.code\nprint()\nprint(json.dumps([code, sorted(sys.modules)]))"
HEAVY = {"kiwipiepy", "chromadb", "numpy", "bm25s", "torch", "transformers", "langchain_core", "fastapi", "uvicorn"}


@pytest.mark.parametrize(
    ("arguments", "unwanted"), [(CARRIED, HEAVY), (["--help"], HEAVY | {"pydantic", "ingest"})], ids=["judge", "help"]
)
def test_a_meeting_is_judged_without_a_heavy_library(execute, tmp_path, arguments, unwanted):
    ran = execute([sys.executable, "-c", SEEN, "meeting", *arguments], JORYE_HOME=tmp_path / "none")
    code, modules = json.loads(ran.out.splitlines()[-1])
    assert (code, "rag.meetings.facts" in modules) == (0, True)
    assert unwanted & {name.partition(".")[0] for name in modules} == set()
