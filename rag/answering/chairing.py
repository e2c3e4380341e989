"""What the AI ordinance says of who chairs the committee and of what the committee does with its matters."""

from corpus.identifiers import ProvisionId
from corpus.provisions import Law
from corpus.works import LANGS
from rag.answering.computing import pattern, sentence_of, supposed_of
from rag.meetings.facts import Committee
from rag.membership.findings import Bound, Finding, Outcome, Step, Subject
from rag.questions.question import Question

_RULES = (
    ("mayor_chairs", "seoul-ai-ordinance@2025-09-29/art-9/para-2", Outcome.NO),
    ("both_done", "seoul-ai-ordinance@2025-09-29/art-8/para-2", Outcome.YES),
)


def chair_or_task(law: Law, question: Question) -> Finding | None:
    """Whether the Mayor is the chair, and whether the committee only deliberates; of the AI Committee alone."""
    committee, assumed = supposed_of(question)
    for name, place, outcome in _RULES:
        key = ProvisionId.parse(place)
        if committee is Committee.AI and key in law and pattern(name).search(question.text):
            words = law.provision(key)
            ko, en = (words.rendition(lang).text if words.speaks(lang) else "" for lang in LANGS)
            steps = (Step(sentence_of(f"{name}_step"), None, (Bound(key, ko, en),)),)
            return Finding(Subject.COUNT, outcome, sentence_of(name), steps, assumed)
    return None
