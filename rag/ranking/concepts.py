"""What a question asks for, as concepts: its words, and the glossary's other words for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.glossary import Term
from corpus.naming import fold_name
from rag.tables import load_table

Words = tuple[str, ...]

_HANGUL = re.compile(r"[가-힣]")
_MOSTLY = 0.8


@cache
def _untelling() -> frozenset[str]:
    return frozenset(load_table("ranking/untelling")["words"])


@dataclass(frozen=True, slots=True)
class Concept:
    """Neighbouring words of a question, other ways to say them, and what the texts say instead.

    Each of `related` is one more concept, given by its variants; the text meets a concept by its words,
    by a variant, or by all that is related together. `translations` are what general words may be in the other
    language, with less certainty than the glossary's variants.
    """

    words: Words
    variants: tuple[Words, ...] = ()
    related: tuple[tuple[Words, ...], ...] = ()
    translations: tuple[Words, ...] = ()


class Lexicon:
    """The glossary by the index words of its terms."""

    def __init__(self, terms: Sequence[Term], term_words: Sequence[Sequence[Words]]) -> None:
        self._terms = terms
        self._words: list[tuple[Words, ...]] = []
        self._row = {term.ko[0]: row for row, term in enumerate(terms)}
        self._by_first: dict[str, list[tuple[Words, int]]] = {}
        self._by_sight: list[tuple[str, str, int]] = []
        for row, (term, variants) in enumerate(zip(terms, term_words, strict=True)):
            faithful = [_is_faithful(variant, words) for variant, words in zip(term.variants, variants, strict=True)]
            self._words.append(tuple(words for words, good in zip(variants, faithful, strict=True) if good))
            for words in self._words[row]:
                self._by_first.setdefault(words[0], []).append((words, row))
            unclear = (variant for variant, good in zip(term.variants, faithful, strict=True) if not good)
            self._by_sight += [(fold_name(variant), variant, row) for variant in unclear]

    def concepts(self, text: str, words: Words) -> tuple[Concept, ...]:
        """The concepts of a question: at each place the longest term, else the word alone; none twice."""
        said = list(self._by_words(words))
        told = {variant for concept in said for variant in (concept.words, *concept.variants)}
        found = said + [concept for concept in self._seen(text) if not told.issuperset(concept.variants)]
        telling = [each for each in found if not each.words or set(each.words) - _untelling()]
        return tuple(dict.fromkeys(telling or found))

    def _by_words(self, words: Words) -> Iterator[Concept]:
        at = 0
        while at < len(words):
            matches = [m for m in self._by_first.get(words[at], ()) if words[at : at + len(m[0])] == m[0]]
            length = max((len(match[0]) for match in matches), default=1)
            rows = [row for match, row in matches if len(match) == length]
            yield self._concept(words[at : at + length], rows)
            at += length

    def _seen(self, text: str) -> Iterator[Concept]:
        """Terms that their words do not tell apart from others, such as 재위촉, found as they are written."""
        folded = fold_name(text)
        likely = [(variant, row) for fold, variant, row in self._by_sight if fold in folded]
        for row in dict.fromkeys(row for variant, row in likely if _sight(variant).search(text)):
            yield self._concept((), [row])

    def _concept(self, words: Words, rows: Sequence[int]) -> Concept:
        rows = tuple(dict.fromkeys(rows))
        variants = dict.fromkeys(variant for row in rows for variant in self._words[row])
        related = dict.fromkeys(self._row[name] for row in rows for name in self._terms[row].see if name in self._row)
        return Concept(
            words=words,
            variants=tuple(variant for variant in variants if variant != words),
            related=tuple(self._words[row] for row in related),
        )


def _is_faithful(variant: str, words: Words) -> bool:
    """Whether the index words of a term say about what it says; one word that leaves much out does not."""
    if _HANGUL.search(variant):
        said = sum(len(word.partition("/")[0]) for word in words)
        return len(words) > 1 or (len(words) == 1 and said >= _MOSTLY * len(fold_name(variant)))
    return len(words) > 1 or (len(words) == 1 and len(variant.split()) == 1)


@cache
def _sight(variant: str) -> re.Pattern[str]:
    if _HANGUL.search(variant):
        return re.compile(r"(?<!\S)" + r"\s*".join(map(re.escape, fold_name(variant))), re.IGNORECASE)
    return re.compile(r"\b" + r"\s+".join(map(re.escape, variant.split())) + r"\b", re.IGNORECASE)
