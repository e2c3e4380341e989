"""The measures of one ranking, against cases worked out by hand, and what holds of any."""

from itertools import permutations
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.retrieval.measures import MEASURES, ndcg, recall, reciprocal_rank

TEN = list("abcdefghij")

# grades, ranking, recall@1, recall@5, recall@10, MRR@10, nDCG@10
CASES = {
    "the one is first": ({"a": 1}, "abc", 1, 1, 1, 1, 1),
    "the one is second": ({"b": 1}, "abc", 0, 1, 1, 1 / 2, 1 / log2(3)),
    "the one is sixth": ({"f": 1}, TEN, 0, 0, 1, 1 / 6, 1 / log2(7)),
    "the one is eleventh": ({"z": 1}, [*TEN, "z"], 0, 0, 0, 0, 0),
    "two behind another": ({"a": 1, "b": 1}, "xab", 0, 1, 1, 1 / 2, (1 / log2(3) + 1 / 2) / (1 + 1 / log2(3))),
    "one of two is found": ({"a": 1, "b": 1}, "a", 1 / 2, 1 / 2, 1 / 2, 1, 1 / (1 + 1 / log2(3))),
    "the better one is second": ({"a": 3, "b": 1}, "ba", 1 / 2, 1, 1, 1, (1 + 7 / log2(3)) / (7 + 1 / log2(3))),
    "grade 0 is irrelevant": ({"a": 0, "b": 1}, "ab", 0, 1, 1, 1 / 2, 1 / log2(3)),
    "so is a grade below": ({"a": -2, "b": 1}, "ab", 0, 1, 1, 1 / 2, 1 / log2(3)),
    "more than ten are relevant": (dict.fromkeys("abcdefghijkl", 1), TEN, 1 / 12, 5 / 12, 10 / 12, 1, 1),
    "nothing is found": ({"a": 1}, "", 0, 0, 0, 0, 0),
    "nothing is relevant": ({"a": 0}, "ab", 0, 0, 0, 0, 0),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_measures_worked_out_by_hand(case):
    grades, ranking, *expected = case
    assert list(MEASURES) == ["recall@1", "recall@5", "recall@10", "MRR@10", "nDCG@10"]
    assert [measure(list(ranking), grades) for measure in MEASURES.values()] == pytest.approx(expected)


GRADES = st.dictionaries(st.sampled_from(TEN), st.integers(-1, 4), min_size=1)
RANKINGS = st.permutations([*TEN, *"uvwxyz"])


@given(GRADES, RANKINGS, st.integers(0, 16))
def test_a_measure_lies_between_0_and_1(grades, ranking, length):
    assert all(0 <= measure(ranking[:length], grades) <= 1 for measure in MEASURES.values())


@given(GRADES, RANKINGS, st.integers(0, 14))
def test_a_better_document_further_up_never_scores_lower(grades, ranking, place):
    first, second = ranking[place : place + 2]
    better = [*ranking[:place], second, first, *ranking[place + 2 :]]
    if grades.get(first, 0) > grades.get(second, 0):
        ranking, better = better, ranking
    assert all(measure(better, grades) >= measure(ranking, grades) for measure in MEASURES.values())


@given(GRADES, RANKINGS, st.integers(0, 15))
def test_more_found_never_scores_lower(grades, ranking, length):
    shorter = ranking[:length]
    assert all(measure(ranking, grades) >= measure(shorter, grades) for measure in MEASURES.values())


@given(st.dictionaries(st.sampled_from("abcde"), st.integers(0, 3), min_size=1), st.integers(1, 5))
def test_the_best_of_all_orders_has_an_ndcg_of_1(grades, k):
    found = [ndcg(order, grades, k) for order in permutations("abcde")]
    assert max(found) == (1 if any(grades.values()) else 0)


@given(GRADES, RANKINGS, st.integers(1, 16))
def test_recall_and_the_first_rank_agree_on_whether_anything_is_found(grades, ranking, k):
    assert (
        (recall(ranking, grades, k) > 0) == (reciprocal_rank(ranking, grades, k) > 0) == (ndcg(ranking, grades, k) > 0)
    )
