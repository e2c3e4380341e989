"""The steps that notes of amendment in the texts tell: what an ordinance did to a provision, in it or above it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.amendments import Action, Amendment, amendments, find_notes
from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.labels import place
from corpus.legislation import Evidence, Stage
from corpus.provisions import Law
from corpus.works import Lang, Version, Work
from rag.history.draft import Draft
from rag.phrases import say

_STAGES = {Action.DELETED: (Stage.DELETED, "deleted"), Action.INSERTED: (Stage.INSERTED, "inserted")}
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Act:
    at: ProvisionId
    amendment: Amendment


def of_notes(law: Law, work: Work, asked: ProvisionId, lang: Lang) -> Iterator[Draft]:
    """A step for each ordinance that notes name at a provision, below it, or above it up to its article.

    Of a whole ordinance, for each whose addenda a text holds and which is no version of its own.
    """
    told: dict[tuple[date, str | None, date], list[_Act]] = {}
    for held in (version for version in work.versions if version.held):
        begun = _begun(work, held)
        for act in _acts(law, work, asked.at(held.effective)):
            if act.amendment.day > begun:
                acts = told.setdefault((act.amendment.day, act.amendment.ordinance, begun), [])
                known = {(each.at.units, each.amendment.action) for each in acts}
                acts += [] if (act.at.units, act.amendment.action) in known else [act]
    for (day, number, _), acts in told.items():
        yield _draft(law, work, asked, (day, number), acts, lang)


def _begun(work: Work, held: Version) -> date:
    """The day of the whole amendment that a text goes back to; notes of that day and before are not its own."""
    whole = [each.promulgated for each in work.versions if each.kind == "whole amendment"]
    return max((day for day in whole if day <= held.effective), default=date.min)


def _acts(law: Law, work: Work, key: ProvisionId) -> Iterator[_Act]:
    if not key.units:
        yield from _acts_of_addenda(law, work, key)
        return
    below = [each.id for each in law.subtree(key)] if key in law else []
    for at in (*(_above(law, key) if below else ()), *below):
        for amendment in amendments(law.provision(at), work):
            if amendment.action not in (Action.FORMER_MOVED, Action.ENACTED) and _concerns(work, key, amendment):
                yield _Act(at, amendment)


def _acts_of_addenda(law: Law, work: Work, key: ProvisionId) -> Iterator[_Act]:
    numbers = {version.number for version in work.versions}
    for child in law:
        if child.id.parent == key and child.id.units[-1].kind is UnitKind.ADDENDA:
            for amendment in amendments(child, work):
                if amendment.ordinance is not None and amendment.ordinance not in numbers:
                    yield _Act(child.id, amendment)


def _above(law: Law, key: ProvisionId) -> Iterator[ProvisionId]:
    above = key.parent
    while above is not None and above.article is not None and above in law:
        yield above
        above = above.parent


def _concerns(work: Work, key: ProvisionId, amendment: Amendment) -> bool:
    """Whether an amendment may have touched the provision: not where it is known to have touched others alone."""
    acting = [each for each in work.versions if each.promulgated == amendment.day]
    return not acting or any(version.touches(key) is not False for version in acting)


def _draft(
    law: Law, work: Work, asked: ProvisionId, when: tuple[date, str | None], acts: Sequence[_Act], lang: Lang
) -> Draft:
    day, number = when
    acting = [each for each in work.versions if each.promulgated == day and number in (None, each.number)]
    numbers = [number] if number else [each.number for each in acting] or _numbers(law, work, acts[0].at, day)
    own = [each.amendment for each in acts if each.at.units == asked.units]
    moved = next((each.moved_from for each in own if each.moved_from is not None), None)
    stage, verb = next((_STAGES[each.action] for each in own if each.action in _STAGES), (Stage.AMENDED, "amended"))
    by = _by(numbers, day, lang)
    if moved is not None:
        said = say("history_moved", lang, by=by, place=place(ProvisionId(work.slug, None, (moved,)), lang))
    else:
        said = say(f"history_{verb}", lang, by=by, places=_places(acts, asked, lang))
    effective = acting[0].effective if len(acting) == 1 else day
    carrying = [each for each in acts if each.at.units == asked.units] or acts
    evidence = [each for act in carrying[:1] for each in _note(law, act, lang)]
    addenda = _in_effect(law, acts[0].at, numbers[0], lang) if len(numbers) == 1 and asked.units else ()
    return Draft(stage, effective, said, (*evidence, *addenda))


def _numbers(law: Law, work: Work, at: ProvisionId, day: date) -> list[str]:
    """The ordinances of a day, by the heads of the addenda that the text of the note holds."""
    root = ProvisionId(at.work, at.version)
    heads = (each for each in law if each.id.parent == root and each.id.units[-1].kind is UnitKind.ADDENDA)
    return [each.ordinance for head in heads for each in amendments(head, work) if each.day == day and each.ordinance]


def _by(numbers: Sequence[str], day: date, lang: Lang) -> str:
    if not numbers:
        return say("history_by_unknown", lang, date=day)
    names = [say("ordinance_number", lang, number=number) for number in numbers]
    return say("history_by", lang, numbers=say("or", lang).join(names), date=day)


def _places(acts: Iterable[_Act], asked: ProvisionId, lang: Lang) -> str:
    """Where the notes stand, unless at the asked provision alone."""
    units = list(dict.fromkeys(act.at.units for act in acts))
    if not asked.units or units == [asked.units]:
        return ""
    named = [place(ProvisionId(asked.work, None, each), lang) for each in units]
    return ": " + ", ".join(named[:_SHOWN]) + (" …" if len(named) > _SHOWN else "")


def _note(law: Law, act: _Act, lang: Lang) -> Iterator[Evidence]:
    """The note itself, as it stands in the text of the language."""
    words = law.provision(act.at).rendition(lang)
    for text in (words.text, words.history):
        for note in find_notes(text):
            if any((each.day, each.action) == (act.amendment.day, act.amendment.action) for each in note.amendments):
                yield Evidence(act.at, text[note.start : note.end])
                return


def _in_effect(law: Law, at: ProvisionId, number: str, lang: Lang) -> Iterator[Evidence]:
    """What the addenda of the ordinance say of the day it takes effect, which may differ for an article."""
    addenda = ProvisionId(at.work, at.version, (Unit(UnitKind.ADDENDA, number),))
    for each in (addenda.child(UnitKind.ARTICLE, "1"), addenda):
        if each in law and (words := law.provision(each).rendition(lang).text):
            yield Evidence(each, words)
            return
