"""A report as plain tables, no wider than 100 columns."""

from collections.abc import Iterator

from eval.retrieval.bootstrap import Interval
from eval.retrieval.measures import MEASURES, NDCG
from eval.retrieval.report import Report, Speed

_NAME, _CELL, _WIDE = 19, 16, 21


def table(told: Report) -> str:
    """What was measured and how long it took, each with a line a system."""
    return "\n".join(line.rstrip() for line in _lines(told))


def _lines(told: Report) -> Iterator[str]:
    collection = told.collection
    yield (
        f"{collection.name}: documents {len(collection.documents):,}, characters {collection.characters:,}, "
        f"queries {len(collection.queries):,}"
    )
    yield from collection.passed_over.remarks
    yield ""
    yield "percent [95 % interval]".ljust(_NAME + 5) + "".join(name.ljust(_CELL) for name in MEASURES)
    for row in told.rows:
        yield row.system.ljust(_NAME) + "".join(_share(row.measures[name]).ljust(_CELL) for name in MEASURES)
    yield ""
    title = f"ours − it, {NDCG}" if any(row.ours_minus_it for row in told.rows) else ""
    yield f"{title:>{_NAME + _WIDE}}  build s      ×  chars/s   p50 ms      ×   p99 ms      ×"
    for row in told.rows:
        yield row.system.ljust(_NAME) + _difference(row.ours_minus_it).rjust(_WIDE) + _speed(row.speed)
    yield "words alone".ljust(_NAME + _WIDE) + _speed(told.alone)


def _share(interval: Interval) -> str:
    return f"{_percent(interval.mean):>4} {_percent(interval.low)}–{_percent(interval.high)}"


def _percent(share: float) -> str:
    told = f"{100 * share:.1f}"
    return "100" if told == "100.0" else told


def _difference(interval: Interval | None) -> str:
    if interval is None:
        return ""
    return f"{100 * interval.mean:+.1f} [{100 * interval.low:+.1f}, {100 * interval.high:+.1f}]"


def _speed(speed: Speed) -> str:
    build = f"{speed.build_seconds:9.2f} {speed.build_ratio:6.2f} {speed.characters_per_second:8.0f}"
    median = f"{speed.query_ms_p50:8.2f} {speed.query_p50_ratio:6.2f}"
    return f"{build} {median} {speed.query_ms_p99:8.2f} {speed.query_p99_ratio:6.2f}"
