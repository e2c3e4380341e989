"""The references of a question, each with the ordinance that it names: by its name, loosely, together with another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from corpus.citations import Reference
from corpus.glossary import load_glossary
from corpus.identifiers import UnitKind
from corpus.naming import Named, works_named
from corpus.near_names import is_vague, works_meant
from corpus.works import Genre, Work
from rag.questions.names_beside import names_anywhere, names_beside
from rag.tables import load_table

_COMMA = re.compile(r" ?[,:] ?")
_HOLDS = re.compile(r"[\s,]{0,3}|,? (?:of|in|under) (?:the )?| ?의 ?")
_ENDING = re.compile(r"[가-힣]+(?:[은는을를며]|에서|으로|에게|까요|나요|니다|지만|하고|하면|해서|므로|세요|줘)")
_PARTICLE = re.compile(r"(?:이|가|의|에|도|만|로|은|는)$")
_OF_PROCEDURE = ("meeting", "member", "committee")


@dataclass(frozen=True, slots=True)
class Beside:
    """A reference and what is named beside it: ordinances at hand, and names of others."""

    reference: Reference
    named: tuple[Named, ...]
    strangers: tuple[str, ...]


def apposed(text: str, references: Sequence[Reference]) -> tuple[Reference, ...]:
    """The references, each without a name under that which a comma parts from it: the Smart City Act, Article 24."""
    named = list(references)
    for at, (before, each) in enumerate(pairwise(references), start=1):
        if each.exact and not each.named and not before.units and _COMMA.fullmatch(text[before.end : each.start]):
            named[at] = replace(each, named=before.named, bill=each.bill or before.bill)
    return tuple(named)


def with_names(text: str, references: Sequence[Reference], works: Sequence[Work]) -> tuple[Beside, ...]:
    """The references of a text with the ordinances named beside them; none for an Act or a bill."""
    anywhere = names_anywhere(text) if references else ()
    kept = _without_holding_chapters(text, references)
    return tuple(_beside(reference, names_beside(text, reference), anywhere, works) for reference in kept)


def of_each_work(beside: Iterable[Beside], mentioned: Iterable[Work]) -> tuple[Reference, ...]:
    """One reference for each ordinance it is of, under the full name of that: those beside it, else all `mentioned`."""
    names = list(dict.fromkeys(work.name_ko for work in mentioned if work.genre is Genre.ORDINANCE))
    spread: list[Reference] = []
    for each in beside:
        own, reference = [*map(_name, each.named), *each.strangers], each.reference
        unnamed = not own and not reference.bill and not reference.statute
        of = own or (names if unnamed and len(names) > 1 else [reference.named])
        spread += [replace(reference, named=name) for name in of]
    return tuple(spread)


def _without_holding_chapters(text: str, references: Sequence[Reference]) -> Iterator[Reference]:
    """The references without a chapter that only says where an article stands: 제2장 제5조, Article 5 of Chapter 2."""
    articles = [each for each in references if each.units[0].kind is UnitKind.ARTICLE]
    for each in references:
        gaps = [text[one.end : two.start] for other in articles for one, two in ((each, other), (other, each))]
        holds = each.units[0].kind is UnitKind.CHAPTER and any(_HOLDS.fullmatch(gap) for gap in gaps)
        if not holds:
            yield each


def _name(named: Named) -> str:
    """The full name of a work, of one by a name that is gone the name it bore then."""
    former = [each.name_ko for each in named.work.former_names if each.until == named.until]
    return former[0] if former else named.work.name_ko


def _beside(reference: Reference, beside: Sequence[str], anywhere: Sequence[str], works: Sequence[Work]) -> Beside:
    """A reference with what its names stand for; where it has none beside it, with what is named anywhere.

    Then a name that is not at hand counts only where there is no other.
    """
    if reference.bill or reference.statute:
        return Beside(reference, (), ())
    unnamed = all(map(is_vague, beside))
    names = anywhere if unnamed else beside
    found = {name: _ordinance(name, works) for name in names}
    named = tuple(dict.fromkeys(filter(None, found.values())))
    strangers = tuple(name for name in found if found[name] is None and not _is_of_no_one(name, works))
    return Beside(reference, named, () if unnamed and named else strangers)


def _ordinance(name: str, works: Sequence[Work]) -> Named | None:
    """The one ordinance at hand that a name before or after an article stands for; None where there is not just one.

    Words before the name belong to the sentence only where they are such as sentences have, or of the procedure of
    committees (위원회 소집 AI 조례): whatever else stands there makes it the name of another ordinance.
    """
    words = name.split()
    for first in range(len(words)):
        if not all(_is_of_the_sentence(word) for word in words[:first]):
            return None
        rest = " ".join(words[first:])
        found = [each for each in works_named(rest, works) if each.work.genre is Genre.ORDINANCE]
        found = found or list(works_meant(rest, works))
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _is_of_no_one(name: str, works: Sequence[Work]) -> bool:
    """Whether a name leaves open which ordinance is meant, by its own words or as one of several at hand."""
    words = name.split()
    while words and _is_of_any_sentence(words[0]):
        words.pop(0)
    rest = " ".join(words)
    return is_vague(name) or is_vague(rest) or len(works_meant(rest, works)) > 1


def _is_of_the_sentence(word: str) -> bool:
    return _is_of_any_sentence(word) or {word.casefold(), _PARTICLE.sub("", word)} & _procedure() != set()


def _is_of_any_sentence(word: str) -> bool:
    return word.casefold() in _sentence() or _ENDING.fullmatch(word) is not None or is_vague(word)


@cache
def _sentence() -> frozenset[str]:
    table = load_table("questions/sentence")
    return frozenset((*table["ko"], *table["en"]))


@cache
def _procedure() -> frozenset[str]:
    terms = [term for term in load_glossary() if term.part in _OF_PROCEDURE]
    return frozenset(word.casefold() for term in terms for variant in term.variants for word in variant.split())
