"""One system over one collection: what it ranked, measured, and how long it took."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from eval.retrieval.bootstrap import Values
from eval.retrieval.collection import Collection, Document, Query
from eval.retrieval.measures import DEPTH, MEASURES
from eval.retrieval.systems.system import System
from ingest.morphemes import Morphemes

Follow = Callable[[Sequence[Query], str], Iterable[Query]]
Clock = Callable[[], float]

_WARMING = 100


@dataclass(frozen=True, slots=True)
class Times:
    """The seconds that the documents took, and those of each query."""

    build: float
    queries: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Ran:
    """A system that has run: `values` has a row for each query and a column for each measure."""

    system: str
    values: Values
    times: Times


def run(system: System, collection: Collection, follow: Follow, clock: Clock = time.perf_counter) -> Ran:
    """Build the system, ask it every query, and measure each ranking."""
    queries = follow(collection.queries, system.name)
    build = _seconds(lambda: system.build(collection.documents), clock)
    values, seconds = [], []
    for query in queries:
        begun = clock()
        found = system.search(query.text, DEPTH)
        seconds.append(clock() - begun)
        ranking, grades = list(dict.fromkeys(found)), collection.judgements[query.key]
        values.append([measure(ranking, grades) for measure in MEASURES.values()])
    return Ran(system.name, np.array(values, np.float64), Times(build, tuple(seconds)))


def words_alone(
    morphemes: Morphemes, collection: Collection, follow: Follow, clock: Clock = time.perf_counter
) -> Times:
    """What it takes to make the words of the documents and of each query, on one core, and nothing else."""
    _make_words(morphemes, collection.documents[:_WARMING])  # Kiwi is loaded, and slower at first
    queries = follow(collection.queries, "words alone")
    build = _seconds(lambda: _make_words(morphemes, collection.documents), clock)
    return Times(build, tuple(_seconds(lambda: morphemes.words(query.text), clock) for query in queries))  # noqa: B023


def _make_words(morphemes: Morphemes, documents: Sequence[Document]) -> None:
    for document in documents:
        morphemes.words(document.whole)


def _seconds(work: Callable[[], object], clock: Clock) -> float:
    begun = clock()
    work()
    return clock() - begun
