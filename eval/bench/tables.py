"""What was timed, as the Markdown that the README shows."""

import statistics
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from eval.bench import asking, ingestion
from eval.bench.asking import Times
from eval.bench.commands import Commands
from eval.bench.ingestion import Seconds

VARIANTS = {"the package": 0, "8 variants of each": 8}
_TAKING_IN = {
    ingestion.KIWI_ALONE: "Kiwi alone",
    ingestion.KIWI_ON_TEXTS: "Kiwi alone, without the glossary",
    ingestion.OURS: "jorye, all of it, on disk",
    ingestion.PEER: "naive peer, in memory",
    ingestion.CHANGED: "jorye again, one passage changed",
}
_ASKING = {
    asking.KIWI_ALONE: "Kiwi's words of the question",
    asking.PEER: "naive peer",
    asking.OURS: "jorye, retrieval",
    asking.ANSWER: "jorye, the whole answer",
}


class Sized(NamedTuple):
    """Texts by what they are called, how many and how long; and the rounds of taking them in."""

    name: str
    counted: int
    characters: int
    rounds: Sequence[Mapping[str, Seconds]]


def taking_in(sizes: Sequence[Sized]) -> str:
    """Seconds of ingestion and ratios to Kiwi alone: the median over rounds of the ratio within the round.

    In brackets the same ratio of processor time, which other work on the machine disturbs less.
    """
    heads = [
        f"{size.name}: {size.counted:,} texts, {size.characters:,} characters, median of {len(size.rounds)}"
        for size in sizes
    ]
    lines = [f"| taking in | {' | × Kiwi | '.join(heads)} | × Kiwi |", "|---|" + "---:|---:|" * len(sizes)]
    for key, name in _TAKING_IN.items():
        cells = []
        for size in sizes:
            wall = statistics.median(each[key].wall for each in size.rounds)
            ratios = (
                statistics.median(each[key][clock] / each[ingestion.KIWI_ALONE][clock] for each in size.rounds)
                for clock in (0, 1)
            )
            cells.append("{:.2f} s | {:.2f} ({:.2f})".format(wall, *ratios))
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def questions(counted: int, times: Mapping[str, Times]) -> str:
    """Milliseconds of a question, warm, and the ratios of the medians."""
    lines = [
        f"| a question, warm ({counted} asked) | p50 | p99 | p50 × Kiwi | p50 × peer |",
        "|---|---:|---:|---:|---:|",
    ]
    kiwi, peer = times[asking.KIWI_ALONE].p50, times[asking.PEER].p50
    for key, name in _ASKING.items():
        p50, p99 = times[key]
        lines.append(f"| {name} | {p50:.1f} ms | {p99:.1f} ms | {p50 / kiwi:.1f} | {p50 / peer:.1f} |")
    return "\n".join(lines)


def processes(told: Commands) -> str:
    """Seconds of whole commands, and their ratios to what Kiwi alone needs for the same texts."""
    lines = ["| a whole command, as a process | | × Kiwi |", "|---|---:|---:|"]
    rows = (
        ("Kiwi loaded, the question's words", told.kiwi_asked, told.kiwi_asked),
        ("`jorye ask`, index built", told.ask, told.kiwi_asked),
        ("`Kiwi()` tokenises the package", told.kiwi_reads, told.kiwi_reads),
        ("`jorye ingest`, nothing built", told.ingest, told.kiwi_reads),
    )
    lines += [f"| {name} | {each:.2f} s | {each / kiwi:.2f} |" for name, each, kiwi in rows]
    return "\n".join(lines)
