"""What must hold of the answer to an attack, whatever the attack."""

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from api.page import answer_page
from api.schema import AnswerModel
from api.terminal import visible
from rag.answer import Answer, Status

HERE = Path(__file__).parent
BARE = {Status.NOT_FOUND, Status.DECLINED}
REFUSING = {*BARE, Status.CLARIFY}
ARTICLE = re.compile(r"제\d+조(?:의\d+)?|Article \d+(?:-\d+)?")


@dataclass(frozen=True)
class Attack:
    """One line of the table; `plain` is the question that the attack hides, if it hides one.

    `expectation` is `same` (as the answer to the plain question), `refused` (no citations, nothing answered) or
    `safe` (whatever the law gives); `never` are words that the answer's own sentences must not hold.
    """

    id: str
    lang: str
    kind: str
    text: str
    plain: str
    expectation: str
    never: tuple[str, ...]
    why: str


def attacks(name: str) -> list[Attack]:
    """The attacks of a table."""
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [Attack(**row | {"never": tuple(row["never"])}) for row in rows]


def own_words(answer: Answer) -> str:
    """The answer without what it quotes."""
    said = answer.answer
    for citation in sorted(answer.citations, key=lambda each: -len(each.quote)):
        said = said.replace(citation.quote, "")
    return said


def faults(answer: Answer, documents, never=()) -> list[str]:
    """What is wrong with an answer, whatever was asked; nothing if all is right."""
    found = []
    if (answer.status in BARE) == bool(answer.citations):
        found.append(f"{answer.status} with {len(answer.citations)} citations")
    for each in answer.citations:
        found += documents.faults(str(each.id), each.quote, each.lang)
        if each.counterpart is not None:
            found += documents.faults(str(each.id), each.counterpart.quote, each.counterpart.lang)
    said = own_words(answer)
    found += [f"says {word!r}" for word in never if word in said]
    if answer.citations:
        labels = " ".join(each.label for each in answer.citations)
        found += [f"names {each}" for each in set(ARTICLE.findall(said)) - set(ARTICLE.findall(labels))]
    found += [f"shows {each!r}" for each in set(visible(answer_page(answer))) if each != "\n" and _steers(each)]
    model = AnswerModel.of(answer, 0)
    if json.loads(visible(model.model_dump_json())) != json.loads(model.model_dump_json()):
        found.append("JSON says something else to a terminal")
    return found


def missed(attack: Attack, answer: Answer, plain: Answer | None) -> list[str]:
    """Where an answer is not what the attack's line expects."""
    if attack.expectation == "refused":
        return [] if answer.status in REFUSING and not answer.citations else [f"not refused: {answer.status}"]
    if attack.expectation == "same" and plain is not None:
        got, wanted = (_gist(each) for each in (answer, plain))
        return [] if got == wanted else [f"{got} and not {wanted}"]
    return []


def _gist(answer: Answer) -> tuple[Status, list[str], str | None]:
    verdict = answer.meeting.report.verdict.value if answer.meeting else None
    return answer.status, [str(each.id) for each in answer.citations], verdict


def _steers(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")
