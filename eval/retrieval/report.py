"""What a run says of each system, as plain values; `as_json` and the table show the same."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from eval.retrieval.bootstrap import Interval, intervals
from eval.retrieval.collection import Collection
from eval.retrieval.measures import MEASURES, NDCG
from eval.retrieval.run import Ran, Times
from eval.retrieval.systems.registry import OURS


@dataclass(frozen=True, slots=True)
class Speed:
    """How long a system took; the ratios are to making the words of the same texts, in the same run."""

    build_seconds: float
    build_ratio: float
    characters_per_second: float
    query_ms_p50: float
    query_p50_ratio: float
    query_ms_p99: float
    query_p99_ratio: float


@dataclass(frozen=True, slots=True)
class Row:
    """One system: its measures, how much better `ours` is in nDCG@10 query by query (None without ours), its speed."""

    system: str
    measures: Mapping[str, Interval]
    ours_minus_it: Interval | None
    speed: Speed


@dataclass(frozen=True, slots=True)
class Report:
    """All systems over one collection, and what making its words alone took."""

    collection: Collection
    rows: tuple[Row, ...]
    alone: Speed


def report(collection: Collection, runs: Sequence[Ran], alone: Times) -> Report:
    """The report of systems that have run over a collection, beside the time for its words alone."""
    ours = next((ran for ran in runs if ran.system == OURS), None)
    characters = collection.characters
    rows = tuple(_row(ran, ours, alone, characters) for ran in runs)
    return Report(collection, rows, _speed(alone, alone, characters))


def as_json(told: Report) -> dict[str, Any]:
    """A report as JSON has it."""
    collection = told.collection
    sizes = {
        "documents": len(collection.documents),
        "characters": collection.characters,
        "queries": len(collection.queries),
    }
    systems = {row.system: {k: v for k, v in asdict(row).items() if k != "system"} for row in told.rows}
    times = {"words_alone": asdict(told.alone)}
    return {
        "name": collection.name,
        **sizes,
        "passed_over": asdict(collection.passed_over),
        **times,
        "systems": systems,
    }


def _row(ran: Ran, ours: Ran | None, alone: Times, characters: int) -> Row:
    column = list(MEASURES).index(NDCG)
    difference = None
    if ours is not None and ours is not ran:
        (difference,) = intervals((ours.values - ran.values)[:, [column]])
    measures = dict(zip(MEASURES, intervals(ran.values), strict=True))
    return Row(ran.system, measures, difference, _speed(ran.times, alone, characters))


def _speed(times: Times, alone: Times, characters: int) -> Speed:
    p50, p99 = (1000 * float(np.percentile(times.queries, share)) for share in (50, 99))
    alone_p50, alone_p99 = (1000 * float(np.percentile(alone.queries, share)) for share in (50, 99))
    return Speed(
        build_seconds=times.build,
        build_ratio=times.build / alone.build,
        characters_per_second=characters / times.build,
        query_ms_p50=p50,
        query_p50_ratio=p50 / alone_p50,
        query_ms_p99=p99,
        query_p99_ratio=p99 / alone_p99,
    )
