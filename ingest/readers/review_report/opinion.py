"""The report itself: its sections, the footnotes where they are called, and the tables with their sections.

A table floats to the end of a page, so it may stand behind the next heading. A comparison of the bill goes to the
section on the bill's article that it shows; what only adds articles (신설) to the section of the comparison before;
any other table to the section that announced it (< … 비교표 >).
"""

import re
from collections import deque

from corpus.errors import SourceError
from corpus.identifiers import ProvisionId, UnitKind
from corpus.works import Quoted, Source, Work
from ingest.readers.outline import Outline
from ingest.readers.review_report.columns import columns
from ingest.readers.review_report.comparisons import Comparison, write_overview
from ingest.readers.review_report.headings import Headings
from ingest.readers.review_report.lines import Line
from ingest.readers.review_report.quoted import ARTICLE, QuotedArticles
from ingest.readers.review_report.strands import NOTE, TABLE_HEAD, Kind, Strand

_CALL = re.compile(r"(?<![\s(\d])(?<!붙임)(?P<number>\d{1,2})\)")
_ANNOUNCED = re.compile(r"<\s\S.*\s>")
_ARTICLES = re.compile(r"\(안 제(?P<first>\d{1,4})조(?:\s*[~∼]\s*(?:안 )?제(?P<last>\d{1,4})조)?\)")
_OVERVIEW_HEAD = re.compile(r"구\s+분 조\s+항 내\s+용")


class Opinion:
    """Takes the strands of the report, in order; `close` when there are no more."""

    def __init__(self, work: Work, source: Source, outline: Outline) -> None:
        self._work, self._source, self._outline = work, source, outline
        self._root = self._here = ProvisionId(work.slug)
        self._headings = Headings()
        self._articles: list[tuple[range, ProvisionId]] = []
        self._announcing: deque[ProvisionId] = deque()
        self._note: ProvisionId | None = None
        self._notes = self._calls = 0
        self._tables: dict[ProvisionId, Comparison | None] = {}
        self._last: Comparison | None = None
        self._quoting: dict[ProvisionId, QuotedArticles] = {}

    def take(self, strand: Strand) -> None:
        """Read one strand; raises SourceError for what stands before the first heading."""
        if strand.kind is Kind.TABLE and self._here.units:
            self._table(list(strand.lines))
            return
        for line in strand.lines:
            if strand.kind is Kind.NOTE:
                self._take_note(line)
            else:
                self._take_text(line)

    def close(self) -> None:
        """Write down the tables that were gathered."""
        for table in filter(None, self._tables.values()):
            table.close()

    def _take_text(self, line: Line) -> None:
        if self._headings.take(line.text):
            self._here = self._root.child(UnitKind.SECTION, self._headings.number)
            title = self._headings.found["title"]
            self._outline.open(self._here, line.number, line.text, title)
            if found := _ARTICLES.search(title):
                last = int(found["last"] or found["first"])
                self._articles.append((range(int(found["first"]), last + 1), self._here))
        elif not self._here.units:
            raise SourceError(
                self._source.file, line.number, 'no heading such as "1. 제안경위" stands before this text'
            )
        else:
            if _ANNOUNCED.fullmatch(line.text.strip()):
                self._announcing.append(self._here)
            text = self._outline.add(self._here, line.text, line.number, cut=line.cut)
            self._call(text, len(line.text.strip()))

    def _call(self, text: str, added: int) -> None:
        """Attach the notes that the words added last call; the numbers go up one by one."""
        for found in _CALL.finditer(text, max(0, len(text) - added)):
            if int(found["number"]) == self._calls + 1:
                self._calls += 1
                self._outline.call(self._here, self._root.child(UnitKind.NOTE, found["number"]), found.end())

    def _take_note(self, line: Line) -> None:
        found = NOTE.match(line.text)
        if found and int(found["number"]) == self._notes + 1:
            self._notes += 1
            self._note = self._root.child(UnitKind.NOTE, str(self._notes))
            self._outline.open(self._note, line.number, found.group())
            self._outline.add(self._note, line.text[found.end() :], line.number, cut=line.cut)
        elif self._note is None:
            self._take_text(line)
        else:
            self._outline.add(self._note, line.text, line.number, cut=line.cut)

    def _table(self, lines: list[Line]) -> None:
        head = lines[0] if TABLE_HEAD.fullmatch(lines[0].text.strip()) else None
        if head and _OVERVIEW_HEAD.fullmatch(head.text.strip()):
            self._overview(head, lines[1:])
        elif head and (named := columns(head.text, self._work.quotes)):
            self._compare(head, lines[1:], named)
        elif self._last:
            self._last.add(lines)
        else:
            for line in lines:
                self._outline.add(self._here, line.text, line.number, cut=line.cut)

    def _compare(self, head: Line, lines: list[Line], named: list[tuple[str, Quoted]]) -> None:
        key = self._next_table(self._section_of(lines, len(named)))
        self._outline.open(key, head.number, head.text)
        table = self._tables[key] = Comparison(self._outline, self._source.file, key, named, self._quoting)
        table.add(lines)
        if len(named) > 1:
            self._last = table

    def _section_of(self, lines: list[Line], width: int) -> ProvisionId:
        if width > len(("bill", "amendment")):
            return self._announcing.popleft() if self._announcing else self._here
        found = ARTICLE.match(lines[0].text.lstrip()) if lines else None
        if found is None:
            return (self._last.key.parent if self._last else None) or self._here
        number = int(found["number"])
        return next((key for articles, key in reversed(self._articles) if number in articles), self._here)

    def _overview(self, head: Line, lines: list[Line]) -> None:
        key = self._next_table(self._announcing.popleft() if self._announcing else self._here)
        write_overview(self._outline, key, head, lines)
        self._tables[key] = None

    def _next_table(self, section: ProvisionId) -> ProvisionId:
        count = sum(key.parent == section for key in self._tables)
        return section.child(UnitKind.TABLE, str(count + 1))
