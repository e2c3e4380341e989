"""What is put into words: a question with the answer that quotes; and what anyone must offer who does so."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.provisions import Law
from rag.answer import Answer, Sentence, Status
from rag.citing.validity import Readable
from rag.questions.question import Question
from rag.search.hit import Hit

Parts = Iterator[Sentence | Answer]
"""The sentences of an answer as they come, and as the last part the whole answer, which alone counts in the end."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer that quotes, and what it came from; `hits` searches for more on the question."""

    law: Law
    question: Question
    texts: Sequence[Readable]
    answer: Answer
    hits: Callable[[], Sequence[Hit]]


class Writer(Protocol):
    """Puts drafts into words."""

    def open(self) -> None:
        """Load what it takes; raises SettingsError when it cannot be had."""

    def write(self, draft: Draft) -> Parts:
        """The answer in words, or the draft's own where no words can be found that stand the check."""


def told(draft: Draft, writer: Writer | None) -> Parts:
    """The draft in the words of a writer, where there is one and the answer only quotes; else as it is.

    Raises SettingsError at once where the writer cannot be had.
    """
    if writer is not None and draft.answer.extracted and draft.answer.status is Status.ANSWERED:
        writer.open()
        return writer.write(draft)
    return as_it_is(draft.answer)


def as_it_is(answer: Answer) -> Parts:
    """The lines of an answer that is complete already, and the answer."""
    for line in answer.answer.splitlines():
        yield Sentence(line, tuple(each for each in answer.citations if f"[{each.n}]" in line))
    yield answer


def completed(parts: Parts, complete: Callable[[Answer], Answer]) -> Parts:
    """The same parts, the whole answer at their end completed."""
    return (complete(part) if isinstance(part, Answer) else part for part in parts)


def whole(parts: Parts) -> Answer:
    """The answer at the end of its parts."""
    return next(part for part in parts if isinstance(part, Answer))
