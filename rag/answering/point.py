"""The point of an answer: the sentence of a provision that meets the question, as a colleague would say it."""

from dataclasses import dataclass, replace

from corpus.identifiers import ProvisionId, UnitKind, is_list_entry
from corpus.provisions import Law
from corpus.works import Lang
from rag.answering.claimed import claimed
from rag.answering.heads import head_of
from rag.answering.lists import Entries, entries, joined
from rag.answering.plain import is_plain
from rag.answering.sentences import Sentence, sentences, without_marks, without_turn
from rag.answering.words import content_words, share_in
from rag.answering.yes_no import yes_or_no
from rag.citing.faithful import is_faithful
from rag.questions.question import Question


@dataclass(frozen=True, slots=True)
class Point:
    """What an answer says first, in sentences without their full stops.

    `head` is the expression that answers, where one is sure; `yes` is yes or no, where that is; `listed` are the
    entries of the list that the provision opens.
    """

    sentences: tuple[str, ...]
    head: str = ""
    yes: bool | None = None
    listed: Entries | None = None


def point_of(law: Law, key: ProvisionId, question: Question, lang: Lang, *, settle: bool = True) -> Point | None:
    """The point of a provision for a question, in a language it speaks; None where it must be quoted instead.

    Unless it is to `settle` the question, it has neither a head nor a yes or no.
    """
    entry = is_list_entry(key)
    if not is_plain(law.full_text(key, lang)):
        return None
    chosen = None if entry else _chosen(law, key, question, lang)
    told = _of_entry(law, key, lang) if entry else _of_sentences(law, key, chosen, lang)
    if told is None or not all(is_faithful(law, key, each, lang) for each in told.sentences):
        return None
    if not settle or chosen is None or not _is_of_body(key, question):
        return told
    article = law.provision(key.article).rendition(lang) if key.article and key.article in law else None
    heading = article.heading if article else ""
    yes = yes_or_no(question, chosen.main, lang, law.work(key.work).name(lang))
    yes = claimed(question, chosen.main, lang, heading) if yes is None else yes
    head = head_of(question.text, question.topic, chosen.main, lang, heading) if yes is None else ""
    return replace(told, head=head if is_faithful(law, key, head, lang) else "", yes=yes)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The sentence that meets the question most, among those that have to be said with it."""

    main: Sentence
    all: tuple[Sentence, ...]


def _of_entry(law: Law, key: ProvisionId, lang: Lang) -> Point | None:
    parent = key.parent
    if parent is None or parent not in law:
        return None
    lead, own = law.provision(parent).rendition(lang), law.provision(key).rendition(lang)
    said = without_marks(joined(lead.text, own.text, lang)) if own.lang == lead.lang == lang else ""
    return Point((said,), listed=entries(law, key, lang)) if said else None


def _of_sentences(law: Law, key: ProvisionId, chosen: _Chosen | None, lang: Lang) -> Point | None:
    if chosen is None:
        return None
    return Point(tuple(without_marks(each.said) for each in chosen.all), listed=entries(law, key, lang))


def _chosen(law: Law, key: ProvisionId, question: Question, lang: Lang) -> _Chosen | None:
    """The sentence that meets most of the question, the first of those alike, with what leans on it or limits it."""
    told = sentences(law.provision(key).rendition(lang).text, lang)
    if not told:
        return None
    words = content_words(question.topic, lang)
    shares = [share_in(words, each.plain, lang) for each in told]
    at = shares.index(max(shares))
    if told[at].proviso:
        alone = without_turn(told[at], lang)
        return _Chosen(alone, (alone,))
    end = at + 1
    while end < len(told) and told[end].proviso:
        end += 1
    return _Chosen(told[at], told[at - 1 if at and told[at].leaning else at : end])


def _is_of_body(key: ProvisionId, question: Question) -> bool:
    """Whether what the question says of a body is what the provision says of it."""
    bodies = [body for work, body in question.bodies if work.slug == key.work]
    if not question.bodies:
        return True
    article = next((str(unit) for unit in key.units if unit.kind is UnitKind.ARTICLE), "")
    return any(article in body.articles for body in bodies)
