"""What must hold of every meeting that can be told."""

import operator
import re
from calendar import month_name
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.errors import FactsError
from rag.meetings.facts import FIELDS, Committee, Convener, Format, Presider, facts_of
from rag.meetings.sheets import Topic, load_sheets
from rag.meetings.verdict import check_meeting

AS_OF = date(2026, 3, 10)
BESIDE = (Topic.NOTICE, Topic.RESOLUTION)
VOTES = ("in_favor", "against", "abstaining")
OPENED = ("not_met", "contested", "met")
VERDICTS = ("invalid", "undetermined", "contested", "valid")
CHANGES = {rule.since for sheet in load_sheets().values() for rules in sheet.rules.values() for rule in rules}
DAYS = [day + timedelta(step) for day in (*sorted(CHANGES), date(2028, 1, 1)) for step in (-1, 0, 1)]
SIGNS = {"≥": operator.ge, "≤": operator.le, "<": operator.lt, ">": operator.gt}

many = settings(max_examples=150, deadline=None)
some = settings(max_examples=50, deadline=None)


def names(kind):
    return st.none() | st.sampled_from([each.value for each in kind])


@st.composite
def votes(draw, may_vote):
    """Votes of some of those who may vote, or of all of them, or nothing said of any."""
    left, cast = may_vote, {}
    for name in draw(st.sampled_from([(), VOTES, VOTES[:1], VOTES[::-1]])):
        cast[name] = draw(st.none() | st.integers(0, left))
        left -= cast[name] or 0
    return cast


@st.composite
def meetings(draw):
    """Facts that do not contradict each other, each of them told or not."""
    register = draw(st.integers(1, 35))
    attending = draw(st.integers(0, register))
    excluded = draw(st.integers(0, min(attending, 3)))
    facts = {
        "committee": draw(names(Committee)),
        "date": draw(st.none() | st.sampled_from(DAYS)),
        "on_register": draw(st.sampled_from([register, register, None])),
        "attending": draw(st.sampled_from([attending, attending, None])),
        "excluded_attending": excluded or draw(st.sampled_from([0, None])),
        "excluded_took_part": draw(st.sampled_from([None, False, True])) if excluded else None,
        "convened_by": draw(names(Convener)),
        "requested_by": draw(st.none() | st.integers(0, register)),
        "presided_by": draw(names(Presider)),
        "chair_unavailable": draw(st.none() | st.booleans()),
        "vice_chair_unavailable": draw(st.none() | st.booleans()),
        "format": draw(names(Format)),
        "notice_days": draw(st.none() | st.integers(0, 30)),
        **draw(votes(attending - excluded)),
    }
    facts = {name: value for name, value in facts.items() if value is not None}
    if facts.get("convened_by") == "other":
        facts.pop("requested_by", None)
    assume(possible(facts))
    return facts


def found(facts):
    return check_meeting(facts_of(facts), AS_OF)


def possible(facts):
    try:
        found(facts)
    except FactsError:
        return False
    return True


def verdict_and_resolution_agree(facts, report):
    barred = any((check.id, check.status) == ("exclusion", "fail") for check in report.checks)
    voted = barred or any(name in facts for name in VOTES)
    statuses = {check.status for check in report.checks if check.id not in BESIDE}
    assert (report.resolution.status == "not_voted") is not voted
    assert (report.resolution.status == "void") is (voted and report.verdict == "invalid")
    assert (report.verdict == "invalid") is ("fail" in statuses)
    if report.verdict == "valid":
        assert statuses <= {"pass", "assumed"}
        assert (report.opening.status, report.missing) == ("met", ())
        assert report.resolution.status in ("carried", "not_carried", "not_voted")


def the_arithmetic_follows_its_definition(facts, report):
    register, attending = facts.get("on_register"), facts.get("attending")
    opening, resolution = report.opening, report.resolution
    for of, needed in ((register, opening.needed), (resolution.base, resolution.needed)):
        assert needed is None or 2 * (needed - 1) <= of < 2 * needed
    if attending is not None:
        assert opening.counted == resolution.base == attending - facts.get("excluded_attending", 0)
        assert opening.counted_with_excluded == attending
    if attending is not None and opening.needed is not None:
        assert opening.status == OPENED[(2 * opening.counted > register) + (2 * attending > register)]
    if resolution.status == "carried":
        assert 2 * facts["in_favor"] > resolution.base


