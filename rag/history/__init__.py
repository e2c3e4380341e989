"""How a provision came to read as it does: bill, opinion, amendment, enactment, and what was amended since."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.errors import IdentifierError
from corpus.identifiers import ProvisionId
from corpus.labels import label, place
from corpus.legislation import Bill, Evidence, Origin, Stage
from corpus.provisions import Law
from corpus.works import Genre, Lang, Work
from rag.answer import Caution, Citation
from rag.citing.grounding import grounded
from rag.citing.validity import standing_on
from rag.history.draft import Draft
from rag.history.of_bill import of_bill
from rag.history.of_notes import of_notes
from rag.history.of_versions import of_versions, touched
from rag.phrases import say


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `day` is None where no paper gives it, `citations` are the numbers of its sources."""

    stage: Stage
    day: date | None
    said: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The steps in order, their sources, and in `changes` what differs between the bill and the law."""

    id: ProvisionId
    label: str
    lang: Lang
    as_of: date
    steps: tuple[Step, ...]
    changes: tuple[str, ...]
    citations: tuple[Citation, ...]
    warnings: tuple[Caution, ...]


def history(law: Law, bills: Iterable[Bill], key: ProvisionId, as_of: date, lang: Lang) -> History:
    """The history of an ordinance or of one of its provisions up to a day, in one language.

    Raises UnknownProvisionError for a provision that no text at hand has, IdentifierError for a report.
    """
    work = law.work(key.work)
    if work.genre is not Genre.ORDINANCE:
        raise IdentifierError(f"{key} is not of an ordinance; expected an id such as seoul-ai-ordinance/art-6/para-1")
    asked = key.at(None)
    if asked.units and not _texts(law, work, asked):
        law.provision(law.dated(asked, as_of))
    origins = [(bill, _origins(bill, asked)) for bill in bills if bill.work == work.slug]
    drafts = [draft for bill, found in origins if found or not asked.units for draft in of_bill(bill, found, lang)]
    told = [draft for draft in (*drafts, *_since(law, work, asked, as_of, lang)) if (draft.since or as_of) <= as_of]
    steps, citations = _numbered(law, told, as_of, lang)
    changes = tuple(change for _, found in origins for change in _changes(work, found, as_of, lang))
    return History(
        asked,
        label(asked, work, lang, law.works.values()),
        lang,
        as_of,
        steps,
        changes,
        citations,
        _warnings(work, steps, as_of, lang),
    )


def _since(law: Law, work: Work, asked: ProvisionId, as_of: date, lang: Lang) -> list[Draft]:
    """The steps since enactment in order of days; what a note tells of a day is not told by the list of versions."""
    noted = list(of_notes(law, work, asked, lang))
    days = {draft.day for draft in noted}
    listed = [draft for draft in touched(work, asked, lang) if draft.day not in days]
    drafts = (*noted, *listed, *of_versions(law, work, asked, as_of, lang))
    return sorted(drafts, key=lambda draft: (draft.day or as_of, draft.stage is Stage.TEXT))


def _origins(bill: Bill, asked: ProvisionId) -> tuple[Origin, ...]:
    return bill.origins_of(asked) if asked.units else ()


def _changes(work: Work, origins: Sequence[Origin], as_of: date, lang: Lang) -> Iterator[str]:
    """What differs between bill and law, once it is law; with its place where several are told."""
    enacted = next((version.effective for version in work.versions if version.kind == "enactment"), date.min)
    for origin in origins:
        said = origin.ko if lang == "ko" else origin.en
        if said and as_of >= (origin.known or enacted):
            yield f"{place(origin.provision, lang)}: {said}" if len(origins) > 1 else said


def _texts(law: Law, work: Work, asked: ProvisionId) -> list[ProvisionId]:
    return [asked.at(version.effective) for version in work.versions if asked.at(version.effective) in law]


def _numbered(
    law: Law, drafts: Sequence[Draft], as_of: date, lang: Lang
) -> tuple[tuple[Step, ...], tuple[Citation, ...]]:
    """The steps with their sources numbered through; a quote that is not verbatim does not get out."""
    steps: list[Step] = []
    citations: list[Citation] = []
    for draft in drafts:
        own = grounded(law, [_cite(law, each, as_of, lang) for each in draft.evidence])
        first = len(citations) + 1
        citations += [replace(each, n=first + place) for place, each in enumerate(own)]
        steps.append(Step(draft.stage, draft.day, draft.said, tuple(range(first, first + len(own)))))
    return tuple(steps), tuple(citations)


def _cite(law: Law, evidence: Evidence, as_of: date, lang: Lang) -> Citation:
    work, words = law.work(evidence.id.work), law.provision(evidence.id).rendition(lang)
    return Citation(
        n=0,
        id=evidence.id,
        label=label(evidence.id, work, lang, law.works.values()),
        quote=evidence.quote,
        lang=words.lang,
        status=standing_on(work, evidence.id, as_of),
        authority=words.authority,
    )


def _warnings(work: Work, steps: Sequence[Step], as_of: date, lang: Lang) -> tuple[Caution, ...]:
    """That only the enacted text is law, which enacted texts are not at hand, and that nothing is known."""
    if not steps:
        first = next((version.effective for version in work.versions if version.held), work.versions[0].effective)
        said = say("history_nothing", lang, work=work.name(lang), day=first)
        return (Caution("before_record", said),)
    away = [each for each in work.versions if each.kind == "enactment" and not each.held and each.effective <= as_of]
    values = [{"number": each.number, "date": each.effective} for each in away]
    missing = tuple(Caution("text_not_held", say("history_not_held", lang, **each)) for each in values)
    return (*missing, Caution("not_law", say("history_law", lang)))
