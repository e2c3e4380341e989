"""What follows from a rule by counting: days left, the next plan, seats left, who may call, what was in force."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.identifiers import ProvisionId, UnitKind
from corpus.provisions import Law
from corpus.works import LANGS, Genre, Version, Work
from rag.answer import Answer
from rag.answering.chairing import chair_or_task
from rag.answering.computing import committee_of, day_of, name_of, pattern, sentence_of
from rag.answering.counted_members import abstention, seats_left, who_may_call
from rag.answering.deleted_on import in_force_until_deleted
from rag.answering.existing import exists
from rag.answering.majorities_needed import majorities_needed
from rag.answering.next_plan import next_plan
from rag.answering.words import content_words
from rag.citing.validity import not_yet
from rag.meetings.wording import Words
from rag.membership.answering import answer_of
from rag.membership.days import days_of
from rag.membership.findings import Bound, Finding, Outcome, Said, Step, Subject
from rag.membership.sheets import existence
from rag.questions.question import Question

_STANDING_WORDS = re.compile(
    r"^(?:아직|도|존속|존재|운영|유효|존속기한|존속기간|기한|얼마나|남[가-힣]*|지났[가-힣]*|끝났[가-힣]*|still|exist\w*|left|remain\w*|days?|time|term"
    r"|operat\w*|around|committee|\d+|년|월|일|일에|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)$"
)


def by_computing(law: Law, question: Question) -> Answer | None:
    """The answer that a rule gives by counting from what the question tells; None where it asks for nothing such."""
    if question.elsewhere:
        return None
    if question.references:
        deleted = in_force_until_deleted(law, question)
        return None if deleted is None else _marked(answer_of(law, question, deleted))
    found = (
        exists(question)
        or _standing(question)
        or who_may_call(question)
        or seats_left(question)
        or abstention(question)
        or majorities_needed(question)
        or next_plan(law, question)
        or chair_or_task(law, question)
        or _in_force(law, question)
    )
    return None if found is None else _marked(answer_of(law, question, found))


def _marked(answer: Answer) -> Answer:
    """The answer with the markers of what it rests on in its first line, too."""
    point, *steps = answer.answer.split("\n")
    marks = "".join(f"[{each.n}]" for each in answer.citations)
    return replace(answer, answer="\n".join([f"{point.removesuffix('.')} {marks}.", *steps])) if marks else answer


def _standing(question: Question) -> Finding | None:
    """Whether a committee's term of existence has ended, and how many days are left of it."""
    committee = committee_of(question)
    topic = content_words(question.topic, question.lang)
    if committee is None or not pattern("standing").search(question.text):
        return None
    if not all(_STANDING_WORDS.match(each) for each in topic):
        return None
    body, day = existence(committee), day_of(question)
    values = {"body": name_of(committee), "day": day, "begins": body.begins, "ends": body.ends}
    if body.ends is None:
        return None
    steps = (Step(sentence_of("standing_step"), _sum_of_days(day, body.ends), body.sources),)
    if day < body.begins:
        return Finding(Subject.COUNT, Outcome.NO, sentence_of("standing_not_yet", **values), steps)
    over = day > body.ends
    sentence = sentence_of("standing_no" if over else "standing_yes", left=(body.ends - day).days, **values)
    return Finding(Subject.COUNT, Outcome.NO if over else Outcome.YES, sentence, steps, recorded=body.recorded)


def _sum_of_days(day: date, ends: date) -> Said | None:
    return sentence_of("standing_sum", day=day, ends=ends, left=(ends - day).days) if day <= ends else None


def _in_force(law: Law, question: Question) -> Finding | None:
    """Whether an ordinance was in force on a day that the question names."""
    day = days_of(question.text).asked
    works = [work for work in question.works if work.genre is Genre.ORDINANCE and work.versions]
    if day is None or len(works) != 1 or question.bodies or not pattern("in_force").search(question.text):
        return None
    (work,) = works
    version = work.in_force(day)
    values = {"day": day, "work": Words(work.name("ko"), work.name("en"))}
    if day > question.as_of:
        return None
    if version is None:
        name = "in_force_no" if not_yet(work, day) else "in_force_unknown"
        outcome = Outcome.NO if not_yet(work, day) else Outcome.UNKNOWN
        return Finding(Subject.COUNT, outcome, sentence_of(name, since=work.versions[0].effective, **values))
    sentence = sentence_of("in_force_yes", number=version.number, since=version.effective, **values)
    return Finding(Subject.COUNT, Outcome.YES, sentence, tuple(_enforcement(law, work, version)))


def _enforcement(law: Law, work: Work, version: Version) -> Iterator[Step]:
    """What the addenda of a version say of the day from which it counts."""
    for provision in law:
        head = provision.id.units[0] if provision.id.work == work.slug and provision.id.units else None
        if head is not None and head.kind is UnitKind.ADDENDA and head.number == version.number:
            ko, en = (provision.rendition(lang).text if provision.speaks(lang) else "" for lang in LANGS)
            if re.search(r"부터 시행한다|enter into force", f"{ko} {en}"):
                source = Bound(ProvisionId(provision.id.work, provision.id.version, provision.id.units), ko, en)
                values = {"number": version.number, "promulgated": version.promulgated or version.effective}
                yield Step(sentence_of("in_force_step", **values), None, (source,))
                return
