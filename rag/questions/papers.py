"""Which papers a question is about: a bill on its way, a reviewer's opinion, a bureau's work."""

import re
from functools import cache

from corpus.works import Genre
from rag.questions.forms import any_of
from rag.questions.question import Question
from rag.tables import load_table


def papers_asked_for(question: Question) -> frozenset[Genre]:
    """The genres of papers that a question is about, rather than about the law."""
    told = {Genre(genre) for asked, genres in _cues() if asked.search(question.read) for genre in genres}
    return frozenset(told | {work.genre for work in question.works if work.genre is not Genre.ORDINANCE})


def without_names_of_papers(topic: str) -> str:
    """The text without the words that only say which paper is meant; all of it where nothing else is said."""
    return " ".join(_names_of_papers().sub(" ", topic).split()) or topic


@cache
def _names_of_papers() -> re.Pattern[str]:
    return any_of([name for each in load_table("questions/papers")["paper"] for name in each["names"]])


@cache
def _cues() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((any_of(each["asked"]), tuple(each["genres"])) for each in load_table("questions/papers")["paper"])


def asks_for_bills_of_the_state(question: Question) -> bool:
    """Whether a question may be about a bill of the National Assembly."""
    return any_of(load_table("questions/papers")["state"]["asked"]).search(question.read) is not None


@cache
def bills_of_the_state() -> re.Pattern[str]:
    """Finds in a text that it is about a bill of the National Assembly."""
    return any_of(load_table("questions/papers")["state"]["said"])
