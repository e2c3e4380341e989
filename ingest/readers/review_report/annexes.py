"""The annexes of a report: statutes quoted in full, lists, and an outline of sections."""

import re
from collections.abc import Sequence

from corpus.errors import SourceError
from corpus.identifiers import ProvisionId, UnitKind
from corpus.tables import Row, Table
from corpus.works import Source, Work
from ingest.readers.outline import Outline, fold
from ingest.readers.review_report.headings import Headings
from ingest.readers.review_report.lines import Line
from ingest.readers.review_report.lists import ListForm, form_of
from ingest.readers.review_report.quoted import ARTICLE, QuotedArticles

HEAD = re.compile(r"붙임(?P<number>\d{1,2}) (?P<title>\S.*)")
_QUOTED = re.compile(r"■\s*「(?P<name>[^」]+)」")
_UNIT = re.compile(r"\(단위\s*:\s*(?P<unit>[^)]+)\)")


class Annexes:
    """Takes the lines of all annexes, in order; `close` when there are no more."""

    def __init__(self, work: Work, source: Source, outline: Outline) -> None:
        self._slugs = {_plain(quoted.name_ko): quoted.slug for quoted in work.quotes}
        self._source = source
        self._outline = outline
        self._root = self._here = ProvisionId(work.slug)
        self._headings = Headings()
        self._quoting: list[QuotedArticles] = []
        self._lists: dict[ListForm, tuple[ProvisionId, list[Line]]] = {}
        self._list: ListForm | None = None
        self._unit = ""

    def take(self, line: Line) -> None:
        """Add a line."""
        if found := HEAD.fullmatch(line.text.strip()):
            self._begin(line, found)
        elif form := form_of(line.text):
            self._begin_list(line, form)
        elif found := _QUOTED.match(line.text):
            self._quote(line, found["name"])
        elif self._headings.take(line.text):
            self._begin_section(line)
        elif self._list:
            self._lists[self._list][1].append(line)
        elif self._quoting:
            self._article(line)
        else:
            self._unit = (_UNIT.search(line.text) or {"unit": self._unit})["unit"]
            self._outline.add(self._here, line.text, line.number, cut=line.cut)

    def close(self) -> None:
        """Write down the lists of the annex that ends."""
        for form, (key, lines) in self._lists.items():
            tabulate(self._outline, key, lines, form, self._unit)
        self._lists, self._list, self._unit = {}, None, ""

    def _begin(self, line: Line, found: re.Match[str]) -> None:
        self.close()
        self._here = self._root = ProvisionId(self._root.work).child(UnitKind.ANNEX, found["number"])
        self._outline.open(self._here, line.number, line.text, found["title"])
        self._headings, self._quoting = Headings(), []

    def _begin_list(self, line: Line, form: ListForm) -> None:
        self._list = form
        if form not in self._lists:
            key = self._here.child(UnitKind.TABLE, str(len(self._lists) + 1))
            self._outline.open(key, line.number, "")
            self._lists[form] = (key, [])
        self._lists[form][1].append(line)

    def _begin_section(self, line: Line) -> None:
        self._list = None
        found = self._headings.found
        self._here = self._root.child(UnitKind.SECTION, self._headings.number)
        if self._headings.depth == 1:
            self._outline.open(self._here, line.number, line.text, found["title"])
            return
        # In an annex the letters number sentences, not headings.
        self._outline.open(self._here, line.number, line.text[: found.start("title")])
        self._outline.add(self._here, found["title"], line.number, cut=line.cut)

    def _quote(self, line: Line, name: str) -> None:
        slug = self._slugs.get(_plain(name))
        if slug is None:
            problem = f"「{name}」 is quoted, but works.toml names no such work under work.quoted of this report"
            raise SourceError(self._source.file, line.number, problem)
        root = self._root.child(UnitKind.QUOTED, slug)
        self._outline.open(root, line.number, line.text, name)
        waiting = self._quoting if self._quoting and self._quoting[-1].last_article == 0 else []
        self._quoting = [*waiting, QuotedArticles(self._outline, self._source.file, root)]

    def _article(self, line: Line) -> None:
        """Where titles stand together, the articles go on with the next one when their numbers begin anew."""
        found = ARTICLE.match(line.text)
        if found and len(self._quoting) > 1 and int(found["number"]) <= self._quoting[0].last_article:
            self._quoting = self._quoting[1:]
        self._quoting[0].take(line)


def tabulate(outline: Outline, key: ProvisionId, lines: Sequence[Line], form: ListForm, unit: str) -> None:
    """Write the lines of a list down as a table; each row keeps its words as they stand in the text."""
    spans: dict[Line, tuple[int, int]] = {}
    text = ""
    for line in lines:
        begin = len(text) + (1 if text else 0)
        text = outline.add(key, line.text, line.number, cut=line.cut)
        spans[line] = (begin, len(text))
    rows = []
    for printed in form.rows([line for line in lines if not form.begins.match(line.text.strip())]):
        begin, end = spans[printed.lines[0]][0], spans[printed.lines[-1]][1]
        rows.append(Row(printed.cells, fold(text[begin:end])))
    outline.tabulate(key, Table(form.head, tuple(rows), unit))


def _plain(name: str) -> str:
    return re.sub(r"[\s·ㆍ]", "", name)
