"""The grammar of the national register's Korean texts, line by line, whatever file they came in.

Articles are divided into ① paragraphs, 1. subparagraphs and 가. items; addenda restart the articles. A mark
counts where its place in the series is right, since the same signs begin lines of running text: an addendum
quotes the articles it changes, and a sentence breaks before "다.".
"""

import re
from collections.abc import Sequence

from corpus.errors import SourceError
from corpus.identifiers import ProvisionId, UnitKind
from corpus.provisions import Provision
from corpus.works import Source, Work
from ingest.readers.outline import Outline, fold
from ingest.readers.register_heads import (
    ADDENDA,
    DATED_ADDENDA,
    ArticleHead,
    addenda_article,
    addenda_number,
    annex_head,
    division,
)
from ingest.readers.register_units import LEVELS, Level, comes_next, parent_of

_BARE_ADDENDA = re.compile(r"부\s*칙")
_NOTE = re.compile(r"(?:\[[^\[\]]*\]\s*)+")


class RegisterText:
    """Takes down the provisions of one version as its lines come, with white space folded."""

    def __init__(self, work: Work, source: Source) -> None:
        self._outline = Outline(source, work)
        self._source = source
        self._root = self._top = ProvisionId(work.slug, source.versions[0])
        self._divisions: tuple[ProvisionId, ...] = ()
        self._article: ProvisionId | None = None
        self._units: Sequence[ProvisionId] = ()
        self._indent = 0
        self._bare: int | None = None
        self._stray: int | None = None

    def heading(self, number: int, line: str) -> bool:
        """Take a line that heads a division, addenda or an annex; tells whether it does."""
        if self.addenda(number, line):
            return True
        self._open_bare_addenda()
        if found := annex_head(line):
            self.annex(number, found[0], line, found[1])
            return True
        found_division = division(line, self._divisions, self._root)
        if found_division is None:
            return False
        self._divisions, title = found_division
        self._top, self._article = self._root, None
        self._open([self._divisions[-1]], number, line, title)
        self._outline.mark_deleted(self._divisions[-1], number, title)
        return True

    def addenda(self, number: int, line: str, named: str = "") -> bool:
        """Take a line that heads addenda, such as 부칙(다른 조례) <제9834호, 2025.9.29>; tells whether it does.

        `named` is the ordinance number where the line itself has none.
        """
        found = ADDENDA.fullmatch(line) or DATED_ADDENDA.fullmatch(line)
        if found is not None:
            self.begin_addenda(number, addenda_number(found, named), found["mark"])
            if found["rest"]:
                self.line(number, found["rest"])
        elif not _BARE_ADDENDA.fullmatch(line):
            return False
        elif named:
            self.begin_addenda(number, named, line)
        else:
            self._bare = number
        return True

    def begin_addenda(self, number: int, name: str, mark: str = "") -> None:
        """Begin the addenda of an ordinance number; empty where it is not told."""
        self._bare = None
        self._top, self._article = self._root.child(UnitKind.ADDENDA, name), None
        self._open([self._top], number, mark)

    def annex(self, number: int, name: str, mark: str, title: str) -> None:
        """Begin the annex of a number."""
        self._bare = None
        self._top, self._article = self._root.child(UnitKind.ANNEX, name), None
        self._open([self._top], number, mark, title)

    def article(self, number: int, line: str, head: ArticleHead) -> None:
        """Begin the article or articles that a line heads, and take the rest of the line."""
        self._open_bare_addenda()
        keys = [self._top.child(UnitKind.ARTICLE, each) for each in head.numbers]
        self._article = keys[0]
        self._open(keys, number, line[: head.end], head.title)
        if rest := line[head.end :]:
            self.line(number, rest)

    def line(self, number: int, raw: str) -> None:
        """Take any other line; how far it is indented tells what addenda quote."""
        line = fold(raw)
        if self.addenda(number, line):
            return
        self._open_bare_addenda()
        if not self._units:
            self._stray = self._stray or number
        elif self._top.units:
            self._line_of_addenda(number, raw, line)
        elif self._article is not None and _NOTE.fullmatch(line):
            self._outline.note(self._article, line)
        elif self._article is None or not self._unit(number, line):
            self._add(number, line)

    def close(self, problem: str) -> tuple[Provision, ...]:
        """All provisions; raises SourceError, with `problem` where there is none."""
        self._open_bare_addenda()
        provisions = self._outline.close(problem)
        if self._stray is not None:
            raise SourceError(self._source.file, self._stray, "words stand before the first article")
        return provisions

    def _open_bare_addenda(self) -> None:
        if self._bare is not None:
            self.begin_addenda(self._bare, "", "부칙")

    def _line_of_addenda(self, number: int, raw: str, line: str) -> None:
        head = addenda_article(line) if self._top.units[0].kind is UnitKind.ADDENDA else None
        indent = len(raw) - len(raw.lstrip())
        if head is not None and self._follows(head, indent):
            self._indent = indent
            self.article(number, line, head)
        else:
            self._add(number, line)

    def _follows(self, head: ArticleHead, indent: int) -> bool:
        """Whether a head is the next article of the addenda, and not one that an amendment quotes."""
        first, branch = _split(head.numbers[0])
        if self._article is None:
            return (first, branch) == (1, 0)
        last, last_branch = _split(self._units[-1].units[-1].number)
        following = (first, branch) == (last + 1, 0) or (first == last and branch > last_branch)
        return following and indent == self._indent

    def _unit(self, number: int, line: str) -> bool:
        """Begin the unit or units that a line of an article opens with; tells whether it does."""
        for level in LEVELS:
            numbers, end = self._numbers(level, number, line)
            if numbers and comes_next(self._units[-1], level.kind, numbers[0]):
                parent = parent_of(self._units[-1], level.kind)
                self._open([parent.child(level.kind, each) for each in numbers], number, line[:end])
                if rest := line[end:]:
                    self._add(number, rest)
                return True
        return False

    def _numbers(self, level: Level, number: int, line: str) -> tuple[tuple[str, ...], int]:
        try:
            return level.numbers(line)
        except ValueError as error:
            raise SourceError(self._source.file, number, str(error)) from error

    def _open(self, keys: Sequence[ProvisionId], number: int, mark: str, heading: str = "") -> None:
        for key in keys:
            self._outline.open(key, number, mark, heading)
        self._units = keys

    def _add(self, number: int, text: str) -> None:
        for key in self._units:
            self._outline.add_law(key, number, text)


def _split(number: str) -> tuple[int, int]:
    first, _, branch = number.partition("-")
    return int(first), int(branch or 0)
