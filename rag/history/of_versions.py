"""The steps that the list of versions tells: enactment, whole amendment, the texts at hand, and what is unknown."""

from collections.abc import Iterator
from datetime import date

from corpus.identifiers import ProvisionId
from corpus.legislation import Evidence, Stage
from corpus.provisions import Law
from corpus.works import Lang, Version, Work
from rag.history.draft import Draft
from rag.phrases import say


def of_versions(law: Law, work: Work, asked: ProvisionId, as_of: date, lang: Lang) -> Iterator[Draft]:
    """The steps of a provision, its version put aside, or of a whole ordinance, up to a day; not in order of days."""
    last = max((version.effective for version in work.versions if version.held), default=date.min)
    begun = [version for version in work.versions if version.effective <= as_of]
    for version in begun:
        yield from _made(version, lang)
        if version.held and asked.units:
            yield from _read(law, asked.at(version.effective), version, lang)
        elif not asked.units and version.kind not in ("enactment", "whole amendment"):
            yield Draft(Stage.AMENDED, version.effective, _amended(version, lang))
    unknown = [version for version in begun if version.effective > last and version.kind != "enactment"]
    if unknown and asked.units:
        listed = ", ".join(say("amendment", lang, number=each.number, date=each.effective) for each in unknown)
        said = say("history_unknown", lang, count=len(unknown), listed=listed)
        yield Draft(Stage.AMENDED, unknown[0].effective, said)


def touched(work: Work, asked: ProvisionId, lang: Lang) -> Iterator[Draft]:
    """The steps of versions that are listed as having touched a provision."""
    for version in work.versions:
        if asked.units and version.touches(asked):
            yield Draft(Stage.AMENDED, version.effective, _amended(version, lang))


def _made(version: Version, lang: Lang) -> Iterator[Draft]:
    values = {"number": version.number, "date": version.promulgated}
    if version.kind == "enactment":
        yield Draft(Stage.ENACTED, version.effective, say("history_enacted", lang, **values))
    elif version.kind == "whole amendment":
        yield Draft(Stage.AMENDED, version.effective, say("history_whole_amendment", lang, **values))


def _amended(version: Version, lang: Lang) -> str:
    number = say("ordinance_number", lang, number=version.number)
    by = say("history_by", lang, numbers=number, date=version.promulgated)
    return say("history_amended", lang, by=by, places="")


def _read(law: Law, key: ProvisionId, version: Version, lang: Lang) -> Iterator[Draft]:
    """How a text at hand reads, or that it has no provision of the number; nothing of what it says is deleted."""
    if key not in law:
        yield Draft(Stage.TEXT, version.effective, say("history_gone", lang, date=version.effective))
    elif law.provision(key).deleted is None:
        said = say("history_text", lang, date=version.effective)
        yield Draft(Stage.TEXT, version.effective, said, (Evidence(key, law.full_text(key, lang)),))
