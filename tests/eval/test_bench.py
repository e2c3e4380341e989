"""The benchmark: its texts, its tables, and one round that runs for real."""

import pytest

from eval.bench import asking
from eval.bench.asking import Times
from eval.bench.commands import Commands
from eval.bench.ingestion import Seconds, ingestion_round, texts
from eval.bench.tables import Sized, processes, questions, taking_in

NAMES = ("alone", "texts", "ours", "peer", "changed")


def test_variants_are_as_many_distinct_texts():
    few, many = texts(0), texts(3)
    assert len(many) == 3 * len(few) == len({each.whole for each in many}) == len({each.key for each in many})
    assert all(big.text.startswith(small.text) for big, small in zip(many[: len(few)], few, strict=True))


@pytest.mark.slow
def test_a_round_times_every_contender_whoever_begins():
    few = texts(0)[:6]
    for turn in (0, 3):
        found = ingestion_round(few, turn)
        assert set(found) == set(NAMES)
        assert all(each.wall > 0 and each.processor >= 0 for each in found.values())


def test_a_ratio_is_the_median_of_those_within_a_round():
    def told(alone, ours):
        return {name: Seconds(1, 1) for name in NAMES} | {"alone": Seconds(*alone), "ours": Seconds(*ours)}

    rounds = [told((1, 1), (2, 1)), told((10, 1), (15, 3)), told((1, 2), (1, 4))]
    rows = taking_in([Sized("few", 3, 1234, rounds)]).splitlines()
    assert rows[0] == "| taking in | few: 3 texts, 1,234 characters, median of 3 | × Kiwi |"
    assert rows[2] == "| Kiwi alone | 1.00 s | 1.00 (1.00) |"
    assert rows[4] == "| jorye, all of it, on disk | 2.00 s | 1.50 (2.00) |"


def test_questions_are_compared_by_their_medians():
    times = {asking.KIWI_ALONE: Times(0.5, 1), asking.PEER: Times(2, 4), asking.OURS: Times(4, 9)}
    rows = questions(7, times | {asking.ANSWER: Times(5, 12)}).splitlines()
    assert rows[0].startswith("| a question, warm (7 asked) | p50 | p99 |")
    assert rows[4] == "| jorye, retrieval | 4.0 ms | 9.0 ms | 8.0 | 2.0 |"
    told = processes(Commands(ask=3, kiwi_asked=2, ingest=3, kiwi_reads=2.5)).splitlines()
    assert told[3] == "| `jorye ask`, index built | 3.00 s | 1.50 |"
    assert told[5] == "| `jorye ingest`, nothing built | 3.00 s | 1.20 |"
