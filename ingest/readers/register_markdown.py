"""Reads an ordinance in the national register's Markdown form: `##### 제14조 (회의)`, ①, 1., 가."""

import re
import unicodedata
from itertools import pairwise

from corpus.errors import SourceError
from corpus.identifiers import ProvisionId, UnitKind
from corpus.labels import ITEM_LETTERS
from corpus.provisions import Provision
from corpus.works import Source, Work
from ingest.readers.outline import Outline, fold

_CHAPTER = re.compile(r"## (?P<mark>제(?P<number>\d+)장\s*(?P<title>.*))")
_ADDENDA = re.compile(r"(?:## )?(?P<mark>부칙\s*(?:\([^<]*\))?\s*<제0*(?P<number>\d+)호,\s*[\d.]+>.*)")
_ADDENDA_HEAD = "## 부칙"
_ANNEX = re.compile(r"## (?P<mark>\[별표 (?P<number>[1-9]\d*)\]\s*(?P<title>.+))")
_ARTICLE = re.compile(r"(?P<mark>제(?P<number>\d+)조(?:의(?P<branch>\d+))?)\s*(?:\((?P<title>[^)]*)\))?\s*")
_SUBPARAGRAPH = re.compile(r"(?P<number>\d+)(?:의(?P<branch>\d+))?\.\s")
_DELETED_RANGE = re.compile(r"(?P<first>[1-9]\d{0,2})\.\s*부터\s+(?P<last>\d{1,3})\.\s*까지\s+(?=삭제)")
_ITEM = re.compile(rf"(?P<letter>[{ITEM_LETTERS}])\.\s")
_NOTE = re.compile(r"\[.*\]")


def read(work: Work, source: Source, text: str) -> tuple[Provision, ...]:
    """All provisions of the file, which holds one version; raises SourceError."""
    reading = _Reading(work, source)
    lines = text.splitlines()
    first = lines.index("---", 1) + 1 if lines[:1] == ["---"] and "---" in lines[1:] else 0
    taken = [(number, line.strip()) for number, line in enumerate(lines[first:], start=first + 1) if line.strip()]
    for (number, line), (_, after) in pairwise([*taken, (0, "")]):
        if line != _ADDENDA_HEAD or not _ADDENDA.fullmatch(after):
            reading.take(number, line)
    return reading.outline.close('no line begins with "##### 제1조"')


class _Reading:
    def __init__(self, work: Work, source: Source) -> None:
        self.outline = Outline(source)
        self._source = source
        self._root = ProvisionId(work.slug, source.versions[0])
        self._top = self._root
        self._article: ProvisionId | None = None
        self._unit: ProvisionId | None = None

    def take(self, number: int, line: str) -> None:
        """Read one line of the file."""
        if found := _CHAPTER.fullmatch(line):
            self.outline.open(
                self._root.child(UnitKind.CHAPTER, found["number"]), number, found["mark"], found["title"]
            )
        elif found := _ADDENDA.fullmatch(line):
            self._begin_part(self._root.child(UnitKind.ADDENDA, found["number"]), number, found["mark"])
        elif line == _ADDENDA_HEAD:
            self._begin_part(self._root.child(UnitKind.ADDENDA), number, line.removeprefix("## "))
        elif found := _ANNEX.fullmatch(line):
            key = self._root.child(UnitKind.ANNEX, found["number"])
            self._begin_part(key, number, found["mark"], found["title"])
        elif found := self._article_head(line):
            self._begin_article(number, line, found)
        elif self._unit is not None and not line.startswith("#"):
            self._body(number, line)

    def _begin_part(self, key: ProvisionId, number: int, mark: str, title: str = "") -> None:
        self._top = self._unit = key
        self._article = None
        self.outline.open(key, number, mark, title)

    def _article_head(self, line: str) -> re.Match[str] | None:
        if line.startswith("##### "):
            return _ARTICLE.match(line, len("##### "))
        return _ARTICLE.match(line) if self._top.units and re.match(r"제\d+조(?:의\d+)?(?:\(| 생략)", line) else None

    def _begin_article(self, number: int, line: str, found: re.Match[str]) -> None:
        self._article = self._unit = self._top.child(UnitKind.ARTICLE, _numbered(found))
        mark = line[: found.end()].removeprefix("##### ")
        self.outline.open(self._article, number, mark, found["title"] or "")
        if rest := line[found.end() :]:
            self._body(number, rest)

    def _body(self, number: int, line: str) -> None:
        if self._article is None or self._top.units:
            self._add(number, line)
        elif _NOTE.fullmatch(line):
            self.outline.note(self._article, line)
        elif unicodedata.category(line[0]) == "No":
            key = self._article.child(UnitKind.PARAGRAPH, str(int(unicodedata.numeric(line[0]))))
            self._begin_unit(key, number, line, 1)
        elif found := _DELETED_RANGE.match(line):
            self._delete_range(number, line, found)
        elif found := _SUBPARAGRAPH.match(line):
            head = self._above(UnitKind.SUBPARAGRAPH, UnitKind.ITEM)
            self._begin_unit(head.child(UnitKind.SUBPARAGRAPH, _numbered(found)), number, line, found.end())
        elif found := _ITEM.match(line):
            letter = str(ITEM_LETTERS.index(found["letter"]) + 1)
            self._begin_unit(self._above(UnitKind.ITEM).child(UnitKind.ITEM, letter), number, line, found.end())
        else:
            self._add(number, line)

    def _begin_unit(self, key: ProvisionId, number: int, line: str, end: int) -> None:
        self._unit = key
        self.outline.open(key, number, line[:end])
        self._add(number, line[end:])

    def _delete_range(self, number: int, line: str, found: re.Match[str]) -> None:
        if int(found["last"]) <= int(found["first"]):
            raise SourceError(self._source.file, number, f"{found.group().strip()} is no range of subparagraphs")
        head = self._above(UnitKind.SUBPARAGRAPH, UnitKind.ITEM)
        for each in range(int(found["first"]), int(found["last"]) + 1):
            self._begin_unit(head.child(UnitKind.SUBPARAGRAPH, str(each)), number, line, found.end())

    def _above(self, *kinds: UnitKind) -> ProvisionId:
        unit = self._unit
        while unit is not None and unit.units[-1].kind in kinds:
            unit = unit.parent
        return unit or self._root

    def _add(self, number: int, text: str) -> None:
        if self._unit is not None:
            self.outline.add_law(self._unit, number, fold(text))


def _numbered(found: re.Match[str]) -> str:
    return "-".join(filter(None, (found["number"], found["branch"])))
