"""Where the references of a question lead: the provisions of each ordinance that they may be of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.citations import Reference
from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.naming import fold_name, ordinance_named
from corpus.provisions import Law
from corpus.works import LANGS, Genre, Work
from rag.citing.sources import Source
from rag.citing.validity import Readable
from rag.questions.question import Question


@dataclass(frozen=True, slots=True)
class Place:
    """A reference, the ordinance it names if that is at hand, the texts it may be to and what it leads to in them."""

    reference: Reference
    work: Work | None
    texts: tuple[Readable, ...]
    sources: tuple[Source, ...]


def places(law: Law, question: Question, texts: Sequence[Readable]) -> list[Place]:
    """Each reference that may be to an ordinance, with the provisions it may be to; none where none can be."""
    wanted = [each for each in question.references if _is_of_an_ordinance(each, question)]
    asked = _asked(question, texts)
    return [place for each in wanted if (place := _place(law, question, each, texts, asked)) is not None]


def ordinances_named(question: Question) -> list[Work]:
    """The ordinances that a question names, by their own names or those of the bodies they set up."""
    bodies = [work for work, _ in question.bodies]
    return [work for work in (*question.works, *bodies) if work.genre is Genre.ORDINANCE]


def _place(
    law: Law, question: Question, reference: Reference, texts: Sequence[Readable], asked: Sequence[Readable]
) -> Place | None:
    if reference.named in question.strangers:
        return None if question.elsewhere else Place(reference, None, (), ())
    named = ordinance_named(reference.named, law.works.values()) if reference.named else None
    if named is None and not asked:
        return None
    may_be = asked if named is None else _of_work(texts, named.work, gone=named.until is not None)
    found = [source for text in may_be for source in _sources(law, text, reference.units)]
    return Place(reference, named.work if named else None, tuple(may_be), tuple(found))


def _is_of_an_ordinance(reference: Reference, question: Question) -> bool:
    """Whether a reference may be to an ordinance: not to an Act, and not to a bill, whose numbers are its own."""
    return not (reference.bill or (reference.statute and not _is_at_hand(reference.statute, question)))


def _is_at_hand(statute: str, question: Question) -> bool:
    """Whether what reads like the name of an Act is that of a work, as of the rules (시행규칙) of an ordinance."""
    return any(fold_name(work.name_ko).endswith(fold_name(statute)) for work in question.works)


def _of_work(texts: Sequence[Readable], work: Work, *, gone: bool) -> list[Readable]:
    """The text of a work to read for a name of it; of two, where a name that is `gone` is asked for too, its own."""
    of_work = [text for text in texts if text.work.slug == work.slug and text.version]
    return of_work[:1] if gone else of_work[-1:]


def _asked(question: Question, texts: Sequence[Readable]) -> list[Readable]:
    """The ordinances that a reference without a name may be to: the one named, else all that are readable."""
    named = ordinances_named(question)[:1]
    if not named and question.works:
        return []
    ordinances = [text for text in texts if text.work.genre is Genre.ORDINANCE]
    return [text for text in ordinances if text.work in named] if named else ordinances


def _sources(law: Law, text: Readable, units: tuple[Unit, ...]) -> list[Source]:
    """The provision of a text; for a chapter its articles, for addenda without their number that of each set."""
    key = ProvisionId(text.work.slug, text.version.effective if text.version else None, units)
    if units[0].kind is UnitKind.CHAPTER:
        return [Source(each, text) for each in _articles_of(law, key)] if key in law else []
    if key in law:
        return [Source(key, text)] if _is_worded(law, key) else []
    if units[0] != Unit(UnitKind.ADDENDA):
        return []
    heads = {each.id.units[0] for each in law if text.admits(each.id) and each.id.units[0].kind is UnitKind.ADDENDA}
    keys = (replace(key, units=(head, *units[1:])) for head in sorted(heads, key=str))
    return [Source(each, text) for each in keys if each in law]


def _is_worded(law: Law, key: ProvisionId) -> bool:
    """Whether more than its title is at hand of a provision; of some annexes there is no more."""
    return law.provision(key).deleted is not None or any(law.full_text(key, lang) for lang in LANGS)


def _articles_of(law: Law, chapter: ProvisionId) -> Iterator[ProvisionId]:
    """The articles that stand between the head of a chapter and what comes after the chapter."""
    inside = False
    for each in law:
        if (each.id.work, each.id.version) == (chapter.work, chapter.version) and len(each.id.units) == 1:
            kind = each.id.units[0].kind
            inside = each.id == chapter or (inside and kind is UnitKind.ARTICLE)
            if inside and kind is UnitKind.ARTICLE:
                yield each.id
