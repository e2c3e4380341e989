"""Sentence embeddings as a second way to find passages, when a model is configured.

The only module that knows sentence-transformers; it is imported when a model is first loaded.
"""

import hashlib
import logging
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from langchain_core.embeddings import Embeddings

from corpus.errors import SettingsError
from ingest.morpheme_space import DIMENSIONS, MorphemeSpace
from ingest.morphemes import Analysis, Morphemes

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

KIWI = "kiwi"
INSTALL = "pip install 'jorye[transformers]'"
_NAME = re.compile(r"[\w.-]+(?:/[\w.-]+)?")


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


class KiwiEmbeddings(Embeddings):
    """Unit vectors of 256 dimensions from the language model that Kiwi brings along; nothing to install or fetch."""

    def __init__(self, morphemes: Morphemes | None = None) -> None:
        self._morphemes = morphemes or Morphemes()
        self._space = MorphemeSpace(self._morphemes.similarity)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector of length 1 for each text; of length 0 for a text without a Korean word that Kiwi knows."""
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return [float(value) for value in self._space.embed(self._morphemes.ids(text))]

    def embed_analyses(self, analyses: Sequence[Analysis]) -> "NDArray[np.float32]":
        """The vectors of texts already tokenised, one a row, as `embed_documents` gives them."""
        vectors = [self._space.embed(each.ids) for each in analyses]
        return np.array(vectors, np.float32).reshape(len(vectors), DIMENSIONS)


def load_embedding(name: str) -> Embeddings:
    """The model of a name or folder, as in `JORYE_EMBEDDING`; raises SettingsError when it cannot be had."""
    if name == KIWI:
        return KiwiEmbeddings()
    folder = Path(name).expanduser()
    if not folder.is_dir() and (name.startswith((".", "/", "~")) or not _NAME.fullmatch(name)):
        raise SettingsError(f"JORYE_EMBEDDING={name} is no folder of a model, and no name of one such as BAAI/bge-m3.")
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise SettingsError(f"JORYE_EMBEDDING={name} needs sentence-transformers: {INSTALL}") from error
    _be_quiet()
    try:
        return SentenceTransformerEmbeddings(SentenceTransformer(name, local_files_only=folder.is_dir()))
    except (OSError, ValueError, RuntimeError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise SettingsError(f"JORYE_EMBEDDING={name} is no model that can be loaded: {reason}") from error


def identity(name: str, embedding: Embeddings) -> str:
    """A name that differs for another model under the same name: it holds what the model makes of a word."""
    probe = [round(value, 3) for value in embedding.embed_query("위원회 committee")]
    return f"{name} {hashlib.sha256(repr(probe).encode()).hexdigest()[:12]}"


def _be_quiet() -> None:
    """Keep the libraries from writing to the terminal what the error says in one line."""
    from transformers.utils import logging as transformers_logging

    transformers_logging.set_verbosity_error()
    transformers_logging.disable_progress_bar()
    for name in ("sentence_transformers", "huggingface_hub"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
