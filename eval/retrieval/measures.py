"""Measures over one ranking, as trec_eval defines them except where said; pure.

A ranking is the keys of distinct documents, best first. The grades are those judged for the query: above 0 is
relevant, a document without one is not. A query without a relevant document scores 0 (the reader leaves them out).
"""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial

Grades = Mapping[str, int]
Measure = Callable[[Sequence[str], Grades], float]

DEPTH = 10


def recall(ranking: Sequence[str], grades: Grades, k: int) -> float:
    """The share of all relevant documents that are among the first k (trec_eval `recall.k`).

    With more than k relevant documents it cannot reach 1.
    """
    relevant = {key for key, grade in grades.items() if grade > 0}
    return len(relevant.intersection(ranking[:k])) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranking: Sequence[str], grades: Grades, k: int) -> float:
    """One by the rank of the first relevant document; 0 when none is among the first k (trec_eval `recip_rank`)."""
    return next((1 / rank for rank, key in enumerate(ranking[:k], start=1) if grades.get(key, 0) > 0), 0.0)


def ndcg(ranking: Sequence[str], grades: Grades, k: int) -> float:
    """The discounted gain of the first k by that of the best ranking there can be.

    The discount is log2(rank + 1), as in trec_eval `ndcg_cut.k`; the gain is 2^grade - 1, where trec_eval takes the
    grade itself: the same for grades 0 and 1. A document graded below 0 gains nothing.
    """
    best = _discounted(sorted(grades.values(), reverse=True)[:k])
    return _discounted([grades.get(key, 0) for key in ranking[:k]]) / best if best else 0.0


def _discounted(grades: Sequence[int]) -> float:
    return math.fsum((2 ** max(grade, 0) - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


NDCG = f"nDCG@{DEPTH}"
MEASURES: Mapping[str, Measure] = {
    "recall@1": partial(recall, k=1),
    "recall@5": partial(recall, k=5),
    "recall@10": partial(recall, k=10),
    f"MRR@{DEPTH}": partial(reciprocal_rank, k=DEPTH),
    NDCG: partial(ndcg, k=DEPTH),
}
