"""Whether a provision that a text marks as deleted was in force on a day."""

from corpus.identifiers import ProvisionId
from corpus.labels import place
from corpus.provisions import Law
from rag.answering.computing import pattern, sentence_of
from rag.answering.places import ordinances_named
from rag.citing.validity import readable
from rag.meetings.wording import Words
from rag.membership.findings import Bound, Finding, Outcome, Step, Subject
from rag.questions.question import Question


def in_force_until_deleted(law: Law, question: Question) -> Finding | None:
    """Whether the one provision that a question names was in force on its day; None unless its deletion is known."""
    works = set(ordinances_named(question))
    if len(question.references) != 1 or len(works) != 1 or not pattern("in_force").search(question.text):
        return None
    (work,), day = works, question.as_of
    text = readable(work, day)
    if text is None or text.version is None:
        return None
    key = ProvisionId(work.slug, text.version.effective, question.references[0].units)
    if key not in law or (deleted := law.provision(key).deleted) is None:
        return None
    deleting = next((each for each in work.versions if each.promulgated == deleted), None)
    if deleting is None:
        return None
    later = day < deleting.effective
    values = {"day": day, "since": deleting.effective, "number": deleting.number}
    named = Words(place(key, "ko"), place(key, "en"))
    sentence = sentence_of("deleted_later" if later else "deleted_before", place=named, **values)
    step = Step(sentence_of("deleted_step"), None, (Bound(key),))
    return Finding(Subject.COUNT, Outcome.YES if later else Outcome.NO, sentence, (step,))
