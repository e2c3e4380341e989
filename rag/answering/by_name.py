"""Answers to a bare name: what sets up the body, or the purpose of the ordinance."""

from collections.abc import Iterator, Sequence

from corpus.identifiers import ProvisionId, Unit
from corpus.provisions import Law
from corpus.works import Genre
from rag.answer import Answer
from rag.answering.compose import answered
from rag.citing.sources import Source
from rag.citing.validity import Readable
from rag.questions.question import Question

_PURPOSE = "art-1"


def by_name(law: Law, question: Question, texts: Sequence[Readable]) -> Answer | None:
    """The answer to a question that only names bodies or ordinances; None when it names neither."""
    sources = list(provisions_of_names(law, question, texts))
    return answered(law, question, texts, sources) if sources else None


def provisions_of_names(law: Law, question: Question, texts: Sequence[Readable]) -> Iterator[Source]:
    """Of each body named what sets it up; where none is named, of each ordinance its purpose."""
    units = [(work, body.articles[0]) for work, body in question.bodies]
    units = units or [(work, _PURPOSE) for work in question.works if work.genre is Genre.ORDINANCE]
    for work, unit in units:
        text = next((each for each in texts if each.work is work), None)
        if text is not None and text.version is not None:
            article = ProvisionId(work.slug, text.version.effective, (Unit.parse(unit),))
            parts = law.subtree(article) if article in law else ()
            worded = next((part for part in parts if any(each.text for each in part.renditions)), None)
            if worded is not None:
                yield Source(worded.id, text)
