"""Answers to questions in words: the provisions that meet them best, or that nothing at hand does."""

from collections.abc import Sequence

from corpus.provisions import Law
from corpus.works import Genre
from rag.answer import Answer
from rag.answering.compose import answered, not_found
from rag.answering.entry_or_list import focus
from rag.citing.sources import Source
from rag.citing.validity import Readable
from rag.questions.forms import Form, expected
from rag.questions.question import Question
from rag.search.hit import Hit

REFUSED, SURE, SURE_COVERAGE = 0.3, 0.6, 0.5
_NEAR, _MOST = 0.9, 3
_FIT = 0.75


def by_search(law: Law, question: Question, texts: Sequence[Readable], hits: Sequence[Hit], promise: float) -> Answer:
    """An answer from the best hits, or not found where it is unlikely that they answer the question.

    `promise` is how likely they do (0 to 1); where that is uncertain, the answer says that it gives the closest
    provision.
    """
    forms = expected(question.text)
    fit = _of_the_form_needed(law, hits, forms)
    chosen = choose(law, question, fit)
    if not chosen or promise < REFUSED or fit[0].score < _FIT * hits[0].score:
        return not_found(law, question)
    sure = promise >= SURE and chosen[0].coverage >= SURE_COVERAGE
    sources = [_source(law, texts, hit) for hit in chosen]
    return answered(law, question, texts, sources, sure=sure and not _asks_of_a_statute(question))


def choose(law: Law, question: Question, hits: Sequence[Hit]) -> list[Hit]:
    """The hits to quote: the best and those about as good, none inside a better one.

    Of a list, the whole is quoted when it is asked for, several entries fit alike or the entry that fits only leaves
    open what else there may be; else the entry that fits.
    """
    chosen: list[Hit] = []
    for hit in hits[:_MOST]:
        if hit.score >= _NEAR * hits[0].score:
            focused = focus(law, question, hit, hits)
            if not any(each.id.covers(focused.id) or focused.id.covers(each.id) for each in chosen):
                chosen.append(focused)
    return chosen


def _of_the_form_needed(law: Law, hits: Sequence[Hit], forms: Sequence[Form]) -> Sequence[Hit]:
    """The hits that have the form without which there is no answer; all where no form is needed."""
    needed = [form for form in forms if form.needed]
    return [hit for hit in hits if all(form.answered.search(_said(law, hit)) for form in needed)] if needed else hits


def _said(law: Law, hit: Hit) -> str:
    return "\n".join(law.full_text(hit.id, each.lang) for each in law.provision(hit.id).renditions)


def _asks_of_a_statute(question: Question) -> bool:
    return any(reference.statute for reference in question.references)


def _source(law: Law, texts: Sequence[Readable], hit: Hit) -> Source:
    text = next(each for each in texts if each.admits(hit.id))
    whole = law.work(hit.id.work).genre is Genre.ORDINANCE
    return Source(hit.id, text, "" if whole else hit.text)
