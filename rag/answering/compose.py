"""Puts an answer together from sources: the point first, each quote with its citation, verified."""

from collections.abc import Iterator, Sequence

from corpus.identifiers import is_list_entry
from corpus.labels import label, place
from corpus.provisions import Law
from corpus.works import Genre
from rag.answer import Answer, Caution, Citation, Kind, Status
from rag.citing.grounding import grounded
from rag.citing.sources import Source, cautions, cite
from rag.citing.validity import Readable
from rag.phrases import names_listed, particle, say
from rag.questions.question import Question


def answered(
    law: Law, question: Question, texts: Sequence[Readable], sources: Sequence[Source], *, sure: bool = True
) -> Answer:
    """An answer that quotes the sources in their order; not found when no quote stands the check.

    What may have read otherwise on the asked day is not quoted. Unless `sure`, the answer says that the
    provisions are the closest found and may not settle the question.
    """
    kept = [source for source in sources if not source.text.differed(source.id)]
    if sources and not kept:
        return _changed_since(law, question, sources[0])
    drafts = [cite(law, source, question.lang, n) for n, source in enumerate(_with_leads(law, kept), start=1)]
    citations = grounded(law, drafts)
    if not citations:
        return not_found(law, question)
    lines = [_sentence(law, question, citation, citations, sure=sure) for citation in citations]
    doubt = () if sure else (Caution("closest_provision", say("closest", question.lang)),)
    ordinance = law.work(citations[0].id.work).genre is Genre.ORDINANCE
    return Answer(
        question=question.text,
        lang=question.lang,
        as_of=question.as_of,
        status=Status.ANSWERED,
        answer="\n".join(filter(None, (*(caution.message for caution in doubt), *lines))),
        kind=Kind.PROVISION if ordinance else Kind.REPORT,
        citations=citations,
        warnings=doubt + cautions(law, question, texts, citations),
        extracted=True,
    )


def refused(question: Question, status: Status, said: str, warnings: tuple[Caution, ...] = ()) -> Answer:
    """An answer without sources that says why there are none."""
    return Answer(question.text, question.lang, question.as_of, status, said, Kind.NONE, warnings=warnings)


def not_found(law: Law, question: Question) -> Answer:
    """The answer when nothing at hand settles the question."""
    names = [work.name(question.lang) for work in law.works.values() if work.sources]
    said = say("not_found", question.lang, works=names_listed(names, question.lang))
    return refused(question, Status.NOT_FOUND, said)


def _changed_since(law: Law, question: Question, source: Source) -> Answer:
    name = label(source.id, source.text.work, question.lang, law.works.values())
    number = source.text.unheld.number if source.text.unheld else ""
    held = source.text.version.effective if source.text.version else question.as_of
    said = say("text_changed", question.lang, label=name, day=question.as_of, number=number, date=held)
    return refused(question, Status.NOT_FOUND, said)


def _with_leads(law: Law, sources: Sequence[Source]) -> Iterator[Source]:
    """The sources; after an entry of a list, which says nothing alone, the sentence that opens the list."""
    for source in sources:
        yield source
        parent = source.id.parent
        if is_list_entry(source.id) and parent is not None and law.provision(source.id).deleted is None:
            yield Source(parent, source.text, lead=True)


def _sentence(law: Law, question: Question, citation: Citation, citations: Sequence[Citation], *, sure: bool) -> str:
    """One line for a citation; none for the lead of a list, which stands in the line of its entry."""
    lead = _lead_of(citation, citations)
    if any(_lead_of(each, citations) is citation for each in citations):
        return ""
    work = law.work(citation.id.work)
    name = label(citation.id, work, question.lang, law.works.values())
    deleted = law.provision(citation.id).deleted
    values = {"label": name, "quote": citation.quote, "n": citation.n}
    if deleted is not None:
        return say(
            "deleted", question.lang, date=deleted, topic=particle(place(citation.id, "ko"), "은", "는"), **values
        )
    verb = "provides" if work.genre is Genre.ORDINANCE else "says"
    first = verb if citation is citations[0] else "see_also"
    said = say(first if sure else "close", question.lang, **values)
    opened = say("lead", question.lang, quote=lead.quote, n=lead.n) if lead else ""
    return " ".join(filter(None, (said[0].upper() + said[1:], opened)))


def _lead_of(citation: Citation, citations: Sequence[Citation]) -> Citation | None:
    after = [each for each in citations if each.n == citation.n + 1]
    return after[0] if after and is_list_entry(citation.id) and after[0].id == citation.id.parent else None
