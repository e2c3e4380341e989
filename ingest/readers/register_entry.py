"""What a document of the register says of itself: which ordinance it is, in which version."""

import re
from collections.abc import Mapping
from datetime import date

from corpus.errors import SourceError
from corpus.register import Entry
from ingest.readers.front_matter import Field, fields
from ingest.readers.register_xml import basics

_DAY = re.compile(r"(\d{4})(?:(\d{2})(\d{2})|[-.]\s*(\d{1,2})[-.]\s*(\d{1,2})\.?)", re.ASCII)
_UNWORDED = "parsing-failed"


def entry_of(file: str, text: str, reader: str) -> Entry:
    """The version that a document of a form holds; raises SourceError where it does not say so."""
    told = fields(file, text) if reader == "register_markdown" else basics(file, text)
    return _Head(file, told).entry()


class _Head:
    def __init__(self, file: str, told: Mapping[str, Field]) -> None:
        self._file, self._told = file, told

    def entry(self) -> Entry:
        register_id = self._needed("자치법규ID")
        if not re.fullmatch(r"[0-9]{1,12}", register_id.value):
            raise self._wrong("자치법규ID", register_id, "digits such as 2254786")
        effective = self._day("시행일자", self._needed("시행일자"))
        return Entry(
            register_id=register_id.value,
            name=self._needed("자치법규명").value,
            agency=self._said("지자체기관명").value,
            effective=effective,
            promulgated=self._promulgated(effective),
            number=self._number(),
            amended=self._said("제개정구분").value or self._said("제개정정보").value,
            worded=self._said("본문출처").value != _UNWORDED,
        )

    def _promulgated(self, effective: date) -> date:
        """The day of promulgation as the register had it: what cannot be a date in the file was put right there."""
        raw = self._said("공포일자원문")
        told = raw if _DAY.fullmatch(raw.value) else self._said("공포일자")
        return self._day("공포일자", told) if told.value else effective

    def _number(self) -> str:
        told = self._said("공포번호")
        if not re.fullmatch(r"[0-9]{0,9}", told.value):
            raise self._wrong("공포번호", told, "digits such as 9834")
        return told.value.lstrip("0")

    def _said(self, key: str) -> Field:
        return self._told.get(key, Field("", 1))

    def _needed(self, key: str) -> Field:
        told = self._said(key)
        if not told.value:
            raise SourceError(self._file, told.line, f"does not say its {key}")
        return told

    def _day(self, key: str, told: Field) -> date:
        found = _DAY.fullmatch(told.value)
        try:
            return date(*(int(part) for part in (found.groups() if found else ()) if part))
        except (TypeError, ValueError) as error:
            raise self._wrong(key, told, "a day such as 2025-09-29") from error

    def _wrong(self, key: str, told: Field, expected: str) -> SourceError:
        return SourceError(self._file, told.line, f"{key} is {told.value[:40]!r}; expected {expected}")
