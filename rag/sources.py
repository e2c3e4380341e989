"""Citations from provisions, and what a reader must be told of the texts they come from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.identifiers import ProvisionId
from corpus.labels import label
from corpus.provisions import Law
from corpus.works import Authority, Genre, Lang, Standing
from rag.answer import Caution, Citation, Counterpart
from rag.phrases import say
from rag.question import Question
from rag.validity import Readable


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
        label=label(source.id, work, lang),
        quote=source.quote or _words(law, source, own.lang),
        lang=own.lang,
        status=source.text.standing,
        authority=own.authority,
        counterpart=None if source.quote else _counterpart(law, source, own.lang),
    )


def _words(law: Law, source: Source, lang: Lang) -> str:
    return law.provision(source.id).rendition(lang).text if source.lead else law.full_text(source.id, lang)


def _counterpart(law: Law, source: Source, lang: Lang) -> Counterpart | None:
    other: Lang = "en" if lang == "ko" else "ko"
    provision = law.provision(source.id)
    if not provision.speaks(other):
        return None
    return Counterpart(other, _words(law, source, other), provision.rendition(other).authority)


def cautions(
    law: Law, question: Question, texts: Sequence[Readable], citations: Sequence[Citation]
) -> tuple[Caution, ...]:
    """What must be said of the cited texts, each thing once."""
    used = [text for text in texts if any(text.admits(citation.id) for citation in citations)]
    found = [*_of_versions(question, used), *_of_authorities(law, question.lang, citations)]
    return tuple(dict.fromkeys(found))


def _of_versions(question: Question, used: Iterable[Readable]) -> Iterator[Caution]:
    lang = question.lang
    for text in used:
        name, version = text.work.name(lang), text.version
        if version is None:
            continue
        if text.later:
            later = "; ".join(say("amendment", lang, number=v.number, date=v.effective) for v in text.later)
            yield Caution(
                "superseded_text", say("superseded_text", lang, name=name, date=version.effective, later=later)
            )
        if text.unheld is not None:
            message = say(
                "text_not_held",
                lang,
                name=name,
                day=question.as_of,
                number=text.unheld.number,
                date=version.effective,
            )
            yield Caution("text_not_held", message)


def _of_authorities(law: Law, lang: Lang, citations: Sequence[Citation]) -> Iterator[Caution]:
    if any(citation.authority is Authority.UNOFFICIAL_RENDITION for citation in citations):
        yield Caution("unofficial_rendition", say("unofficial_rendition", lang))
    if any(law.work(citation.id.work).genre is not Genre.ORDINANCE for citation in citations):
        yield Caution("not_law", say("not_law", lang))


def standing(citation: Citation, lang: Lang) -> str:
    """What stands behind a label: in force from when, on what authority."""
    version = citation.id.version
    if version is None:
        force = [say(citation.status, lang)]
    elif citation.status is Standing.IN_FORCE:
        force = [say("effective", lang, date=version)]
    else:
        force = [say("version", lang, date=version), say(citation.status, lang)]
    authority = "rendition" if citation.authority is Authority.UNOFFICIAL_RENDITION else citation.authority.value
    if authority != citation.status:
        force.append(say(authority, lang))
    return " · ".join(force)
