"""Collections of vectors in Chroma, in a folder or on a server. The only module that knows Chroma."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from corpus.errors import MEND, DamagedIndexError, StorageError

if TYPE_CHECKING:
    import chromadb
    from chromadb.api.client import Client
    from chromadb.config import Settings

Vectors = NDArray[np.float32]

# Looking at 1000 neighbours a search misses fewer than one in 200 of the nearest 40 among 20,000, in two milliseconds.
_LOOKED_AT = 1000
_AT_ONCE = 2  # what is added goes to its files at once, so that opening has nothing to catch up on
BATCH = 2000


class Store:
    """A Chroma database, in a folder of its own (a path) or on a server (an address such as http://localhost:8000).

    All that it and its collections raise is StorageError; where what was stored is missing, DamagedIndexError.
    Errors tell of `told`, where that is not the place itself.
    """

    def __init__(self, place: Path | str, told: Path | str = "") -> None:
        self._told = told or place
        with self.explained():
            self._client = _in_folder(place) if isinstance(place, Path) else _on_server(place)

    def create(self, name: str, about: Mapping[str, str]) -> "Collection":
        """A new, empty collection."""
        with self.explained():
            made = self._client.create_collection(
                name,
                metadata=dict(about),
                configuration={
                    "hnsw": {
                        "space": "cosine",
                        "ef_search": _LOOKED_AT,
                        "batch_size": _AT_ONCE,
                        "sync_threshold": _AT_ONCE,
                    }
                },
                embedding_function=None,
            )
        return Collection(self, made)

    def open(self, name: str) -> "Collection":
        """The collection of a name."""
        with self.explained(name):
            return Collection(self, self._client.get_collection(name, embedding_function=None))

    def drop(self, name: str) -> None:
        """Delete the collection of a name, if it is there."""
        with self.explained(name):
            if name in {each.name for each in self._client.list_collections()}:
                self._client.delete_collection(name)

    def close(self) -> None:
        """Let go of the files or the connection."""
        with self.explained():
            self._client.close()

    @contextmanager
    def explained(self, name: str = "") -> Iterator[None]:
        """Chroma's errors, and those of the libraries it works with, in one line of ours."""
        try:
            yield
        except StorageError:
            raise
        except Exception as error:  # its own, SQLite's, Rust's and HTTP's errors have no other root in common
            raise self._error(error, name) from error

    def _error(self, error: Exception, name: str) -> StorageError:
        reason = _reason(error)
        if isinstance(self._told, Path):
            return DamagedIndexError(f"The vectors in {self._told} cannot be used: {reason}. {MEND}")
        if type(error).__name__ == "NotFoundError":
            return DamagedIndexError(f"The Chroma server at {self._told} has no collection {name}. {MEND}")
        mend = "Start it, or set JORYE_CHROMA_URL to where it listens."
        return StorageError(f"The Chroma server at {self._told} cannot be used: {reason}. {mend}")


class Collection:
    """A collection of vectors by their ids."""

    def __init__(self, store: Store, collection: "chromadb.Collection") -> None:
        self._store, self._collection = store, collection

    @property
    def about(self) -> dict[str, str]:
        """What was said of it when it was created."""
        return {name: str(value) for name, value in (self._collection.metadata or {}).items()}

    def __len__(self) -> int:
        with self._store.explained():
            return self._collection.count()

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Store a vector for each id."""
        with self._store.explained():
            for first in range(0, len(ids), BATCH):
                batch = slice(first, first + BATCH)
                self._collection.add(ids=list(ids[batch]), embeddings=vectors[batch])

    def nearest(self, vector: Sequence[float], count: int) -> dict[str, float]:
        """The ids of the vectors nearest to one, with their cosine."""
        query = np.array([vector], np.float32)
        with self._store.explained(self._collection.name):
            found = self._collection.query(query_embeddings=query, n_results=count, include=["distances"])
        distances = (found["distances"] or [[]])[0]
        return {each: 1 - distance for each, distance in zip(found["ids"][0], distances, strict=True)}

    def all(self) -> tuple[list[str], Vectors]:
        """All ids, and the vector of each."""
        with self._store.explained(self._collection.name):
            found = self._collection.get(include=["embeddings"])
        return found["ids"], np.asarray(found["embeddings"], np.float32)


def _in_folder(folder: Path) -> "Client":
    chromadb = _chromadb()
    return cast("Client", chromadb.PersistentClient(path=str(folder), settings=_settings()))


def _on_server(url: str) -> "Client":
    chromadb = _chromadb()
    parts = urlsplit(url)
    tls = parts.scheme == "https"
    port = parts.port or (443 if tls else 80)
    client = chromadb.HttpClient(host=parts.hostname or "", port=port, ssl=tls, settings=_settings())
    return cast("Client", client)


def _chromadb() -> ModuleType:
    """The library, which reads settings of its own from where the process runs as soon as it is loaded."""
    try:
        import chromadb
    except Exception as error:  # a bad setting breaks it with whatever the library that reads it raises
        problem = f"Chroma cannot be loaded: {_reason(error)}."
        raise StorageError(f"{problem} It reads the environment and the file .env of the current folder.") from error
    return chromadb


def _reason(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")


def _settings() -> "Settings":
    """Without telemetry, and blind to a file .env that happens to lie in the folder where the process runs.

    Connections are not kept: Chroma does not close them, nor does it ask again when the server was restarted.
    """
    from chromadb.config import Settings

    blind: dict[str, Any] = {"_env_file": None}
    return Settings(
        **blind,
        anonymized_telemetry=False,
        chroma_otel_collection_endpoint="",
        chroma_http_max_keepalive_connections=0,
    )
