"""Measures over a case and the answer to it; pure."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from corpus.provisions import Law
from eval.cases import Case
from rag.answer import Answer
from rag.citing.grounding import is_verbatim
from rag.search.hit import Hit

REFUSED = ("not_found", "declined")
_NOT_SEARCHED = frozenset(
    ("exact_reference", "deleted", "version", "comparison", "meeting", "term", "history", "follow_up", "attack")
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case, the answer to it, and the provisions that the search behind it found."""

    case: Case
    answer: Answer
    found: tuple[str, ...]

    @classmethod
    def of(cls, case: Case, answer: Answer, hits: Sequence[Hit]) -> "Outcome":
        """The outcome with the ids of the hits, best first."""
        return cls(case, answer, tuple(str(hit.id) for hit in hits))

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids that the answer cites."""
        return tuple(str(citation.id) for citation in self.answer.citations)

    @property
    def answerable(self) -> bool:
        """Whether the texts settle the question."""
        return self.case.status not in REFUSED


def is_part(key: str, whole: str) -> bool:
    """Whether an id is another or stands inside it."""
    return key == whole or key.startswith((f"{whole}/", f"{whole}."))


def cites_gold(outcome: Outcome) -> bool:
    """Whether every gold provision, or a part of it, is cited."""
    return all(any(is_part(key, gold) for key in outcome.cited) for gold in outcome.case.gold)


def cites_right(outcome: Outcome) -> bool:
    """Whether something is cited that is gold or acceptable."""
    return any(_is_right(key, outcome.case) for key in outcome.cited)


def states_facts(outcome: Outcome) -> bool:
    """Whether every labelled fact is found in the answer or its quotes."""
    said = " ".join([outcome.answer.answer, *(citation.quote for citation in outcome.answer.citations)])
    return all(re.search(fact, said) for fact in outcome.case.facts)


def refuses(outcome: Outcome) -> bool:
    """Whether the answer is a refusal."""
    return outcome.answer.status in REFUSED


def is_sure(outcome: Outcome) -> bool:
    """Whether the answer presents its provisions as the answer, and not as the closest ones found."""
    codes = [warning.code for warning in outcome.answer.warnings]
    return outcome.answer.status == "answered" and "closest_provision" not in codes


def recalls(outcome: Outcome, k: int) -> bool:
    """Whether every gold provision is among the first k found."""
    return finds(outcome.case, outcome.found, k)


def finds(case: Case, found: Sequence[str], k: int) -> bool:
    """Whether every gold provision of a case, or a part of it, is among the first k ids of a ranking."""
    return all(any(is_part(key, gold) for key in found[:k]) for gold in case.gold)


def is_searched(case: Case) -> bool:
    """Whether a case is one that recall is measured over: settled by the texts, and not asked by a reference."""
    return case.status not in REFUSED and case.kind not in _NOT_SEARCHED


def is_grounded(outcome: Outcome, law: Law) -> bool:
    """Whether every citation resolves and every quote is verbatim."""
    return all(is_verbatim(law, citation) for citation in outcome.answer.citations)


def precision(outcomes: Iterable[Outcome]) -> float:
    """The share of citations of answerable questions that are gold or acceptable."""
    right = [_is_right(key, outcome.case) for outcome in outcomes if outcome.answerable for key in outcome.cited]
    return sum(right) / len(right) if right else 0.0


def share(outcomes: Iterable[Outcome], holds: Callable[[Outcome], bool]) -> float:
    """The share of outcomes for which something holds."""
    held = [holds(outcome) for outcome in outcomes]
    return sum(held) / len(held) if held else 0.0


def _is_right(key: str, case: Case) -> bool:
    return key in case.acceptable or any(is_part(key, gold) for gold in case.gold)
