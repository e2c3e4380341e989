"""One member and one office: a term, a vote, a seat, and who presides. Pure, in both languages."""

from dataclasses import replace
from datetime import date

from corpus.provisions import Law
from rag.answer import Answer
from rag.membership.acting import Absence, who_presides
from rag.membership.answering import answer_of
from rag.membership.eligibility import Vote, may_vote
from rag.membership.findings import Finding, Outcome
from rag.membership.polarity import settled
from rag.membership.prospects import Prospect, what_may_be
from rag.membership.sheets import existence, said
from rag.membership.tenure import Tenure
from rag.membership.term import term_of
from rag.membership.words import read
from rag.questions.question import Question

__all__ = ["Finding", "by_membership", "finding"]


def finding(question_text: str, as_of: date) -> Finding | None:
    """What is found on the member or the office that a question asks about; None where it asks for something else."""
    asked = read(question_text, as_of)
    if asked is None:
        return None
    if asked.facts is None:
        return Finding(asked.subject, Outcome.UNKNOWN, said("which_committee"), missing=("committee",))
    found = settled(question_text, asked.facts, _of(asked.facts))
    if asked.named:
        return found
    assumed = said("body_assumed", body=existence(asked.facts.committee).name)
    return replace(found, assumptions=(assumed, *found.assumptions))


def by_membership(law: Law, question: Question) -> Answer | None:
    """The answer to a question on one member or one office; None where it asks for something else."""
    found = None if question.elsewhere else finding(question.text, question.as_of)
    return None if found is None else answer_of(law, question, found)


def _of(facts: Tenure | Vote | Absence | Prospect) -> Finding:
    if isinstance(facts, Tenure):
        return term_of(facts)
    if isinstance(facts, Prospect):
        return what_may_be(facts)
    return may_vote(facts) if isinstance(facts, Vote) else who_presides(facts)
