"""Reads an ordinance as the city's English register prints it, one or two versions in a page.

Where a page holds two versions they are interleaved: the old article, then the new one of the same
number. So the first time a number comes it is the old text and the second time the new one; articles
without a counterpart are old. Chapters tell by their numerals: Ⅰ Ⅱ Ⅲ in the old text, I II III in the new.
"""

import re
from collections import Counter

from corpus.errors import SourceError
from corpus.identifiers import ProvisionId, UnitKind
from corpus.numerals import roman
from corpus.provisions import Provision
from corpus.works import Source, Version, Work
from ingest.readers.outline import Outline, fold

_CHAPTER = re.compile(r"CHAPTER\s+(?P<roman>[IVX]+|[Ⅰ-Ⅻ])\s+(?P<title>.+?)\s+(?=Article \d)")
_ARTICLE = re.compile(
    r"Article (?P<number>\d{1,4}(?:-\d{1,3})?)\s*(?:\((?P<title>(?!\d+\))[^)]+)\)|(?=Deleted|Omitted))"
)
_PARAGRAPH = re.compile(r"\((?P<number>\d{1,3})\)\s")
_SUBPARAGRAPH = re.compile(r"(?P<number>\d{1,3})\.\s")
_DELETED_RANGE = re.compile(r"(?P<first>\d{1,3})\. through (?P<last>\d+)\. (?=Deleted)")
_DIGITS = 3
_NOTE = re.compile(r"\[(?:This Article|Title|Moved|Previous) .*\]")
_ADDENDA = re.compile(r"ADDEND(?:A|UM)\b", re.IGNORECASE)
_NUMBER = re.compile(r"No\.\s*(\d+)")
_TABLE = re.compile(r".*\(related to Article \d+\)")


def read(work: Work, source: Source, text: str) -> tuple[Provision, ...]:
    """All provisions of the page, versions one after the other as they come; raises SourceError."""
    reading = _Reading(work, source)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            reading.take(number, fold(line))
    return reading.outline.close('no line begins with "Article 1 (…)"')


class _Reading:
    """Where the reader stands: the version, article and unit that the next line belongs to."""

    def __init__(self, work: Work, source: Source) -> None:
        self.outline = Outline(source, work)
        self._source = source
        self._versions = [next(v for v in work.versions if v.effective == day) for day in source.versions]
        self._root = ProvisionId(work.slug)
        self._times: Counter[str] = Counter()
        self._top = self._root
        self._article: ProvisionId | None = None
        self._unit: ProvisionId | None = None

    def take(self, number: int, line: str) -> None:
        """Read one line of the page."""
        line = self._chapter(number, line)
        if _ADDENDA.match(line):
            self._addenda(number, line)
        elif found := _ARTICLE.match(line):
            self._begin_article(number, line, found)
        elif self._unit is not None and _TABLE.fullmatch(line):
            self._table(number, line)
        elif self._article is not None and _NOTE.fullmatch(line):
            self.outline.note(self._article, line)
        elif self._unit is not None:
            self._body(number, line)

    def _chapter(self, number: int, line: str) -> str:
        found = _CHAPTER.match(line)
        if found is None:
            return line
        old = found["roman"] >= "Ⅰ"
        version = self._versions[0 if old else -1]
        key = self._root.at(version.effective).child(UnitKind.CHAPTER, str(roman(found["roman"])))
        self.outline.open(key, number, found.group().strip(), found["title"])
        return line[found.end() :]

    def _addenda(self, number: int, line: str) -> None:
        named = _NUMBER.search(line)
        if named is None:
            version = self._version("addenda", number)
            begins = version.kind in ("enactment", "whole amendment")
            name = version.number if begins else ""
            self._root = self._root.at(version.effective)
        else:
            name = named[1]
            self._root = self._root.at(self._root.version or self._versions[0].effective)
        self._top = self._unit = self._root.child(UnitKind.ADDENDA, name)
        self._article = None
        self.outline.open(self._top, number, line)

    def _begin_article(self, number: int, line: str, found: re.Match[str]) -> None:
        top = self._top
        if top.version is None:
            top = top.at(self._version(found["number"], number).effective)
        self._article = self._unit = top.child(UnitKind.ARTICLE, found["number"])
        self.outline.open(self._article, number, found.group(), found["title"] or "")
        if rest := line[found.end() :].strip():
            self._body(number, rest)

    def _version(self, what: str, number: int) -> Version:
        seen = self._times[what]
        self._times[what] += 1
        if seen >= len(self._versions):
            held = ", ".join(str(version.effective) for version in self._versions)
            raise SourceError(self._source.file, number, f"Article {what} comes more often than versions ({held})")
        return self._versions[seen]

    def _body(self, number: int, line: str) -> None:
        if self._article is None or self._top.units:
            self.outline.add_law(self._open_unit(), number, line)
        elif found := _DELETED_RANGE.match(line):
            self._delete_range(number, line, found)
        elif found := _PARAGRAPH.match(line):
            self._begin_unit(self._article.child(UnitKind.PARAGRAPH, found["number"]), number, line, found)
        elif found := _SUBPARAGRAPH.match(line):
            self._begin_unit(self._list_head().child(UnitKind.SUBPARAGRAPH, found["number"]), number, line, found)
        else:
            self.outline.add_law(self._open_unit(), number, line)

    def _begin_unit(self, key: ProvisionId, number: int, line: str, found: re.Match[str]) -> None:
        self._unit = key
        self.outline.open(key, number, found.group())
        self.outline.add_law(key, number, line[found.end() :])

    def _delete_range(self, number: int, line: str, found: re.Match[str]) -> None:
        rest = line[found.end() :]
        if len(found["last"]) > _DIGITS or int(found["last"]) <= int(found["first"]):
            raise SourceError(self._source.file, number, f"{found.group()[:40].strip()} … is no range of subparagraphs")
        for each in range(int(found["first"]), int(found["last"]) + 1):
            self._unit = self._list_head().child(UnitKind.SUBPARAGRAPH, str(each))
            self.outline.open(self._unit, number, found.group())
            self.outline.add_law(self._unit, number, rest)

    def _table(self, number: int, line: str) -> None:
        version = self._versions[0]
        times = self._times["table"] = self._times["table"] + 1
        self._unit = self._root.at(version.effective).child(UnitKind.ANNEX, str(times))
        self._top, self._article = self._unit, None
        self.outline.open(self._unit, number, line, line)

    def _list_head(self) -> ProvisionId:
        unit = self._open_unit()
        return unit.parent if unit.units[-1].kind is UnitKind.SUBPARAGRAPH and unit.parent else unit

    def _open_unit(self) -> ProvisionId:
        if self._unit is None:
            raise SourceError(self._source.file, 1, "text stands before the first article")
        return self._unit
