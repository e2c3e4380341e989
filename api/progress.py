"""A progress bar on standard error for long work; none where nobody watches."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from tqdm import tqdm

T = TypeVar("T")


def bar(passages: Iterable[T], total: int, /) -> Iterable[T]:
    """The same passages, counted as they go by while they are indexed."""
    return _followed(passages, total, "indexing", "passages")


def counting(doing: str, what: str) -> Callable[[Sequence[T]], Iterable[T]]:
    """Counts things as they go by: `counting("fetching", "texts")(texts)`."""
    return lambda things: _followed(things, len(things), doing, what)


def _followed(things: Iterable[T], total: int, doing: str, what: str) -> Iterable[T]:
    followed: Iterable[T] = tqdm(things, total=total, desc=doing, unit=f" {what}", disable=None, leave=False)
    return followed
