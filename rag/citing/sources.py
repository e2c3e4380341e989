"""Citations from provisions, and what a reader must be told of the texts they come from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.identifiers import ProvisionId, UnitKind
from corpus.labels import label
from corpus.provisions import Law
from corpus.register import REPEAL
from corpus.works import Authority, Genre, Lang, Version
from rag.answer import Caution, Citation, Counterpart
from rag.citing.unchanged import may_differ
from rag.citing.validity import Readable, readable, standing
from rag.phrases import say
from rag.questions.question import Question

_TELLING = {"whole amendment": "amendment_whole", REPEAL: "amendment_repeal"}


@dataclass(frozen=True, slots=True)
class Source:
    """A provision chosen to carry an answer, out of a readable text.

    `quote` limits it to one passage, `lead` to its own words without the units below it.
    """

    id: ProvisionId
    text: Readable
    quote: str = ""
    lead: bool = False


def cite(law: Law, source: Source, lang: Lang, n: int) -> Citation:
    """The citation of a source: in the asked language where there is a text, with its counterpart."""
    own = law.provision(source.id).rendition(lang)
    work = law.work(source.id.work)
    return Citation(
        n=n,
        id=source.id,
        label=label(source.id, work, lang, law.works.values()),
        quote=source.quote or words_of(law, source.id, own.lang, lead=source.lead),
        lang=own.lang,
        status=standing(work, source.id, source.text.standing),
        authority=own.authority,
        counterpart=None if source.quote else counterpart_of(law, source.id, own.lang, lead=source.lead),
    )


def words_of(law: Law, key: ProvisionId, lang: Lang, *, lead: bool) -> str:
    """The words of a provision with those of the units below it, or as a `lead` its own alone."""
    return law.provision(key).rendition(lang).text if lead else law.full_text(key, lang)


def counterpart_of(law: Law, key: ProvisionId, lang: Lang, *, lead: bool) -> Counterpart | None:
    """The words of a provision in the language that is not `lang`; None where there are none."""
    other: Lang = "en" if lang == "ko" else "ko"
    provision = law.provision(key)
    if not provision.speaks(other):
        return None
    return Counterpart(other, words_of(law, key, other, lead=lead), provision.rendition(other).authority)


def is_quoted_alone(law: Law, key: ProvisionId) -> bool:
    """Whether a provision is quoted without what stands below it: a section or note with words of its own."""
    return key.units[-1].kind in (UnitKind.SECTION, UnitKind.NOTE) and bool(law.provision(key).renditions[0].text)


def cautions(
    law: Law, question: Question, texts: Sequence[Readable], citations: Sequence[Citation]
) -> tuple[Caution, ...]:
    """What must be said of the cited texts, each thing once."""
    used = [text for text in texts if any(text.admits(citation.id) for citation in citations)]
    found = [
        *version_cautions(question.as_of, question.lang, used),
        *_of_addenda(question, used, citations),
        *_of_sunsets(question),
        *authority_cautions(law, question.lang, citations),
    ]
    return tuple(dict.fromkeys(found))


def version_cautions(as_of: date, lang: Lang, used: Iterable[Readable]) -> tuple[Caution, ...]:
    """What must be said of the versions of texts: superseded, or read for one that is not held."""
    return tuple(caution for text in used if text.version for caution in _of_version(as_of, lang, text, text.version))


def provision_cautions(law: Law, key: ProvisionId, as_of: date, lang: Lang) -> tuple[Caution, ...]:
    """What must be said of a provision read for a day: that its text is another day's, and may read otherwise."""
    work = law.work(key.work)
    text = readable(work, as_of)
    if text is None or text.version is None or text.version.effective != key.version:
        return ()
    if not may_differ(law, text, key):
        return version_cautions(as_of, lang, [text])
    number = text.unheld.number if text.unheld else ""
    name = label(key, work, lang, law.works.values())
    said = say("text_changed", lang, label=name, day=as_of, number=number, date=text.version.effective)
    return (Caution("text_changed", said),)


def _of_version(as_of: date, lang: Lang, text: Readable, version: Version) -> Iterator[Caution]:
    name = text.work.name(lang, version.effective)
    if text.later:
        times = say("times", lang, number=len(text.later)) if text.later[1:] else say("once", lang)
        values = {"date": version.effective, "times": times, "first": amendment(text.later[0], lang)}
        message = say("superseded_text", lang, name=name, **values)
        if telling := [each for each in text.later[1:] if each.kind in _TELLING]:
            listed = ", ".join(amendment(each, lang) for each in telling)
            message = f"{message} {say('among_them', lang, listed=listed)}"
        yield Caution("superseded_text", message)
    if text.unheld is not None:
        values = {"day": as_of, "number": text.unheld.number, "date": version.effective}
        yield Caution("text_not_held", say("text_not_held", lang, name=name, **values))


def amendment(version: Version, lang: Lang) -> str:
    """A version as it is named among others: No. 7026 (March 28, 2019, whole amendment)."""
    return say(_TELLING.get(version.kind, "amendment"), lang, number=version.number, date=version.effective)


def _of_addenda(question: Question, used: Iterable[Readable], citations: Sequence[Citation]) -> Iterator[Caution]:
    """Addenda of an amendment say when the amendment took effect, not when the ordinance did."""
    for text in used:
        first = text.work.versions[0] if text.work.versions else None
        for citation in citations:
            head = citation.id.units[0]
            foreign = head.kind is UnitKind.ADDENDA and first is not None and head.number != first.number
            if foreign and first and first.kind == "enactment" and text.admits(citation.id):
                values = {"name": text.work.name(question.lang), "number": head.number, "first": first.number}
                yield Caution("addenda_of", say("addenda_of", question.lang, date=first.effective, **values))


def _of_sunsets(question: Question) -> Iterator[Caution]:
    for _, body in question.bodies:
        if body.sunset is not None and body.sunset < question.as_of:
            name = next(each for each in body.names if each.isascii() == (question.lang == "en"))
            yield Caution("sunset_passed", say("sunset_passed", question.lang, body=name, date=body.sunset))


def authority_cautions(law: Law, lang: Lang, citations: Sequence[Citation]) -> Iterator[Caution]:
    """What must be said of how far the wording of the cited texts can be relied on."""
    if any(citation.authority is Authority.UNOFFICIAL_RENDITION for citation in citations):
        yield Caution("unofficial_rendition", say("unofficial_rendition", lang))
    if lang == "ko" and any(citation.authority is Authority.OFFICIAL_TRANSLATION for citation in citations):
        yield Caution("english_only", say("english_only", lang))
    if lang == "en" and any(
        citation.authority is Authority.OFFICIAL and citation.lang == "ko" for citation in citations
    ):
        yield Caution("korean_only", say("korean_only", lang))
    if any(law.work(citation.id.work).genre is not Genre.ORDINANCE for citation in citations):
        yield Caution("not_law", say("not_law", lang))
