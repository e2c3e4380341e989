"""The JSON shapes of what a report on a meeting is made of."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.citation_schema import CitationModel
from rag.meetings.citing import Sources
from rag.meetings.report import Check, Note, Opened, Resolved, Status, Verdict
from rag.meetings.sheets import Topic


class Finding(BaseModel):
    """A part of a report, read from the attributes of what it is the shape of."""

    model_config = ConfigDict(from_attributes=True)


class WordsModel(Finding):
    """The same thing said in Korean and in English."""

    ko: str
    en: str


class OpeningModel(Finding):
    """The quorum: `counted` are those there who may vote, `counted_with_excluded` all who are there."""

    status: Opened
    needed: int | None
    counted: int | None
    counted_with_excluded: int | None


class ResolutionModel(Finding):
    """The vote: `base` are those attending who may vote, more than half of whom are needed."""

    status: Resolved
    needed: int | None
    base: int | None
    in_favor: int | None


class NeedsModel(Finding):
    """What it takes to open and to carry; null where a fact it depends on is missing or the text has no rule.

    `largest_register` is the largest that those attending can open.
    """

    to_open: int | None
    more_to_open: int | None
    to_carry: int | None
    more_to_carry: int | None
    to_carry_with_one_more: int | None
    largest_register: int | None


class RecordModel(Finding):
    """A recorded fact that no text at hand carries, in our words, with its source."""

    said: WordsModel
    source: WordsModel


class RulingModel(Finding):
    """A judgment on another body by its case number; it applies by analogy only."""

    case: str = Field(validation_alias="key")
    said: WordsModel


class AssumptionModel(Finding):
    """A fact that was not given but is ordinary; `value` is null where the check needs none."""

    fact: str
    value: bool | int | date | str | None
    said: WordsModel


class ReadingModel(Finding):
    """What follows on one view of contested law: excluded members are present (`lenient`) or are not (`strict`)."""

    id: Literal["strict", "lenient"]
    verdict: Verdict
    opening: OpeningModel
    resolution: ResolutionModel
    reason: WordsModel
    rulings: list[RulingModel]


class CheckModel(BaseModel):
    """One step: what was found, why, what was computed, and what it rests on; `missing` are the facts it lacks."""

    id: Topic
    status: Status
    reason: WordsModel
    computation: WordsModel | None
    citations: list[CitationModel]
    records: list[RecordModel]
    rulings: list[RulingModel]
    missing: list[str]

    @classmethod
    def of(cls, check: Check, found: Sources) -> "CheckModel":
        """The shape of a check with its sources."""
        return cls(
            id=check.id,
            status=check.status,
            reason=WordsModel.model_validate(check.reason),
            computation=WordsModel.model_validate(check.computation) if check.computation else None,
            citations=[CitationModel.of(each) for each in found.citations_of(check.basis)],
            records=[RecordModel.model_validate(each) for each in found.records_of(check.basis)],
            rulings=[RulingModel.model_validate(each) for each in check.rulings],
            missing=list(check.missing),
        )


class NoteModel(BaseModel):
    """Something to know beside the checks."""

    said: WordsModel
    citations: list[CitationModel]

    @classmethod
    def of(cls, note: Note, found: Sources) -> "NoteModel":
        """The shape of a note with its sources."""
        citations = [CitationModel.of(each) for each in found.citations_of(note.basis)]
        return cls(said=WordsModel.model_validate(note.said), citations=citations)
