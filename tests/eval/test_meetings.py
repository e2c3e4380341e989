"""Tests of the measures of meetings told in words."""

import json
from datetime import date

from eval.cases import MeetingCase, load_meetings
from eval.meetings import Reading, main, measures, wrong

LABELS = {
    "facts": {"on_register": 15, "attending": 8},
    "asked": "validity",
    "verdict": "valid",
    "resolution": "not_voted",
}


def case(question, **labels):
    return MeetingCase(id="x", question=question, lang="ko", as_of=date(2026, 3, 10), **labels)


def test_a_question_read_exactly_is_right():
    reading = Reading.of(case("재적 15명, 출석 8명. 유효한가요?", **LABELS))
    assert reading.reads_facts
    assert reading.reads_asked
    assert not list(wrong([reading]))


def test_a_fact_read_wrongly_counts_against_precision_and_recall():
    readings = [Reading.of(case("재적 15명, 출석 9명. 유효한가요?", **LABELS))]
    fields = measures(readings)["fields"]
    assert fields["attending"] == {"told": 1, "read": 1, "precision": 0.0, "recall": 0.0}
    assert fields["on_register"]["recall"] == 1.0
    assert list(wrong(readings)) == readings


def test_a_wrong_verdict_is_told_from_a_fact_that_is_asked_for():
    other = LABELS | {"verdict": "invalid"}
    readings = [
        Reading.of(case(text, **other)) for text in ("재적 15명, 출석 8명. 유효한가요?", "출석 8명. 유효한가요?")
    ]
    assert [(each.finds_verdict, each.misjudges) for each in readings] == [(False, True), (False, False)]
    assert (measures(readings)["verdict_right"], measures(readings)["misjudged"]) == (0, 0.5)


def test_a_text_that_is_no_meeting_is_not_read():
    reading = Reading.of(case("위원장은 누가 뽑나요?", **LABELS))
    assert not reading.reads_facts
    assert not reading.reads_asked


def test_an_impossible_meeting_is_right_where_the_error_is_expected():
    assert Reading.of(case("재적 10명 출석 12명. 유효?", error="attending")).reads_facts
    assert not Reading.of(case("재적 10명 출석 12명. 유효?", **LABELS)).reads_facts


def test_the_command_prints_the_measures_and_every_error(capsys):
    assert main(["--held-out", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    held_out = list(load_meetings(held_out=True))
    assert printed["questions"] == len(held_out) == 111
    wrongly = {each["id"] for each in printed["errors"]}
    assert wrongly < {each.id for each in held_out}
    assert printed["facts_exact"] >= 1 - len(wrongly) / len(held_out)


def test_all_that_is_not_held_out_is_read(capsys):
    assert main([]) == 0
    assert "100.0%" in capsys.readouterr().out


def test_the_labels_say_what_they_may():
    for each in [*load_meetings(), *load_meetings(held_out=True)]:
        assert bool(each.error) != bool(each.asked and each.verdict and each.resolution), each.id
        assert each.verdict in ("", "valid", "invalid", "contested", "undetermined")
        assert each.resolution in ("", "carried", "not_carried", "void", "contested", "unknown", "not_voted")
        assert not set(each.conflict) & set(each.facts)


def test_ids_and_questions_are_unique():
    every = [*load_meetings(), *load_meetings(held_out=True)]
    assert len({each.id for each in every}) == len({each.question for each in every}) == len(every) >= 220
