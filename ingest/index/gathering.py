"""What the texts of an index say: each tokenised once and embedded, or taken over where it is known."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, tee
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar, runtime_checkable

import numpy as np

from ingest.chroma import Vectors
from ingest.index.contents import Item
from ingest.index.reuse import Known
from ingest.morphemes import Analysis, Morphemes
from ingest.vectors import Writer

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

_AT_ONCE = 256
T = TypeVar("T")


class Progress(Protocol):
    """Gives the same things, and may tell someone how many of the total have gone by."""

    def __call__(self, things: Iterable[T], total: int, /) -> Iterable[T]:
        """The things, in order."""


@runtime_checkable
class EmbedsAnalyses(Protocol):
    """An embedding that can do without the text where that is tokenised already."""

    def embed_analyses(self, analyses: Sequence[Analysis], /) -> Vectors:
        """A vector for each text, of shape (n, d)."""


class By(NamedTuple):
    """What an index is made by: it tokenises, it embeds (or not), and it watches."""

    morphemes: Morphemes
    embedding: "Embeddings | None"
    progress: Progress


def gather(
    passages: Sequence[Item], digests: Sequence[str], known: Known, by: By, writer: Writer | None
) -> dict[str, Analysis]:
    """The analysis of each text by its digest; its vector goes to the writer, where there is one."""
    found: dict[str, Analysis] = {}
    new = (passage for digest, passage in _distinct(digests, passages) if digest not in known.analyses)
    analysed = _ahead(_analysed(new, by.morphemes))
    distinct = _distinct(digests, by.progress(passages, len(passages)))
    while batch := dict(islice(distinct, _AT_ONCE)):
        found |= {digest: known.analyses.get(digest) or next(analysed) for digest in batch}
        if writer is not None and by.embedding is not None:
            _embed(batch, known, found, by.embedding, writer)
    return found


def _analysed(passages: Iterable[Item], morphemes: Morphemes) -> Iterator[Analysis]:
    """The analysis of each passage, in order; of a context that many stand under it is made once."""
    passages, ahead = tee(passages)
    made = morphemes.stream(_unsaid(ahead))
    contexts: dict[str, Analysis] = {}
    for passage in passages:
        if passage.context not in contexts:
            contexts[passage.context] = next(made)
        above, said = contexts[passage.context], next(made)
        yield Analysis(above.words + said.words, above.ids + said.ids)


def _unsaid(passages: Iterable[Item]) -> Iterator[str]:
    """The text of each passage, and before the first under a context that context."""
    contexts: set[str] = set()
    for passage in passages:
        if passage.context not in contexts:
            contexts.add(passage.context)
            yield passage.context
        yield passage.text


def _ahead(things: Iterator[T]) -> Iterator[T]:
    """The same things, made by a thread while those before them are worked on."""
    with ThreadPoolExecutor(1) as beside:
        coming = beside.submit(_some, things)
        while some := coming.result():
            coming = beside.submit(_some, things)
            yield from some


def _some(things: Iterator[T]) -> list[T]:
    return list(islice(things, _AT_ONCE))


def _distinct(digests: Iterable[str], passages: Iterable[Item]) -> Iterator[tuple[str, Item]]:
    """The first passage of each text, with its digest."""
    seen: set[str] = set()
    for digest, passage in zip(digests, passages, strict=True):
        if digest not in seen:
            seen.add(digest)
            yield digest, passage


def _embed(
    batch: dict[str, Item], known: Known, found: dict[str, Analysis], embedding: "Embeddings", writer: Writer
) -> None:
    new = {digest: passage for digest, passage in batch.items() if digest not in known.vectors}
    old = [digest for digest in batch if digest in known.vectors]
    if old:
        writer.add(old, np.array([known.vectors[digest] for digest in old], np.float32))
    if new:
        texts = [f"{passage.context}\n{passage.text}" for passage in new.values()]
        writer.add(list(new), embedded(texts, [found[digest] for digest in new], embedding))


def embedded(texts: list[str], analyses: Sequence[Analysis], embedding: "Embeddings") -> Vectors:
    """The vector of each text, one a row, from its analysis where the embedding can do with that."""
    if isinstance(embedding, EmbedsAnalyses):
        return np.asarray(embedding.embed_analyses(analyses), np.float32)
    return np.array(embedding.embed_documents(texts), np.float32)
