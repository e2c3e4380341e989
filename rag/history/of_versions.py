"""The steps since an ordinance was enacted: what amended it, and how each version at hand reads."""

from collections.abc import Iterator, Sequence
from datetime import date

from corpus.amendments import Action, Amendment, amendments
from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.legislation import Evidence, Stage
from corpus.provisions import Law
from corpus.works import Lang, Version, Work
from rag.history.draft import Draft
from rag.phrases import say

_ACTS = {
    Action.DELETED: (Stage.DELETED, "history_deleted"),
    Action.INSERTED: (Stage.INSERTED, "history_inserted"),
}


def of_versions(law: Law, work: Work, asked: ProvisionId, as_of: date, lang: Lang) -> Iterator[Draft]:
    """The steps of a provision, its version put aside, or of a whole ordinance, up to a day; not in order of days."""
    held = [version for version in work.versions if version.held]
    unknown: list[Version] = []
    for version in work.versions:
        told_by = next((each for each in held if each.effective >= version.effective), None)
        if version.effective > as_of:
            continue
        if version.kind in ("enactment", "whole amendment"):
            stage = Stage.ENACTED if version.kind == "enactment" else Stage.AMENDED
            phrase = "history_enacted" if version.kind == "enactment" else "history_whole_amendment"
            yield Draft(stage, version.effective, say(phrase, lang, number=version.number, date=version.promulgated))
        elif told_by is None:
            unknown += [version] if _lasts(law, asked, held) else []
        else:
            yield from _amended(law, version, asked.at(told_by.effective), lang)
        if version.held:
            yield from _read(law, asked.at(version.effective), version, lang)
    if unknown:
        listed = ", ".join(say("amendment", lang, number=each.number, date=each.effective) for each in unknown)
        said = say("history_unknown", lang, count=len(unknown), listed=listed)
        yield Draft(Stage.AMENDED, unknown[0].effective, said)


def _lasts(law: Law, asked: ProvisionId, held: Sequence[Version]) -> bool:
    """Whether the newest text at hand still has the provision."""
    return not asked.units or (bool(held) and asked.at(held[-1].effective) in law)


def _amended(law: Law, version: Version, key: ProvisionId, lang: Lang) -> Iterator[Draft]:
    """That a version changed a provision, if the list of what it touched or the notes in a later text say so."""
    notes = list(_notes(law, key, version)) if key.units else []
    if key.units and not notes and not version.touches(key):
        return
    acts = {note.action for at, note in notes if at == key}
    stage, phrase = next((each for act, each in _ACTS.items() if act in acts), (Stage.AMENDED, "history_amended"))
    evidence = tuple(Evidence(at, _own(law, at, lang)) for at, _ in notes[:1])
    said = say(phrase, lang, number=version.number, date=version.promulgated)
    yield Draft(stage, version.effective, said, (*evidence, *_in_effect(law, key, version, lang)))


def _in_effect(law: Law, key: ProvisionId, version: Version, lang: Lang) -> Iterator[Evidence]:
    """What the addenda of a version's ordinance say of the day it takes effect, which may differ for an article."""
    addenda = ProvisionId(key.work, key.version, (Unit(UnitKind.ADDENDA, version.number),))
    for each in (addenda.child(UnitKind.ARTICLE, "1"), addenda):
        if each in law and (words := law.provision(each).rendition(lang).text):
            yield Evidence(each, words)
            return


def _notes(law: Law, key: ProvisionId, version: Version) -> Iterator[tuple[ProvisionId, Amendment]]:
    """The notes of a version's ordinance at a provision; where it has none of its own, at what holds it."""
    here: ProvisionId | None = key
    found: list[tuple[ProvisionId, Amendment]] = []
    while here is not None and here in law and not found:
        told = amendments(law.provision(here), law.work(key.work))
        numbers = {version.number, *version.beside, None}
        found = [(here, each) for each in told if each.day == version.promulgated and each.ordinance in numbers]
        found = found if here == key or version.touches(key) else []
        here = here.parent
    yield from found


def _read(law: Law, key: ProvisionId, version: Version, lang: Lang) -> Iterator[Draft]:
    if not key.units:
        return
    if key not in law:
        yield Draft(Stage.TEXT, version.effective, say("history_gone", lang, date=version.effective))
    elif law.provision(key).deleted is None:
        said = say("history_text", lang, date=version.effective)
        yield Draft(Stage.TEXT, version.effective, said, (Evidence(key, law.full_text(key, lang)),))


def _own(law: Law, key: ProvisionId, lang: Lang) -> str:
    words = law.provision(key).rendition(lang)
    return words.text or words.history
