"""The entries of a list: those that stand, one a line, and those that were deleted; one of them with its lead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.identifiers import ProvisionId, is_list_entry
from corpus.provisions import Law, Provision, Rendition
from corpus.works import Lang
from rag.answering.polite import polite
from rag.answering.sentences import sentences, spoken, without_marks
from rag.phrases import particle

_THINGS_KO = re.compile(r"다음 각 호의 (?:사항|사업|업무|원칙|지원|기능|자료)(?P<particle>[이가을를은는])(?=\s)")
_CASE_KO = re.compile(r"다음 각 호의 (?:어느 )?하나에 해당하는 (?P<noun>경우|때)")
_PARTICLES = {"이": "이가", "가": "이가", "을": "을를", "를": "을를", "은": "은는", "는": "은는"}
_WHOSE_KO = re.compile(r"(?P<who>[가-힣]+[이은는]) (?=다음 각 호)")
_VERB_KO = re.compile(r"\s([가-힣]{2,}?)(?:하|할|한)")
_FOLLOWING_EN = re.compile(r"the following(?: (?:matters|items|projects|principles|things))?$")
_LOWERED_EN = re.compile(r"^(?:The|A|An|Where|When|Ways|Matters|Other|Those)\b")


@dataclass(frozen=True, slots=True)
class Entries:
    """The lines of a list as they are said, how many entries there are, and the days of those that are deleted."""

    lines: tuple[str, ...]
    count: int
    deleted: tuple[tuple[ProvisionId, date], ...]


def entries(law: Law, key: ProvisionId, lang: Lang) -> Entries | None:
    """The list below a provision; None where it has none in the language."""
    below = [each for each in law.children(key) if is_list_entry(each.id) and each.speaks(lang)]
    if not below:
        return None
    kept = [each for each in below if each.deleted is None]
    lines = tuple(line for each in kept for line in _lines(law, each, lang))
    return Entries(lines, len(kept), tuple((each.id, each.deleted) for each in below if each.deleted is not None))


def joined(lead: str, entry: str, lang: Lang) -> str:
    """An entry of a list and the sentence that opens it, said as one sentence without its full stop."""
    own = sentences(entry, lang)
    if own:
        return " ".join(each.said for each in own[:1])
    bare = spoken(entry, lang)
    return _joined_ko(spoken(lead, lang), bare) if lang == "ko" else _joined_en(spoken(lead, lang), bare)


def _joined_ko(lead: str, entry: str) -> str:
    if found := _THINGS_KO.search(lead):
        entry = _without_doubled_verb(entry, lead[found.end() :])
        ending = particle(entry, *_PARTICLES[found["particle"]])
        whole = f"{lead[: found.start()]}{entry}{ending}{lead[found.end() :]}"
        return polite(whole) or ""
    if (found := _CASE_KO.search(lead)) and entry.endswith(found["noun"]):
        whose = _WHOSE_KO.search(lead[: found.end()])
        repeated = whose and entry.startswith((whose["who"], whose["who"][:-1] + " ", f"{whose['who'][:-1]}이 "))
        start = whose.start() if whose and repeated else found.start()
        return polite(f"{lead[:start]}{entry}{lead[found.end() :]}") or ""
    opened = polite(lead)
    return f"{opened}: {entry}" if opened else ""


def _without_doubled_verb(entry: str, rest: str) -> str:
    """An entry without the noun at its end that the verb after it says again: 기업의 지원을 지원할, 기업을 지원할."""
    verb = _VERB_KO.match(rest)
    return re.sub(rf"(?<=[가-힣])의?\s{verb[1]}$", "", entry) if verb else entry


def _joined_en(lead: str, entry: str) -> str:
    said = entry[0].lower() + entry[1:] if _LOWERED_EN.match(entry) else entry
    if (found := _FOLLOWING_EN.search(lead)) and not lead.endswith("any of the following"):
        return f"{lead[: found.start()].rstrip()}: {said}"
    return f"{lead}: {said}" if lead else ""


def _lines(law: Law, entry: Provision, lang: Lang) -> Iterator[str]:
    """An entry with its number, and what stands below it, set in."""
    for part in law.subtree(entry.id):
        words: Rendition = part.rendition(lang)
        if part.deleted is None and part.speaks(lang):
            depth = len(part.id.units) - len(entry.id.units)
            told = sentences(words.text, lang)
            said = ". ".join(without_marks(each.said) for each in told) or spoken(words.text, lang)
            yield "  " * depth + " ".join(filter(None, (words.mark, said)))
