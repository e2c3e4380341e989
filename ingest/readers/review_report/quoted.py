"""Articles of a statute or bill that a report quotes, as provisions of that work inside the report."""

import re
import unicodedata

from corpus.identifiers import ProvisionId, UnitKind
from corpus.labels import ITEM_LETTERS
from ingest.readers.outline import Outline
from ingest.readers.review_report.lines import Line

ARTICLE = re.compile(r"제(?P<number>\d{1,4})조(?:의(?P<branch>\d{1,3}))?\s?\((?P<title>[^)]*)\)\s*")
SUBPARAGRAPH = re.compile(r"(?P<number>\d{1,3})(?:의(?P<branch>\d{1,3}))?\.\s?(?=[^\s\d∼~])")
_ITEM = re.compile(rf"(?P<letter>[{ITEM_LETTERS}])\.\s(?=[^\s∼~])")


class QuotedArticles:
    """The articles of one quoted work, below its id; takes them line by line."""

    def __init__(self, outline: Outline, root: ProvisionId) -> None:
        self._outline = outline
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
            self._article = self._here = self.root.child(UnitKind.ARTICLE, _numbered(found))
            self._outline.open(self._here, line.number, found.group(), found["title"])
            self.take(Line(line.number, text[found.end() :], line.cut))
        elif self._article is not None and unicodedata.category(text[:1] or " ") == "No":
            number = str(int(unicodedata.numeric(text[0])))
            self._begin(self._article.child(UnitKind.PARAGRAPH, number), line, text, 1)
        elif self._article is not None and (found := SUBPARAGRAPH.match(text)):
            head = self._above(UnitKind.SUBPARAGRAPH, UnitKind.ITEM)
            self._begin(head.child(UnitKind.SUBPARAGRAPH, _numbered(found)), line, text, found.end())
        elif self._article is not None and (found := _ITEM.match(text)):
            letter = str(ITEM_LETTERS.index(found["letter"]) + 1)
            self._begin(self._above(UnitKind.ITEM).child(UnitKind.ITEM, letter), line, text, found.end())
        else:
            self._outline.add(self._here, text, line.number, cut=line.cut)

    def _begin(self, key: ProvisionId, line: Line, text: str, end: int) -> None:
        self._here = key
        self._outline.open(key, line.number, text[:end])
        self._outline.add(key, text[end:], line.number, cut=line.cut)

    def _above(self, *kinds: UnitKind) -> ProvisionId:
        unit = self._here
        while unit.units[-1].kind in kinds and unit.parent is not None:
            unit = unit.parent
        return unit


def _numbered(found: re.Match[str]) -> str:
    return "-".join(filter(None, (found["number"], found["branch"])))
