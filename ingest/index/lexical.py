"""BM25 over the words of an index. The only module that knows bm25s."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

SETTINGS = {"k1": 1.2, "b": 0.75, "method": "lucene"}


def save_lexical(folder: Path, rows: Sequence[Sequence[int]], vocabulary: Sequence[str]) -> None:
    """Write the index of rows of numbers into a vocabulary, in the form that `load_lexical` reads."""
    from bm25s import BM25

    if not any(rows):
        rows, vocabulary = [[0] for _ in rows or [()]], [""]  # bm25s divides by the mean length
    lexical = BM25(**SETTINGS)
    lexical.index(
        (list(map(list, rows)), {word: number for number, word in enumerate(vocabulary)}), show_progress=False
    )
    lexical.save(folder, show_progress=False)


def load_lexical(folder: Path) -> Any:  # noqa: ANN401 - bm25s has no types
    """The index of a folder: `get_scores([word, …])` scores every row."""
    from bm25s import BM25

    return BM25.load(folder, show_progress=False)
