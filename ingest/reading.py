"""From the documents to the law: every source read by its reader, both languages joined."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from corpus.errors import SourceError
from corpus.identifiers import UnitKind
from corpus.manifest import load_works, read_source
from corpus.provisions import Law, Provision, Rendition
from corpus.register import enrol, with_amendments
from corpus.works import Authority, Source, Work
from ingest.law_folder import Document, catalogued, documents, shown
from ingest.readers import bureau_report, english_ordinance, note, register_markdown, register_xml, review_report

Reader = Callable[[Work, Source, str], tuple[Provision, ...]]

READERS: dict[str, Reader] = {
    "english_ordinance": english_ordinance.read,
    "register_markdown": register_markdown.read,
    "register_xml": register_xml.read,
    "review_report": review_report.read,
    "bureau_report": bureau_report.read,
    "note": note.read,
}
_DOTS = re.compile("[·‧․・]")
_RANKS = {authority: rank for rank, authority in enumerate(Authority)}


def read_law(folders: Iterable[Path] = ()) -> Law:
    """The law as the package carries it, with the official texts of the folders in place of what they supersede.

    Raises SourceError, naming the file, when a document is not as declared or two say different things of
    one version; nothing is read then.
    """
    return _read(documents(folders))


@lru_cache(maxsize=8)
def _read(found: tuple[Document, ...]) -> Law:
    works, provisions = enrol(load_works(), map(catalogued, found)), []
    read: list[Work] = []
    for work in works:
        texts = _without_copies([(source, _provisions(work, source)) for source in work.sources])
        official = [each for source, text in texts if source.folder for each in text]
        marks = [each.renditions[0].mark for each in official if each.id.units[-1].kind is UnitKind.ADDENDA]
        read.append(with_amendments(replace(work, sources=tuple(source for source, _ in texts)), marks))
        provisions += [each for _, text in texts for each in text]
    return Law(read, join_renditions(provisions))


def _provisions(work: Work, source: Source) -> tuple[Provision, ...]:
    try:
        return READERS[source.reader](work, source, read_source(source))
    except SourceError as error:
        if not source.folder:
            raise
        raise SourceError(_place(source), error.line, error.problem) from error


def _without_copies(texts: list[tuple[Source, tuple[Provision, ...]]]) -> list[tuple[Source, tuple[Provision, ...]]]:
    """The texts, each version from the folders once; raises SourceError where two files of a version differ."""
    kept: dict[object, tuple[Source, tuple[Provision, ...]]] = {}
    for source, text in texts:
        key: object = source.versions if source.folder else source.file
        first, held = kept.setdefault(key, (source, text))
        if _words(held) != _words(text):
            other = f"{source.versions[0]} has other words in {_place(first)}; take one of the two away"
            raise SourceError(_place(source), 1, f"the version of {other}")
    return list(kept.values())


def _words(text: Iterable[Provision]) -> str:
    """All that a text says but for white space and the kind of dots, annexes and bare heads, which the forms vary."""
    said = [each.renditions[0] for each in text if each.id.units[0].kind is not UnitKind.ANNEX]
    marks = (f"{'' if each.mark == '부칙' else each.mark}{each.text}{each.history}" for each in said)
    return _DOTS.sub("ㆍ", "".join("".join(marks).split()))


def _place(source: Source) -> str:
    return shown(Path(source.folder) / source.file)


def join_renditions(provisions: Iterable[Provision]) -> list[Provision]:
    """One provision for each id, grouped by version, in the order of the most authoritative text.

    Where the official text of a version is there, nothing of our rendition of that version is kept.
    """
    every = list(_without_superseded(list(provisions)))
    order: dict[str, int] = {}
    for each in every:
        order.setdefault(each.id.work, len(order))
    joined: dict[str, Provision] = {}
    for each in sorted(every, key=lambda p: (order[p.id.work], str(p.id.version or ""), _rank(p.renditions[0]))):
        first = joined.setdefault(str(each.id), each)
        more = tuple(other for other in each.renditions if not first.speaks(other.lang))
        joined[str(each.id)] = Provision(each.id, first.renditions + more, first.deleted or each.deleted)
    return list(joined.values())


def _without_superseded(provisions: list[Provision]) -> Iterator[Provision]:
    official = {
        (each.id.work, each.id.version, words.lang)
        for each in provisions
        for words in each.renditions
        if words.authority is Authority.OFFICIAL
    }
    for each in provisions:
        words = each.renditions[0]
        ours = words.authority is Authority.UNOFFICIAL_RENDITION
        if not (ours and (each.id.work, each.id.version, words.lang) in official):
            yield each


def _rank(rendition: Rendition) -> int:
    return _RANKS[rendition.authority]