def strict_is_never_more_generous_than_lenient(_, report):
    assert bool(report.readings) is (report.opening.status == "contested")
    if report.readings:
        strict, lenient = report.readings
        assert (strict.id, lenient.id) == ("strict", "lenient")
        assert VERDICTS.index(strict.verdict) <= VERDICTS.index(lenient.verdict)
        assert strict.verdict == "invalid"
        assert strict.resolution.status in ("void", "not_voted")
        assert report.opening.counted < report.opening.needed <= report.opening.counted_with_excluded
        assert strict.rulings
        assert lenient.rulings


def only_what_was_not_told_is_asked_or_assumed(facts, report):
    assert list(report.missing) == [name for name in FIELDS if name in report.missing]
    vague = {"presided_by"} if facts.get("presided_by") == "vice_chair" else set()
    assert set(report.missing) & set(facts) <= vague
    assumed = [each.fact for each in report.assumptions]
    assert len(assumed) == len(set(assumed))
    assert set(assumed) & {*facts, *report.missing} == set()


def every_finding_rests_on_the_law(_, report):
    """Unless no rule is at hand, nobody is excluded, or a vote is void for what another check found."""
    assert any(check.basis for check in report.checks)
    for check in report.checks:
        nobody = check.id == "exclusion" and not report.facts.excluded_attending
        void = check.id == "resolution" and report.resolution.status == "void"
        assert check.basis or check.status == "unknown" or nobody or void, check
        assert check.rulings or check.status != "contested", check


def both_languages_say_the_same_numbers(_, report):
    for words in sentences(report):
        korean, english = numbers(words)
        assert korean == english, words


def each_language_is_written_in_its_own_letters(_, report):
    for words in sentences(report):
        assert re.search("[가-힣]", words.ko), words
        assert re.search("[A-Za-z]", words.en), words
        assert not re.search("[가-힣]", words.en), words
        assert not re.search("[{}]|None", words.ko + words.en), words


def a_computation_shows_comparisons_that_are_true(_, report):
    for check in report.checks:
        if check.computation:
            compared = re.findall(r"(\d+)[^\d;]*?([≥≤<>])[^\d;]*?(\d+)", check.computation.ko)
            assert compared
            assert all(SIGNS[sign](int(left), int(right)) for left, sign, right in compared), check.computation


def sentences(report):
    """All that a report says of this meeting, in both languages."""
    for check in report.checks:
        yield check.reason
        if check.computation:
            yield check.computation
    yield from (said for each in report.assumptions for said in (each.said, each.short))
    yield from (each.reason for each in report.readings)
    yield from (each.said for each in report.notes)
    yield report.summary


def numbers(words):
    """The numbers of a sentence in each language, where English has words for a month, and for the one of one in 3."""
    korean = re.sub(r"(\d+)분의 1", r"\1", words.ko)
    english = re.sub(rf"({'|'.join(month_name[1:])}) (\d+), (\d+)", _by_numbers, words.en)
    return [Counter(re.findall(r"\d+(?:\.\d+)?", text)) for text in (korean, english)]


def _by_numbers(day):
    return f"{day[3]}. {list(month_name).index(day[1])}. {day[2]}."


@many
@given(meetings())
def test_whatever_is_told_the_report_holds_together(facts):
    report = found(facts)
    verdict_and_resolution_agree(facts, report)
    the_arithmetic_follows_its_definition(facts, report)
    strict_is_never_more_generous_than_lenient(facts, report)
    only_what_was_not_told_is_asked_or_assumed(facts, report)
    every_finding_rests_on_the_law(facts, report)
    both_languages_say_the_same_numbers(facts, report)
    each_language_is_written_in_its_own_letters(facts, report)
    a_computation_shows_comparisons_that_are_true(facts, report)


@some
@given(meetings())
def test_the_same_facts_give_the_same_report(facts):
    before = dict(facts)
    assert found(facts) == found(facts)
    assert facts == before


