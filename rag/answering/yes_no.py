"""Yes or no, where a provision lets or makes the same one do the same thing as the question asks; else neither."""

import re
from dataclasses import replace

from corpus.works import Lang
from rag.answering.sentences import Sentence
from rag.answering.words import asking, content_words, stands_in, stem_en
from rag.questions.question import Question

_MAY, _MUST, _MAY_NOT = "may", "must", "may not"
_ENDS_KO = (
    (re.compile(r"(?P<verb>[가-힣ㆍ]+?)(?:할|될)\s수\s없다$"), _MAY_NOT),
    (re.compile(r"(?P<verb>[가-힣ㆍ]+?)(?:하|되)여서는\s아니\s?된다$"), _MAY_NOT),
    (re.compile(r"(?P<verb>[가-힣ㆍ]+?)(?:할|될)\s수\s있다$"), _MAY),
    (re.compile(r"(?P<verb>[가-힣ㆍ]+?)(?:하여야|되어야)\s한다$"), _MUST),
    (re.compile(r"(?:^|\s)(?P<verb>두)어야\s한다$"), _MUST),
)
_VERB_KO = re.compile(
    r"(?P<verb>[가-힣ㆍ]+?)(?:할\s*수|될\s*수|해도|하여도|돼도|되어도|해야|하여야|돼야|되어야|(?<=두)어야)\s?[가-힣\s]*\??$"
)
_SUBJECT_KO = re.compile(r"^(?P<who>[가-힣ㆍ]+?)(?:은|는|이|가|도)\s")
_TOPIC_KO = re.compile(r"^(?P<who>[가-힣ㆍ]+?)(?:은|는)\s")
_OBJECT_KO = re.compile(r"([가-힣]+?)(?:을|를)(?=\s)")
_ASKED_EN = re.compile(
    r"^(?P<modal>may|can|must|shall|should|is|are|does|do)\s+(?P<who>(?:the |an? )?[a-z]+?(?: of the [a-z]+)?)\s+"
    r"(?:(?:have|need|required|obliged|allowed|permitted) to\s+)?(?P<verb>[a-z]+)\b(?P<rest>[^?]*)\?*$",
    re.IGNORECASE,
)
_SAID_EN = re.compile(
    r"^(?:(?:To|Every|For|Within|Pursuant)\b.*?,\s)?(?P<who>(?:[Tt]he |[Aa]n? )?[A-Za-z]+)\s"
    r"(?P<modal>shall not|may not|shall|may)\s(?:[a-z]+ly\s)?(?P<verbs>[a-z]+(?:(?:,| and| or) [a-z]+)*)\b"
)
_NEED_NOT_KO = re.compile(
    r"(?:안\s*(?P<made>만들어|세워|둬|두어)도|(?P<kept>만들|세우|두)지\s*않아도|(?<=[가-힣])(?:을|를)?(?:\s안\s*해도|하지\s*않아도))\s*"
    r"(?:되|돼|괜찮)[가-힣]*(?=\s?\??$)"
)
_MUST_KO = {
    "": "해야 하나요",
    "만들어": "마련해야 하나요",
    "만들": "마련해야 하나요",
    "세워": "수립해야 하나요",
    "세우": "수립해야 하나요",
    "둬": "두어야 하나요",
    "두어": "두어야 하나요",
    "두": "두어야 하나요",
}
_AI_KO = re.compile(r"(?<![A-Za-z])AI(?![A-Za-z])\s*")
_MODALS_EN = {"shall": _MUST, "may": _MAY, "shall not": _MAY_NOT, "may not": _MAY_NOT}


