"""Answers and hits as text for a terminal."""

from collections.abc import Iterable, Iterator

from corpus.provisions import Law
from corpus.works import Authority, Lang, Standing
from rag.answer import Answer, Citation
from rag.answering.neighbours import Neighbours, neighbours_of
from rag.phrases import day, say
from rag.search.hit import Hit


def answer_page(answer: Answer) -> str:
    """The answer, its sources with their counterparts, its warnings, and the day it holds for."""
    lines = [answer.answer, ""]
    for citation in answer.citations:
        lines += _source(citation, answer)
    lines += [f"⚠ {warning.message}" for warning in answer.warnings if warning.message not in answer.answer]
    lines.append(say("as_of", answer.lang, day=day(answer.as_of, answer.lang)))
    return "\n".join(lines)


def _source(citation: Citation, answer: Answer) -> Iterator[str]:
    """Where a quote stands, the quote itself where the answer does not quote it, and its counterpart."""
    yield f"[{citation.n}] {citation.label} ({standing_of(citation, answer.lang)})"
    yield f"    {citation.id}"
    if f"“{citation.quote}”" not in answer.answer:
        yield f"    {citation.lang}: “{citation.quote}”"
    if citation.counterpart is not None:
        other = citation.counterpart
        yield f"    {other.lang}: “{other.quote}” ({authority_name(other.authority, answer.lang)})"
    yield ""


def standing_of(citation: Citation, lang: Lang) -> str:
    """What a cited text is worth, in words: its version, whether it is in force, and its authority."""
    version = citation.id.version
    if version is None:
        force = [say(citation.status, lang)]
    elif citation.status is Standing.IN_FORCE:
        force = [say("effective", lang, date=version)]
    else:
        force = [say("version", lang, date=version), say(citation.status, lang)]
    if citation.authority.value != citation.status.value:
        force.append(authority_name(citation.authority, lang))
    return " · ".join(force)


def authority_name(authority: Authority, lang: Lang) -> str:
    """How far a text can be relied on, in words."""
    return say("rendition" if authority is Authority.UNOFFICIAL_RENDITION else authority.value, lang)


def hits_page(law: Law, hits: Iterable[Hit], *, neighbours: bool) -> Iterator[str]:
    """One line for each hit: score, id, and the beginning of the text; below it, its neighbours, a line each."""
    for hit in hits:
        yield f"{hit.score:5.2f}  {hit.id}  {_begin(hit.text)}"
        if neighbours:
            yield from _around(neighbours_of(law, hit.id, hit.lang), hit.lang)


def _around(around: Neighbours, lang: Lang) -> Iterator[str]:
    """The heading, then > what the provision stands under, + what stands beside it, = it in the other language."""
    if around.heading:
        yield f"       {around.heading}"
    yield from (f"     > {each.id}  {_begin(each.text)}" for each in around.leads)
    yield from (f"     + {each.id}  {_begin(each.text)}" for each in around.paragraphs)
    if around.left_out:
        yield f"     + {say('left_out', lang, more=around.left_out)}"
    if around.counterpart is not None:
        other = around.counterpart
        yield f"     = {other.lang}: {_begin(other.quote)} ({authority_name(other.authority, lang)})"


def _begin(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else f"{flat[:79]}…"
