"""Searches from the command line: what is found, as a page or as JSON Lines."""

from collections.abc import Iterator, Sequence
from datetime import date

from api.hit_schema import HitModel
from api.page import hits_page
from rag.assistant import Assistant
from rag.search.filters import read_filters

Limits = tuple[Sequence[str], Sequence[str], Sequence[str]]


def search_lines(
    assistant: Assistant, text: str, as_of: date, count: int, limits: Limits, *, neighbours: bool, as_json: bool
) -> Iterator[str]:
    """The lines for what a text finds on a day; `limits` are works, languages and standings.

    Raises QuestionError and SearchError.
    """
    works, langs, standings = limits
    law = assistant.law
    hits = assistant.search(text, as_of, count, read_filters(law.works.values(), works, langs, standings))
    if as_json:
        return (HitModel.of(hit, law, as_of, neighbours=neighbours).model_dump_json() for hit in hits)
    return hits_page(law, hits, neighbours=neighbours)
