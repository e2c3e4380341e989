"""Says how a question was read that goes on from earlier ones."""

from dataclasses import replace

from rag.answer import Answer, Caution
from rag.phrases import say
from rag.questions.earlier import Meant


def as_followed(meant: Meant, answer: Answer) -> Answer:
    """The answer with what the question was taken to mean, where that is more than it says by itself."""
    if not meant.carried:
        return answer
    said = Caution("follow_up", say("follow_up", answer.lang, text=meant.text))
    return replace(answer, warnings=(said, *answer.warnings))
