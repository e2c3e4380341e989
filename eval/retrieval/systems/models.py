"""What the systems of one run share: Kiwi, the dictionary, and embeddings that are loaded when first needed."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from rag.ranking.opening import Models as RankerModels
from rag.ranking.opening import load_models
from rag.settings import KIWI, WORDS_ALONE

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

    from ingest.morphemes import Morphemes


class Models:
    """Kiwi and the embedding of a name as in `JORYE_EMBEDDING`; Kiwi's own where none is named."""

    def __init__(self, embedding: str) -> None:
        self.name = KIWI if embedding in ("", WORDS_ALONE) else embedding

    @cached_property
    def words(self) -> RankerModels:
        """What reads words, without an embedding."""
        return load_models("")

    @cached_property
    def whole(self) -> RankerModels:
        """What reads words, and the configured embedding; raises SettingsError when it cannot be had."""
        from ingest.embedding import identity

        return replace(self.words, embedding=self.embedding, identity=identity(self.name, self.embedding))

    @property
    def morphemes(self) -> "Morphemes":
        """Kiwi."""
        return self.words.morphemes

    @cached_property
    def kiwi(self) -> "Embeddings":
        """The embedding that Kiwi brings along."""
        from ingest.embedding import KiwiEmbeddings

        return KiwiEmbeddings(self.words.morphemes, self.words.dictionary)

    @cached_property
    def embedding(self) -> "Embeddings":
        """The configured embedding; raises SettingsError when it cannot be had."""
        from ingest.embedding import load_embedding

        return self.kiwi if self.name == KIWI else load_embedding(self.name)
