"""Names of works: how they are compared, and which work a name stands for."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from corpus.works import LANGS, Genre, Lang, Work

NOISE = re.compile(r"[\s·ㆍ‧・･「」『』｢｣'\"“”‘’]")
"""What two spellings of one name may differ in, beside case."""

_ISSUER = re.compile(r"서울특별시|서울시|(?:the)?seoulmetropolitan(?:government|governance|city)")
_LITTLE_WORDS = frozenset(("a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))


@dataclass(frozen=True, slots=True)
class Named:
    """A work that a name stands for; `until` is the last day of a name that is gone."""

    work: Work
    until: date | None = None


def fold_name(name: str) -> str:
    """A name without case, spaces, dots and quotation marks, for comparing."""
    return NOISE.sub("", unicodedata.normalize("NFC", name)).casefold()


def works_named(name: str, works: Iterable[Work]) -> tuple[Named, ...]:
    """The works of a name: those whose full name it is, with or without the city; else those it is a short form of.

    Former names count, with the last day they were borne.
    """
    at_hand = tuple(works)
    wanted = fold_name(name)
    bare = _ISSUER.sub("", wanted, count=1) if _ISSUER.match(wanted) else wanted
    exact = [named for full, named in _full_names(at_hand) if fold_name(full) == wanted]
    close = [named for full, named in _full_names(at_hand) if _ISSUER.sub("", fold_name(full), count=1) == bare]
    short = [named for alias, named in _aliases(at_hand) if fold_name(alias) in (wanted, bare)]
    return tuple(dict.fromkeys(exact or close or short))


def ordinance_named(name: str, works: Iterable[Work]) -> Named | None:
    """The one ordinance that a name stands for; None where there is none or more than one."""
    found = [named for named in works_named(name, works) if named.work.genre is Genre.ORDINANCE]
    return found[0] if len(found) == 1 else None


def name_of(slug: str, works: Iterable[Work], lang: Lang) -> str:
    """The name of a work at hand or of one that such a work quotes; else the words of the slug."""
    at_hand = tuple(works)
    named = {quoted.slug: quoted.name(lang) for work in at_hand for quoted in work.quotes}
    named |= {work.slug: work.name(lang) for work in at_hand}
    return named.get(slug) or name_of_slug(slug)


def slug_of(name: str, works: Iterable[Work]) -> str:
    """The slug whose name this is, in either language; "" for none. The inverse of `name_of`."""
    at_hand = tuple(works)
    known = {fold_name(quoted.name(lang)): quoted.slug for work in at_hand for quoted in work.quotes for lang in LANGS}
    known |= {fold_name(work.name(lang)): work.slug for work in at_hand for lang in LANGS}
    return known.get(fold_name(name)) or slug_of_name(name)


def name_of_slug(slug: str) -> str:
    """The words of a slug as a name, for a work of which nothing else is known: An Act on Libraries."""
    words = slug.split("-")
    return " ".join(word if at and word in _LITTLE_WORDS else word.capitalize() for at, word in enumerate(words))


def slug_of_name(name: str) -> str:
    """The slug whose words a name consists of; "" where the name has other letters than those of slugs."""
    words = name.casefold().split()
    return "-".join(words) if len(words) > 1 and all(re.fullmatch(r"[a-z]+", word) for word in words) else ""


def _full_names(works: Iterable[Work]) -> Iterator[tuple[str, Named]]:
    for work in works:
        yield from ((name, Named(work)) for name in (work.name_ko, work.name_en))
        for former in work.former_names:
            yield from ((name, Named(work, former.until)) for name in (former.name_ko, former.name_en))


def _aliases(works: Iterable[Work]) -> Iterator[tuple[str, Named]]:
    for work in works:
        yield from ((name, Named(work)) for name in work.aliases)
        for former in work.former_names:
            yield from ((name, Named(work, former.until)) for name in former.aliases)
