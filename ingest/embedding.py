"""Sentence embeddings as a second way to find passages, when a model is configured.

The only module that knows sentence-transformers; it is imported when a model is first loaded.
"""

from typing import TYPE_CHECKING

from langchain_core.embeddings import Embeddings

from corpus.errors import SettingsError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

INSTALL = "pip install 'jorye[transformers]'"


class SentenceTransformerEmbeddings(Embeddings):
    """Unit vectors from a sentence-transformers model."""

    def __init__(self, model: "SentenceTransformer") -> None:
        self._model = model

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector of length 1 for each text."""
        vectors = self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
        return [[float(value) for value in vector] for vector in vectors]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return self.embed_documents([text])[0]


def load_embedding(name: str) -> Embeddings:
    """The model of a name or folder, as in `JORYE_EMBEDDING`; raises SettingsError when it cannot be had."""
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise SettingsError(f"JORYE_EMBEDDING={name} needs sentence-transformers: {INSTALL}") from error
    try:
        return SentenceTransformerEmbeddings(SentenceTransformer(name))
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise SettingsError(f"JORYE_EMBEDDING={name} is no model that can be loaded: {reason}") from error
