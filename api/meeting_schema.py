"""The JSON shape of a meeting: its facts, and the report on it."""

from datetime import date as Day  # noqa: N812 - a field is called date

from pydantic import BaseModel, Field

from api.cautions import WarningModel
from api.citation_schema import CitationModel
from api.finding_schema import (
    AssumptionModel,
    CheckModel,
    Finding,
    NeedsModel,
    NoteModel,
    OpeningModel,
    ReadingModel,
    RecordModel,
    ResolutionModel,
    WordsModel,
)
from corpus.works import Lang
from rag.meetings.citing import Judged
from rag.meetings.facts import Committee, Convener, Format, Presider
from rag.meetings.report import Verdict


class FactsModel(Finding):
    """The facts of a meeting; null is a fact that was not given."""

    committee: Committee | None = None
    date: Day | None = Field(None, description="The day of the meeting.")
    on_register: int | None = Field(None, description="Members on the register that day, not seats.")
    attending: int | None = Field(None, description="Members who came, excluded ones included.")
    excluded_attending: int | None = Field(None, description="Of those who came, excluded, challenged or recused.")
    excluded_took_part: bool | None = Field(None, description="Whether an excluded member deliberated or voted.")
    in_favor: int | None = None
    against: int | None = None
    abstaining: int | None = None
    convened_by: Convener | None = None
    requested_by: int | None = Field(None, description="Members who asked for the meeting.")
    presided_by: Presider | None = None
    chair_unavailable: bool | None = None
    vice_chair_unavailable: bool | None = Field(
        None, description="Of the smart city committee: the commissioned vice-chair."
    )
    format: Format | None = None
    notice_days: int | None = Field(None, description="How many days ahead notice was given.")


class MeetingModel(BaseModel):
    """A report on a meeting as of a day; labels, quotes and warnings are in `lang`, all that is said in both."""

    verdict: Verdict
    summary: WordsModel
    facts: FactsModel
    opening: OpeningModel
    resolution: ResolutionModel
    checks: list[CheckModel]
    assumptions: list[AssumptionModel]
    missing: list[str]
    readings: list[ReadingModel]
    notes: list[NoteModel]
    needs: NeedsModel
    citations: list[CitationModel]
    records: list[RecordModel]
    warnings: list[WarningModel]
    as_of: Day
    lang: Lang
    took_ms: int

    @classmethod
    def of(cls, judged: Judged, as_of: Day, lang: Lang, took_ms: int) -> "MeetingModel":
        """The shape of a report with its sources, and the time it took, in milliseconds."""
        report, found = judged.report, judged.sources
        return cls(
            verdict=report.verdict,
            summary=WordsModel.model_validate(report.summary),
            facts=FactsModel.model_validate(report.facts),
            opening=OpeningModel.model_validate(report.opening),
            resolution=ResolutionModel.model_validate(report.resolution),
            checks=[CheckModel.of(each, found) for each in report.checks],
            assumptions=[AssumptionModel.model_validate(each) for each in report.assumptions],
            missing=list(report.missing),
            readings=[ReadingModel.model_validate(each) for each in report.readings],
            notes=[NoteModel.of(each, found) for each in report.notes],
            needs=NeedsModel.model_validate(report.needs),
            citations=[CitationModel.of(each) for each in found.citations],
            records=[RecordModel.model_validate(each) for each in found.records],
            warnings=[WarningModel.of(each) for each in found.warnings],
            as_of=as_of,
            lang=lang,
            took_ms=took_ms,
        )
