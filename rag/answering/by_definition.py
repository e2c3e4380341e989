"""Answers to questions that ask what a term means: the definition of that very term, and no other."""

import re
from collections.abc import Iterator, Sequence

from corpus.identifiers import ProvisionId
from corpus.provisions import Law
from corpus.works import Genre, Lang, Standing
from rag.answer import Answer
from rag.answering.compose import answered
from rag.answering.places import ordinances_named, places
from rag.citing.sources import Source
from rag.citing.validity import Readable
from rag.questions.question import Question
from rag.search.defined import term_defined

_ASKED = {
    "ko": re.compile(r"뜻|정의|의미|이?란(?![가-힣])|무엇을\s*(?:말|가리)"),
    "en": re.compile(r"\bmean|\bdefin|^what(?: is| are| was| were|['’]s)\b", re.IGNORECASE),
}
_BEFORE = {
    "ko": r"(?:^|[서의은는한된상중에,:]\s+|[\"“‘'「]\s*)",
    "en": r"(?:[\"“‘']|(?:^|\b(?:what(?: is| are| was| were| does| do| did|['’]s)|meant by"
    r"|(?:meaning|definition|sense) of|defines?)\s+)"
    r"(?:the term |a |an |the )?[\"“‘']?)",
}
_AFTER = {
    "ko": r"[\"”’'」]?(?:이?란(?![가-힣])|(?:이?라는)?\s*(?:말|용어)?의?\s*(?:뜻|정의|의미)|"
    r"[은는이가]?\s*(?:무슨|어떤)\s*(?:뜻|의미)"
    r"|[은는이가]?\s*(?:어떻게\s*정의|무엇을\s*(?:말|가리)|뜻|의미))",
    "en": r"s?(?:[\"”’']|\s*(?:[?.,]|$)|\s+(?:mean|in|under|within|according|defined)\b)",
}


def by_definition(law: Law, question: Question, texts: Sequence[Readable]) -> Answer | None:
    """The definition of the longest term that the question asks the meaning of; None where no one ordinance has it."""
    if question.elsewhere or not _ASKED[question.lang].search(question.text):
        return None
    for read in (texts, *([each] for each in _before(question, texts))):
        defined = [(term, source) for term, source in _defined(law, question, read) if _asks_of(term, question)]
        longest = max((len(term) for term, _ in defined), default=0)
        sources = [source for term, source in defined if len(term) == longest]
        if sources:
            return answered(law, question, read, sources) if len({each.text.key for each in sources}) == 1 else None
    return None


def _before(question: Question, texts: Sequence[Readable]) -> Iterator[Readable]:
    """The earlier texts of the ordinances named, newest first: a term may be defined no longer."""
    for text in texts:
        if text.work in ordinances_named(question) and text.version is not None and not question.references:
            held = [each for each in text.work.versions if each.held and each.effective < text.version.effective]
            for version in reversed(held):
                later = text.work.since(version, question.as_of)
                yield Readable(text.work, version, Standing.NOT_IN_FORCE, later=later)


def _defined(law: Law, question: Question, texts: Sequence[Readable]) -> Iterator[tuple[str, Source]]:
    """The terms that the ordinances asked about define, below the provisions that the question names."""
    referred = [source.id for place in places(law, question, texts) for source in place.sources]
    named = ordinances_named(question)
    read = [each for each in texts if each.work.genre is Genre.ORDINANCE and (not named or each.work in named)]
    for provision in law:
        text = next((each for each in read if each.admits(provision.id)), None)
        if text is not None and provision.deleted is None and _is_within(provision.id, referred):
            term = term_defined(law, provision.id, question.lang)
            if term:
                yield term, Source(provision.id, text)


def _is_within(key: ProvisionId, referred: Sequence[ProvisionId]) -> bool:
    return not referred or any(each.covers(key) for each in referred)


def _asks_of(term: str, question: Question) -> bool:
    """Whether it is the meaning of this term, and of no longer one, that is asked for."""
    lang: Lang = question.lang
    letters = r"\s*".join(map(re.escape, re.sub(r"\s", "", term))) if lang == "ko" else re.escape(term)
    whole = rf"{_BEFORE[lang]}{letters}{_AFTER[lang]}"
    return any(re.search(whole, text, re.IGNORECASE) for text in (question.topic, question.sought, question.text))
