"""Articles of a statute or bill that a report quotes, as provisions of that work inside the report."""

import re

from corpus.errors import SourceError
from corpus.identifiers import ProvisionId, UnitKind
from ingest.readers.outline import Outline
from ingest.readers.register_heads import NUMBER, numbered
from ingest.readers.register_units import LEVELS, comes_next, parent_of
from ingest.readers.review_report.lines import Line

ARTICLE = re.compile(rf"제(?P<number>{NUMBER})조(?:의(?P<branch>{NUMBER}))?\s?\((?P<title>[^)]*)\)\s*")
# Not entries of their own: "1. ∼ 7. (제정안과 같음)", "가. ~ 차. (생략)".
_RANGE = re.compile(r"\S{1,3}\.\s*[∼~]")


class QuotedArticles:
    """The articles of one quoted work, below its id; takes them line by line."""

    def __init__(self, outline: Outline, file: str, root: ProvisionId) -> None:
        self._outline, self._file = outline, file
        self.root = root
        self._article: ProvisionId | None = None
        self._here = root

    @property
    def last_article(self) -> int:
        """The number of the article taken last; 0 before the first."""
        return int(self._article.units[-1].number.partition("-")[0]) if self._article else 0

    def take(self, line: Line) -> None:
        """Add a line: it begins an article, paragraph, subparagraph or item, or goes on with the last one."""
        text = line.text.lstrip()
        if found := ARTICLE.match(text):
            self._article = self._here = self.root.child(UnitKind.ARTICLE, numbered(found))
            self._outline.open(self._here, line.number, found.group(), found["title"])
            self.take(Line(line.number, text[found.end() :], line.cut))
        elif self._article is None or _RANGE.match(text) or not self._begins_unit(line, text):
            self._outline.add(self._here, text, line.number, cut=line.cut)

    def _begins_unit(self, line: Line, text: str) -> bool:
        for level in LEVELS:
            try:
                numbers, end = level.numbers(text)
            except ValueError as error:
                raise SourceError(self._file, line.number, str(error)) from error
            if len(numbers) == 1 and comes_next(self._here, level.kind, numbers[0]):
                self._here = parent_of(self._here, level.kind).child(level.kind, numbers[0])
                self._outline.open(self._here, line.number, text[:end])
                self._outline.add(self._here, text[end:], line.number, cut=line.cut)
                return True
        return False
