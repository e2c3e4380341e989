"""Questions asked of a warm index, each system the same ones."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

from eval.bench.ingestion import seconds
from eval.cases import Case, load_cases
from eval.peer import documents
from eval.retrieval.systems.naive import Naive
from ingest.reading import read_law
from rag.assistant import open_assistant
from rag.ranking.opening import load_models
from rag.settings import KIWI, Settings

KIWI_ALONE, PEER, OURS, ANSWER = "alone", "peer", "ours", "answer"
_WARMING, _FOUND = 60, 10


class Times(NamedTuple):
    """Milliseconds that questions took: half of them no more than `p50`, 99 of 100 no more than `p99`."""

    p50: float
    p99: float


def warm(home: Path) -> tuple[int, dict[str, Times]]:
    """How many labelled questions were asked, and what they took, each asked once of each system.

    Others are asked before, to warm all of them; who is asked a question first goes by turns.
    """
    models, law = load_models(KIWI), read_law()
    if models.embedding is None:
        raise AssertionError("Kiwi brings an embedding along")
    peer = Naive("naive", models.embedding)
    peer.build(documents(law))
    assistant = open_assistant(Settings(home), lambda items, _: items, law=law)
    systems: dict[str, Callable[[Case], object]] = {
        KIWI_ALONE: lambda case: models.morphemes.words(case.question),
        PEER: lambda case: peer.search(case.question, _FOUND),
        OURS: lambda case: assistant.search(case.question, case.as_of, _FOUND),
        ANSWER: lambda case: assistant.ask(case.question, case.as_of),
    }
    cases, names = list(load_cases()), list(systems)
    for case in cases[:_WARMING]:
        for ask in systems.values():
            ask(case)
    found: dict[str, list[float]] = {name: [] for name in names}
    for turn, case in enumerate(cases[_WARMING:]):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            found[name].append(1000 * seconds(partial(systems[name], case)).wall)
    return len(cases) - _WARMING, {name: _times(each) for name, each in found.items()}


def _times(milliseconds: list[float]) -> Times:
    return Times(*(float(np.percentile(milliseconds, share)) for share in (50, 99)))
