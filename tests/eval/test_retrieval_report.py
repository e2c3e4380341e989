"""Runs, what is made of them, and how it is shown."""

import json
from itertools import count

import numpy as np
import pytest

from eval.retrieval.bootstrap import Interval
from eval.retrieval.collection import Collection, Document, PassedOver, Query
from eval.retrieval.report import Report, Row, Speed, as_json, report
from eval.retrieval.run import Ran, Times, run, words_alone
from eval.retrieval.table import table
from ingest.morphemes import Morphemes

THREE = Collection(
    "셋",
    (Document("a", "제1조", "모인다"), Document("b", "", "흩어진다")),
    (Query("1", "하나"), Query("2", "둘"), Query("3", "셋")),
    {"1": {"a": 1}, "2": {"b": 1}, "3": {"a": 1, "b": 1}},
    PassedOver(unjudged_queries=4),
)


class Fixed:
    """Finds for each query what it was told, and keeps what was built."""

    def __init__(self, found):
        self.name, self.found, self.built = "fixed", found, []

    def build(self, documents):
        self.built = list(documents)

    def search(self, query, count):
        assert count == 10
        return self.found[query]


def ticking():
    ticks = count()
    return lambda: float(next(ticks))


def test_a_run_measures_each_query_and_its_time():
    system = Fixed({"하나": ["b", "a"], "둘": [], "셋": ["a", "a", "b"]})
    followed = []
    ran = run(system, THREE, lambda queries, doing: followed.append(doing) or queries, ticking())
    assert system.built == list(THREE.documents)
    assert ran.values == pytest.approx(np.array([[0, 1, 1, 0.5, 0.6309], [0] * 5, [0.5, 1, 1, 1, 1]]), abs=1e-4)
    assert (ran.times, followed) == (Times(1.0, (1.0, 1.0, 1.0)), ["fixed"])


def test_the_words_alone_are_timed_like_a_system():
    assert words_alone(Morphemes(), THREE, lambda queries, _: queries, ticking()) == Times(1.0, (1.0, 1.0, 1.0))


def ran(name, ndcg, build=2.0, queries=(0.001, 0.002, 0.003)):
    values = np.array([[0, 0, 0, 0, each] for each in ndcg], np.float64)
    return Ran(name, values, Times(build, queries))


def test_a_report_compares_query_by_query_and_with_the_words_alone():
    runs = [ran("plain", [0.1, 0.4, 0.7]), ran("ours", [0.3, 0.6, 0.9], build=3.0)]
    told = report(THREE, runs, Times(0.5, (0.002, 0.002, 0.002)))
    plain, ours = told.rows
    assert plain.ours_minus_it.mean == pytest.approx(0.2)
    assert plain.ours_minus_it.low == pytest.approx(0.2)
    assert ours.ours_minus_it is None
    assert plain.measures["nDCG@10"].mean == pytest.approx(0.4)
    assert (plain.speed.build_ratio, ours.speed.build_ratio) == (4.0, 6.0)
    assert plain.speed.characters_per_second == THREE.characters / 2 == 5.5
    assert (plain.speed.query_ms_p50, plain.speed.query_p50_ratio) == pytest.approx((2.0, 1.0))
    assert plain.speed.query_ms_p99 == pytest.approx(2.98)
    assert (told.alone.build_seconds, told.alone.build_ratio) == (0.5, 1.0)


def test_without_ours_nothing_is_compared():
    told = report(THREE, [ran("plain", [0.1, 0.4, 0.7])], Times(0.5, (0.002,)))
    assert told.rows[0].ours_minus_it is None
    assert "ours" not in table(told)


def test_json_holds_everything():
    told = report(THREE, [ran("plain", [0, 0, 0]), ran("ours", [1, 1, 1])], Times(0.5, (0.002,)))
    shown = json.loads(json.dumps(as_json(told)))
    assert (shown["name"], shown["documents"], shown["characters"], shown["queries"]) == ("셋", 2, 11, 3)
    assert shown["passed_over"]["unjudged_queries"] == 4
    assert shown["systems"]["plain"]["ours_minus_it"] == {"mean": 1.0, "low": 1.0, "high": 1.0}
    assert shown["systems"]["ours"]["measures"]["nDCG@10"] == {"mean": 1.0, "low": 1.0, "high": 1.0}
    assert shown["systems"]["ours"]["speed"]["build_seconds"] == 2.0
    assert shown["words_alone"]["build_seconds"] == 0.5


def test_a_table_shows_percents_with_their_bounds():
    told = report(THREE, [ran("plain", [0, 0, 0]), ran("ours", [1, 1, 1])], Times(0.5, (0.002,)))
    lines = table(told).splitlines()
    assert lines[0] == "셋: documents 2, characters 11, queries 3"
    assert lines[1] == "queries not asked, for want of a relevant document: 4"
    (measured, compared), (ours, _) = ([line for line in lines if line.startswith(name)] for name in ("plain", "ours"))
    assert measured.split() == ["plain", *["0.0", "0.0–0.0"] * 5]
    assert ours.split() == ["ours", *["0.0", "0.0–0.0"] * 4, "100", "100–100"]
    assert compared.split()[:4] == ["plain", "+100.0", "[+100.0,", "+100.0]"]
    assert lines[-1].split()[:4] == ["words", "alone", "0.50", "1.00"]


def test_the_widest_table_fits():
    wide, least = Interval(0.888, 0.777, 0.999), Interval(-0.888, -0.999, -0.777)
    speed = Speed(99999.99, 999.99, 9999999, 9999.99, 999.99, 9999.99, 999.99)
    names = ("recall@1", "recall@5", "recall@10", "MRR@10", "nDCG@10")
    row = Row("ours-no-dictionary", dict.fromkeys(names, wide), least, speed)
    lines = table(Report(THREE, (row,), speed)).splitlines()
    assert max(map(len, lines)) <= 100
