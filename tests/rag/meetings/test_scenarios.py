"""Meetings with the whole finding on each, in a table that a lawyer can read: `scenarios.tsv`."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from rag.meetings.facts import Committee, Convener, Format, Presider, facts_of
from rag.meetings.report import Opened, Resolved, Status, Verdict
from rag.meetings.sheets import Topic
from rag.meetings.verdict import check_meeting

AS_OF = date(2026, 3, 10)
ORDINARY = {"convened_by", "presided_by", "format", "notice_days", "excluded_attending"}
LETTERS = {"pass": "P", "assumed": "A", "fail": "F", "contested": "C", "unknown": "U"}
NUMBERS = ("on_register", "attending", "excluded_attending", "in_favor")
FOUND = ("verdict", "opening", "resolution", "checks", "assumed", "missing", "readings")


def table():
    text = Path(__file__).with_name("scenarios.tsv").read_text(encoding="utf-8")
    head, *rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return [dict(zip(head, row, strict=True)) for row in rows]


def value(name, told):
    if name in ("chair_unavailable", "vice_chair_unavailable", "excluded_took_part"):
        return {"true": True, "false": False}[told]
    return int(told) if told.isdigit() else told


def given(row):
    others = [] if row["others"] == "-" else [each.split("=") for each in row["others"].split()]
    named = [(name, row[name]) for name in ("committee", "date", *NUMBERS) if row[name] != "-"]
    return {name: value(name, told) for name, told in [*named, *others]}


def assumed(told):
    names = set()
    for word in told.split():
        if word == "ordinary":
            names |= ORDINARY
        elif word[0] == "+":
            names.add(word[1:])
        elif word != "-":
            assert word[1:] in names
            names.remove(word[1:])
    return names


def number(counted):
    return "-" if counted is None else str(counted)


def compact(report):
    opening, resolution = report.opening, report.resolution
    counts = f"{number(resolution.in_favor)}/{number(resolution.needed)} of {number(resolution.base)}"
    return {
        "verdict": report.verdict,
        "opening": f"{opening.status} {number(opening.counted)}/{number(opening.needed)}",
        "resolution": f"{resolution.status} {counts}",
        "checks": "".join(LETTERS[check.status] for check in report.checks),
        "assumed": sorted(each.fact for each in report.assumptions),
        "missing": " ".join(report.missing) or "-",
        "readings": ", ".join(f"{each.id} {each.verdict}/{each.resolution.status}" for each in report.readings) or "-",
    }


def expected(row):
    return {name: row[name] for name in FOUND} | {"assumed": sorted(assumed(row["assumed"]))}


def name_of(row):
    told = [row["committee"], row["date"], "/".join(row[name] for name in NUMBERS), row["others"]]
    return " ".join(each for each in told if each != "-")


ROWS = table()


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_what_is_found_of_a_meeting(row):
    report = check_meeting(facts_of(given(row)), AS_OF)
    assert compact(report) == expected(row), row["why"]
    assert [check.id for check in report.checks] == list(Topic)


def test_every_row_names_its_article_or_ruling():
    source = re.compile(r"\d+\(\d\)|[Aa]rticles? \d|ordinance \d|No\. \d{4}|\d[다두누]\d|Addenda \d|^\d+:|9-2")
    assert [row["why"] for row in ROWS if not source.search(row["why"])] == []


def test_no_meeting_is_judged_twice():
    assert [name for name, times in Counter(map(name_of, ROWS)).items() if times > 1] == []


def test_the_table_leaves_nothing_out():
    assert len(ROWS) >= 230
    facts = [given(row) for row in ROWS]
    for name, kind in (("committee", Committee), ("convened_by", Convener), ("presided_by", Presider)):
        assert {fact.get(name) for fact in facts} == {None, *kind}
    assert {fact.get("format") for fact in facts} == {None, *Format}
    assert {row["verdict"] for row in ROWS} == set(Verdict)
    assert {row["opening"].split()[0] for row in ROWS} == set(Opened)
    assert {row["resolution"].split()[0] for row in ROWS} == set(Resolved)
    assert {letter for row in ROWS for letter in row["checks"]} == {LETTERS[each] for each in Status}


DECISIVE = [topic for topic in Topic if topic not in (Topic.FORMAT, Topic.NOTICE, Topic.RESOLUTION)]


@pytest.mark.parametrize("topic", DECISIVE)
def test_each_check_alone_makes_a_meeting_invalid(topic):
    others = [list(Topic).index(each) for each in DECISIVE if each is not topic]
    alone = [row for row in ROWS if row["checks"][list(Topic).index(topic)] == "F"]
    assert any(not {row["checks"][other] for other in others} & {"F", "U"} for row in alone)
    assert {row["verdict"] for row in alone} == {"invalid"}


@pytest.mark.parametrize(
    ("committee", "before", "after"),
    [
        ("ai-committee", "2025-07-13", "2025-07-14"),
        ("ai-committee", "2027-12-31", "2028-01-01"),
        ("smart-city-committee", "2019-03-27", "2019-03-28"),
        ("smart-city-committee", "2021-05-19", "2021-05-20"),
        ("smart-city-committee", "2022-10-16", "2022-10-17"),
        ("smart-city-committee", "2023-03-26", "2023-03-27"),
        ("smart-city-committee", "2027-12-31", "2028-01-01"),
        ("informatization-strategy-committee", "2011-09-28", "2011-09-29"),
        ("informatization-strategy-committee", "2015-03-11", "2015-03-12"),
        ("informatization-strategy-committee", "2019-03-27", "2019-03-28"),
    ],
)
def test_a_meeting_on_either_side_of_every_change_is_in_the_table(committee, before, after):
    found = {
        day: {row["checks"] for row in ROWS if (row["committee"], row["date"]) == (committee, day)}
        for day in (before, after)
    }
    assert found[before]
    assert found[after]
    assert found[before] != found[after]
