"""The names in texts by how they sound, for words that no dictionary has."""

from collections.abc import Callable, Iterable, Iterator

from ingest.bilingual.dictionary import Words
from ingest.bilingual.sounds import hangul_sounds, latin_sounds

LONGEST_NAME = 3
_SHORTEST_SOUND = 3


def names_by_sound(texts: Iterable[Words], known: Callable[[Words], bool]) -> dict[str, list[Words]]:
    """What sounds alike in texts given by their index words; `known` tells the Korean words that a dictionary has.

    A name in Hangul may have been cut into up to three neighbouring words, not all of which are known.
    """
    texts = list(texts)
    vocabulary = {word for words in texts for word in words}
    english = sorted(word for word in vocabulary if word.isascii() and word.isalpha())
    unknown = {word for word in vocabulary if not word.isascii() and "/" not in word and not known((word,))}
    korean: dict[Words, None] = {}
    for words in texts:
        strange = [place for place, word in enumerate(words) if word in unknown]
        korean |= dict.fromkeys(name for place in strange for name in _around(words, place))
    sounds: dict[str, list[Words]] = {}
    for name in korean:
        _add(sounds, name, sorted(hangul_sounds("".join(name))))
    for word in english:
        _add(sounds, (word,), sorted(latin_sounds(word)))
    return sounds


def heard(name: Words) -> tuple[str, ...]:
    """The sounds that a name can have, given by the index words that it was cut into."""
    whole = "".join(name)
    if not whole.isascii():
        return tuple(sorted(hangul_sounds(whole)))
    return tuple(sorted(latin_sounds(whole))) if whole.isalpha() else ()


def _around(words: Words, place: int) -> Iterator[Words]:
    """The runs of neighbouring Korean nouns that a place is part of."""
    for first in range(max(0, place - LONGEST_NAME + 1), place + 1):
        for last in range(place + 1, first + LONGEST_NAME + 1):
            run = words[first:last]
            if len(run) == last - first and not any(word.isascii() or "/" in word for word in run):
                yield run


def _add(sounds: dict[str, list[Words]], name: Words, heard_as: Iterable[str]) -> None:
    for sound in heard_as:
        if len(sound) >= _SHORTEST_SOUND:
            sounds.setdefault(sound, []).append(name)
