"""What is told of provisions that an amendment took out, and of all that the amendments of one day touched."""

from collections.abc import Iterator

from corpus.identifiers import ProvisionId
from corpus.labels import label
from corpus.legislation import Stage
from corpus.works import Genre, Version, Work
from rag.answering.inquiry import Inquiry
from rag.answering.reasons_asked import GONE, Told
from rag.history.reasons import acting_told
from rag.history.statement import Statement
from rag.history.telling import acts_told
from rag.history.versions_told import Register
from rag.phrases import say
from rag.questions.days import Grain, find_days
from rag.questions.legislative import Matter
from rag.questions.taken_out import provision_out, says


def taken_out(inquiry: Inquiry) -> Told | None:
    """That a provision was taken out, when and by what; None where none was, or something else is asked."""
    question = inquiry.question
    named = inquiry.of_law if says("out", question.text) and not says("other", question.text) else []
    key = provision_out(question) or next(iter(named), None)
    if key is None or (named and not (says("act", question.text) or says("yes", question.text))):
        return None
    found = inquiry.history(key)
    if found is None or not any(step.stage is Stage.DELETED for step in found.steps):
        return None
    began = [] if says("out", question.text) else [Statement(say("taken_out_duty", question.lang))]
    if not began and says("yes", question.text):
        began = [Statement(say("taken_out_yes", question.lang))]
    by = _acts(inquiry, key) if says("act", question.text) else ()
    told = _touched(inquiry, key, (Stage.DELETED,))
    return [*began, *told, *by, *acting_told(inquiry.law, key, question.lang)], ()


def changed_on(inquiry: Inquiry) -> Told | None:
    """What the amendments of a day did to each ordinance, as far as it is known; None where no such day is told.

    Only where no ordinance, committee or provision is named.
    """
    question = inquiry.question
    if inquiry.named or inquiry.of_law or question.bodies or not says("amended", question.text):
        return None
    days = {each.on for each in find_days(question.text, question.as_of) if each.grain is Grain.DAY}
    acting = [
        (work, each) for work in inquiry.law.works.values() for each in _amending(work) if each.promulgated in days
    ]
    told = [each for work, version in acting for each in _told_of(inquiry, work, version)]
    return (told, ()) if told else None


def _amending(work: Work) -> Iterator[Version]:
    if work.genre is Genre.ORDINANCE:
        yield from (each for each in work.versions if each.kind != "enactment")


def _told_of(inquiry: Inquiry, work: Work, version: Version) -> Iterator[Statement]:
    question = inquiry.question
    register = Register(inquiry.law, work, question.as_of, question.lang)
    if version in register.versions:
        yield from register.told([Matter.ACTS], f"No. {version.number}")
        for unit in version.touched or ():
            yield from _touched(inquiry, ProvisionId.parse(f"{work.slug}/{unit}"), GONE)


def _acts(inquiry: Inquiry, key: ProvisionId) -> Iterator[Statement]:
    """The amendments that are known to have touched a provision, with the addenda that did it."""
    work, question = inquiry.law.work(key.work), inquiry.question
    register = Register(inquiry.law, work, question.as_of, question.lang)
    for version in register.versions:
        if version.kind != "enactment" and version.touches(key):
            yield from register.told([Matter.ACTS], f"No. {version.number}")


def _touched(inquiry: Inquiry, key: ProvisionId, stages: tuple[Stage, ...]) -> Iterator[Statement]:
    found = inquiry.history(key)
    named = label(key, inquiry.law.work(key.work), inquiry.question.lang, inquiry.law.works.values())
    for each in acts_told(found, stages) if found else ():
        yield Statement(say("told_at", inquiry.question.lang, label=named, said=each.said), each.evidence)
