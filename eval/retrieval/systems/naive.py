"""The pipeline that a first tutorial would build: text cut by its characters, embedded, and kept in Chroma.

It runs on the libraries themselves and on nothing of the index it is compared with.
"""

import weakref
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

import numpy as np

from corpus.errors import SettingsError
from eval.retrieval.collection import Document

if TYPE_CHECKING:
    from chromadb import Collection as Chunks
    from chromadb.api import ClientAPI
    from langchain_core.embeddings import Embeddings

INSTALL = "pip install 'jorye[eval]'"
CHUNK_SIZE, CHUNK_OVERLAP = 1000, 200
_SPACE = {"hnsw:space": "cosine"}
_BATCH = 1000


class Naive:
    """Ranks documents by the nearest of their chunks; raises SettingsError when the splitter is not installed."""

    def __init__(self, name: str, embedding: "Embeddings") -> None:
        try:
            from langchain_text_splitters import RecursiveCharacterTextSplitter
        except ImportError as error:
            raise SettingsError(f"{name} needs langchain-text-splitters: {INSTALL}") from error
        self.name = name
        self._embedding, self._client = embedding, _client()
        self._splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK_SIZE, chunk_overlap=CHUNK_OVERLAP)
        self._chunks: Chunks | None = None
        self._keys: list[str] = []

    def build(self, documents: Sequence[Document]) -> None:
        """Cut the documents and keep their chunks in memory."""
        split = self._splitter.split_text
        pieces = [(document.key, piece) for document in documents for piece in split(document.whole)]
        self._keys = [key for key, _ in pieces]
        name = f"naive-{uuid4()}"
        self._chunks = self._client.create_collection(name, metadata=_SPACE, embedding_function=None)
        weakref.finalize(self, self._client.delete_collection, name).atexit = False
        vectors = self._embedding.embed_documents([piece for _, piece in pieces])
        for first in range(0, len(vectors), _BATCH):
            batch = np.array(vectors[first : first + _BATCH], np.float32)
            self._chunks.add(ids=[str(row) for row in range(first, first + len(batch))], embeddings=batch)

    def search(self, query: str, count: int) -> list[str]:
        """The documents of the nearest chunks; as many chunks are asked for as so many documents need."""
        if self._chunks is None or not self._keys:
            return []
        vector = np.array([self._embedding.embed_query(query)], np.float32)
        wanted = count
        while True:
            wanted = min(wanted, len(self._keys))
            found = self._chunks.query(query_embeddings=vector, n_results=wanted, include=[])
            keys = list(dict.fromkeys(self._keys[int(row)] for row in found["ids"][0]))
            if len(keys) >= count or wanted == len(self._keys):
                return keys[:count]
            wanted *= 2


def _client() -> "ClientAPI":
    import chromadb
    from chromadb.config import Settings

    return chromadb.EphemeralClient(settings=Settings(anonymized_telemetry=False))
