"""Provisions: numbered units of a version, with their text in one or two languages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from corpus.errors import UnknownProvisionError
from corpus.identifiers import ProvisionId
from corpus.tables import Table
from corpus.works import Authority, Lang, Work

_LISTED = 12


@dataclass(frozen=True, slots=True)
class Call:
    """The place where a text calls one of its footnotes: after `at` characters."""

    note: ProvisionId
    at: int


@dataclass(frozen=True, slots=True)
class Rendition:
    """The words of one provision in one language, without those of the units below it.

    `mark` is the number or head as printed before the text ("(2)", "Article 14 (Meetings)"),
    `heading` the title in it; `history` a bracketed note of amendment printed after the units.
    All are verbatim but for white space; `line` is where they begin in `source`. Of a text whose lines are
    broken, `pieces` says which line begins at which character. `table` is what a table's words say.
    """

    lang: Lang
    authority: Authority
    mark: str
    heading: str
    text: str
    source: str
    line: int
    history: str = ""
    pieces: tuple[tuple[int, int], ...] = ()
    calls: tuple[Call, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """A numbered unit of a version; `deleted` is the day on which its deletion took effect."""

    id: ProvisionId
    renditions: tuple[Rendition, ...]
    deleted: date | None = None

    def rendition(self, lang: Lang) -> Rendition:
        """The words in a language, or in the other one where only that exists."""
        return next((each for each in self.renditions if each.lang == lang), self.renditions[0])

    def speaks(self, lang: Lang) -> bool:
        """Whether there is a text in that language."""
        return any(each.lang == lang for each in self.renditions)


class Law:
    """All works and provisions at hand, in the order of their texts; never changed once built."""

    def __init__(self, works: Iterable[Work], provisions: Iterable[Provision]) -> None:
        self.works: Mapping[str, Work] = {work.slug: work for work in works}
        self._provisions = {provision.id: provision for provision in provisions}
        self._children: dict[ProvisionId, list[Provision]] = {}
        for provision in self._provisions.values():
            if provision.id.parent is not None:
                self._children.setdefault(provision.id.parent, []).append(provision)

    def __iter__(self) -> Iterator[Provision]:
        return iter(self._provisions.values())

    def __len__(self) -> int:
        return len(self._provisions)

    def __contains__(self, key: ProvisionId) -> bool:
        return key in self._provisions

    def provision(self, key: ProvisionId) -> Provision:
        """The provision of an id that names its version; raises UnknownProvisionError."""
        try:
            return self._provisions[key]
        except KeyError as error:
            versions = self.works[key.work].versions if key.work in self.works else ()
            if any(version.effective == key.version and not version.held for version in versions):
                known = f"what is known of it stands in the history of {key.at(None)}"
                raise UnknownProvisionError(
                    f"The text of {key.work} of {key.version} is not at hand; {known}."
                ) from error
            raise UnknownProvisionError(f"There is no provision {key} in the texts at hand.") from error

    def work(self, slug: str) -> Work:
        """The work of a slug; raises UnknownProvisionError that lists the works there are."""
        if slug not in self.works:
            known = ", ".join(islice(self.works, _LISTED)) + (", …" if len(self.works) > _LISTED else "")
            raise UnknownProvisionError(f"There is no work {slug!r}; at hand are {known}.")
        return self.works[slug]

    def children(self, key: ProvisionId) -> tuple[Provision, ...]:
        """The provisions one step below, in order."""
        return tuple(self._children.get(key, ()))

    def dated(self, key: ProvisionId, day: date) -> ProvisionId:
        """The id with its version named: the one written in it, else the one to read on `day`.

        Raises UnknownProvisionError for a day before the record of the work begins.
        """
        if key.version is not None:
            return key
        work = self.work(key.work)
        version = work.nearest_held(day)
        if version is not None and work.in_force(day) is None:
            first = work.versions[0].effective
            raise UnknownProvisionError(f"The record of {work.slug} begins on {first}; nothing is known for {day}.")
        return key if version is None else key.at(version.effective)

    def subtree(self, key: ProvisionId) -> Iterator[Provision]:
        """The provision and all below it, in reading order."""
        yield self.provision(key)
        for child in self.children(key):
            yield from self.subtree(child.id)

    def full_text(self, key: ProvisionId, lang: Lang) -> str:
        """The words of a provision without its own mark, and all below it with theirs, a line each.

        Units that one line prints together ("1. through 3. Deleted") come once.
        """
        own = self.provision(key).rendition(lang)
        parts, last = [own.text], own
        for part in self.subtree(key):
            each = part.rendition(own.lang)
            if part.id != key and part.speaks(own.lang) and (each.line, each.mark) != (last.line, last.mark):
                parts += [" ".join(filter(None, (each.mark, each.text))), each.history]
                last = each
        return "\n".join(filter(None, (*parts, own.history)))
