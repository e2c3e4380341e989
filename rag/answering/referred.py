"""What the exact references in a searched text lead to, before what its words find."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.provisions import Law
from corpus.works import LANGS, Lang
from rag.answering.by_bill import articles_quoted
from rag.answering.by_name import provisions_of_names
from rag.answering.by_section import sections_named
from rag.answering.places import places
from rag.citing.sources import Source, words_of
from rag.citing.validity import Readable
from rag.questions.question import Question
from rag.search.filters import Filters
from rag.search.hit import Hit

_ABOVE = 1.0


def referred_first(
    law: Law, question: Question, texts: Sequence[Readable], filters: Filters, found: Sequence[Hit], *, bare: bool
) -> list[Hit]:
    """The provisions that the text refers to, by a `bare` name or by number, then the others found; each once.

    Where a reference may be to several ordinances, those of its provisions come first that were found, too.
    A provision referred to meets the whole question, and its score is above that of all that were found.
    """
    score = _ABOVE + max((hit.score for hit in found), default=0.0)
    rank = {hit.id: place for place, hit in enumerate(found)}
    named: dict[object, Hit] = {}
    names = [provisions_of_names(law, question, texts)] if bare else []
    for sources in (*names, *_places(law, question, texts)):
        hits = [hit for source in sources for hit in _hits(law, question, filters, source, score)]
        for hit in sorted(hits, key=lambda each: rank.get(each.id, len(found))):
            named.setdefault(hit.id, hit)
    return [*named.values(), *(hit for hit in found if hit.id not in named)]


def _places(law: Law, question: Question, texts: Sequence[Readable]) -> Iterator[Iterable[Source]]:
    yield articles_quoted(law, question, texts)
    yield from (each.sources for each in places(law, question, texts))
    yield sections_named(law, question, texts)


def _hits(law: Law, question: Question, filters: Filters, source: Source, score: float) -> Iterator[Hit]:
    """The hit of a source, in the language of the question where that is there and admitted."""
    provision = law.provision(source.id)
    langs: list[Lang] = [question.lang, *(lang for lang in LANGS if lang != question.lang)]
    spoken = [lang for lang in langs if filters.admits_lang(lang) and provision.speaks(lang)]
    text = words_of(law, source.id, spoken[0], lead=source.lead) if spoken else ""
    if text and filters.admits(source.text, source.id):
        yield Hit(source.id, spoken[0], text, score, 1.0)
