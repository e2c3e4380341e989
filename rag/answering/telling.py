"""What an answer says of its citations: the point of the first, and what else stands there, each with its markers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.identifiers import UnitKind, is_list_entry
from corpus.labels import label, place
from corpus.provisions import Law
from corpus.works import Genre, Standing
from rag.answer import Citation
from rag.answering.lists import Entries
from rag.answering.point import Point, point_of
from rag.answering.sentences import in_words
from rag.phrases import particle, say
from rag.questions.forms import expected
from rag.questions.question import Question

_WHAT_IS_DONE = re.compile(r"(?:무엇을|뭘|무슨 일을)\s*([가-힣]{2,}?)(?:하|해|한|할)")
_SHORT, _LONG, _LITTLE = 110, 4000, 12
_LISTING = ("list", "cases", "matters")
_LOWERED = ("The ", "A ", "An ", "If ", "When ", "Every ", "In ", "Each ", "Except ", "To ")


@dataclass(frozen=True, slots=True)
class _Telling:
    """What all the lines of one answer share."""

    law: Law
    question: Question
    citations: Sequence[Citation]
    sure: bool

    @property
    def several(self) -> bool:
        """Whether the citations are of several works, of which the question names none."""
        named = self.question.works or self.question.bodies
        return not named and len({each.id.work for each in self.citations}) > 1

    @property
    def equal(self) -> bool:
        """Whether the question itself names the provisions, so that none comes before another."""
        return bool(self.question.references or self.question.sections)


def told(law: Law, question: Question, citations: Sequence[Citation], *, sure: bool) -> list[str]:
    """The lines of an answer; one that is not `sure` settles nothing and names where each thing stands."""
    telling = _Telling(law, question, citations, sure)
    leads = [lead.n for each in citations if (lead := _lead_of(each, citations))]
    own = _point_first(telling, [each for each in citations if each.n not in leads])
    return [line for each in own for line in _lines(telling, each, first=each is own[0], alone=len(own) == 1)]


def _point_first(telling: _Telling, citations: Sequence[Citation]) -> list[Citation]:
    """The citations; before the others the only one in which the expression stands that answers, where one does."""
    if len(citations) < 2 or not telling.sure or telling.equal or telling.several:
        return list(citations)
    heads = [each for each in citations if (point := _point(telling, each)) and (point.head or point.yes is not None)]
    first = heads[:1] if len(heads) == 1 and heads[0].id.work == citations[0].id.work else []
    return [*first, *(each for each in citations if each not in first)]


def _lines(telling: _Telling, citation: Citation, *, first: bool, alone: bool) -> Iterator[str]:
    law, lang = telling.law, telling.question.lang
    deleted = law.provision(citation.id).deleted
    if deleted is not None:
        topic = particle(place(citation.id, "ko"), "은", "는")
        marks = _marks(telling, citation)
        yield say("deleted", lang, label=_label(telling, citation), topic=topic, date=deleted, marks=marks)
    elif not first and telling.sure and not telling.equal:
        yield _beside(telling, citation)
    else:
        name = "" if (alone or first) and telling.sure and not telling.several else _label(telling, citation)
        if telling.equal and not alone and not telling.several:
            name = place(citation.id, lang)
        yield from _point_lines(telling, citation, name, full=first or telling.equal)


def _point_lines(telling: _Telling, citation: Citation, name: str, *, full: bool) -> Iterator[str]:
    """The point of a citation, after the `name` of the place where there is one; else its quotation."""
    marks = _marks(telling, citation)
    point = _point(telling, citation)
    if point is None:
        parts = _paragraphs(telling, citation)
        if parts:
            yield from ([f"{name}:"] if name else []) + parts
        else:
            yield _quotation(telling, citation)
        return
    said = _said(telling, citation, point, marks)
    listed = point.listed if full else None
    lines = list(_entry_lines(telling.question, listed, marks)) if listed else []
    yield "".join(((f"{name}: " if name else ""), said, ":" if listed and listed.lines and ": " not in said else "."))
    yield from lines


def _point(telling: _Telling, citation: Citation) -> Point | None:
    """The point of a provision of an ordinance, in the language of the answer if it is cited in that."""
    law, question = telling.law, telling.question
    if law.work(citation.id.work).genre is not Genre.ORDINANCE or citation.lang != question.lang:
        return None
    settle = telling.sure and not telling.several and not telling.equal
    return point_of(law, citation.id, question, question.lang, settle=settle)


def _said(telling: _Telling, citation: Citation, point: Point, marks: str) -> str:
    """The sentences of a point with the markers of its citation, without the last full stop."""
    lang, version = telling.question.lang, citation.id.version
    said = f" {marks}. ".join(point.sentences) + f" {marks}"
    head = "" if _is_all_said(point) else point.head or _count(telling, point)
    if lang == "en" and said.casefold().startswith(head.casefold()):
        head = ""
    if lang == "en" and head:
        head, said = head[0].upper() + head[1:], _lowered(said)
    if citation.status is Standing.NOT_IN_FORCE and version is not None:
        return say("head_then" if head else "then", lang, date=version, head=head, said=said)
    if point.yes is not None:
        return say("yes" if point.yes else "no", lang, said=said)
    return say("head", lang, head=head, said=said) if head else said


def _is_all_said(point: Point) -> bool:
    """Whether the sentence says hardly more than the expression that would stand before it."""
    whole = point.sentences[0]
    return len(point.sentences) == 1 and point.head in whole and len(point.head) >= max(len(whole) - _LITTLE, _LITTLE)


def _count(telling: _Telling, point: Point) -> str:
    """How many entries there are, where a list is asked for, and where what is asked about them is what is said."""
    asked = any(form.name in _LISTING for form in expected(telling.question.text))
    if (done := _WHAT_IS_DONE.search(telling.question.text)) and not re.search(
        rf"{done[1]}[하한할합해]", point.sentences[0]
    ):
        return ""
    if not point.listed or not asked or not telling.sure or point.listed.count < 2:
        return ""
    return say("there_are", telling.question.lang, number=_number(point.listed.count, telling))


def _number(count: int, telling: _Telling) -> str:
    return in_words(count) if telling.question.lang == "en" else str(count)


def _entry_lines(question: Question, listed: Entries, marks: str) -> Iterator[str]:
    yield from listed.lines
    for key, day in listed.deleted:
        topic, named = particle(place(key, "ko"), "은", "는"), place(key, question.lang)
        yield say("entry_deleted", question.lang, label=named, topic=topic, date=day, marks=marks)


def _paragraphs(telling: _Telling, citation: Citation) -> list[str]:
    """The lines of each paragraph of an article that says nothing itself; none unless each can be said."""
    law, question = telling.law, telling.question
    if law.provision(citation.id).rendition(question.lang).text or citation.lang != question.lang:
        return []
    below = [each for each in law.children(citation.id) if each.id.units[-1].kind is UnitKind.PARAGRAPH]
    if law.work(citation.id.work).genre is not Genre.ORDINANCE or not below:
        return []
    full = len(law.full_text(citation.id, question.lang)) <= _LONG
    lines: list[str] = []
    for each in below:
        if each.deleted is not None:
            continue
        point = point_of(law, each.id, question, question.lang, settle=False)
        if point is None:
            return []
        lines += _paragraph(telling, citation, each.rendition(question.lang).mark, point, full=full)
    return lines


def _paragraph(telling: _Telling, citation: Citation, mark: str, point: Point, *, full: bool) -> Iterator[str]:
    """A paragraph, and its list with the entries, or where the article is too long how many there are."""
    marks, listed = _marks(telling, citation), point.listed
    said = f"{mark} " + f" {marks}. ".join(point.sentences)
    if listed and listed.lines and full:
        yield f"{said} {marks}:"
        yield from _entry_lines(telling.question, listed, marks)
    else:
        below = f" ({say('entries_below', telling.question.lang, number=listed.count)})" if listed else ""
        yield f"{said}{below} {marks}."


def _beside(telling: _Telling, citation: Citation) -> str:
    """One line for what else may be read: its place, and its sentence where that is short."""
    lang, marks = telling.question.lang, _marks(telling, citation)
    point = _point(telling, citation)
    name = _label(telling, citation)
    if point is not None and len(point.sentences) == 1 and len(point.sentences[0]) <= _SHORT:
        name = f"{name}: {point.sentences[0]}"
    elif heading := _heading(telling, citation):
        name = f"{name} ({heading})"
    return say("see_also", lang, label=name, marks=marks)


def _heading(telling: _Telling, citation: Citation) -> str:
    article = citation.id.article
    if article is None or article not in telling.law:
        return ""
    words = telling.law.provision(article).rendition(telling.question.lang)
    return words.heading if words.lang == telling.question.lang else ""


def _quotation(telling: _Telling, citation: Citation) -> str:
    """What a citation says, word for word."""
    law, lang = telling.law, telling.question.lang
    lead = _lead_of(citation, telling.citations)
    verb = "provides" if law.work(citation.id.work).genre is Genre.ORDINANCE else "says"
    values = {"label": _label(telling, citation), "quote": citation.quote, "marks": _marks(telling, citation)}
    said = say(verb if telling.sure else "close", lang, **values)
    opened = say("lead", lang, quote=lead.quote) if lead else ""
    return " ".join(filter(None, (said[0].upper() + said[1:], opened)))


def _label(telling: _Telling, citation: Citation) -> str:
    works = telling.law.works
    return label(citation.id, works[citation.id.work], telling.question.lang, works.values())


def _marks(telling: _Telling, citation: Citation) -> str:
    lead = _lead_of(citation, telling.citations)
    return f"[{citation.n}]" + (f"[{lead.n}]" if lead else "")


def _lead_of(citation: Citation, citations: Sequence[Citation]) -> Citation | None:
    """The citation of the sentence that opens the list of an entry."""
    after = [each for each in citations if each.n == citation.n + 1]
    return after[0] if after and is_list_entry(citation.id) and after[0].id == citation.id.parent else None


def _lowered(said: str) -> str:
    return said[0].lower() + said[1:] if said.startswith(_LOWERED) else said