@some
@given(meetings(), st.sampled_from([None, *VOTES[1:]]))
def test_one_more_yes_never_loses_a_motion(facts, instead_of):
    facts = {"in_favor": 0} | facts
    more = facts | {"in_favor": facts["in_favor"] + 1}
    if facts.get(instead_of):
        more[instead_of] -= 1
    assume(possible(facts) and possible(more))
    before, after = found(facts), found(more)
    assert before.resolution.status != "carried" or after.resolution.status == "carried"
    assert (before.verdict, before.opening, before.missing) == (after.verdict, after.opening, after.missing)


@some
@given(meetings(), st.booleans())
def test_one_more_who_comes_and_does_not_vote_helps_the_opening_and_never_the_motion(facts, excluded):
    more = facts | {"attending": facts.get("attending", 0) + 1}
    if excluded:
        more |= {"excluded_attending": facts.get("excluded_attending", 0) + 1}
    assume("attending" in facts and possible(more))
    before, after = found(facts), found(more)
    if before.opening.status in OPENED:
        assert OPENED.index(after.opening.status) >= OPENED.index(before.opening.status)
    if before.resolution.needed is not None:
        assert after.resolution.needed >= before.resolution.needed
    if before.opening.status == "met" and before.resolution.status == "not_carried":
        assert after.resolution.status != "carried"
    if excluded:
        assert (after.resolution.base, after.opening.counted) == (before.resolution.base, before.opening.counted)


@some
@given(meetings())
def test_telling_what_was_assumed_changes_no_verdict(facts):
    report = found(facts)
    told = {each.fact: 15 if each.fact == "notice_days" else each.value for each in report.assumptions}
    for more in ({name: value} for name, value in told.items()):
        one = found(facts | more)
        assert (one.verdict, one.opening, one.resolution) == (report.verdict, report.opening, report.resolution)
    whole = found(facts | told)
    assert (whole.verdict, whole.opening, whole.resolution) == (report.verdict, report.opening, report.resolution)
    assert (whole.assumptions, whole.missing) == ((), report.missing)
    assert "assumed" not in {check.status for check in whole.checks if check.id != "existence"}


ANSWERS = {
    "on_register": lambda facts: [max(1, *(facts.get(name, 0) for name in ("attending", "requested_by"))), 35],
    "attending": lambda facts: [facts["on_register"], facts["on_register"] - 1],
    "in_favor": lambda _: [0],
    "requested_by": lambda facts: [0, facts.get("on_register", 0)],
    "convened_by": lambda _: ["chair", "members"],
    "presided_by": lambda _: [each.value for each in Presider],
    "chair_unavailable": lambda _: [True, False],
    "vice_chair_unavailable": lambda _: [True, False],
}


@some
@given(meetings(), st.data())
def test_whoever_answers_every_question_is_asked_no_more(facts, data):
    asked = []
    while (missing := found(facts).missing) and len(asked) < len(FIELDS):
        asked.append(missing[0])
        answers = [facts | {missing[0]: each} for each in ANSWERS[missing[0]](facts)]
        facts = data.draw(st.sampled_from([each for each in answers if possible(each)]))
    assert not missing, asked


KINDS = {
    **{name: st.integers(-1, 12) for name in (*VOTES, "on_register", "attending", "excluded_attending")},
    **{name: st.integers(-1, 12) for name in ("requested_by", "notice_days")},
    **{name: st.booleans() for name in ("excluded_took_part", "chair_unavailable", "vice_chair_unavailable")},
    "committee": st.sampled_from(list(Committee)),
    "presided_by": st.sampled_from(list(Presider)),
    "convened_by": st.sampled_from(list(Convener)),
}


@many
@given(st.fixed_dictionaries({}, optional=KINDS))
def test_any_facts_get_a_report_or_the_name_of_one_to_mend(facts):
    try:
        found(facts)
    except FactsError as error:
        assert error.field in facts
        assert len(str(error).splitlines()) == 1


@pytest.mark.parametrize("as_of", [date(2018, 6, 1), date(2025, 7, 13), date(2026, 3, 10), date(2028, 1, 1)])
def test_a_day_that_is_told_outweighs_the_day_of_asking(as_of):
    facts = facts_of({"date": "2026-03-10", "on_register": 15, "attending": 8, "in_favor": 5})
    assert check_meeting(facts, as_of) == check_meeting(facts, AS_OF)
    untold = facts_of({"on_register": 15, "attending": 8, "in_favor": 5})
    assert check_meeting(untold, as_of).facts.date == as_of
