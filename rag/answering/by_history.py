"""Answers to questions about how a law came to be: who, when, under which number, why, and all the steps."""

from collections.abc import Iterable, Iterator

from corpus.identifiers import ProvisionId
from corpus.labels import label
from corpus.legislation import Bill, Stage
from corpus.provisions import Law
from corpus.works import Work
from rag.answer import Answer
from rag.answering.inquiry import Inquiry, Search
from rag.answering.reasons_asked import GONE, Told, opinion_of, place_of, said_in_bill, why_told, with_steps
from rag.answering.stating import stated
from rag.answering.taken_out import taken_out
from rag.history import History
from rag.history.facts import facts_of, not_until
from rag.history.reasons import moved_told
from rag.history.statement import Statement
from rag.history.telling import acts_told
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


def by_history(law: Law, bills: Iterable[Bill], question: Question, search: Search) -> Answer | None:
    """The answer to a question about the making of a law; None where the question is not about that.

    Nothing is searched where the question names the provision, or asks for a fact of a whole ordinance.
    """
    inquiry = Inquiry.of(law, bills, question, search)
    if out := taken_out(inquiry):
        return stated(law, question, *out)
    matters = matters_asked(question)
    if not matters:
        return None
    told = _told(inquiry, matters)
    return stated(law, question, *told) if told and told[0] else None


def _told(inquiry: Inquiry, matters: tuple[Matter, ...]) -> Told | None:
    """What is asked first of all that may be asked; single facts are told together."""
    ways = {
        Matter.STORY: _story, Matter.BECAME: place_of, Matter.WHY: why_told, Matter.OPINION: opinion_of,
    }  # fmt: skip
    if Matter.OPINION in matters:
        ways = {Matter.OPINION: opinion_of, **ways}
    for matter, way in ways.items():
        if matter in matters and (told := way(inquiry)):
            return told
    if {Matter.WHY, Matter.OPINION} & set(matters):
        return None
    if facts := [*_of_bill(inquiry, matters), *_of_versions(inquiry, matters)]:
        return facts, ()
    if Matter.AMENDMENTS in matters and (told := _amendments(inquiry)):
        return told
    return said_in_bill(inquiry) if Matter.IN_BILL in matters else None


def _story(inquiry: Inquiry) -> Told | None:
    """All the steps of a provision or of an ordinance."""
    key = inquiry.provision()
    work = inquiry.law.work(key.work) if key else inquiry.work
    if work is None:
        return None
    found = inquiry.history(key or ProvisionId(work.slug))
    return with_steps(inquiry, found, _point(inquiry, found, work)) if found else None


def _point(inquiry: Inquiry, found: History, work: Work) -> list[Statement]:
    """What a history comes to, in a sentence: of an ordinance how it was made, of a provision how many steps."""
    if not found.id.units:
        return Register(inquiry.law, work, inquiry.question.as_of, inquiry.question.lang).told([Matter.PROMULGATED], "")
    named = found.label
    values = {"label": named, "topic": particle(named, "은", "는"), "steps": len(found.steps)}
    return [Statement(say("told_story", inquiry.question.lang, **values))]


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
        return list(acts_told(found, _ACTS)) if found else []
    work = inquiry.work or (_renamed(inquiry) if Matter.REPLACED in wanted or signs_of("rewritten", question) else None)
    if not wanted or work is None or question.bodies:
        return []
    register = Register(inquiry.law, work, question.as_of, question.lang)
    if not register.versions and inquiry.bill is not None and inquiry.bill.work == work.slug:
        return list(not_until(inquiry.bill, Stage.ENACTED, question.as_of, question.lang))
    kept = [each for each in wanted if not (each is Matter.ACTS and len(wanted) > 1)]
    return register.told(kept, question.text)


def _of_body(question: Question) -> ProvisionId:
    work, body = question.bodies[0]
    return ProvisionId.parse(f"{work.slug}/{body.articles[0]}")


def _renamed(inquiry: Inquiry) -> Work | None:
    return next((each for each in inquiry.law.works.values() if each.former_names), None)


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
    for each in acts_told(found, GONE):
        yield Statement(say("told_at", found.lang, label=named, said=each.said), each.evidence)
