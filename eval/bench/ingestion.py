"""One round of taking texts in: Kiwi alone, our whole ingestion, and the naive peer, in a process of their own.

So nothing that a round leaves in memory serves the next. Models and libraries are loaded before the clocks run.
"""

import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from corpus.glossary import load_glossary
from eval.retrieval.collection import Document
from eval.retrieval.systems.naive import Naive
from ingest.index import Contents, build_index
from ingest.passages import passages
from ingest.reading import read_law
from rag.ranking.opening import Models, load_models
from rag.settings import KIWI

KIWI_ALONE, KIWI_ON_TEXTS, OURS, PEER, CHANGED = "alone", "texts", "ours", "peer", "changed"
_WARMING = Document("warm", "인공지능위원회", "위원장은 회의를 소집한다. The chair convenes meetings.")
_STRIDE = 37  # any number that no count of passages is a multiple of, so that each variant meets another passage


class Seconds(NamedTuple):
    """How long something took: on the wall, and of all processors together."""

    wall: float
    processor: float


def texts(variants: int) -> tuple[Document, ...]:
    """The passages of the package; with variants, so many of each, every one ended by its own number and a heading.

    The numbers and the headings, which are those of other passages, keep the variants from being taken for one text.
    """
    bare = [Document(passage.key, passage.context, passage.text) for passage in passages(read_law())]
    if not variants:
        return tuple(bare)
    return tuple(
        Document(f"{each.key}-{number}", each.context, f"{each.text} {number} {_other(bare, row, number).context}")
        for number in range(1, variants + 1)
        for row, each in enumerate(bare)
    )


def ingestion_round(documents: Sequence[Document], turn: int) -> Mapping[str, Seconds]:
    """What each contender took; who begins goes by turns.

    Kiwi alone is its tokenisation of all that ours reads, which is every text and every variant of the glossary,
    English ones too, on all cores; the same without the glossary is timed as well. Ours ends with all files on the
    disk; the peer, which cuts its texts anew and has no glossary, stays in memory. What changes, once ours has built,
    is the text of one passage.
    """
    models = load_models(KIWI)
    morphemes, embedding = models.morphemes, models.embedding
    if embedding is None:
        raise AssertionError("Kiwi brings an embedding along")
    terms = dict.fromkeys(variant for term in load_glossary() for variant in term.variants)
    whole = [document.whole for document in documents]
    peer = Naive("naive", embedding)
    with tempfile.TemporaryDirectory(prefix="jorye-") as home:
        _build(Path(home) / "warm", [_WARMING], models)
        peer.build([_WARMING])
        contenders: dict[str, Callable[[], object]] = {
            KIWI_ALONE: lambda: list(morphemes.tokens([*whole, *terms])),
            KIWI_ON_TEXTS: lambda: list(morphemes.tokens(whole)),
            OURS: lambda: _build(Path(home), documents, models),
            PEER: lambda: peer.build(documents),
        }
        names = list(contenders)
        names = names[turn % len(names) :] + names[: turn % len(names)]
        found = {name: seconds(contenders[name]) for name in names}
        changed = [replace(documents[0], text=f"{documents[0].text} 2027"), *documents[1:]]
        return found | {CHANGED: seconds(lambda: _build(Path(home), changed, models))}


def seconds(work: Callable[[], object]) -> Seconds:
    """How long a piece of work takes."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Seconds(time.perf_counter() - wall, time.process_time() - processor)


def _build(home: Path, documents: Sequence[Document], models: Models) -> None:
    contents = Contents(tuple(documents), load_glossary(), models.identity)
    build_index(home, contents, models.morphemes, models.embedding, lambda items, _: items)


def _other(bare: Sequence[Document], row: int, number: int) -> Document:
    return bare[(row + number * _STRIDE) % len(bare)]
