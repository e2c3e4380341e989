"""Answers to questions how many articles an ordinance has, counted in its text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.identifiers import ProvisionId, UnitKind
from corpus.labels import place
from corpus.legislation import Evidence
from corpus.provisions import Law
from rag.answer import Answer, Kind
from rag.answering.computing import pattern
from rag.answering.places import ordinances_named
from rag.answering.stating import stated
from rag.answering.words import content_words
from rag.citing.validity import Readable
from rag.history.statement import Statement
from rag.phrases import names_listed, say
from rag.questions.question import Question

_COUNTING = re.compile(
    r"^(?:전체|조문|조항|조|조로|조문으로|수|총|모두|전부|몇|개|개의|개나|개로|구성\w*|되어\w*|돼\w*|있\w*|이루어\w*|articles?|many|total|have|has|there|contains?"
    r"|consists?|ordinances?|made|up|altogether|all)$"
)


def by_counting_articles(law: Law, question: Question, texts: Sequence[Readable]) -> Answer | None:
    """How many articles the one ordinance named has, and which of them were deleted; None where that is not asked."""
    named = list(dict.fromkeys(ordinances_named(question)))
    if len(named) != 1 or question.references or not pattern("articles").search(question.text):
        return None
    text = next((each for each in texts if each.work is named[0]), None)
    only = all(_COUNTING.match(each) for each in content_words(question.topic, question.lang))
    if text is None or text.version is None or text.unheld is not None or not only:
        return None
    found = _articles(law, ProvisionId(named[0].slug, text.version.effective))
    kept = [each for each in found if law.provision(each).deleted is None]
    cited = tuple(Evidence(key, law.full_text(key, question.lang)) for key in (kept[0], kept[-1]))
    told = _told(found, kept, question, named[0].name(question.lang, text.version.effective), text)
    return replace(stated(law, question, [Statement(told, cited)]), kind=Kind.PROVISION)


def _articles(law: Law, head: ProvisionId) -> list[ProvisionId]:
    """The articles of a text in their order; those of its addenda are none."""
    at_head = [each.id for each in law if (each.id.work, each.id.version) == (head.work, head.version)]
    return [each for each in at_head if each.article == each and each.units[0].kind is UnitKind.ARTICLE]


def _told(
    found: Sequence[ProvisionId], kept: Sequence[ProvisionId], question: Question, name: str, text: Readable
) -> str:
    lang = question.lang
    gone = names_listed([place(each, lang) for each in found if each not in kept], lang)
    values = {"number": len(found), "first": place(found[0], lang), "last": place(found[-1], lang), "kept": len(kept)}
    day = text.version.effective if text.version else question.as_of
    phrase = "articles_some_deleted" if gone else "articles_counted"
    return say(phrase, lang, gone=gone, work=name, date=day, **values)
