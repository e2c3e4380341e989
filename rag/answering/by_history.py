"""Answers to questions about how a law came to be: who, when, under which number, why, and all the steps."""

import re
from collections.abc import Iterable, Iterator

from corpus.identifiers import ProvisionId
from corpus.labels import label
from corpus.legislation import Bill, Evidence, Origin, Stage
from corpus.provisions import Law
from corpus.works import Work
from rag.answer import Answer, Caution
from rag.answering.inquiry import Inquiry, Search
from rag.answering.stating import stated
from rag.history import History
from rag.history.facts import fact_named, facts_of
from rag.history.reasons import (
    acting_told, became_told, change_told, moved_told, no_reason, of_bill_told, opinion_told, reason_told, reviewed,
)  # fmt: skip
from rag.history.statement import Statement
from rag.history.telling import steps_told
from rag.history.versions_told import Register
from rag.phrases import particle, say
from rag.questions.legislative import Matter, matters_asked, signs_of
from rag.questions.question import Question

_OF_BILL = (
    Matter.PROPOSER, Matter.SUPPORTERS, Matter.BILL_NUMBER, Matter.INTRODUCED, Matter.REFERRED, Matter.COMMITTEE,
    Matter.PLENARY,
)  # fmt: skip
_OF_VERSIONS = (
    Matter.COUNT, Matter.LAST, Matter.REPLACED, Matter.PROMULGATED, Matter.IN_FORCE, Matter.ORDINANCE_NUMBER,
    Matter.ACTS,
)  # fmt: skip
_ACTS = (Stage.ENACTED, Stage.AMENDED, Stage.INSERTED, Stage.DELETED)
_LOOKED_AT = 2
_GONE = (Stage.DELETED, Stage.AMENDED)

Told = tuple[list[Statement], tuple[Caution, ...]]


def by_history(law: Law, bills: Iterable[Bill], question: Question, search: Search) -> Answer | None:
    """The answer to a question about the making of a law; None where the question is not about that.

    Nothing is searched where the question names the provision, or asks for a fact of a whole ordinance.
    """
    matters = matters_asked(question)
    if not matters:
        return None
    inquiry = Inquiry(law, tuple(bills), question, search)
    told = _told(inquiry, matters)
    return stated(law, question, *told) if told and told[0] else None


def _told(inquiry: Inquiry, matters: tuple[Matter, ...]) -> Told | None:
    """What is asked first of all that may be asked; single facts are told together."""
    ways = {
        Matter.STORY: _story, Matter.BECAME: _became, Matter.WHY: _why, Matter.OPINION: _opinion,
    }  # fmt: skip
    if Matter.OPINION in matters:
        ways = {Matter.OPINION: _opinion, **ways}
    for matter, way in ways.items():
        if matter in matters and (told := way(inquiry)):
            return told
    if {Matter.WHY, Matter.OPINION} & set(matters):
        return None
    if facts := [*_of_bill(inquiry, matters), *_of_versions(inquiry, matters)]:
        return facts, ()
    if Matter.AMENDMENTS in matters and (told := _amendments(inquiry)):
        return told
    return _in_bill(inquiry) if Matter.IN_BILL in matters else None


def _story(inquiry: Inquiry) -> Told | None:
    """All the steps of a provision or of an ordinance."""
    key = inquiry.provision()
    work = inquiry.law.work(key.work) if key else inquiry.work
    if work is None:
        return None
    found = inquiry.history(key or ProvisionId(work.slug))
    return _steps(inquiry, found, _point(inquiry, found, work)) if found else None


def _point(inquiry: Inquiry, found: History, work: Work) -> list[Statement]:
    """What a history comes to, in a sentence: of an ordinance how it was made, of a provision how many steps."""
    if not found.id.units:
        return Register(inquiry.law, work, inquiry.question.as_of, inquiry.question.lang).told([Matter.PROMULGATED], "")
    named = found.label
    values = {"label": named, "topic": particle(named, "은", "는"), "count": len(found.steps)}
    return [Statement(say("told_story", inquiry.question.lang, **values))]


def _steps(inquiry: Inquiry, found: History, point: list[Statement]) -> Told:
    if not found.steps:
        return [], ()
    return [*point, *steps_told(found, inquiry.bills)], found.warnings


