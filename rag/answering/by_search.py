"""Answers to questions in words: the provisions that meet them best, or that nothing at hand does."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.identifiers import is_list_entry
from corpus.provisions import Law
from corpus.works import Genre
from rag.answer import Answer
from rag.answering.compose import answered, not_found
from rag.citing.sources import Source
from rag.citing.validity import Readable
from rag.questions.forms import expected
from rag.questions.question import Question
from rag.search.hit import Hit

MIN_COVERAGE, SURE_COVERAGE = 0.38, 0.65
_NEAR, _MOST = 0.88, 3
_AS_GOOD, _ALMOST, _STANDS_OUT = 0.9, 0.8, 1.05


def by_search(law: Law, question: Question, texts: Sequence[Readable], hits: Sequence[Hit]) -> Answer:
    """An answer from the best hits, or not found when they meet too little of the question.

    Where they meet it only in part, the answer says that it gives the closest provision.
    """
    listing = any(form.name == "list" for form in expected(question.text))
    chosen = choose(hits, listing=listing)
    if not chosen:
        return not_found(law, question)
    sources = [_source(law, texts, hit) for hit in chosen]
    return answered(law, question, texts, sources, sure=_is_sure(question, chosen[0]))


def choose(hits: Sequence[Hit], *, listing: bool) -> list[Hit]:
    """The hits to quote: the best and those about as good, none inside a better one; none when all are weak.

    Of a list, the whole is quoted when it is asked for or several entries fit alike, else the entry that fits.
    """
    if not hits or max(hit.coverage for hit in hits[:_MOST]) < MIN_COVERAGE:
        return []
    chosen: list[Hit] = []
    for hit in hits[:_MOST]:
        if hit.score >= _NEAR * hits[0].score:
            focused = _focus(hit, hits, listing=listing)
            if not any(each.id.covers(focused.id) or focused.id.covers(each.id) for each in chosen):
                chosen.append(focused)
    return chosen


def _is_sure(question: Question, best: Hit) -> bool:
    return best.coverage >= SURE_COVERAGE and not any(reference.statute for reference in question.references)


def _focus(hit: Hit, hits: Sequence[Hit], *, listing: bool) -> Hit:
    if is_list_entry(hit.id):
        rivals = [each for each in hits if each.id != hit.id and each.id.parent == hit.id.parent]
        alike = any(each.score >= _AS_GOOD * hit.score for each in rivals if is_list_entry(each.id))
        return _whole(hit) if listing or alike else hit
    entries = [each for each in hits if each.id.parent == hit.id and is_list_entry(each.id)]
    if listing or not entries or entries[0].score < _ALMOST * hit.score:
        return hit
    stands_out = len(entries) == 1 or entries[0].score >= _STANDS_OUT * entries[1].score
    return entries[0] if stands_out else hit


def _whole(entry: Hit) -> Hit:
    parent = entry.id.parent
    return replace(entry, id=parent) if parent is not None else entry


def _source(law: Law, texts: Sequence[Readable], hit: Hit) -> Source:
    text = next(each for each in texts if each.admits(hit.id))
    whole = law.work(hit.id.work).genre is Genre.ORDINANCE
    return Source(hit.id, text, "" if whole else hit.text)
