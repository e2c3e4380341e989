"""A progress bar on standard error for work on passages; none where nobody watches."""

from collections.abc import Iterable

from tqdm import tqdm

from ingest.passages import Passage


def bar(passages: Iterable[Passage], total: int) -> Iterable[Passage]:
    """The same passages, counted as they go by."""
    followed: Iterable[Passage] = tqdm(
        passages, total=total, desc="indexing", unit=" passages", disable=None, leave=False
    )
    return followed
