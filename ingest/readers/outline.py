"""What all readers share: provisions taken down in reading order, with the text gathered line by line."""

import re
from dataclasses import dataclass, field
from datetime import date

from corpus.amendments import deletion
from corpus.errors import SourceError
from corpus.identifiers import ProvisionId
from corpus.provisions import Call, Provision, Rendition
from corpus.tables import Table
from corpus.works import Source, Work


def fold(text: str) -> str:
    """The text with every run of white space as one blank, and none at the ends."""
    return re.sub(r"\s+", " ", text).strip()


@dataclass(slots=True)
class _Entry:
    id: ProvisionId
    line: int
    mark: str
    heading: str
    deleted: date | None = None
    history: str = ""
    text: str = ""
    cut: bool = False
    pieces: list[tuple[int, int]] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    table: Table | None = None

    def add(self, words: str, line: int | None, *, cut: bool) -> None:
        """Join words to the text: with a blank, unless the line before was cut within a word."""
        if not words:
            return
        self.text += "" if self.cut or not self.text else " "
        if line is not None:
            self.pieces.append((line, len(self.text)))
        self.text += words
        self.cut = cut


class Outline:
    """The provisions of one source so far; the reader opens them in order and adds lines to them."""

    def __init__(self, source: Source, work: Work | None = None) -> None:
        self._source = source
        self._effect = work.effect if work else lambda day: day
        self._entries: dict[ProvisionId, _Entry] = {}

    def open(self, key: ProvisionId, line: int, mark: str, heading: str = "") -> None:
        """Begin a provision; raises SourceError when the source has it already."""
        if key in self._entries:
            first = self._entries[key].line
            raise SourceError(self._source.file, line, f"{key} begins again; it began on line {first}")
        self._entries[key] = _Entry(key, line, mark, fold(heading))

    def add(self, key: ProvisionId, text: str, line: int | None = None, *, cut: bool = False) -> str:
        """Add words to a provision and give its text so far; `cut`: the last word goes on in the next words added."""
        self._entries[key].add(fold(text), line, cut=cut)
        return self._entries[key].text

    def call(self, key: ProvisionId, note: ProvisionId, at: int) -> None:
        """Record that a provision calls a footnote after so many characters of its text."""
        self._entries[key].calls.append(Call(note, at))

    def tabulate(self, key: ProvisionId, table: Table) -> None:
        """Give a provision the table that its words are."""
        self._entries[key].table = table

    def add_law(self, key: ProvisionId, line: int, text: str) -> None:
        """Add words of an ordinance, whose first may say that the provision is deleted; raises SourceError."""
        if not self._entries[key].text:
            self.mark_deleted(key, line, text)
        self._entries[key].add(fold(text), line, cut=False)

    def mark_deleted(self, key: ProvisionId, line: int, text: str) -> None:
        """Mark a provision as deleted where words say so, on the day that took effect; raises SourceError."""
        try:
            day = deletion(text.strip())
        except ValueError as error:
            raise SourceError(self._source.file, line, f"{text.strip()} names a day that no calendar has") from error
        # The note gives the day of promulgation, which is not always the day of effect.
        self._entries[key].deleted = self._effect(day) if day else None

    def note(self, key: ProvisionId, text: str) -> None:
        """Add a bracketed note of amendment that follows a provision's units."""
        self._entries[key].history = fold(f"{self._entries[key].history} {text}")

    def close(self, problem: str) -> tuple[Provision, ...]:
        """All provisions in reading order; raises SourceError with `problem` when there is none."""
        if not self._entries:
            raise SourceError(self._source.file, 1, problem)
        return tuple(self._provision(entry) for entry in self._entries.values())

    def _provision(self, entry: _Entry) -> Provision:
        rendition = Rendition(
            lang=self._source.lang,
            authority=self._source.authority,
            mark=fold(entry.mark),
            heading=entry.heading,
            text=entry.text,
            source=self._source.file,
            line=entry.line,
            history=entry.history,
            pieces=tuple(entry.pieces),
            calls=tuple(entry.calls),
            table=entry.table,
        )
        return Provision(entry.id, (rendition,), entry.deleted)
