"""What the computations share: how they are asked for and told, and whose rules are meant."""

import re
from datetime import date
from functools import cache

from rag.answering.sentences import number_in_words
from rag.meetings.facts import Committee
from rag.meetings.strangers import stranger
from rag.meetings.wording import Words, filled
from rag.membership.days import days_of
from rag.membership.findings import Said
from rag.membership.sheets import existence, said
from rag.questions.question import Question
from rag.tables import load_table

_AI_ORDINANCE = "seoul-ai-ordinance"


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """How a kind of question is put."""
    return re.compile(load_table("answering/computed")["asked"][kind], re.IGNORECASE)


def sentence_of(name: str, /, **values: object) -> Said:
    """A sentence of `computed.toml` in both languages, with its values."""
    words = filled(Words(**load_table("answering/computed")[name]), **values)
    return Said(words.ko, words.en)


def committee_of(question: Question) -> Committee | None:
    """The one committee whose rules are at hand that the question names."""
    slugs = {body.slug for _, body in question.bodies}
    return Committee(slugs.pop()) if len(slugs) == 1 and slugs <= set(Committee) else None


def supposed_of(question: Question) -> tuple[Committee | None, tuple[Said, ...]]:
    """The committee named, else the AI Committee with what is assumed; None where another body or text is meant."""
    named = committee_of(question)
    meant = all(work.slug == _AI_ORDINANCE for work in question.works)
    body = existence(Committee.AI)
    if named or question.bodies or not meant or not body.holds(day_of(question)) or stranger(question.text):
        return named, ()
    return Committee.AI, (said("body_assumed", body=body.name),)


def name_of(committee: Committee) -> Words:
    """What a committee is called."""
    name = existence(committee).name
    return Words(name.ko, name.en)


def day_of(question: Question) -> date:
    """The day that a question names, else the one whose law is asked for."""
    return days_of(question.text).asked or question.as_of


def number_of(found: re.Match[str] | None) -> int | None:
    """The number that one of the groups of a match holds, in digits or English words."""
    written = next((each for each in found.groups() if each), "") if found else ""
    return number_in_words(written)
