"""The JSON shape of a provision: its words in both languages, its amendments, and its comparison over time."""

from datetime import date

from pydantic import BaseModel

from api.cautions import WarningModel, cautions_of
from api.changes import AmendedUnitModel, AmendmentModel, ComparisonModel
from api.tables import CallModel, TableModel
from corpus.amendments import amendments
from corpus.comparison import compare_with
from corpus.labels import label
from corpus.provisions import Law, Provision, Rendition
from corpus.works import Lang
from rag.search.hit import provision_url


class RenditionModel(BaseModel):
    """The words of a provision in one language, with all units below it; of a table, what they say as well.

    `calls` are the footnotes that the provision's own words call, places counted in those.
    """

    lang: Lang
    label: str
    heading: str
    text: str
    authority: str
    source: str
    line: int
    table: TableModel | None
    calls: list[CallModel]

    @classmethod
    def of(cls, law: Law, provision: Provision, words: Rendition) -> "RenditionModel":
        """The shape of a provision's words in one language."""
        return cls(
            lang=words.lang,
            label=label(provision.id, law.work(provision.id.work), words.lang, law.works.values()),
            heading=words.heading,
            text=law.full_text(provision.id, words.lang),
            authority=words.authority,
            source=words.source,
            line=words.line,
            table=TableModel.of(words.table),
            calls=[CallModel.of(call) for call in words.calls],
        )


class ProvisionModel(BaseModel):
    """A provision in the languages asked for; its amendments are its own, those of the units in it come apart."""

    id: str
    deleted: date | None
    renditions: list[RenditionModel]
    amendments: list[AmendmentModel]
    amendments_below: list[AmendedUnitModel]
    comparisons: list[ComparisonModel] | None
    warnings: list[WarningModel]
    children: list[str]
    url: str

    @classmethod
    def of(
        cls,
        law: Law,
        provision: Provision,
        lang: Lang | None,
        against: date | None = None,
        as_of: date | None = None,
    ) -> "ProvisionModel":
        """The shape of a provision, in one language or in both, compared with the version in force `against` a day.

        `as_of` is the day it is read for, where no version was named. Raises UnknownProvisionError where there is
        nothing to compare it with.
        """
        work = law.work(provision.id.work)
        return cls(
            id=str(provision.id),
            deleted=provision.deleted,
            renditions=[
                RenditionModel.of(law, provision, each) for each in provision.renditions if lang in (None, each.lang)
            ],
            amendments=AmendmentModel.of(amendments(provision, work)),
            amendments_below=AmendedUnitModel.below(law, provision),
            comparisons=[ComparisonModel.of(each) for each in compare_with(law, provision.id, against, lang)]
            if against
            else None,
            warnings=[WarningModel.of(each) for each in cautions_of(law, provision.id, as_of, lang)],
            children=[str(child.id) for child in law.children(provision.id)],
            url=provision_url(provision.id),
        )
