"""Says that a text has no such provision, how far it goes, and which other version has one."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.identifiers import ProvisionId, Unit
from corpus.labels import label, place
from corpus.provisions import Law
from corpus.works import Lang, Work
from rag.phrases import particle, say
from rag.validity import Readable


def lacks(law: Law, text: Readable, units: tuple[Unit, ...], lang: Lang) -> str:
    """What to say of a place that the text does not have."""
    work, version = text.work, text.version
    head = ProvisionId(work.slug, version.effective if version else None)
    depth = next(n for n in range(1, len(units) + 1) if replace(head, units=units[:n]) not in law)
    lacking = replace(head, units=units[:depth])
    said = say(
        "no_such_unit",
        lang,
        work=label(head, work, lang),
        place=place(lacking, lang),
        particle=particle(place(lacking, "ko"), "이", "가"),
        version=say("version_of", lang, date=version.effective) if version else "",
        extent=_extent(law, lacking, lang),
    )
    return " ".join([said, *_elsewhen(law, work, lacking, lang)])


def _extent(law: Law, lacking: ProvisionId, lang: Lang) -> str:
    kind = lacking.units[-1].kind
    above = lacking.parent
    if above is None:
        return ""
    if above.units:
        siblings = [each.id for each in law.children(above)]
    else:
        siblings = [each.id for each in law if each.id.parent == above]
    same = [key for key in siblings if key.units[-1].kind is kind]
    if not same:
        return say("no_units", lang)
    return say("extent", lang, first=place(same[0], lang), last=place(same[-1], lang))


def _elsewhen(law: Law, work: Work, lacking: ProvisionId, lang: Lang) -> Iterator[str]:
    """Other versions at hand that do have the provision."""
    for version in work.versions:
        if version.held and version.effective != lacking.version and lacking.at(version.effective) in law:
            yield say("only_then", lang, date=version.effective)
