"""The JSON shapes of the doors."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from api.cautions import WarningModel
from api.citation_schema import CitationModel
from api.meeting_schema import MeetingModel
from corpus.works import Lang, Work
from rag.answer import Answer

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _written(value: object) -> object:
    """A day is taken as it is written, 2026-03-10, and not as a number of seconds."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("expected a date such as 2026-03-10")
    if not isinstance(value, str | date):
        raise ValueError("expected a date such as 2026-03-10, in quotes")
    return value


Day = Annotated[date, BeforeValidator(_written)]


MOST_EARLIER = 20
"""How many earlier questions of a conversation a request may bring along."""


class AskRequest(BaseModel):
    """A question, the day whose law is asked for (default: today) and the language of the answer (the question's).

    A day that the question asks for itself ("2018년 당시", "before the whole amendment") goes before `as_of`.
    """

    model_config = ConfigDict(extra="forbid")

    question: str = Field(examples=["인공지능위원회 회의의 의사정족수는?", "Who convenes the AI Committee?"])
    as_of: Day | None = None
    lang: Lang | None = None
    earlier: list[str] = Field(
        default=[],
        max_length=MOST_EARLIER,
        description=(
            "The questions of the conversation before this one, oldest first, each as long as a question may be. "
            "What this question lacks is taken from them: its committee or ordinance, article, topic, day, or the "
            "facts of a meeting. One that can stand alone takes nothing. Nothing is kept between requests."
        ),
        examples=[["스마트도시위원회 위원장은 누구인가요?", "그럼 부위원장은?"]],
    )


class AnswerModel(BaseModel):
    """An answer as of a day."""

    question: str
    lang: Lang
    as_of: date
    status: Literal["answered", "clarify", "contested", "not_found", "declined"]
    answer: str
    kind: Literal["provision", "meeting", "history", "report", "none"]
    citations: list[CitationModel]
    meeting: MeetingModel | None = None
    warnings: list[WarningModel]
    missing: list[str]
    generated_by: str
    took_ms: int

    @classmethod
    def of(cls, answer: Answer, took_ms: int) -> "AnswerModel":
        """The shape of an answer and the time it took, in milliseconds."""
        return cls(
            question=answer.question,
            lang=answer.lang,
            as_of=answer.as_of,
            status=answer.status.value,
            answer=answer.answer,
            kind=answer.kind.value,
            citations=[CitationModel.of(citation) for citation in answer.citations],
            meeting=MeetingModel.of(answer.meeting, answer.as_of, answer.lang, took_ms) if answer.meeting else None,
            warnings=[WarningModel.of(each) for each in answer.warnings],
            missing=list(answer.missing),
            generated_by=answer.generated_by,
            took_ms=took_ms,
        )


class VersionModel(BaseModel):
    """A version of an ordinance; `held` tells whether its text is in the collection."""

    effective: date
    promulgated: date
    number: str
    kind: str
    held: bool


class WorkModel(BaseModel):
    """A work and its versions."""

    id: str
    genre: str
    name_ko: str
    name_en: str
    versions: list[VersionModel]

    @classmethod
    def of(cls, work: Work) -> "WorkModel":
        """The shape of a work."""
        versions = [
            VersionModel(effective=v.effective, promulgated=v.promulgated, number=v.number, kind=v.kind, held=v.held)
            for v in work.versions
        ]
        return cls(id=work.slug, genre=work.genre, name_ko=work.name_ko, name_en=work.name_en, versions=versions)
