"""What the words of a question are in the other language: by the dictionary, and names by their sound."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.bilingual.dictionary import Dictionary, index_words
from ingest.bilingual.names import LONGEST_NAME, heard
from rag.ranking.concepts import Concept, Words


class Translator:
    """Adds to concepts what they are in the other language; keeps nothing of a question.

    `names` are the names in the texts by how they sound, `words` gives the index words of a Korean text.
    """

    def __init__(
        self, dictionary: Dictionary, names: Mapping[str, Sequence[Words]], words: Callable[[str], Words]
    ) -> None:
        self._dictionary = dictionary
        self._names = names
        self._words = words

    def translated(self, concepts: Iterable[Concept]) -> Iterator[Concept]:
        """The concepts with their translations; neighbours that are one entry, or one name, become one concept."""
        left = list(concepts)
        while left:
            if len(left[0].words) != 1:
                yield left.pop(0)
                continue
            run = _neighbours(left)
            length, translations = self._entry(run) or self._name(run) or (1, ())
            yield _joined(left[:length], translations)
            del left[:length]

    def _entry(self, run: Words) -> tuple[int, tuple[Words, ...]] | None:
        """The longest entry of the dictionary that the words begin with."""
        longest = self._dictionary.longest if run[0].isascii() else LONGEST_NAME
        for length in range(min(len(run), longest), 0, -1):
            if translations := self._look_up(run[:length]):
                return length, translations
        return None

    def _name(self, run: Words) -> tuple[int, tuple[Words, ...]] | None:
        """The longest name that the words begin with and that sounds like one in the texts, in the other script."""
        for length in range(min(len(run), 1 if run[0].isascii() else LONGEST_NAME), 0, -1):
            name = run[:length]
            alike = {each: None for sound in heard(name) for each in self._names.get(sound, ())}
            others = tuple(each for each in alike if each[0].isascii() != name[0].isascii())
            if others and not any(self._look_up((word,)) for word in name):
                return length, others
        return None

    def _look_up(self, words: Words) -> tuple[Words, ...]:
        if words[0].isascii():
            korean = (index_words(form, self._words) for form in self._dictionary.korean(words))
            return tuple(each for each in korean if not all(word.isascii() for word in each))
        return self._dictionary.english(words)


def _neighbours(concepts: Sequence[Concept]) -> Words:
    """The words of the first concept and of those after it that are single words the glossary does not have."""
    run = list(concepts[0].words)
    for concept in concepts[1:]:
        if len(concept.words) != 1 or concept.variants or concepts[0].variants:
            break
        run.append(concept.words[0])
    return tuple(run)


def _joined(concepts: Sequence[Concept], translations: tuple[Words, ...]) -> Concept:
    words = tuple(word for concept in concepts for word in concept.words)
    return replace(concepts[0], words=words, translations=translations)
