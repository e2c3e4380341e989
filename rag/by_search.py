"""Answers to questions in words: the provisions that meet them best, or that nothing at hand does."""

from collections.abc import Sequence

from corpus.provisions import Law
from corpus.works import Genre
from rag.answer import Answer
from rag.compose import answered, not_found
from rag.question import Question
from rag.retrieval import Hit
from rag.sources import Source
from rag.validity import Readable

MIN_COVERAGE = 0.5
_NEAR = 0.9
_MOST = 3


def by_search(law: Law, question: Question, texts: Sequence[Readable], hits: Sequence[Hit]) -> Answer:
    """An answer from the best hits, or not found when they meet too little of the question."""
    chosen = choose(hits)
    sources = [_source(law, texts, hit) for hit in chosen]
    return answered(law, question, texts, sources) if sources else not_found(law, question)


def choose(hits: Sequence[Hit]) -> list[Hit]:
    """The hits to quote: the best and those about as good, none inside a better one; none when all are weak."""
    if not hits or max(hit.coverage for hit in hits[:_MOST]) < MIN_COVERAGE:
        return []
    chosen: list[Hit] = []
    for hit in hits[:_MOST]:
        apart = not any(each.id.covers(hit.id) or hit.id.covers(each.id) for each in chosen)
        if apart and hit.score >= _NEAR * hits[0].score:
            chosen.append(hit)
    return chosen


def _source(law: Law, texts: Sequence[Readable], hit: Hit) -> Source:
    text = next(each for each in texts if each.admits(hit.id))
    whole = law.work(hit.id.work).genre is Genre.ORDINANCE
    return Source(hit.id, text, "" if whole else hit.text)
