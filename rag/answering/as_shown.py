"""What an answer says of the question itself: as it may be shown, what was masked in it and what was left out."""

from collections.abc import Iterator
from dataclasses import replace

from rag.answer import Answer, Caution, Status
from rag.answering.compose import refused
from rag.phrases import say
from rag.questions.question import Question


def as_shown(question: Question, answer: Answer) -> Answer:
    """The answer with the question as it may be shown, and what the asker must know of how it was read."""
    return replace(answer, question=question.shown, warnings=(*answer.warnings, *_cautions(question)))


def without_question(question: Question) -> Answer | None:
    """The answer where nothing is asked of the law; None where something is."""
    return None if question.text else refused(question, Status.DECLINED, say("no_question", question.lang))


def _cautions(question: Question) -> Iterator[Caution]:
    for code, found in (("personal_data", question.masked), ("not_followed", question.ordering)):
        if found:
            yield Caution(code, say(code, question.lang))
