"""The JSON shape of what a search finds, with what stands around it."""

from datetime import date

from pydantic import BaseModel

from api.citation_schema import CounterpartModel
from corpus.labels import label
from corpus.provisions import Law
from corpus.works import Lang
from rag.answering.neighbours import Neighbour, Neighbours, neighbours_of
from rag.citing.validity import standing_on
from rag.search.hit import Hit, provision_url


class NeighbourModel(BaseModel):
    """A provision beside or above the one found; `text` is verbatim."""

    id: str
    lang: Lang
    text: str

    @classmethod
    def of(cls, neighbour: Neighbour) -> "NeighbourModel":
        """The shape of a neighbour."""
        return cls(id=str(neighbour.id), lang=neighbour.lang, text=neighbour.text)


class NeighboursModel(BaseModel):
    """What stands around a provision: the heading, the sentences it stands under, its article's other paragraphs.

    `left_out` counts the paragraphs for which there was no room; `counterpart` is the provision in the other language.
    """

    heading: str
    leads: list[NeighbourModel]
    paragraphs: list[NeighbourModel]
    left_out: int
    counterpart: CounterpartModel | None

    @classmethod
    def of(cls, around: Neighbours) -> "NeighboursModel":
        """The shape of what stands around a provision."""
        return cls(
            heading=around.heading,
            leads=[NeighbourModel.of(each) for each in around.leads],
            paragraphs=[NeighbourModel.of(each) for each in around.paragraphs],
            left_out=around.left_out,
            counterpart=CounterpartModel.of(around.counterpart) if around.counterpart else None,
        )


class HitModel(BaseModel):
    """A provision that a search found; `status` is what it is worth on the day, `authority` that of its words."""

    id: str
    label: str
    text: str
    lang: Lang
    status: str
    authority: str
    deleted: date | None
    score: float
    coverage: float
    neighbours: NeighboursModel | None
    url: str

    @classmethod
    def of(cls, hit: Hit, law: Law, as_of: date, *, neighbours: bool) -> "HitModel":
        """The shape of a hit on a day, labelled in the language of its text, with its neighbours or without."""
        work, provision = law.work(hit.id.work), law.provision(hit.id)
        return cls(
            id=str(hit.id),
            label=label(hit.id, work, hit.lang, law.works.values()),
            text=hit.text,
            lang=hit.lang,
            status=standing_on(work, hit.id, as_of),
            authority=provision.rendition(hit.lang).authority,
            deleted=provision.deleted,
            score=round(hit.score, 4),
            coverage=round(hit.coverage, 4),
            neighbours=NeighboursModel.of(neighbours_of(law, hit.id, hit.lang)) if neighbours else None,
            url=provision_url(hit.id),
        )
