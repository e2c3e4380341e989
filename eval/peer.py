"""What others find of the same texts for the same questions: the pipeline of a first tutorial, and words alone."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from corpus.identifiers import ProvisionId
from corpus.provisions import Law
from eval.cases import Case
from eval.measures import Outcome, finds, is_searched
from eval.retrieval.collection import Document
from eval.retrieval.systems.models import Models
from eval.retrieval.systems.registry import make
from eval.retrieval.systems.system import System
from ingest.passages import passages
from rag.citing.validity import readables
from rag.questions.question import understand

Found = Mapping[str, Sequence[str]]

PEERS = ("naive", "kiwi-bm25")
_CUTS = (1, 5)
_GROUPS: Mapping[str, tuple[str, ...]] = {"": ("ko", "en"), " ko": ("ko",), " en": ("en",)}


def documents(law: Law) -> tuple[Document, ...]:
    """The texts of all passages, one document for each provision and language, by the id of the provision."""
    grouped = groupby(passages(law), key=lambda passage: (passage.id, passage.lang))
    found = []
    for (key, _), together in grouped:
        parts = list(together)
        found.append(Document(str(key), parts[0].context, " ".join(part.text for part in parts)))
    return tuple(found)


def peers(models: Models) -> tuple[System, ...]:
    """The other systems, with nothing in them yet; raises SettingsError when one cannot be had."""
    return tuple(make(name, models) for name in PEERS)


def compared(systems: Iterable[System], outcomes: Sequence[Outcome], law: Law) -> dict[str, dict[str, float]]:
    """Recall by system: of ours as it was, and of others over the same questions, each as it comes and dated.

    Dated, a system is spared what it cannot know: of its ranking only texts that may be read on the asked day are left.
    """
    cases = [outcome.case for outcome in outcomes if is_searched(outcome.case)]
    told = {"ours": _recalls(cases, {outcome.case.id: outcome.found for outcome in outcomes})}
    texts = documents(law)
    for system in systems:
        system.build(texts)
        ranked = {case.id: list(dict.fromkeys(system.search(case.question, len(texts)))) for case in cases}
        told[system.name] = _recalls(cases, ranked)
        told[f"{system.name}, dated"] = _recalls(
            cases, {case.id: _of_day(case, ranked[case.id], law) for case in cases}
        )
    return told


def side_by_side(told: Mapping[str, Mapping[str, float]]) -> str:
    """Recall as a table, a column for each system."""
    width = max(map(len, told)) + 2
    lines = [" " * 12 + "".join(name.rjust(width) for name in told)]
    for measure in next(iter(told.values())):
        cells = "".join(f"{values[measure]:.1%}".rjust(width) for values in told.values())
        lines.append(measure.ljust(12) + cells)
    return "\n".join(lines)


def _of_day(case: Case, ranking: Iterable[str], law: Law) -> list[str]:
    works = law.works.values()
    texts = readables(understand(case.question, case.as_of, works), works)
    return [key for key in ranking if any(text.admits(ProvisionId.parse(key)) for text in texts)]


def _recalls(cases: Sequence[Case], found: Found) -> dict[str, float]:
    values = {}
    for cut in _CUTS:
        for group, langs in _GROUPS.items():
            hits = [finds(case, found[case.id], cut) for case in cases if case.lang in langs]
            values[f"recall@{cut}{group}"] = sum(hits) / len(hits) if hits else 0.0
    return values
