"""How like a question is to each of many others: in words, in letters and in sense."""

import math
from collections.abc import Iterable, Sequence

import numpy as np

from ingest.bigrams import bigrams
from ingest.index import Bags, Index, Item
from rag.ranking.columns import Scores

_WORDS, _LETTERS, _SENSE = 0.5, 0.3, 0.5


class Likeness:
    """Compares a question with the questions of an index."""

    def __init__(self, index: Index[Item]) -> None:
        self._vectors = index.question_vectors
        self._words, self._letters = _Cosine(index.question_words), _Cosine(index.question_letters)

    def of(self, text: str, words: Sequence[str], vector: Sequence[float] | None) -> Scores:
        """A likeness to each question, from 0 to 1.3; `words` and `vector` are those of the text, if it has any."""
        if not words:
            return self._words.nothing()
        total = _WORDS * self._words.to(words) + _LETTERS * self._letters.to(bigrams(text))
        if vector is not None and self._vectors.shape[1]:
            # einsum, because the threads of BLAS wait for each other on a busy machine
            total += _SENSE * np.einsum("ij,j->i", self._vectors, np.asarray(vector, np.float32))
        return total


class _Cosine:
    """The cosine of a bag of words with each of many, rare words counting more, repeated ones once."""

    def __init__(self, bags: Bags) -> None:
        self._numbers = {word: number for number, word in enumerate(bags.vocabulary)}
        frequency = np.bincount(bags.flat, minlength=len(bags.vocabulary))
        self._squares = np.log1p(len(bags) / (1 + frequency)) ** 2
        self._unknown = math.log1p(len(bags)) ** 2
        rows, by_word = bags.rows, np.argsort(bags.flat, kind="stable")
        lengths = np.sqrt(np.bincount(rows, self._squares[bags.flat], minlength=len(bags)))
        self._lengths = np.where(lengths > 0, lengths, 1)
        self._rows, self._ends = rows[by_word], np.cumsum(frequency)

    def nothing(self) -> Scores:
        """A likeness of zero to each bag."""
        return np.zeros(len(self._lengths), np.float32)

    def to(self, bag: Iterable[str]) -> Scores:
        """The cosine with each bag, 0 to 1."""
        said = sorted(set(bag))
        known = [self._numbers[word] for word in said if word in self._numbers]
        square = math.fsum(self._squares[known]) + self._unknown * (len(said) - len(known))
        total = np.zeros(len(self._lengths))
        for number in known:
            total[self._rows[self._ends[number - 1] if number else 0 : self._ends[number]]] += self._squares[number]
        return (total / self._lengths / (math.sqrt(square) or 1)).astype(np.float32)
