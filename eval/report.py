"""The measures of a run as a table, and what it got wrong."""

from collections.abc import Iterator, Sequence

from corpus.provisions import Law
from eval.measures import (
    Outcome,
    cites_gold,
    cites_right,
    is_grounded,
    is_searched,
    is_sure,
    precision,
    recalls,
    refuses,
    share,
    states_facts,
)


def measures(outcomes: Sequence[Outcome], law: Law) -> dict[str, float]:
    """Every measure of a run, between 0 and 1."""
    answerable = [outcome for outcome in outcomes if outcome.answerable]
    others = [outcome for outcome in outcomes if not outcome.answerable]
    searched = [outcome for outcome in outcomes if is_searched(outcome.case)]
    return {
        "grounded": share(outcomes, lambda outcome: is_grounded(outcome, law)),
        "cites_right": share(answerable, cites_right),
        "cites_gold": share(answerable, cites_gold),
        "right_when_sure": share([o for o in outcomes if is_sure(o)], lambda o: o.answerable and cites_right(o)),
        "citation_precision": precision(outcomes),
        "states_facts": share(answerable, states_facts),
        "recall@1": share(searched, lambda outcome: recalls(outcome, 1)),
        "recall@5": share(searched, lambda outcome: recalls(outcome, 5)),
        "refused_unanswerable": share(others, refuses),
        "refused_answerable": share(answerable, refuses),
        "cites_right_ko": share([o for o in answerable if o.case.lang == "ko"], cites_right),
        "cites_right_en": share([o for o in answerable if o.case.lang == "en"], cites_right),
    }


def table(values: dict[str, float], counted: int) -> str:
    """The measures, one a line."""
    lines = [f"{counted} questions", *(f"{name:22} {value:6.1%}" for name, value in values.items())]
    return "\n".join(lines)


def misses(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each case that was not answered or refused as labelled."""
    for outcome in outcomes:
        good = cites_right(outcome) if outcome.answerable else refuses(outcome)
        if not good:
            case = outcome.case
            got = ", ".join(outcome.cited) or outcome.answer.status
            expected = ", ".join(case.gold) or case.status
            yield f"{case.id} [{case.kind}] {case.question}\n    expected {expected}; got {got}"
