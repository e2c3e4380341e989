"""How like a question is to each of many others: in words, in letters and in sense."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from ingest.bigrams import bigrams
from ingest.index import Index, Item
from rag.ranking.columns import Scores

_WORDS, _LETTERS, _SENSE = 0.5, 0.3, 0.5


class Likeness:
    """Compares a question with the questions of an index."""

    def __init__(self, index: Index[Item]) -> None:
        self._vectors = index.question_vectors
        self._words = _Cosine(index.question_words)
        self._letters = _Cosine([tuple(bigrams(each)) for each in index.questions])

    def of(self, text: str, words: Sequence[str], vector: Sequence[float] | None) -> Scores:
        """A likeness to each question, from 0 to 1.3; `words` and `vector` are those of the text, if it has any."""
        if not words:
            return np.zeros(len(self._vectors), np.float32)
        total = _WORDS * self._words.to(words) + _LETTERS * self._letters.to(bigrams(text))
        if vector is not None and self._vectors.shape[1]:
            # einsum, because the threads of BLAS wait for each other on a busy machine
            total += _SENSE * np.einsum("ij,j->i", self._vectors, np.asarray(vector, np.float32))
        return total


class _Cosine:
    """The cosine of a bag of words with each of many, rare words counting more, repeated ones once."""

    def __init__(self, bags: Sequence[Iterable[str]]) -> None:
        sets = [frozenset(bag) for bag in bags]
        frequency = Counter(word for bag in sets for word in bag)
        self._unknown = math.log(1 + len(sets))
        self._rarity = {word: math.log(1 + len(sets) / (1 + often)) for word, often in frequency.items()}
        lengths = [self._length(bag) for bag in sets]
        rows: dict[str, list[int]] = defaultdict(list)
        for row, bag in enumerate(sets):
            for word in bag:
                rows[word].append(row)
        self._rows = {word: np.array(each, np.int64) for word, each in rows.items()}
        self._lengths = np.array(lengths, np.float32)

    def to(self, bag: Iterable[str]) -> Scores:
        """The cosine with each bag, 0 to 1."""
        said = frozenset(bag)
        total = np.zeros(len(self._lengths), np.float32)
        for word in sorted(said & self._rows.keys()):
            total[self._rows[word]] += np.float32(self._rarity[word] ** 2)
        return total / self._lengths / np.float32(self._length(said))

    def _length(self, bag: Iterable[str]) -> float:
        return math.sqrt(math.fsum(self._rarity.get(word, self._unknown) ** 2 for word in bag)) or 1.0
