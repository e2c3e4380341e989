"""Puts an answer together from sources: the point first, each quote with its citation, verified."""

from collections.abc import Sequence

from corpus.labels import label
from corpus.provisions import Law
from corpus.works import Genre
from rag.answer import Answer, Citation, Kind, Status
from rag.grounding import grounded
from rag.phrases import say
from rag.question import Question
from rag.sources import Source, cautions, cite
from rag.validity import Readable


def answered(law: Law, question: Question, texts: Sequence[Readable], sources: Sequence[Source]) -> Answer:
    """An answer that quotes the sources in their order; not found when no quote stands the check."""
    drafts = [cite(law, source, question.lang, n) for n, source in enumerate(sources, start=1)]
    citations = grounded(law, drafts)
    if not citations:
        return not_found(law, question)
    lines = [_sentence(law, question, citation, first=citation is citations[0]) for citation in citations]
    ordinance = law.work(citations[0].id.work).genre is Genre.ORDINANCE
    return Answer(
        question=question.text,
        lang=question.lang,
        as_of=question.as_of,
        status=Status.ANSWERED,
        answer="\n".join(lines),
        kind=Kind.PROVISION if ordinance else Kind.REPORT,
        citations=citations,
        warnings=cautions(law, question, texts, citations),
    )


def refused(question: Question, status: Status, said: str) -> Answer:
    """An answer without sources that says why there are none."""
    return Answer(question.text, question.lang, question.as_of, status, said, Kind.NONE)


def not_found(law: Law, question: Question) -> Answer:
    """The answer when nothing at hand settles the question."""
    works = ", ".join(work.name(question.lang) for work in law.works.values() if work.sources)
    return refused(question, Status.NOT_FOUND, say("not_found", question.lang, works=works))


def _sentence(law: Law, question: Question, citation: Citation, *, first: bool) -> str:
    work = law.work(citation.id.work)
    name = label(citation.id, work, question.lang)
    quote = citation.quote
    deleted = law.provision(citation.id).deleted
    if deleted is not None:
        return say("deleted", question.lang, label=name, date=deleted, quote=quote, n=citation.n)
    verb = "provides" if work.genre is Genre.ORDINANCE else "says"
    return say(verb if first else "see_also", question.lang, label=name, quote=quote, n=citation.n)
