"""Sentence embeddings as a second way to find passages, when a model is configured.

The only module that knows sentence-transformers; it is imported when a model is first loaded.
"""

import hashlib
import logging
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from langchain_core.embeddings import Embeddings

from corpus.errors import SettingsError
from ingest.bilingual.dictionary import Dictionary, load_entries
from ingest.bilingual.space import BilingualSpace
from ingest.kiwi_vectors import ModelFile, Vectors
from ingest.landmarks import Landmarks
from ingest.morpheme_space import MorphemeSpace
from ingest.morphemes import Analysis, Morphemes

if TYPE_CHECKING:
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
    """Unit vectors of 256 dimensions from the language model that Kiwi brings along; nothing to install or fetch.

    English words stand where their Korean equivalents stand.
    """

    def __init__(self, morphemes: Morphemes | None = None, dictionary: Dictionary | None = None) -> None:
        self._morphemes = morphemes or Morphemes()
        dictionary = dictionary or Dictionary(load_entries(), self._morphemes.stems)
        source = _source(self._morphemes)
        forms = partial(self._morphemes.forms, source.count)
        self._space = BilingualSpace(MorphemeSpace(source.vectors), dictionary, forms)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector of length 1 for each text; of length 0 for a text without a word that is known."""
        vectors = self.embed_analyses(list(self._morphemes.stream(texts)))
        return [[float(value) for value in vector] for vector in vectors]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return [float(value) for value in self.embed_analyses([self._morphemes.analyse(text)])[0]]

    def embed_analyses(self, analyses: Sequence[Analysis]) -> Vectors:
        """The vectors of texts already tokenised, one a row, as `embed_documents` gives them."""
        return self._space.embed(analyses)


def _source(morphemes: Morphemes) -> ModelFile | Landmarks:
    """Kiwi's model file, or where that is of another make, what is recovered from Kiwi's similarities."""
    try:
        file = ModelFile(morphemes.model_file)
        if file.agrees(morphemes.similarity):
            return file
    except (OSError, ValueError):
        pass
    return Landmarks(morphemes.similarity)


def load_embedding(name: str, morphemes: Morphemes | None = None, dictionary: Dictionary | None = None) -> Embeddings:
    """The model of a name or folder, as in `JORYE_EMBEDDING`; raises SettingsError when it cannot be had."""
    if name == KIWI:
        return KiwiEmbeddings(morphemes, dictionary)
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
