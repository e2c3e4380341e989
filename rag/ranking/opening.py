"""Opening a ranker over passages of any kind, with an index that is built first where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.glossary import Term
from ingest.bilingual.dictionary import Dictionary, load_entries
from ingest.index import Contents, Item, Progress, build_index, open_index
from ingest.morphemes import Morphemes
from rag.ranking.ranker import ALL, Legs, Ranker

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

_PATIENCE = 600.0


@dataclass(frozen=True, slots=True)
class Models:
    """What reads texts and questions; `identity` tells the embedding from any other, empty for none."""

    morphemes: Morphemes
    dictionary: Dictionary
    embedding: "Embeddings | None"
    identity: str


def load_models(embedding: str) -> Models:
    """The models for an embedding by its name, or for words alone when it is empty; raises SettingsError."""
    morphemes = Morphemes()
    dictionary = Dictionary(load_entries(), morphemes.stems)
    if not embedding:
        return Models(morphemes, dictionary, None, "")
    from ingest.embedding import identity, load_embedding

    loaded = load_embedding(embedding, morphemes, dictionary)
    return Models(morphemes, dictionary, loaded, identity(embedding, loaded))


def open_ranker(
    home: Path,
    passages: Sequence[Item],
    terms: Sequence[Term],
    models: Models,
    progress: Progress,
    *,
    chroma: str = "",
    questions: Sequence[str] = (),
    rebuild: bool = False,
    legs: Legs = ALL,
) -> Ranker[Item]:
    """The ranker over passages; raises StorageError and DamagedIndexError."""
    contents = Contents(tuple(passages), tuple(terms), models.identity, chroma, tuple(questions))
    index = None if rebuild else open_index(home, contents)
    if index is None:
        patience = 0 if rebuild else _PATIENCE
        build_index(home, contents, models.morphemes, models.embedding, progress, patience=patience, afresh=rebuild)
        index = open_index(home, contents)
    if index is None:
        raise AssertionError("an index that was just built must open")
    embed = models.embedding.embed_query if models.embedding else None
    return Ranker(index, terms, models.morphemes, models.dictionary, embed, legs)
