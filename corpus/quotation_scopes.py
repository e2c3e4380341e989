"""What unnamed references in a report belong to: reports quote articles, and the works stand before them.

A report has no articles. 제N조(제목) opens an article that it quotes; the names before it, side by side where
a table compares, say of which works. 제정안 and 수정안 over a table stand for the bill.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.citations import Anchor, Reference
from corpus.identifiers import Unit, UnitKind
from corpus.naming import fold_name

_BILL_WORD = re.compile(r"(?<![가-힣])(?:제\s?정(?:조례)?|수\s?정|개\s?정)\s?안(?![가-힣])")
_HEAD = re.compile(r"\([^()]{1,60}\)(?=\s|$)")
_BESIDE = re.compile(r"[\s■□○●◦<>‘’「」\[\]()·ㆍ-]*")
_KINDS = {"법": re.compile(r"법(?:률)?(?:안(?:\s?\(대안\))?)?$"), "조례": re.compile(r"조례(?:안)?$")}
_OF_REPORTS = (UnitKind.SECTION, UnitKind.NOTE, UnitKind.ANNEX)
_OF_ORDINANCES = (UnitKind.ANNEX, UnitKind.FORM)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A work that a report names; an unnamed bill is the one that the report is about."""

    name: str
    bill: bool = False


@dataclass(frozen=True, slots=True)
class Scoped:
    """A reference with the works it may be of, and its units counted from their top.

    No works: of the report itself. More than one: the text does not tell. `head`: the head of a quoted
    article, which refers to nothing.
    """

    reference: Reference
    works: tuple[Quoted, ...] | None
    units: tuple[Unit, ...]
    head: bool = False


class _Reading:
    """Where a reader of the report stands: the works named last, the titles above what is quoted, the open article."""

    def __init__(self, text: str, about: Sequence[Quoted]) -> None:
        self._text = text
        self._names = self._titles = tuple(about)
        self._end = 0
        self._article: tuple[tuple[Quoted, ...], tuple[Unit, ...]] | None = None

    def title(self, start: int, end: int) -> None:
        """Take note of a word over a table that stands for the bill."""
        self._name(Quoted("", bill=True), start, end)
        self._titles = self._names

    def scoped(self, reference: Reference) -> Scoped:
        """The reference with what it belongs to."""
        written = self._text[reference.start : reference.end]
        kind = reference.units[0].kind if reference.units else None
        if kind in _OF_REPORTS and not written.startswith("별표"):
            return Scoped(reference, None, reference.units)
        if reference.own and reference.named:
            return Scoped(reference, self._of_kind(reference.named), reference.units)
        if reference.anchor is not Anchor.WORK or kind in _OF_ORDINANCES:
            works, article = self._article or ((), ())
            above = () if reference.anchor is Anchor.WORK else article
            return Scoped(reference, works, above + reference.units)
        return self._article_or_name(reference)

    def _article_or_name(self, reference: Reference) -> Scoped:
        if reference.named or reference.bill:
            gap = self._text[self._end : reference.start]
            before = _place_of(gap, reference.named) if reference.units else len(gap)
            self._name(Quoted(reference.named, reference.bill), self._end + before, reference.end)
        if not reference.units:
            return Scoped(reference, (Quoted(reference.named, reference.bill),), ())
        if not _is_head(self._text, reference):
            return Scoped(reference, self._names, reference.units)
        if reference.named or reference.bill:
            self._titles = self._names
        self._article = (self._titles or self._names, reference.units)
        return Scoped(reference, self._article[0], reference.units, head=not reference.named or len(self._names) > 1)

    def _name(self, quoted: Quoted, start: int, end: int) -> None:
        """Take note of a work named from `start` to `end`; it joins those it stands beside."""
        beside = self._names and _BESIDE.fullmatch(self._text[self._end : start])
        joined = (*self._names, quoted) if beside else (quoted,)
        self._names, self._end = tuple(dict.fromkeys(joined)), end

    def _of_kind(self, own: str) -> tuple[Quoted, ...]:
        """The works that 이 법 or 이 조례 may mean: those of the open article, else those named, of that kind."""
        works = self._article[0] if self._article else self._names
        kind = "조례" if "조례" in own else "법"
        return tuple(work for work in works if (kind == "조례" and not work.name) or _KINDS[kind].search(work.name))


def scoped_references(text: str, references: Sequence[Reference], about: Sequence[Quoted] = ()) -> Iterator[Scoped]:
    """The references of a report's text, each with what it belongs to; `about` are works that its headings name."""
    reading = _Reading(text, about)
    words = [(found.start(), found.end()) for found in _BILL_WORD.finditer(text)]
    for reference in references:
        while words and words[0][0] < reference.start:
            reading.title(*words.pop(0))
        yield reading.scoped(reference)


def _is_head(text: str, reference: Reference) -> bool:
    kinds = [unit.kind for unit in reference.units]
    return kinds == [UnitKind.ARTICLE] and _HEAD.match(text, reference.end) is not None


def _place_of(gap: str, name: str) -> int:
    """Where in the words before a reference the name of its work begins; their end where it is not among them."""
    wanted = fold_name(name)
    for start in range(len(gap) - 1, -1, -1):
        folded = fold_name(gap[start:])
        if folded.startswith(wanted) and wanted:
            return start
        if len(folded) > 2 * len(wanted) + 60:
            break
    return len(gap)
