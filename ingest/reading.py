"""From the stored documents to the law: every source read by its reader, both languages joined."""

from collections.abc import Callable, Iterable
from functools import cache

from corpus.manifest import load_works, read_source
from corpus.provisions import Law, Provision
from corpus.works import Source, Work
from ingest.readers import bureau_report, english_ordinance, note, register_markdown, review_report

Reader = Callable[[Work, Source, str], tuple[Provision, ...]]

READERS: dict[str, Reader] = {
    "english_ordinance": english_ordinance.read,
    "register_markdown": register_markdown.read,
    "review_report": review_report.read,
    "bureau_report": bureau_report.read,
    "note": note.read,
}


@cache
def read_law() -> Law:
    """The law as the package carries it; raises SourceError when a document is not as declared."""
    works = load_works()
    read = (READERS[source.reader](work, source, read_source(source)) for work in works for source in work.sources)
    return Law(works, join_renditions(provision for provisions in read for provision in provisions))


def join_renditions(provisions: Iterable[Provision]) -> list[Provision]:
    """One provision for each id, with the renditions of all that share it, grouped by version."""
    joined: dict[str, Provision] = {}
    for each in provisions:
        key = str(each.id)
        if key in joined:
            first = joined[key]
            each = Provision(each.id, first.renditions + each.renditions, first.deleted or each.deleted)
        joined[key] = each
    order = {provision.id.work: place for place, provision in enumerate(joined.values())}
    return sorted(joined.values(), key=lambda p: (order[p.id.work], str(p.id.version or "")))
