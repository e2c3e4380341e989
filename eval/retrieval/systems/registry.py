"""The systems by name, in the order in which a table shows them."""

from collections.abc import Callable, Mapping
from functools import partial

from eval.retrieval.systems.embedded import Embedded
from eval.retrieval.systems.lexical import Lexical, whitespace_words
from eval.retrieval.systems.models import Models
from eval.retrieval.systems.naive import Naive
from eval.retrieval.systems.ours import LEGS, Ours
from eval.retrieval.systems.system import System
from ingest.bigrams import bigrams

OURS = "ours"
SYSTEMS: Mapping[str, Callable[[str, Models], System]] = {
    "whitespace-bm25": lambda name, _: Lexical(name, whitespace_words),
    "bigram-bm25": lambda name, _: Lexical(name, bigrams),
    "kiwi-bm25": lambda name, models: Lexical(name, models.morphemes.words),
    "kiwi-embedding": lambda name, models: Embedded(name, models.kiwi),
    "naive": lambda name, models: Naive(name, models.embedding),
    OURS: Ours,
    **{f"{OURS}-no-{leg}": partial(Ours, without=leg) for leg in LEGS},
}


def make(name: str, models: Models) -> System:
    """The system of a name, with nothing in it yet; raises SettingsError when it cannot be had."""
    return SYSTEMS[name](name, models)
