"""Reads a council expert's review report (검토보고서) as text extracted from a PDF.

`lines` are what the PDF left, `strands` takes text, notes and tables apart, `opinion` reads the report itself,
`annexes` what is attached; `headings`, `columns`, `comparisons`, `lists` and `quoted` know one form each.
"""

from collections.abc import Iterable

from corpus.provisions import Provision
from corpus.works import Source, Work
from ingest.readers.outline import Outline
from ingest.readers.review_report.annexes import HEAD, Annexes
from ingest.readers.review_report.lines import Block, blocks
from ingest.readers.review_report.opinion import Opinion
from ingest.readers.review_report.strands import strands


def read(work: Work, source: Source, text: str) -> tuple[Provision, ...]:
    """All sections, notes, tables, annexes and quoted provisions; raises SourceError."""
    outline = Outline(source)
    report, attached = _parted(blocks(source, text))
    opinion = Opinion(work, source, outline)
    for strand in strands(report):
        opinion.take(strand)
    opinion.close()
    annexes = Annexes(work, source, outline)
    for block in attached:
        for line in block.lines:
            annexes.take(line)
    annexes.close()
    return outline.close('no heading such as "1. 제안경위"')


def _parted(found: Iterable[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks before the first annex, and those from it on."""
    whole = list(found)
    first = next((n for n, block in enumerate(whole) if HEAD.fullmatch(block.lines[0].text.strip())), len(whole))
    return whole[:first], whole[first:]
