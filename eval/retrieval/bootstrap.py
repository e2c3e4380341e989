"""How sure a mean over queries is: percentile intervals of the bootstrap."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

CONFIDENCE = 0.95
RESAMPLES = 2000
SEED = 1
_AT_ONCE = 2_000_000


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean, and the bounds between which it lies with a confidence of 95 %."""

    mean: float
    low: float
    high: float


def intervals(values: Values) -> list[Interval]:
    """One interval for each column of `values`, whose rows are the queries: those of the means of resampled rows.

    The same number of rows is resampled in the same way each time. The interval of a paired difference of two
    systems is that of the differences, query by query.
    """
    tail = (1 - CONFIDENCE) / 2 * 100
    low, high = np.percentile(_resampled_means(values), [tail, 100 - tail], axis=0)
    return [Interval(*map(float, bounds)) for bounds in zip(values.mean(axis=0), low, high, strict=True)]


def _resampled_means(values: Values) -> Values:
    """The means of the columns, one row for each resample."""
    chance = np.random.default_rng(SEED)
    count = len(values)
    step = max(1, _AT_ONCE // count)
    means = []
    for first in range(0, RESAMPLES, step):
        drawn = chance.integers(count, size=(min(step, RESAMPLES - first), count))
        means.append(np.stack([column[drawn].mean(axis=1) for column in values.T], axis=1))
    return np.concatenate(means)
