"""What a search is limited to: works, languages, and what a text is worth on the asked day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import islice

from corpus.errors import SearchError
from corpus.identifiers import ProvisionId
from corpus.naming import works_named
from corpus.works import LANGS, Lang, Standing, Work
from rag.citing.validity import Readable, standing

MOST_HITS = 50
_LISTED = 12


@dataclass(frozen=True, slots=True)
class Filters:
    """The works (by slug), languages and standings that a search may find; an empty set sets no limit."""

    works: frozenset[str] = frozenset()
    langs: frozenset[Lang] = frozenset()
    standings: frozenset[Standing] = frozenset()

    def reads(self, text: Readable) -> bool:
        """Whether the text may hold what is admitted."""
        quotes_bills = Standing.BILL in self.standings and any(each.bill for each in text.work.quotes)
        of_standing = not self.standings or text.standing in self.standings or quotes_bills
        return of_standing and (not self.works or text.work.slug in self.works)

    def admits(self, text: Readable, key: ProvisionId) -> bool:
        """Whether a provision of the text is admitted, in some language."""
        worth = standing(text.work, key, text.standing)
        return self.reads(text) and (not self.standings or worth in self.standings)

    def admits_lang(self, lang: Lang) -> bool:
        """Whether words in a language are admitted."""
        return not self.langs or lang in self.langs


EVERYTHING = Filters()


def read_filters(
    at_hand: Iterable[Work],
    works: Collection[str] = (),
    langs: Collection[str] = (),
    standings: Collection[str] = (),
) -> Filters:
    """The filters as people write them: works by slug or by any name, which may be that of several works.

    A former name stands for its work, whose text is that of the asked day. Raises SearchError.
    """
    known = tuple(at_hand)
    return Filters(
        works=frozenset(slug for name in works for slug in _slugs(name, known)),
        langs=frozenset(_lang(each) for each in langs),
        standings=frozenset(_standing(each) for each in standings),
    )


def checked_count(count: int) -> int:
    """The count of hits asked for; raises SearchError when it is out of range."""
    if not 1 <= count <= MOST_HITS:
        raise SearchError(f"A search gives 1 to {MOST_HITS} provisions; {count} were asked for.")
    return count


def _slugs(name: str, works: tuple[Work, ...]) -> list[str]:
    slugs = [work.slug for work in works]
    found = [name] if name in slugs else [named.work.slug for named in works_named(name, works)]
    if not found:
        listed = ", ".join(islice(slugs, _LISTED)) + (", …" if len(slugs) > _LISTED else "")
        raise SearchError(f"There is no work {name!r} to search; give a slug or a name of {listed}.")
    return found


def _lang(name: str) -> Lang:
    for lang in LANGS:
        if name == lang:
            return lang
    raise SearchError(f"There is no text in the language {name!r}; expected {' or '.join(LANGS)}.")


def _standing(name: str) -> Standing:
    try:
        return Standing(name)
    except ValueError as error:
        raise SearchError(f"No text has the status {name!r}; expected one of {', '.join(Standing)}.") from error
