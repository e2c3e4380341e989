"""Why a provision reads as it does, what the reviewer thought, where it went, what the bill said: as it is asked."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.identifiers import ProvisionId
from corpus.legislation import Origin, Stage
from rag.answer import Caution
from rag.answering.inquiry import Inquiry
from rag.history import History
from rag.history.facts import fact_named
from rag.history.reasons import (
    acting_told,
    became_told,
    change_told,
    no_reason,
    of_bill_told,
    opinion_told,
    reason_told,
    reviewed,
)
from rag.history.statement import Statement
from rag.history.telling import OF_LAW, acts_told, steps_told
from rag.history.versions_told import Register
from rag.phrases import say
from rag.questions.legislative import Matter, signs_of

_LOOKED_AT = 2
GONE = (Stage.DELETED, Stage.AMENDED)

Told = tuple[list[Statement], tuple[Caution, ...]]


def why_told(inquiry: Inquiry) -> Told | None:
    """The reason for a provision, or of the whole bill, with the steps; that none is given, where something changed."""
    question, lang = inquiry.question, inquiry.question.lang
    if signs_of("whole", question) and not inquiry.of_law and (told := _why_whole(inquiry)):
        return told
    gone = signs_of("gone", question)
    origin = _origin_of_why(inquiry, gone=gone)
    if origin is None and not inquiry.of_law:
        whole = _why_whole(inquiry) if signs_of("of_making", question) else None
        return whole or _why_elsewhere(inquiry)
    key = inquiry.of_law[0] if inquiry.of_law else origin.provision if origin else None
    found = inquiry.history(key) if key else None
    if key is None or found is None or not (gone or signs_of("changed", question) or (origin and origin.why_ko)):
        return None
    if inquiry.bill is None or inquiry.bill.work != key.work:
        point = [Statement(no_reason(key, lang))]
    elif gone and any(step.stage in GONE for step in found.steps):
        point = [Statement(no_reason(key, lang)), *acts_told(found, GONE), *acting_told(inquiry.law, key, lang)]
        point += [Statement(say("told_before", lang)), *_if_reason(inquiry, origin)]
    else:
        point = list(reason_told(inquiry.bill, origin, key, question.as_of, lang))
    return with_steps(inquiry, found, point)


def _origin_of_why(inquiry: Inquiry, *, gone: bool) -> Origin | None:
    """What the words mean: what was deleted where that is asked, else what the papers give a reason for, else any."""
    if inquiry.of_law:
        return inquiry.origin()
    first = inquiry.origin((lambda each: _is_gone(inquiry, each)) if gone else (lambda each: bool(each.why_ko)))
    return first or inquiry.origin(searched=False)


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
    if inquiry.bill is None or question.bodies:
        return None
    fact = fact_named(inquiry.bill, "why", question.as_of, question.lang)
    return ([fact], ()) if fact else None


def _why_elsewhere(inquiry: Inquiry) -> Told | None:
    """That the papers give no reason for what changed in an ordinance whose bill is not at hand, and what is known."""
    question = inquiry.question
    if inquiry.bill is not None or inquiry.work is None or not signs_of("changed", question):
        return None
    key = inquiry.found_in(inquiry.work)
    found = inquiry.history(key) if key else None
    if found is not None:
        return with_steps(inquiry, found, [Statement(no_reason(found.id, question.lang))])
    known = Register(inquiry.law, inquiry.work, question.as_of, question.lang).told([Matter.ACTS], question.text)
    return [Statement(no_reason(ProvisionId(inquiry.work.slug), question.lang)), *known], ()


def opinion_of(inquiry: Inquiry) -> Told | None:
    """What the reviewer thought of a provision or of the whole; None of what the report says besides."""
    question, bill = inquiry.question, inquiry.bill
    if bill is None or question.as_of < reviewed(bill):
        return None
    overall = signs_of("overall", question) and not inquiry.of_law
    origin = None if overall else inquiry.origin(lambda each: bool(each.opinion and each.why_ko))
    if origin is None and not overall:
        return _opinion_of_body(inquiry)
    clear = inquiry.of_law or (origin and origin == inquiry.origin(lambda each: bool(each.why_ko), searched=False))
    if origin is not None and (clear or _papers_speak_of(inquiry, origin)):
        work = inquiry.law.work(bill.work)
        told = list(opinion_told(origin, question.lang))
        changed = change_told(inquiry.law, work, origin, question.as_of, question.lang) if origin.ko else ()
        return [*told, *changed], ()
    wanted = overall or signs_of("of_all", question)
    fact = fact_named(bill, "opinion", question.as_of, question.lang) if wanted else None
    return ([fact], ()) if fact else None


def _opinion_of_body(inquiry: Inquiry) -> Told | None:
    """What the reviewer thought of a committee: of all its articles that were changed on the way; else of the bill."""
    question, bill = inquiry.question, inquiry.bill
    named = {f"{work.slug}/{article}" for work, body in question.bodies for article in body.articles}
    origins = [each for each in bill.origins if each.reason and each.ko] if bill else []
    told = [each for each in origins if str(each.provision.article) in named]
    if told:
        return [said for each in told for said in opinion_told(each, question.lang)], ()
    fact = fact_named(bill, "opinion", question.as_of, question.lang) if bill and signs_of("of_all", question) else None
    return ([fact], ()) if fact else None


def _papers_speak_of(inquiry: Inquiry, origin: Origin) -> bool:
    """Whether one of the first places that a search finds in the papers is where they speak of the provision."""
    papers = [hit.id for hit in inquiry.hits() if not inquiry.law.work(hit.id.work).versions]
    spoken = {each.id for each in (*origin.opinion, *origin.bill, *origin.proposal, *origin.reason)}
    return not papers or any(key == each or key.covers(each) for key in papers[:_LOOKED_AT] for each in spoken)


def place_of(inquiry: Inquiry) -> Told | None:
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


def said_in_bill(inquiry: Inquiry) -> Told | None:
    """What the bill said of a matter, and what became of it."""
    question, bill = inquiry.question, inquiry.bill
    begun = min((event.day for event in bill.events if event.day), default=None) if bill else None
    if (
        bill is None
        or begun is None
        or question.as_of < begun
        or inquiry.of_law
        or any(r.bill for r in question.references)
    ):
        return None
    origin = inquiry.origin()
    if origin is None:
        return None
    work = inquiry.law.work(bill.work)
    return list(of_bill_told(inquiry.law, work, origin, question.as_of, question.lang)), ()


def with_steps(inquiry: Inquiry, found: History, point: list[Statement]) -> Told:
    """A sentence that is the point, then the steps; nothing where none is known by the day."""
    if not found.steps:
        return [], ()
    told = list(steps_told(found, inquiry.bills))
    if not any(step.stage not in OF_LAW for step in found.steps):
        return [*point, *told], found.warnings
    background = told[-1].said  # it says which steps are law, so that the warning need not say it again
    warned = (replace(each, message=background) if each.code == "not_law" else each for each in found.warnings)
    return [*point, *told], tuple(warned)
