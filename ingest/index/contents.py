"""What an index is made of, and the fingerprints by which one of the same contents is found again."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Generic, Protocol, TypeVar

from corpus.glossary import Term
from ingest.bilingual.dictionary import dictionary_text
from ingest.index.lexical import SETTINGS
from ingest.morphemes import recipe

SCHEMA = 5


class Indexed(Protocol):
    """Anything that can be indexed: `key` names it among all, `context` stands above its `text`."""

    @property
    def key(self) -> str:
        """A name that no other has."""

    @property
    def context(self) -> str:
        """The words that it stands under."""

    @property
    def text(self) -> str:
        """What it says."""


Item = TypeVar("Item", bound=Indexed)


@dataclass(frozen=True, slots=True)
class Contents(Generic[Item]):
    """What an index is made of, and where its vectors are kept.

    `questions` are texts that questions are compared with, kept beside the passages and never found as such.
    `embedding` is the identity of the model, or empty for words alone; `chroma` the address of the Chroma server
    that keeps the vectors, or empty where a folder of the index does.
    """

    passages: tuple[Item, ...]
    terms: tuple[Term, ...]
    embedding: str = ""
    chroma: str = ""
    questions: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A short name that changes whenever the index would."""
        made_by = (words_recipe(), version("bm25s"), SETTINGS, self.embedding, bool(self.embedding and self.chroma))
        digest = hashlib.sha256(repr(made_by).encode())
        for each in self.passages:
            digest.update(_bytes((each.key, each.context, each.text)))
        for part in (*self.terms, *self.questions):
            digest.update(_bytes(part))
        return digest.hexdigest()[:16]

    @property
    def digests(self) -> tuple[str, ...]:
        """For each passage a name of what it says: equal for the same context and text, wherever they stand."""
        return tuple(hashlib.sha256(_bytes((each.context, each.text))).hexdigest()[:32] for each in self.passages)


def words_recipe() -> str:
    """What the words of a passage depend on besides the passage."""
    return hashlib.sha256(repr((SCHEMA, recipe(), dictionary_text())).encode()).hexdigest()[:16]


def questions_digest(questions: Sequence[str]) -> str:
    """A name of questions that is another for any others, or for another order."""
    return hashlib.sha256(_bytes(tuple(questions))).hexdigest()[:16]


def _bytes(part: object) -> bytes:
    return repr(part).encode("utf-8", "surrogatepass")
