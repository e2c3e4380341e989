"""Every register from 1 to 31 and every vote in it, against the plain table `majorities.tsv`."""

from datetime import date
from pathlib import Path

import pytest

from rag.meetings.facts import facts_of
from rag.meetings.verdict import check_meeting

TABLE = Path(__file__).with_name("majorities.tsv").read_text(encoding="utf-8").splitlines()[2:]
MAJORITY = {int(of): int(majority) for of, majority in (line.split("\t") for line in TABLE)}
LARGEST = {
    "ai-committee": ("2026-03-10", 15),
    "smart-city-committee": ("2026-03-10", 30),
    "smart-city-subcommittee": ("2026-03-10", 31),
    "informatization-strategy-committee": ("2018-06-01", 31),
}
REGISTERS = [(slug, register) for slug, (_, largest) in LARGEST.items() for register in range(1, largest + 1)]


def found(committee, **numbers):
    facts = {"committee": committee, "date": LARGEST[committee][0], **numbers}
    return check_meeting(facts_of(facts), date(2026, 3, 10))


def opened(report):
    return report.verdict, report.opening.status, report.opening.needed, report.opening.counted


def resolved(report):
    resolution = report.resolution
    return report.verdict, resolution.status, resolution.needed, resolution.base, resolution.in_favor


def test_the_table_says_more_than_half_and_no_more_than_it_takes():
    assert list(MAJORITY) == list(range(1, 32))
    assert {of for of, majority in MAJORITY.items() if not 2 * (majority - 1) <= of < 2 * majority} == set()


@pytest.mark.parametrize(("committee", "register"), REGISTERS)
def test_the_meeting_opens_with_a_majority_and_not_with_one_less(committee, register):
    needed = MAJORITY[register]
    enough, short = (found(committee, on_register=register, attending=count) for count in (needed, needed - 1))
    assert opened(enough) == ("valid", "met", needed, needed)
    assert opened(short) == ("invalid", "not_met", needed, needed - 1)


@pytest.mark.parametrize(("committee", "register"), REGISTERS)
def test_no_number_of_attending_is_misjudged(committee, register):
    met = [found(committee, on_register=register, attending=count).opening.status for count in range(register + 1)]
    assert met == ["met" if count >= MAJORITY[register] else "not_met" for count in range(register + 1)]


@pytest.mark.parametrize(("committee", "base"), REGISTERS)
def test_the_motion_carries_with_a_majority_and_not_with_one_less(committee, base):
    needed = MAJORITY[base]
    everyone = {"on_register": base, "attending": base}
    carried, lost = (found(committee, **everyone, in_favor=votes) for votes in (needed, needed - 1))
    assert resolved(carried) == ("valid", "carried", needed, base, needed)
    assert resolved(lost) == ("valid", "not_carried", needed, base, needed - 1)


@pytest.mark.parametrize(("committee", "register"), REGISTERS)
def test_in_the_smallest_quorum_a_majority_of_those_present_carries(committee, register):
    base = MAJORITY[register]
    needed = MAJORITY[base]
    there = {"on_register": register, "attending": base}
    carried, lost = (found(committee, **there, in_favor=votes) for votes in (needed, needed - 1))
    assert resolved(carried) == ("valid", "carried", needed, base, needed)
    assert resolved(lost) == ("valid", "not_carried", needed, base, needed - 1)


@pytest.mark.parametrize("base", range(2, 31, 2))
def test_a_tie_is_lost(base):
    half = base // 2
    report = found("smart-city-committee", on_register=base, attending=base, in_favor=half, against=half)
    assert resolved(report) == ("valid", "not_carried", half + 1, base, half)


@pytest.mark.parametrize("base", range(3, 31))
def test_one_vote_short_is_lost_though_the_others_abstain(base):
    votes = {"in_favor": MAJORITY[base] - 1, "against": 0, "abstaining": base - MAJORITY[base] + 1}
    report = found("smart-city-committee", on_register=base, attending=base, **votes)
    assert resolved(report) == ("valid", "not_carried", MAJORITY[base], base, votes["in_favor"])


@pytest.mark.parametrize("register", range(1, 31))
def test_one_excluded_at_the_edge_is_contested_and_one_more_member_settles_it(register):
    needed = MAJORITY[register]
    there = {"on_register": register, "excluded_attending": 1}
    assert opened(found("smart-city-committee", **there, attending=needed)) == (
        "contested",
        "contested",
        needed,
        needed - 1,
    )
    if needed < register:
        more = found("smart-city-committee", **there, attending=needed + 1, in_favor=MAJORITY[needed])
        assert opened(more) == ("valid", "met", needed, needed)
        assert resolved(more) == ("valid", "carried", MAJORITY[needed], needed, MAJORITY[needed])


@pytest.mark.parametrize("register", range(1, 31))
def test_one_third_of_the_register_calls_a_meeting(register):
    askers = [
        asked
        for asked in range(register + 1)
        if found(
            "smart-city-committee",
            on_register=register,
            attending=register,
            convened_by="members",
            requested_by=asked,
        ).verdict
        == "valid"
    ]
    assert askers == [asked for asked in range(register + 1) if 3 * asked >= register]


@pytest.mark.parametrize("register", range(1, 16))
def test_as_many_more_as_it_takes_open_the_meeting_and_one_less_do_not(register):
    for attending in range(register):
        for excluded in range(min(attending, 2) + 1):
            there = {"on_register": register, "excluded_attending": excluded}
            more = found("ai-committee", **there, attending=attending).needs.more_to_open
            assert more == max(0, MAJORITY[register] - attending + excluded)
            if more and attending + more <= register:
                enough, short = (
                    found("ai-committee", **there, attending=attending + each) for each in (more, more - 1)
                )
                assert (enough.opening.status, short.opening.status == "met") == ("met", False)


@pytest.mark.parametrize("base", range(1, 16))
def test_as_many_more_votes_as_it_takes_carry_the_motion_and_one_less_do_not(base):
    for votes in range(base + 1):
        needs = found("ai-committee", on_register=15, attending=base, in_favor=votes).needs
        assert (needs.to_carry, needs.more_to_carry) == (MAJORITY[base], max(0, MAJORITY[base] - votes))
        assert needs.to_carry_with_one_more == (MAJORITY[base + 1] if base < 15 else None)


@pytest.mark.parametrize("attending", range(1, 16))
def test_the_largest_register_that_those_there_can_open(attending):
    largest = found("smart-city-subcommittee", attending=attending).needs.largest_register
    assert max(of for of, majority in MAJORITY.items() if majority <= attending) == largest
