"""The JSON shape of a citation, at whatever door."""

from pydantic import BaseModel

from corpus.works import Lang
from rag.answer import Citation, Counterpart
from rag.search.hit import provision_url


class CounterpartModel(BaseModel):
    """The cited provision in the other language."""

    lang: Lang
    quote: str
    authority: str

    @classmethod
    def of(cls, other: Counterpart) -> "CounterpartModel":
        """The shape of a counterpart."""
        return cls(lang=other.lang, quote=other.quote, authority=other.authority)


class CitationModel(BaseModel):
    """One numbered source; `quote` is verbatim in the provision."""

    n: int
    id: str
    label: str
    quote: str
    lang: Lang
    status: str
    authority: str
    counterpart: CounterpartModel | None
    url: str

    @classmethod
    def of(cls, citation: Citation) -> "CitationModel":
        """The shape of a citation."""
        other = citation.counterpart
        return cls(
            n=citation.n,
            id=str(citation.id),
            label=citation.label,
            quote=citation.quote,
            lang=citation.lang,
            status=citation.status,
            authority=citation.authority,
            counterpart=CounterpartModel.of(other) if other else None,
            url=provision_url(citation.id),
        )
