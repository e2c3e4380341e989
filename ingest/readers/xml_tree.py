"""XML as a tree of elements with their lines. The only module that knows a parser of XML.

The register's answers come over the network, so a document type or an entity is refused, not resolved.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, InputSource, Locator

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from corpus.errors import SourceError

_DEEPEST = 30


@dataclass(slots=True)
class Element:
    """An element; `line` is where it begins in the document."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    children: list["Element"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside, that of elements below included, in Unicode NFC."""
        return unicodedata.normalize("NFC", "".join(self.pieces))

    @property
    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines of the text that are not blank, with their numbers in the document."""
        numbered = enumerate(self.text.split("\n"), start=self.line)
        return ((number, line) for number, line in numbered if line.strip())

    def walk(self, *tags: str) -> Iterator["Element"]:
        """All elements of these tags below, in the order of the document."""
        for child in self.children:
            if child.tag in tags:
                yield child
            yield from child.walk(*tags)

    def said(self, tag: str) -> str:
        """The text of the first child of a tag, without white space around it; empty where there is none."""
        return next((child.text.strip() for child in self.children if child.tag == tag), "")


def parse_xml(file: str, text: str) -> Element:
    """The root of a document; raises SourceError with the line where it is no well-formed XML."""
    tree = _Tree(file)
    # What the document says of its encoding held for its bytes, before they were read as text.
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(tree)
    source = InputSource()
    source.setEncoding("utf-8")
    try:
        source.setByteStream(BytesIO(text.encode("utf-8")))
        parser.parse(source)
    except SAXParseException as error:
        line = min(error.getLineNumber() or 1, len(text.splitlines()) or 1)
        raise SourceError(file, line, f"is no well-formed XML: {error.getMessage()}") from error
    except DefusedXmlException as error:
        problem = "has a document type or an entity, which the register's texts never have; it is not read"
        raise SourceError(file, parser.getLineNumber() or 1, problem) from error
    except ValueError as error:
        raise SourceError(file, 1, f"is no XML that can be read: {error}") from error
    return tree.root


class _Tree(ContentHandler):
    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file
        self._open = [Element("", {}, 1)]
        self._place = Locator()

    @property
    def root(self) -> Element:
        return self._open[0].children[0]

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - the names SAX calls
        self._place = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        line = self._place.getLineNumber() or 1
        if len(self._open) > _DEEPEST:
            raise SourceError(self._file, line, f"has elements more than {_DEEPEST} deep")
        element = Element(name, dict(attrs.items()), line)
        self._open[-1].children.append(element)
        self._open.append(element)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802
        self._open.pop()

    def characters(self, content: str) -> None:
        for element in self._open[1:]:
            element.pieces.append(content)
