"""Says why there is nothing to quote: no such provision in a text, no text for the day, no such ordinance at hand."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.citations import Reference
from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.labels import label, place
from corpus.provisions import Law
from corpus.works import Genre, Lang, Work
from rag.citing.validity import Readable, not_yet
from rag.phrases import names_listed, particle, say

_MARKS = re.compile(r"[\"“”‘’']")
_ANNEXED = (UnitKind.ANNEX, UnitKind.FORM)


def lacks(law: Law, text: Readable, units: tuple[Unit, ...], lang: Lang) -> str:
    """What to say of a place that the text does not have."""
    work, version = text.work, text.version
    head = ProvisionId(work.slug, version.effective if version else None)
    if (whole := replace(head, units=units)) in law:
        name, heading = label(whole, work, lang, law.works.values()), law.provision(whole).rendition(lang).heading
        return say("title_alone", lang, label=name, heading=heading)
    depth = next(n for n in range(1, len(units) + 1) if replace(head, units=units[:n]) not in law)
    lacking = replace(head, units=units[:depth])
    said = say(
        "no_such_annex" if lacking.units[0].kind in _ANNEXED else "no_such_unit",
        lang,
        work=label(head, work, lang),
        place=place(lacking, lang),
        particle=particle(place(lacking, "ko"), "이", "가"),
        version=say("version_of", lang, date=version.effective) if version else "",
        extent=_extent(law, lacking, lang),
    )
    return " ".join([said, *_elsewhen(law, work, lacking, lang)])


def not_at_hand(law: Law, reference: Reference, lang: Lang) -> str:
    """What to say of a place in an ordinance that is named and not at hand, with the ordinances that are.

    A name that the asker put in marks may say anything, so it is not repeated.
    """
    named = place(ProvisionId("the-work", None, reference.units), lang)
    works = [work.name(lang) for work in law.works.values() if work.genre is Genre.ORDINANCE and work.sources]
    values = {"place": named, "particle": particle(named, "을", "를"), "works": names_listed(works, lang)}
    if _MARKS.search(reference.named):
        return say("not_at_hand_by_that_name", lang, **values)
    topic = particle(reference.named, "은", "는")
    return say("not_at_hand", lang, name=reference.named, topic=topic, **values)


def why_away(work: Work, day: date, lang: Lang) -> str:
    """Why there is no text of a work for a day: it did not exist, the record begins later, or it is not held."""
    first = work.versions[0].effective if work.versions else None
    if first is not None and day < first and work.sources:
        return say(
            "not_yet" if not_yet(work, day) else "before_record", lang, work=work.name(lang), date=first, day=day
        )
    return say("not_held", lang, work=work.name(lang))


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
        return say("no_units", lang) if above.units else ""
    return say("extent", lang, first=place(same[0], lang), last=place(same[-1], lang))


def _elsewhen(law: Law, work: Work, lacking: ProvisionId, lang: Lang) -> Iterator[str]:
    """Other versions at hand that do have the provision."""
    for version in work.versions:
        if version.held and version.effective != lacking.version and lacking.at(version.effective) in law:
            yield say("only_then", lang, date=version.effective)
