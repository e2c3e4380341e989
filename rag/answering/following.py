"""Says how a question was read that goes on from earlier ones."""

from dataclasses import replace

from rag.answer import Answer, Caution
from rag.phrases import say
from rag.questions.earlier import Meant
from rag.questions.privacy import masked
from rag.questions.question import cleaned


def as_asked(text: str, meant: Meant, answer: Answer) -> Answer:
    """The answer under the question as it was put, with what it was taken to mean where that is more."""
    if not meant.carried:
        return answer
    said = Caution("follow_up", say("follow_up", answer.lang, text=meant.text))
    return replace(answer, question=masked(cleaned(text)), warnings=(said, *answer.warnings))
