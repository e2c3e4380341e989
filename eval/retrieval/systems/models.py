"""What the systems of one run share: Kiwi, and embeddings that are loaded when first needed."""

from functools import cached_property
from typing import TYPE_CHECKING

from ingest.morphemes import Morphemes

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

_NONE = ("", "none")


class Models:
    """Kiwi and the embedding of a name as in `JORYE_EMBEDDING`; Kiwi's own where none is named."""

    def __init__(self, embedding: str) -> None:
        self.morphemes = Morphemes()
        self.name = "kiwi" if embedding in _NONE else embedding

    @cached_property
    def kiwi(self) -> "Embeddings":
        """The embedding that Kiwi brings along."""
        from ingest.embedding import KiwiEmbeddings

        return KiwiEmbeddings(self.morphemes)

    @cached_property
    def embedding(self) -> "Embeddings":
        """The configured embedding; raises SettingsError when it cannot be had."""
        from ingest.embedding import KIWI, load_embedding

        return self.kiwi if self.name == KIWI else load_embedding(self.name)