def _why(inquiry: Inquiry) -> Told | None:
    """The reason for a provision, or of the whole bill, with the steps; that none is given, where something changed."""
    question, lang = inquiry.question, inquiry.question.lang
    gone = signs_of("gone", question)
    origin = inquiry.origin((lambda each: _is_gone(inquiry, each)) if gone and not inquiry.of_law else lambda _: True)
    if origin is None and not inquiry.of_law:
        return _why_whole(inquiry) or _why_elsewhere(inquiry)
    key = inquiry.of_law[0] if inquiry.of_law else origin.provision if origin else None
    found = inquiry.history(key) if key else None
    if key is None or found is None or not (gone or signs_of("changed", question) or (origin and origin.why_ko)):
        return None
    if inquiry.bill is None or inquiry.bill.work != key.work:
        point = [Statement(no_reason(key, lang))]
    elif gone and any(step.stage in _GONE for step in found.steps):
        point = [Statement(no_reason(key, lang)), *_acts_told(found, _GONE), *acting_told(inquiry.law, key, lang)]
        point += [Statement(say("told_before", lang)), *_if_reason(inquiry, origin)]
    else:
        point = list(reason_told(inquiry.bill, origin, key, question.as_of, lang))
    return _steps(inquiry, found, point)


def _if_reason(inquiry: Inquiry, origin: Origin | None) -> Iterator[Statement]:
    if inquiry.bill and origin and origin.why_ko:
        yield from reason_told(inquiry.bill, origin, origin.provision, inquiry.question.as_of, inquiry.question.lang)


def _is_gone(inquiry: Inquiry, origin: Origin) -> bool:
    """Whether an enacted provision is known to have been deleted or amended since."""
    work = inquiry.law.work(origin.provision.work)
    return any(each.touched is not None and each.touches(origin.provision) for each in work.versions)


def _why_whole(inquiry: Inquiry) -> Told | None:
    """Why an ordinance was proposed at all."""
    question = inquiry.question
    if inquiry.bill is None or not signs_of("whole", question) or question.bodies:
        return None
    fact = fact_named(inquiry.bill, "why", question.as_of, question.lang)
    return ([fact], ()) if fact else None


def _why_elsewhere(inquiry: Inquiry) -> Told | None:
    """That the papers give no reason for what changed in an ordinance whose bill is not at hand, and what is known."""
    question = inquiry.question
    if inquiry.bill is not None or inquiry.work is None or not signs_of("changed", question):
        return None
    key = inquiry.found_in(inquiry.work)
    found = inquiry.history(key or ProvisionId(inquiry.work.slug))
    return _steps(inquiry, found, [Statement(no_reason(found.id, question.lang))]) if found else None


def _opinion(inquiry: Inquiry) -> Told | None:
    """What the reviewer thought of a provision or of the whole; None of what the report says besides."""
    question, bill = inquiry.question, inquiry.bill
    if bill is None or question.as_of < reviewed(bill):
        return None
    overall = signs_of("overall", question) and not inquiry.of_law
    origin = None if overall else inquiry.origin(lambda each: bool(each.opinion and each.why_ko))
    if origin is not None and (inquiry.of_law or _papers_speak_of(inquiry, origin)):
        work = inquiry.law.work(bill.work)
        told = list(opinion_told(origin, question.lang))
        changed = change_told(inquiry.law, work, origin, question.as_of, question.lang) if origin.ko else ()
        return [*told, *changed], ()
    wanted = overall or signs_of("of_all", question)
    fact = fact_named(bill, "opinion", question.as_of, question.lang) if wanted else None
    return ([fact], ()) if fact else None


def _papers_speak_of(inquiry: Inquiry, origin: Origin) -> bool:
    """Whether one of the first places that a search finds in the papers is where they speak of the provision."""
    papers = [hit.id for hit in inquiry.hits() if not inquiry.law.work(hit.id.work).versions]
    spoken = {each.id for each in (*origin.opinion, *origin.bill, *origin.proposal, *origin.reason)}
    return not papers or any(key == each or key.covers(each) for key in papers[:_LOOKED_AT] for each in spoken)


def _became(inquiry: Inquiry) -> Told | None:
    """Where what a bill or a report proposed stands in the law: by its article there, else by its words."""
    question, bill = inquiry.question, inquiry.bill
    if bill is None:
        return None
    numbers = {each.units[0].number for each in question.references if each.units and len(each.units) == 1}
    numbered = [each for each in bill.origins if each.article in numbers and each.of_amendment]
    origin = numbered[0] if numbered else inquiry.origin()
    if origin is None:
        return None
    work = inquiry.law.work(bill.work)
    return list(became_told(inquiry.law, work, origin, question.as_of, question.lang)), ()


