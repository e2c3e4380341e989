"""Definitions among what was found: the one of the very term that a question asks about goes first."""

import re
from collections.abc import Sequence

from corpus.identifiers import ProvisionId
from corpus.naming import fold_name
from corpus.provisions import Law
from corpus.works import Lang
from rag.search.hit import Hit

_DEFINED = re.compile(
    r"^(?:The term )?[\"“‘']([^\"”’']{1,60})[\"”’'](?:\s?\([^)]*\))?\s?"
    r"(?:이?란|이?라 함은|refers? to|means?|shall mean)"
)


def defined_first(law: Law, text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits; where the first defines a term that is not asked about, before it the one of the longest that is."""
    asked = fold_name(text)
    if not hits or not _terms(law, hits[0]):
        return list(hits)
    lengths = [max((len(term) for term in _terms(law, hit) if term in asked), default=0) for hit in hits]
    best = max(range(len(hits)), key=lambda at: (lengths[at], -at))
    return [hits[best], *hits[:best], *hits[best + 1 :]]


def term_defined(law: Law, key: ProvisionId, lang: Lang) -> str:
    """The term that a provision defines, as it is written in a language; empty where it defines none."""
    found = [_DEFINED.match(each.text) for each in law.provision(key).renditions if each.lang == lang]
    return next((each[1].strip() for each in found if each), "")


def _terms(law: Law, hit: Hit) -> list[str]:
    """The term that a provision defines, in each language; none where it defines none."""
    found = (_DEFINED.match(each.text) for each in law.provision(hit.id).renditions)
    return [fold_name(each[1]) for each in found if each]
