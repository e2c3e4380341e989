"""Intervals of means: what is known of them beforehand."""

import numpy as np
import pytest

from eval.retrieval.bootstrap import CONFIDENCE, Interval, intervals


def column(values):
    return np.array(values, np.float64).reshape(-1, 1)


@pytest.mark.parametrize("values", [[0.25], [0.5, 0.5, 0.5], [0.0] * 40, [1.0] * 40])
def test_what_does_not_vary_is_sure(values):
    assert intervals(column(values)) == [Interval(values[0], values[0], values[0])]


def test_the_same_values_give_the_same_interval():
    values = np.random.default_rng(7).random((60, 3))
    assert intervals(values) == intervals(values.copy())


def test_a_share_of_one_half_has_the_width_of_the_binomial():
    (found,) = intervals(column([0, 1] * 200))
    assert found.mean == 0.5
    assert found.high - found.low == pytest.approx(2 * 1.96 * (0.25 / 400) ** 0.5, rel=0.1)


def test_four_times_the_queries_halve_the_width():
    few, many = (intervals(column(np.random.default_rng(3).random(count)))[0] for count in (500, 2000))
    assert (many.high - many.low) / (few.high - few.low) == pytest.approx(0.5, rel=0.1)


def test_more_queries_than_are_resampled_at_once():
    (found,) = intervals(column([0, 1] * 3000))
    assert found.high - found.low == pytest.approx(2 * 1.96 * (0.25 / 6000) ** 0.5, rel=0.1)


def test_each_column_is_resampled_alike():
    values = np.random.default_rng(5).random((50, 1))
    one, twice, shifted = intervals(np.hstack([values, 2 * values, values + 1]))
    assert (twice.low, twice.high) == pytest.approx((2 * one.low, 2 * one.high))
    assert (shifted.low, shifted.high) == pytest.approx((one.low + 1, one.high + 1))


def test_a_paired_difference_is_surer_than_the_means_it_is_of():
    first = np.random.default_rng(9).random((200, 1))
    second = first - np.random.default_rng(10).normal(0.05, 0.02, (200, 1))
    (difference,), (mean,) = intervals(first - second), intervals(first)
    assert 0.04 < difference.low < difference.high < 0.06
    assert difference.high - difference.low < (mean.high - mean.low) / 5


def test_the_interval_holds_the_true_mean_as_often_as_it_says():
    chance = np.random.default_rng(11)
    found = intervals(chance.normal(0.4, 0.2, (100, 400)))
    held = sum(each.low <= 0.4 <= each.high for each in found) / len(found)
    assert held == pytest.approx(CONFIDENCE, abs=0.03)
