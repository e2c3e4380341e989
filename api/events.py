"""Answers as server-sent events: a `sentence` as soon as there is one, and at the end the whole `answer`."""

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel

from api.citation_schema import CitationModel
from api.schema import AnswerModel
from rag.answer import Sentence
from rag.model.draft import Parts

MEDIA_TYPE = "text/event-stream"
AT_ONCE = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
"""The headers that keep servers in between from holding events back."""
STREAMED: dict[int | str, dict[str, Any]] = {
    200: {"content": {MEDIA_TYPE: {"schema": {"type": "string"}}}, "description": "The answer, or the events of it."}
}
"""How the events are told of in the description of the HTTP interface."""


class SentenceModel(BaseModel):
    """A part of an answer with the sources that its markers stand for; the answer at the end replaces them all."""

    text: str
    citations: list[CitationModel]

    @classmethod
    def of(cls, sentence: Sentence) -> "SentenceModel":
        """The shape of a sentence."""
        return cls(text=sentence.text, citations=[CitationModel.of(each) for each in sentence.citations])


def events(parts: Parts, took: Callable[[], int]) -> Iterator[str]:
    """The events of an answer; `took` tells how many milliseconds have passed."""
    for part in parts:
        if isinstance(part, Sentence):
            yield _event("sentence", SentenceModel.of(part))
        else:
            yield _event("answer", AnswerModel.of(part, took()))


def wants_events(accept: str) -> bool:
    """Whether a request that accepts these media types asks for events."""
    kinds = [each.partition(";") for each in accept.lower().split(",")]
    return any(kind.strip() == MEDIA_TYPE and more.replace(" ", "") != "q=0" for kind, _, more in kinds)


def _event(name: str, told: BaseModel) -> str:
    """One event; JSON has no line ends of its own."""
    return f"event: {name}\ndata: {told.model_dump_json()}\n\n"
