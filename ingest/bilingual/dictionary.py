"""The dictionary of general words, Korean and English, by the words of the index.

The glossary of the law says what its terms are called; this says what anything else is called.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from corpus.errors import SourceError

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A Korean word in dictionary form, and its English equivalents, the commonest first."""

    ko: str
    en: tuple[str, ...]


@cache
def dictionary_text() -> str:
    """The dictionary that comes with the package, as it is written."""
    return (files("ingest.bilingual") / "dictionary.tsv").read_text(encoding="utf-8")


@cache
def load_entries() -> tuple[Entry, ...]:
    """The entries that come with the package."""
    return tuple(parse_entries(dictionary_text()))


def knows_korean(words: Words) -> bool:
    """Whether the package's dictionary has neighbouring Korean index words as one entry."""
    return _whole(words) in _korean_entries()


@cache
def _korean_entries() -> frozenset[str]:
    return frozenset(entry.ko.replace(" ", "") for entry in load_entries())


def index_words(form: str, words: Callable[[str], Words]) -> Words:
    """The index words of a Korean word in dictionary form, as `words` finds them in a text.

    Alone a noun may be read as a verb and its ending (가면), and a verb as a noun (배우다), so it is read in use too.
    """
    uses = (form, f"{form[:-1]}지 못한다") if form.endswith("다") else (form, f"{form}의", f"{form}에 대한 것")
    together = form.replace(" ", "")
    return next((read for read in map(words, uses) if read and _whole(read) == together), words(form))


def parse_entries(text: str) -> Iterator[Entry]:
    """The entries of lines `korean<TAB>english; english`; raises SourceError for a line of another form."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            continue
        korean, tab, english = line.partition("\t")
        equivalents = tuple(filter(None, map(str.strip, english.split(";"))))
        if not tab or "\t" in english or not korean.strip() or not equivalents:
            raise SourceError("dictionary.tsv", number, "a Korean word, a tab and English words were expected")
        yield Entry(korean.strip(), equivalents)


class Dictionary:
    """The entries in both directions; `stems` gives the index words of an English phrase."""

    def __init__(self, entries: Iterable[Entry], stems: Callable[[str], Words]) -> None:
        self._stems = stems
        self._entries: dict[str, list[Entry]] = {}
        for entry in entries:
            self._entries.setdefault(entry.ko.replace(" ", ""), []).append(entry)

    @cached_property
    def _korean(self) -> dict[Words, tuple[str, ...]]:
        """Read only when an English word is looked up, since it takes the stems of all phrases."""
        korean: dict[Words, dict[str, None]] = {}
        for entries in self._entries.values():
            for entry in entries:
                for phrase in filter(None, map(self._stems, entry.en)):
                    korean.setdefault(phrase, {})[entry.ko] = None
        return {phrase: tuple(words) for phrase, words in korean.items()}

    @cached_property
    def _phrases(self) -> dict[str, list[Words]]:
        phrases: dict[str, list[Words]] = {}
        for phrase in self._korean:
            for word in dict.fromkeys(phrase):
                phrases.setdefault(word, []).append(phrase)
        return phrases

    @cached_property
    def longest(self) -> int:
        """How many index words the longest English phrase has."""
        return max(map(len, self._korean), default=0)

    def english(self, korean: Words) -> tuple[Words, ...]:
        """English equivalents, as index words, of neighbouring Korean index words."""
        english = (phrase for entry in self._entries.get(_whole(korean), ()) for phrase in entry.en)
        return tuple(dict.fromkeys(filter(None, map(self._stems, english))))

    def korean(self, english: Words) -> tuple[str, ...]:
        """Korean equivalents, in dictionary form, of the index words of an English word or phrase."""
        return self._korean.get(english, ())

    def phrases_with(self, word: str) -> list[tuple[Words, tuple[str, ...]]]:
        """The English phrases that an index word stands in, or is, each with its Korean equivalents."""
        return [(phrase, self._korean[phrase]) for phrase in self._phrases.get(word, ())]


def _whole(words: Words) -> str:
    """Index words written together, a verb or adjective at the end in dictionary form."""
    *before, last = words
    stem, verb, _ = last.partition("/")
    return "".join(before) + (f"{stem}다" if verb else stem)
