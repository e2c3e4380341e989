"""The grain of what is found: of a list and its entries, the one that answers comes first."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.identifiers import ProvisionId, is_list_entry
from rag.search.hit import Hit

_AS_FULL, _CLOSE, _STANDS_OUT = 0.92, 0.7, 1.03


def settled(hits: Sequence[Hit], *, listing: bool) -> list[Hit]:
    """The hits, best first; unless a list is asked for, before a list the one entry that says as much as it."""
    if listing:
        return list(hits)
    entries = _entries_by_list(hits)
    chosen = {
        whole.id: entry
        for whole in hits
        if whole.id in entries and (entry := _entry_that_answers(whole, entries[whole.id])) is not None
    }
    raised = {entry.id for entry in chosen.values()}
    settled = []
    for hit in hits:
        if hit.id in chosen:
            settled.append(replace(chosen[hit.id], score=hit.score))
        if hit.id not in raised:
            settled.append(hit)
    return settled


def _entry_that_answers(whole: Hit, entries: Sequence[Hit]) -> Hit | None:
    """The entry of a list that meets the question about as fully as the list does, unless others do as well."""
    first, *others = entries
    if first.score >= whole.score:
        return None
    full = first.coverage >= _AS_FULL * whole.coverage and first.score >= _CLOSE * whole.score
    return first if full and all(first.score >= _STANDS_OUT * each.score for each in others) else None


def _entries_by_list(hits: Sequence[Hit]) -> dict[ProvisionId, list[Hit]]:
    """The entries of each list among the hits, in their order."""
    entries: dict[ProvisionId, list[Hit]] = {}
    for hit in hits:
        if is_list_entry(hit.id) and hit.id.parent is not None:
            entries.setdefault(hit.id.parent, []).append(hit)
    return entries
