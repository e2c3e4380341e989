"""What retrieval is measured over: documents, queries, and judgements of which answers which."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Document:
    """Something to be found; `context` is its title, or empty."""

    key: str
    context: str
    text: str

    @property
    def whole(self) -> str:
        """The title and the text, as one text."""
        return f"{self.context} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Query:
    """Something asked."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """How many things in a folder did no harm and took no part."""

    unjudged_queries: int = 0
    blank_queries: int = 0
    blank_documents: int = 0
    judgements_of_unknown_queries: int = 0
    judgements_of_unknown_documents: int = 0

    @property
    def remarks(self) -> tuple[str, ...]:
        """A line for each kind of which there is one."""
        told = (
            (self.unjudged_queries, "queries not asked, for want of a relevant document"),
            (self.blank_queries, "queries not asked, for want of a text"),
            (self.blank_documents, "documents without text, which cannot be found"),
            (self.judgements_of_unknown_queries, "judgements of queries that are not there"),
            (self.judgements_of_unknown_documents, "judgements of irrelevant documents that are not there"),
        )
        return tuple(f"{what}: {counted:,}" for counted, what in told if counted)


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents, the queries to ask of them, and `judgements[query key][document key]`, the grade of relevance.

    Every query has a document with a grade above 0; a document without a judgement is irrelevant.
    """

    name: str
    documents: tuple[Document, ...]
    queries: tuple[Query, ...]
    judgements: Mapping[str, Mapping[str, int]]
    passed_over: PassedOver = field(default_factory=PassedOver)

    @property
    def characters(self) -> int:
        """The characters of all documents."""
        return sum(len(document.whole) for document in self.documents)

    def limited(self, count: int | None) -> "Collection":
        """The same with at most so many queries, evenly spaced."""
        asked = len(self.queries)
        if count is None or count >= asked:
            return self
        return replace(self, queries=tuple(self.queries[place * asked // count] for place in range(count)))
