"""English words in the space of Korean morphemes: each stands where its Korean equivalents stand."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np

from ingest.bilingual.dictionary import Dictionary
from ingest.kiwi_vectors import DIMENSIONS, Vectors
from ingest.morpheme_space import MorphemeSpace, unit
from ingest.morphemes import Analysis


class BilingualSpace:
    """Unit vectors of texts in either language; `forms` gives the morphemes by dictionary form when first needed."""

    def __init__(self, space: MorphemeSpace, dictionary: Dictionary, forms: Callable[[], Mapping[str, int]]) -> None:
        self._space = space
        self._dictionary = dictionary
        self._read_forms = forms
        self._english: dict[str, Vectors] = {}

    @cached_property
    def _forms(self) -> Mapping[str, int]:
        return self._read_forms()

    def embed(self, texts: Sequence[Analysis]) -> Vectors:
        """One unit vector a row for each text; of length 0 for one without a word that is known."""
        self._space.learn(set[int]().union(*(text.ids for text in texts)))
        self._learn(set(filter(str.isascii, set[str]().union(*(text.words for text in texts)))))
        return np.array([unit(self._total(text)) for text in texts], np.float32).reshape(-1, DIMENSIONS)

    def _total(self, text: Analysis) -> Vectors:
        total = self._space.total(text.ids)
        english = [self._english[word] for word in dict.fromkeys(text.words) if word in self._english]
        return total + np.sum(english, axis=0) if english else total

    def _learn(self, words: set[str]) -> None:
        """Give each new English word the mean direction of its equivalents, at their mean length."""
        equivalents = {word: self._equivalents(word) for word in words if word not in self._english}
        known = {word: found for word, found in equivalents.items() if found}
        if not known:
            return
        flat = [each for found in known.values() for each in found]
        vectors = self._space.vectors([number for number, _ in flat])
        shares = np.array([share for _, share in flat], np.float32)
        lengths = np.linalg.norm(vectors, axis=1)
        starts = np.cumsum([0, *map(len, known.values())][:-1])
        directions = np.add.reduceat(vectors * (shares / np.maximum(lengths, 1e-6))[:, None], starts)
        mean_lengths = np.add.reduceat(shares * lengths, starts) / np.add.reduceat(shares, starts)
        for word, direction, length in zip(known, directions, mean_lengths, strict=True):
            self._english[word] = unit(direction) * np.float32(length)

    def _equivalents(self, word: str) -> list[tuple[int, float]]:
        """The morphemes of the Korean equivalents, each with its share; those of a phrase count little for one word."""
        return [
            (self._forms[korean], 1 / len(phrase) ** 2)
            for phrase, words in self._dictionary.phrases_with(word)
            for korean in words
            if korean in self._forms
        ]
