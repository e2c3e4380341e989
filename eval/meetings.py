"""`python -m eval meetings`: what is read in meetings told in words, against the labels.

Prints the shares of questions that are read exactly, judged right and misjudged, precision and recall of each fact, and
every error with what was expected and what was read. `--held-out` asks the questions that were not used while the
reader was built.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.errors import FactsError
from eval.cases import MeetingCase, load_meetings
from rag.meetings.facts import FIELDS
from rag.meetings.verdict import check_meeting
from rag.meetings.words import read_words


@dataclass(frozen=True, slots=True)
class Reading:
    """One question and what was read in it: facts, conflicts and what is asked, or the fact that is impossible.

    Where the text is taken for no meeting, nothing is read. `verdict` and `resolution` are those on what was read.
    """

    case: MeetingCase
    facts: Mapping[str, object] = field(default_factory=dict)
    conflict: tuple[str, ...] = ()
    asked: str = ""
    error: str = ""
    verdict: str = ""
    resolution: str = ""

    @classmethod
    def of(cls, case: MeetingCase) -> "Reading":
        """What is read in the question of a case."""
        try:
            told = read_words(case.question, case.as_of)
            if told is None:
                return cls(case)
            report = check_meeting(told.facts, case.as_of)
        except FactsError as error:
            return cls(case, error=error.field)
        facts = {name: _as_json(value) for name, value in told.facts.given.items()}
        conflict = tuple(each.field for each in told.conflicts)
        return cls(
            case,
            facts,
            conflict,
            str(told.asked),
            verdict=str(report.verdict),
            resolution=str(report.resolution.status),
        )

    @property
    def reads_facts(self) -> bool:
        """Whether the facts, the conflicts and what is impossible are exactly as labelled."""
        same = self.facts == self.case.facts and sorted(self.conflict) == sorted(self.case.conflict)
        return same and self.error == self.case.error and bool(self.asked or self.error)

    @property
    def finds_verdict(self) -> bool:
        """Whether the verdict and what became of the motion are as labelled."""
        return (self.verdict, self.resolution) == (self.case.verdict, self.case.resolution)

    @property
    def misjudges(self) -> bool:
        """Whether a verdict was given that is not the labelled one; to ask for a fact is no verdict."""
        return self.verdict not in ("", "undetermined", self.case.verdict)

    @property
    def reads_asked(self) -> bool:
        """Whether what is asked is as labelled."""
        return self.asked == self.case.asked


def main(arguments: Sequence[str]) -> int:
    """Measure and print; the exit code is 1 when a question that is not held out is misread."""
    options = _parser().parse_args(arguments)
    readings = [Reading.of(case) for case in load_meetings(held_out=options.held_out)]
    values = measures(readings)
    if options.json:
        print(json.dumps(values | {"errors": list(map(_error, wrong(readings)))}, ensure_ascii=False, indent=1))
    else:
        print("\n".join(_table(values)))
        for reading in wrong(readings):
            print(f"\n{reading.case.id} {reading.case.question}")
            print("\n".join(f"    {name}: {value}" for name, value in _error(reading).items() if name in _SHOWN))
    return 0 if options.held_out else int(any(True for _ in wrong(readings)))


_SHOWN = ("expected", "read")
_LABELS = ("asked", "error", "verdict", "resolution")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval meetings", description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="the questions nobody looked at while building")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def measures(readings: Sequence[Reading]) -> dict[str, Any]:
    """The measures of all readings: shares between 0 and 1, and for each fact how often it was told and read."""
    count = max(len(readings), 1)
    return {
        "questions": len(readings),
        "facts_exact": sum(each.reads_facts for each in readings) / count,
        "asked_right": sum(each.reads_asked for each in readings) / count,
        "verdict_right": sum(each.finds_verdict for each in readings) / count,
        "misjudged": sum(each.misjudges for each in readings) / count,
        "fields": {name: _of_field(name, readings) for name in FIELDS},
    }


def _of_field(name: str, readings: Sequence[Reading]) -> dict[str, float]:
    told = sum(name in each.case.facts for each in readings)
    read = sum(name in each.facts for each in readings)
    right = sum(name in each.facts and each.facts[name] == each.case.facts.get(name) for each in readings)
    return {
        "told": told,
        "read": read,
        "precision": right / read if read else 1.0,
        "recall": right / told if told else 1.0,
    }


def wrong(readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings that are not as labelled."""
    return (each for each in readings if not (each.reads_facts and each.reads_asked and each.finds_verdict))


def _error(reading: Reading) -> dict[str, Any]:
    case = reading.case
    expected = {**case.facts, "conflict": list(case.conflict)} | {name: getattr(case, name) for name in _LABELS}
    read = {**reading.facts, "conflict": list(reading.conflict)} | {name: getattr(reading, name) for name in _LABELS}
    names = [name for name in {**expected, **read} if expected.get(name) != read.get(name)]
    return {
        "id": case.id,
        "question": case.question,
        "expected": {name: expected.get(name) for name in names},
        "read": {name: read.get(name) for name in names},
    }


def _table(values: Mapping[str, Any]) -> Iterator[str]:
    yield f"{values['questions']} questions"
    yield from (
        f"{name:24}{values[name]:7.1%}" for name in ("facts_exact", "asked_right", "verdict_right", "misjudged")
    )
    yield f"\n{'':24}{'told':>6}{'read':>6}{'precision':>11}{'recall':>8}"
    for name, each in values["fields"].items():
        yield f"{name:24}{each['told']:6}{each['read']:6}{each['precision']:11.1%}{each['recall']:8.1%}"


def _as_json(value: object) -> object:
    return value if isinstance(value, bool | int) else str(value)