def yes_or_no(question: Question, sentence: Sentence, lang: Lang, name: str) -> bool | None:
    """True for yes, False for no; None where the sentence does not settle it surely.

    It does where its one who acts, its verb and its way (may, must) are those of the question, every word of the
    question stands in it or in the `name` of its ordinance, and neither has a condition.
    """
    if lang == "ko" and (duty := _as_duty(question)) is not None:
        return False if yes_or_no(duty, sentence, lang, name) else None
    asked, text = _way_asked(question.text, lang), question.text
    if asked is None or asking("doubt", lang).search(text) or asking("condition", lang).search(sentence.plain):
        return None
    cycles = re.findall(r"every [a-z0-9]+(?: years?)?", text.casefold())
    if sentence.proviso or sentence.leaning or not all(each in sentence.plain.casefold() for each in cycles):
        return None
    found = _way_ko(question, sentence) if lang == "ko" else _way_en(text, sentence, name)
    words = content_words(question.topic, lang)
    if found is None or not words or not all(_covers(each, sentence, question, lang, name) for each in words):
        return None
    return _settled(asked, found)


def _as_duty(question: Question) -> Question | None:
    """The question whether it has to be done, of one that asks whether it need not; None where it does not ask so."""
    if not _NEED_NOT_KO.search(question.text):
        return None

    def turned(text: str) -> str:
        return _AI_KO.sub(
            "인공지능 ", _NEED_NOT_KO.sub(lambda found: _MUST_KO[found["made"] or found["kept"] or ""], text)
        )

    return replace(question, text=turned(question.text), topic=turned(question.topic))


def _covers(word: str, sentence: Sentence, question: Question, lang: Lang, name: str) -> bool:
    """Whether a word stands in the sentence; or in the name of the ordinance, where it only qualifies another."""
    if stands_in(word, sentence.plain, lang):
        return True
    qualifies = lang == "en" or f"{word} " in question.text
    return qualifies and stands_in(word, name, lang)


def _settled(asked: str, found: str) -> bool | None:
    """What must be done may not be asked for leave, and what may be done is not a duty."""
    if asked == found:
        return True
    return False if (asked, found) == (_MAY, _MAY_NOT) else None


def _way_asked(question: str, lang: Lang) -> str | None:
    """May or must, as the question asks; None where it asks for neither, or for both."""
    ways = [way for way in (_MAY, _MUST) if asking(way, lang).search(question)]
    return ways[0] if len(ways) == 1 else None


def _way_ko(question: Question, sentence: Sentence) -> str | None:
    asked = _VERB_KO.search(question.text)
    subject, topic = _SUBJECT_KO.match(question.text), _TOPIC_KO.match(sentence.plain)
    if not asked or not subject or not topic or not _is_same(subject["who"], topic["who"], question):
        return None
    objects, theirs = set(_OBJECT_KO.findall(question.text)), set(_OBJECT_KO.findall(sentence.plain))
    if not all(any(own.endswith(each) for own in theirs) for each in objects):
        return None
    for end, way in _ENDS_KO:
        found = end.search(sentence.plain)
        if found:
            verbs = set(found["verb"].split("ㆍ"))
            return way if set(asked["verb"].split("ㆍ")) <= verbs else None
    return None


def _is_same(who: str, topic: str, question: Question) -> bool:
    """Whether the one asked about is the one that the sentence is about; of a body by its full name, what it is."""
    full = [name for _, body in question.bodies for name in body.names if name.endswith(topic)]
    return who == topic or (who, topic) == ("시장", "서울특별시장") or (topic in ("위원회", "협의회") and who in full)


def _way_en(question: str, sentence: Sentence, name: str) -> str | None:
    asked, said = _ASKED_EN.match(question.strip()), _SAID_EN.match(sentence.plain)
    if not asked or not said or _who_en(asked["who"]) != _who_en(said["who"]):
        return None
    verbs = {stem_en(each) for each in re.findall(r"[a-z]+", said["verbs"])}
    rest = content_words(asked["rest"], "en")
    if stem_en(asked["verb"]) not in verbs or not all(
        stands_in(each, f"{sentence.plain} {name}", "en") for each in rest
    ):
        return None
    return _MODALS_EN[said["modal"]]


def _who_en(words: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", words.casefold()).removesuffix("s")
