"""Answers to greetings, to thanks and to those who ask what can be asked: one friendly line."""

import re
from functools import cache

from rag.answer import Answer, Status
from rag.answering.compose import refused
from rag.phrases import say
from rag.questions.question import Question
from rag.tables import load_table

_AROUND = " .,!?~^…ㅎㅋ:)"


def by_courtesy(question: Question) -> Answer | None:
    """What can be asked, where the whole text is a greeting, thanks or that question; None for any other."""
    said = question.text.strip(_AROUND)
    kind = next((each for each in ("greeting", "thanks") if _pattern(each).fullmatch(said)), None)
    return refused(question, Status.DECLINED, say(kind, question.lang)) if kind else None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(load_table("answering/courtesy")[kind], re.IGNORECASE)