def _of_bill(inquiry: Inquiry, matters: tuple[Matter, ...]) -> list[Statement]:
    """Facts of a bill; of an ordinance whose bill is not at hand, that they are not known."""
    question, wanted = inquiry.question, [each for each in matters if each in _OF_BILL]
    spoken = inquiry.named or question.works or signs_of("law", question)
    if not wanted or question.bodies or inquiry.of_law or not spoken:
        return []
    if inquiry.bill is not None:
        return list(facts_of(inquiry.bill, wanted, question.as_of, question.lang))
    if inquiry.work is None:
        return []
    known = Register(inquiry.law, inquiry.work, question.as_of, question.lang).told([Matter.PROMULGATED], "")
    return [Statement(say("told_no_bill", question.lang, work=inquiry.work.name(question.lang))), *known]


def _of_versions(inquiry: Inquiry, matters: tuple[Matter, ...]) -> list[Statement]:
    """Facts of the versions of an ordinance; of a provision, what the ordinances did to it."""
    question, wanted = inquiry.question, [each for each in matters if each in _OF_VERSIONS]
    acted = {Matter.ACTS, Matter.IN_FORCE, Matter.LAST, Matter.COUNT} & set(wanted)
    if inquiry.of_law or (question.bodies and Matter.ACTS in wanted):
        key = inquiry.of_law[0] if inquiry.of_law else _of_body(question)
        found = inquiry.history(key) if acted else None
        return list(_acts_told(found, _ACTS)) if found else []
    work = inquiry.work or (_renamed(inquiry) if Matter.REPLACED in wanted else None)
    if not wanted or work is None or question.bodies:
        return []
    kept = [each for each in wanted if not (each is Matter.ACTS and len(wanted) > 1)]
    return Register(inquiry.law, work, question.as_of, question.lang).told(kept, question.text)


def _of_body(question: Question) -> ProvisionId:
    work, body = question.bodies[0]
    return ProvisionId.parse(f"{work.slug}/{body.articles[0]}")


def _renamed(inquiry: Inquiry) -> Work | None:
    return next((each for each in inquiry.law.works.values() if each.former_names), None)


def _acts_told(found: History, stages: tuple[Stage, ...]) -> Iterator[Statement]:
    """What ordinances did, a sentence each, without the texts between."""
    for step in found.steps:
        if step.stage in stages:
            sources = [found.citations[n - 1] for n in step.citations]
            dated = say("told_day", found.lang, day=step.day, said=step.said) if step.day else step.said
            yield Statement(dated, tuple(Evidence(each.id, each.quote) for each in sources))


def _amendments(inquiry: Inquiry) -> Told | None:
    """What was amended: of the bill in committee, or of the law by the ordinances that the question names."""
    question, bill = inquiry.question, inquiry.bill
    if bill is not None and signs_of("moved", question):
        return list(moved_told(bill, question.as_of, question.lang)), ()
    if inquiry.work is None or question.bodies or inquiry.of_law:
        return None
    register = Register(inquiry.law, inquiry.work, question.as_of, question.lang)
    touched = register.touched(question.text)
    keys = [ProvisionId.parse(f"{inquiry.work.slug}/{unit}") for unit in touched]
    acts = [each for key in keys if (found := inquiry.history(key)) for each in _placed(inquiry, key, found)]
    return ([*register.told([Matter.ACTS], question.text), *acts], ()) if acts else None


def _placed(inquiry: Inquiry, key: ProvisionId, found: History) -> Iterator[Statement]:
    named = label(key, inquiry.law.work(key.work), found.lang, inquiry.law.works.values())
    for each in _acts_told(found, _GONE):
        yield Statement(say("told_at", found.lang, label=named, said=each.said), each.evidence)


def _in_bill(inquiry: Inquiry) -> Told | None:
    """What the bill said of a matter, and what became of it."""
    question, bill = inquiry.question, inquiry.bill
    begun = min((event.day for event in bill.events if event.day), default=None) if bill else None
    if bill is None or begun is None or question.as_of < begun or inquiry.of_law or any(r.bill for r in question.references):
        return None
    origin = inquiry.origin()
    if origin is None:
        return None
    work = inquiry.law.work(bill.work)
    return list(of_bill_told(inquiry.law, work, origin, question.as_of, question.lang)), ()
