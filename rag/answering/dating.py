"""Says which day an answer is of, where the words of the question told it and not the door."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.provisions import Law
from corpus.works import Genre
from rag.answer import Answer, Caution, Kind, Status
from rag.answering.lacking import why_away
from rag.citing.sources import amendment
from rag.citing.validity import readable
from rag.meetings.facts import Committee
from rag.membership.sheets import existence
from rag.phrases import say
from rag.questions.asked_day import AskedDay, Told
from rag.questions.question import Question


def dated(law: Law, question: Question, answer: Answer) -> Answer:
    """The answer with what must be said of its day first: how the words told it, and what was not there yet.

    Where no ordinance has a text for that day, what was not found is said to lie before them.
    """
    asked = question.asked
    early = tuple(_before_bodies(question, answer))
    if asked is None or asked.told is Told.NOW:
        return replace(answer, warnings=(*answer.warnings, *early)) if early else answer
    said = (*_of_the_day(question, asked), *early, *_changed_within(law, question, asked, answer))
    full = replace(answer, warnings=(*said, *answer.warnings))
    away = _why_away(law, question) if answer.status is Status.NOT_FOUND and not question.works else []
    return replace(full, answer="\n".join(away)) if away else full


def _of_the_day(question: Question, asked: AskedDay) -> Iterator[Caution]:
    phrase = "asked_period" if asked.first else "asked_day"
    yield Caution("asked_day", say(phrase, question.lang, day=asked.on, words=asked.words))
    if asked.ahead:
        yield Caution("future_day", say("future_day", question.lang, day=asked.on))


def _changed_within(law: Law, question: Question, asked: AskedDay, answer: Answer) -> Iterator[Caution]:
    """What took effect in the year or month asked about, of the ordinances that are cited."""
    first = asked.first
    for slug in dict.fromkeys(citation.id.work for citation in answer.citations if first):
        work = law.work(slug)
        later = [each for each in work.versions if first and first < each.effective <= asked.on]
        if later and later[0] is not work.versions[0]:
            listed = ", ".join(amendment(each, question.lang) for each in later)
            said = say("changed_within", question.lang, work=work.name(question.lang, asked.on), later=listed)
            yield Caution("changed_within", said)


def _before_bodies(question: Question, answer: Answer) -> Iterator[Caution]:
    """The committees named that were not there yet on the day, where what is cited does not speak of them."""
    quoted = " ".join(citation.quote for citation in answer.citations)
    for _, body in question.bodies if answer.kind is Kind.PROVISION else ():
        begins = existence(Committee(body.slug)).begins if body.slug in set(Committee) else None
        if begins and question.as_of < begins and not any(name in quoted for name in body.names):
            name = next(each for each in body.names if each.isascii() == (question.lang == "en"))
            values = {"body": name, "date": begins, "day": question.as_of}
            yield Caution("body_not_yet", say("body_not_yet", question.lang, **values))


def _why_away(law: Law, question: Question) -> list[str]:
    """Why no ordinance has a text for the day; nothing where one has."""
    ordinances = [work for work in law.works.values() if work.genre is Genre.ORDINANCE and work.sources]
    if any(readable(work, question.as_of) for work in ordinances):
        return []
    return [why_away(work, question.as_of, question.lang) for work in ordinances]
