"""Yes or no to a question that says a number itself: made every five years, a term of three years."""

import re

from corpus.works import Lang
from rag.answering.heads import head_of
from rag.answering.sentences import Sentence, number_in_words
from rag.answering.words import asking
from rag.questions.question import Question

_CLAIM_KO = re.compile(
    r"(?P<every>(?P<n>\d+)\s?년(?=마다)|매년)|(?<=[가-힣]\s)(?P<term>\d+)\s?년(?=인가|이에요|예요|입니까|이죠|이\s?맞|동안인가)"
)
_CLAIM_EN = re.compile(
    r"\b(?P<every>every (?P<n>[a-z]+|\d+) years|every year)\b|\b(?P<term>[a-z]+|\d+)[ -]years?\b", re.IGNORECASE
)
_WHETHER_EN = re.compile(r"^(?:is|are|does|do|must|has|will|shall)\b", re.IGNORECASE)
_AI_KO = re.compile(r"(?<![A-Za-z])AI(?![A-Za-z])\s*", re.IGNORECASE)
_MAKING_KO = re.compile(r"(?:세우|세워|만들|짜)(?:나요|야|어야|는|니|죠|어)?[가-힣]*")
_MAKING_EN = re.compile(r"\b(?:made|drawn up|prepared|written|set up|set|long)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+|[a-z]+", re.IGNORECASE)


def claimed(question: Question, sentence: Sentence, lang: Lang, heading: str) -> bool | None:
    """Whether the number of years that a question names is the one that the sentence has for what is asked.

    None where the question names none or is not of yes or no, and where the sentence has no such expression that is
    sure to answer the question without that number.
    """
    found = (_CLAIM_KO if lang == "ko" else _CLAIM_EN).search(question.text)
    if not found or asking("doubt", lang).search(question.text):
        return None
    if lang == "en" and not _WHETHER_EN.match(question.text.strip()):
        return None
    named = 1 if found["every"] and not found["n"] else number_in_words(found["n"] or found["term"])
    said = _number_in(head_of(*_open(question, found, lang), sentence, lang, heading))
    return None if named is None or said is None else named == said


def _open(question: Question, found: re.Match[str], lang: Lang) -> tuple[str, str]:
    """The question and its topic as they would be put by someone who does not name the number."""
    if lang == "en":
        asked = "How often " if found["every"] else ""
        text, topic = (_MAKING_EN.sub(" ", each.replace(found[0], " ")) for each in (question.text, question.topic))
        return f"{asked}{text}", topic
    wh = "몇 년마다" if found[0] == "매년" else "몇 년"
    bare = (_AI_KO.sub("인공지능", each).replace(found[0], wh) for each in (question.text, question.topic))
    text, topic = (_MAKING_KO.sub("수립하나요", each) for each in bare)
    return text, topic


def _number_in(head: str) -> int | None:
    """The number of years in an expression of a provision; of each year one."""
    if re.fullmatch(r"매년|each year|once a year|every year", head):
        return 1
    if re.search(r"\d{4}년|[월전]|until|before", head) or not re.search(r"\d년|years\b", head):
        return None
    return next((n for each in _NUMBER.findall(head) if (n := number_in_words(each)) is not None), None)
