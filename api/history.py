"""Histories as a page for a terminal and as JSON."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from api.cautions import WarningModel
from api.citation_schema import CitationModel
from api.page import standing_of
from corpus.works import Lang
from rag.history import History, Step
from rag.phrases import day, say


class StepModel(BaseModel):
    """One step; `day` is null where no paper gives it, `citations` are numbers of the history's citations."""

    stage: str
    day: date | None
    said: str
    citations: list[int]


class HistoryModel(BaseModel):
    """The steps that led to a provision, in order; only texts with the status `in_force` are law."""

    id: str
    label: str
    lang: Lang
    as_of: date
    steps: list[StepModel]
    changes: list[str]
    citations: list[CitationModel]
    warnings: list[WarningModel]

    @classmethod
    def of(cls, told: History) -> "HistoryModel":
        """The shape of a history."""
        return cls(
            id=str(told.id),
            label=told.label,
            lang=told.lang,
            as_of=told.as_of,
            steps=[StepModel(stage=s.stage, day=s.day, said=s.said, citations=list(s.citations)) for s in told.steps],
            changes=list(told.changes),
            citations=[CitationModel.of(citation) for citation in told.citations],
            warnings=[WarningModel.of(each) for each in told.warnings],
        )


def history_page(told: History) -> str:
    """The steps in order, each with its quotes, then what changed and what a reader must know."""
    lines = [told.label, f"{told.id}", ""]
    for number, step in enumerate(told.steps, start=1):
        lines += _step(number, step, told)
    if told.changes:
        lines += [*(f"→ {change}" for change in told.changes), ""]
    lines += [f"⚠ {warning.message}" for warning in told.warnings]
    lines.append(say("as_of", told.lang, day=day(told.as_of, told.lang)))
    return "\n".join(lines)


def _step(number: int, step: Step, told: History) -> Iterator[str]:
    dated = f"{day(step.day, told.lang)} · " if step.day else ""
    yield f"{number}. {dated}{say(f'stage_{step.stage}', told.lang)}: {step.said}"
    for n in step.citations:
        citation = told.citations[n - 1]
        yield f"   “{' '.join(citation.quote.split())}”"
        yield f"   [{n}] {citation.label} ({standing_of(citation, told.lang)})"
        yield f"       {citation.id}"
    yield ""
