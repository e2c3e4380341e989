"""The vectors of an index, kept in a Chroma folder. The only module that knows Chroma."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.errors import MEND, DamagedIndexError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

_COLLECTION = "passages"
_BATCH = 1000


def write_vectors(folder: Path, vectors: Sequence[Sequence[float]]) -> None:
    """Store one vector a row, in the order of the passages."""
    collection = _client(folder).create_collection(
        _COLLECTION, metadata={"hnsw:space": "cosine"}, embedding_function=None
    )
    for first in range(0, len(vectors), _BATCH):
        batch = np.array(vectors[first : first + _BATCH], np.float32)
        collection.add(ids=[str(row) for row in range(first, first + len(batch))], embeddings=batch)


def nearest(folder: Path, vector: Sequence[float], count: int) -> dict[int, float]:
    """The rows nearest to a vector, with their cosine similarity; raises DamagedIndexError."""
    from chromadb.errors import ChromaError

    query = np.array([vector], np.float32)
    try:
        collection = _client(folder).get_collection(_COLLECTION, embedding_function=None)
        found = collection.query(query_embeddings=query, n_results=count, include=["distances"])
    except (ChromaError, ValueError, sqlite3.Error) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DamagedIndexError(f"The vectors in {folder} cannot be read: {reason}. {MEND}") from error
    distances = (found["distances"] or [[]])[0]
    return {int(row): 1 - distance for row, distance in zip(found["ids"][0], distances, strict=True)}


def _client(folder: Path) -> "ClientAPI":
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
