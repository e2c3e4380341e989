"""Says that there is no such day or month where a question names one that no calendar has."""

import re

from rag.answer import Answer, Status
from rag.answering.compose import refused
from rag.phrases import say
from rag.questions.days import find_days
from rag.questions.question import Question

_MONTH = r"(?:0{1,2}|1[3-9]|[2-9]\d)"
_IMPOSSIBLE = re.compile(
    rf"(?<!\d)(?:19|20)\d{{2}}\s?년\s?{_MONTH}\s?월(?:\s?\d{{1,2}}\s?일)?"
    r"|(?:(?<!\d)(?:19|20)\d{2}\s?년\s?)?(?<!\d)\d{1,2}\s?월\s?(?:0{1,2}|3[2-9]|[4-9]\d)\s?일"
    rf"|(?<![\d-])(?:19|20)\d{{2}}-(?:{_MONTH}-\d{{1,2}}|\d{{1,2}}-(?:00|3[2-9]|[4-9]\d))(?![\d-])"
)


def no_such_day(question: Question) -> Answer | None:
    """The answer to a question of a day that is none; None where every day in it is one."""
    text = question.text
    dated = [text[day.start : day.end].strip() for day in find_days(text, question.as_of) if day.on is None]
    named = [found.group() for found in _IMPOSSIBLE.finditer(text)] or dated
    if not named:
        return None
    return refused(question, Status.NOT_FOUND, say("no_such_day", question.lang, words=named[0]))
