"""Whether a citation stands in the documents, read from the files themselves and by nothing of the program.

A quote must stand word for word (Unicode NFC, white space folded) in a document of its work; that of an article
behind the head of an article of its number and before the next head, and that of a paragraph or subparagraph between
its mark and the next. Reports were taken from PDFs that break words and put the foot of a page between them: there
white space is left out, and a quote is made of long pieces that stand in the document in the same order.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

REPORTS = ("report.ko.txt", "note.en.md")
HEADS = {
    "en": r"Article (\d+)(?:-(\d+))? ?(?=\([A-Za-z\"“]|Deleted)|ADDENDA",
    "ko": r"제(\d+)조(?:의(\d+))? ?(?=\([가-힣]|삭제)|부칙",
}
PIECE = 12
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def fold(text: str) -> str:
    """The text in NFC with white space folded."""
    return " ".join(unicodedata.normalize("NFC", text).split())


class Documents:
    """The files of a folder of texts, by work, and others that are given by the id of their work."""

    def __init__(self, texts: Path, others: Mapping[str, Path]) -> None:
        self._texts, self._others = texts, others

    def faults(self, key: str, quote: str, lang: str) -> list[str]:
        """What is wrong with a quote under an id in a language; nothing if all is right."""
        head, *units = key.split("/")
        work, _, version = head.partition("@")
        files = [file for file in self._files(work) if self._is_of(file, version, lang)]
        if not files:
            return [f"{key}: no document"]
        if not fold(quote):
            return [f"{key}: empty quote"]
        if any(self._holds(file, units, quote, lang) for file in files):
            return []
        return [f"{key}: not in {', '.join(file.name for file in files)}: {quote[:80]!r}"]

    def _files(self, work: str) -> list[Path]:
        if work in self._others:
            return [self._others[work]]
        return [file for file in sorted((self._texts / work).glob("*")) if file.suffix in (".txt", ".md")]

    def _is_of(self, file: Path, version: str, lang: str) -> bool:
        if file in self._others.values():
            return version in file.name and lang == "ko"
        return f".{lang}." in file.name and version in file.name

    def _holds(self, file: Path, units: list[str], quote: str, lang: str) -> bool:
        text = fold(file.read_text(encoding="utf-8"))
        if file.name in REPORTS:
            return _in_pieces("".join(quote.split()), "".join(text.split()))
        number = re.fullmatch(r"art-(\d+)(?:-(\d+))?", units[0])
        if number is None:
            return fold(quote) in text
        return any(self._stands(part, units[1:], fold(quote)) for part in _articles(text, number.groups(), lang))

    def _stands(self, part: str, units: list[str], quote: str) -> bool:
        """Whether the quote is in the part of an article, behind the mark of its paragraph or subparagraph."""
        kind, _, n = units[-1].partition("-") if units else ("", "", "")
        if not n.isdigit() or kind not in ("para", "sub"):
            return quote in part
        number = int(n)
        for own, following in _marks(kind, number):
            for start in re.finditer(re.escape(own), part):
                end = part.rfind(following, start.end())  # the mark itself, and not a reference to it
                if quote in part[start.start() : end if end >= 0 else len(part)]:
                    return True
        return False


def _marks(kind: str, number: int) -> Iterator[tuple[str, str]]:
    """The marks of a unit and of the one after it, in either language."""
    if kind == "para":
        yield f"({number})", f"({number + 1}) "
        yield CIRCLED[number - 1], CIRCLED[number]
    else:
        yield f" {number}. ", f" {number + 1}. "


def _in_pieces(quote: str, text: str) -> bool:
    at = 0
    while quote:
        length = min(PIECE, len(quote))
        found = text.find(quote[:length], at)
        if found < 0:
            return False
        while length < len(quote) and text.startswith(quote[: length + 1], found):
            length += 1
        quote, at = quote[length:], found + length
    return True


def _articles(text: str, number: tuple[str | None, ...], lang: str) -> Iterator[str]:
    heads = list(re.finditer(HEADS[lang], text))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        named = [each for each in head.groups() if each]
        if named == [each for each in number if each]:
            yield text[head.start() : following.start() if following else len(text)]
