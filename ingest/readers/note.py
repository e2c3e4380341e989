"""Reads a background note of our own: Markdown with numbered `## 1. …` sections."""

import re

from corpus.identifiers import ProvisionId, UnitKind
from corpus.provisions import Provision
from corpus.works import Source, Work
from ingest.readers.outline import Outline

_SECTION = re.compile(r"## (?P<mark>(?P<number>\d+)\. (?P<title>\S.*))")


def read(work: Work, source: Source, text: str) -> tuple[Provision, ...]:
    """All sections of the note; raises SourceError."""
    outline, here = Outline(source), None
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _SECTION.fullmatch(line.strip()):
            here = ProvisionId(work.slug).child(UnitKind.SECTION, found["number"])
            outline.open(here, number, found["mark"], found["title"])
        elif here is not None and line.strip():
            outline.add(here, line)
    return outline.close('no section such as "## 1. …"')
