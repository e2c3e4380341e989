"""Reads an ordinance as the register's open API gives it: `LawService` with `조문/조`, `부칙` and `별표`.

An article comes with its number, its title and its text, which begins with both; they are taken from the same
element and must agree. Addenda come as 부칙내용 after their 부칙공포번호, in a 부칙단위 each or all in one 부칙.
An annex without text (a file to download) and a form to fill in hold no provision.
"""

from collections.abc import Mapping

from corpus.errors import SourceError
from corpus.provisions import Provision
from corpus.works import Source, Work
from ingest.readers.front_matter import Field
from ingest.readers.outline import fold
from ingest.readers.register_heads import ArticleHead, annex_head, article_head_of
from ingest.readers.register_lines import RegisterText
from ingest.readers.xml_tree import Element, parse_xml

ROOT = "LawService"
_BASICS = "자치법규기본정보"
_NUMBER, _BRANCH = slice(0, 4), slice(4, 6)


def basics(file: str, text: str) -> Mapping[str, Field]:
    """What the document says of the ordinance and its version; raises SourceError."""
    for element in law_service(file, text).walk(_BASICS):
        return {each.tag: Field(each.text.strip(), each.line) for each in element.children}
    raise SourceError(file, 1, f"has no {_BASICS}, which names the ordinance")


def law_service(file: str, text: str) -> Element:
    """The root of the document; raises SourceError where it is another document."""
    root = parse_xml(file, text)
    if root.tag != ROOT:
        raise SourceError(file, root.line, f"is no text of an ordinance: its root is {root.tag[:40]}, not {ROOT}")
    return root


def read(work: Work, source: Source, text: str) -> tuple[Provision, ...]:
    """All provisions of the document, which holds one version; raises SourceError."""
    reading = _Reading(work, source)
    for element in law_service(source.file, text).walk("조", "부칙공포번호", "부칙내용", "별표단위"):
        reading.take(element)
    return reading.register.close("no article (조문/조) with text")


class _Reading:
    def __init__(self, work: Work, source: Source) -> None:
        self.register = RegisterText(work, source)
        self._file = source.file
        self._promulgated = ""

    def take(self, element: Element) -> None:
        """Read an article or heading, addenda or an annex."""
        match element.tag:
            case "조":
                self._article(element)
            case "부칙공포번호":
                self._promulgated = element.text.strip().lstrip("0")
            case "부칙내용":
                self._addenda(element)
            case _:
                self._annex(element)

    def _article(self, element: Element) -> None:
        lines = [each for child in element.walk("조내용") for each in child.lines]
        if element.said("조문여부") == "N":
            for number, line in lines:
                if not self.register.heading(number, fold(line)):
                    raise SourceError(self._file, number, f"{fold(line)[:60]!r} is no heading that is known")
        elif lines:
            (number, first), *rest = lines
            self.register.article(number, fold(first), self._head(element, number, fold(first)))
            for number, line in rest:
                self.register.line(number, line)

    def _head(self, element: Element, number: int, line: str) -> ArticleHead:
        """The head of the article, by its text; raises SourceError where its number says otherwise."""
        told = element.attributes.get("조문번호") or element.said("조문번호")
        if not told.isdigit() or len(told) != _BRANCH.stop:
            problem = f"조문번호 is {told[:20]!r}; expected six digits such as 000702"
            raise SourceError(self._file, element.line, problem)
        branch = int(told[_BRANCH])
        wanted = f"{int(told[_NUMBER])}-{branch}" if branch else str(int(told[_NUMBER]))
        head = article_head_of(line, wanted, fold(element.said("조제목")))
        if head is None:
            raise SourceError(self._file, number, f"조문번호 {told} is Article {wanted}, but its text is {line[:30]!r}")
        return head

    def _addenda(self, element: Element) -> None:
        named, self._promulgated = self._promulgated, ""
        for at, (number, line) in enumerate(element.lines):
            if at == 0 and not self.register.addenda(number, fold(line), named):
                self.register.begin_addenda(number, named)
                self.register.line(number, line)
            elif at:
                self.register.line(number, line)

    def _annex(self, element: Element) -> None:
        title = fold(element.said("별표제목"))
        lines = [each for child in element.walk("별표내용") for each in child.lines]
        head = annex_head(title)
        if head is None and element.said("별표구분") == "별표":
            told = element.said("별표번호")
            head = (str(int(told) or 1) if told.isdigit() else "1", title)
        if lines and head is not None:
            self.register.annex(element.line, head[0], title, head[1])
            for number, line in lines:
                self.register.line(number, line)
