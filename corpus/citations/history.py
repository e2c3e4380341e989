"""What a text has named so far, for words that point back: 같은 법, 같은 조, the said Act, the same paragraph."""

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.citations.patterns import words
from corpus.citations.reference import Anchor, Reference
from corpus.identifiers import Unit, UnitKind

_REACH = 50  # references that a word may look back over, so that a long text takes time in line with its length
_BACK = words(
    r"(?P<decree_en>Enforcement (?:Decree|Rules?) of )?(?:같은|동|위|the same|the said|the aforesaid|that|said)\s?"
    r"(?P<kind>법률|법|영|령|규칙|조례|Act|Ordinance|Decree|Rules?)(?P<decree>\s?시행(?:령|규칙))?"
)
_DECREE = re.compile(r"(?P<ko>.+)\s시행(?:령|규칙)|Enforcement (?:Decree|Rules?) of the (?P<en>.+)", re.IGNORECASE)
_BILL = r"(?:안(?:\s?\(대안\))?)?"
_ACT = re.compile(rf".*(?:법|법률){_BILL}$|(?!.*\b(?:decree|ordinance|rules?)\b).*\bact\b", re.IGNORECASE)
_ORDINANCE = re.compile(rf".*조례{_BILL}$|.*\bordinance\b", re.IGNORECASE)
_MADE_UNDER = re.compile(r".*(?:령|영)$|.*\bdecree\b", re.IGNORECASE)
_RULE = re.compile(r".*규칙$|.*\brules?\b", re.IGNORECASE)
_KINDS = {
    **dict.fromkeys(("법", "법률", "act"), _ACT),
    **dict.fromkeys(("조례", "ordinance"), _ORDINANCE),
    **dict.fromkeys(("영", "령", "decree"), _MADE_UNDER),
    **dict.fromkeys(("규칙", "rule", "rules"), _RULE),
}
_LEVELS = (UnitKind.ARTICLE, UnitKind.PARAGRAPH, UnitKind.SUBPARAGRAPH, UnitKind.ITEM)


class History:
    """The references of a text so far, and the works they name; each one that comes is followed and then kept."""

    def __init__(self, said: Iterable[Reference] = ()) -> None:
        self._said: list[Reference] = []
        self._names: list[str] = []
        for reference in said:
            self._keep(reference)

    def follow(self, reference: Reference) -> Reference:
        """The reference with what its words point back to put in their place, as far as that was said."""
        followed = replace(reference, named=self._name(reference.named))
        if followed.anchor is Anchor.LAST and followed.level is not None:
            followed = self._last(followed, followed.level)
        self._keep(followed)
        return followed

    def _keep(self, reference: Reference) -> None:
        self._said = [*self._said[-_REACH:], reference]
        act = _DECREE.fullmatch(reference.named)
        self._names = [*self._names[-_REACH:], *filter(None, (act and (act["ko"] or act["en"]), reference.named))]

    def _name(self, named: str) -> str:
        back = _BACK.fullmatch(named)
        if back is None:
            return named
        kind = _KINDS[back["kind"].lower()]
        meant = next((each for each in reversed(self._names) if kind.match(each) and not _BACK.fullmatch(each)), None)
        if meant is None:
            return named
        made_under = f"{back['decree_en']}the {meant}" if back["decree_en"] else f"{meant} {back['decree'] or ''}"
        return " ".join(made_under.split())

    def _last(self, reference: Reference, level: UnitKind) -> Reference:
        """The reference with the article, paragraph or subparagraph that its word stands for."""
        for said in reversed(self._said):
            units = _down_to(said, level)
            if units is not None and not said.filled:
                placed = replace(said, units=(*units, *reference.units), start=reference.start, end=reference.end)
                return replace(placed, parts=reference.parts, filled=reference.filled)
        return reference


def _down_to(said: Reference, level: UnitKind) -> tuple[Unit, ...] | None:
    """The units of a reference down to a level; () where it hangs on a unit of that level, None where it has none."""
    kinds = [unit.kind for unit in said.units]
    if level in kinds:
        return said.units[: kinds.index(level) + 1]
    top = kinds[0] if kinds else None
    hangs = said.anchor is Anchor.HERE and top in _LEVELS and _LEVELS.index(top) > _LEVELS.index(level)
    return () if hangs and said.level in (None, level) else None
