"""Reads an ordinance in the national register's Markdown form: `##### 제14조 (회의)`, ①, 1., 가."""

import unicodedata

from corpus.errors import SourceError
from corpus.provisions import Provision
from corpus.works import Source, Work
from ingest.readers.front_matter import body
from ingest.readers.outline import fold
from ingest.readers.register_heads import article_head
from ingest.readers.register_lines import RegisterText

_ARTICLE, _TITLE = "##### ", "# "


def read(work: Work, source: Source, text: str) -> tuple[Provision, ...]:
    """All provisions of the file, which holds one version; raises SourceError."""
    register, begun = RegisterText(work, source), False
    for number, line in body(unicodedata.normalize("NFC", text)):
        heading = fold(line.lstrip("#"))
        head = article_head(heading) if line.startswith(_ARTICLE) else None
        if head is not None:
            register.article(number, heading, head)
        elif not line.startswith("#"):
            register.line(number, line)
        elif not register.heading(number, heading) and (begun or not line.startswith(_TITLE)):
            raise SourceError(source.file, number, f"{heading[:60]!r} is no heading that is known")
        begun = True
    return register.close('no line begins with "##### 제1조"')
