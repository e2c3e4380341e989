"""The expression that answers, in front of the sentence it stands in: 15명 이내, 3년마다, the Chairperson.

Only where it is sure: the question asks for that kind of thing, all its words stand in the sentence, and one
expression of the sentence alone can be meant.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from corpus.works import Lang
from rag.answering.sentences import Sentence, number_in_words
from rag.answering.words import asking, bare_noun, content_words, stands_in, stem_en

_PEOPLE_KO = re.compile(
    r"(?:(?P<before>[가-힣]+)\s)?(?P<number>\d+(?:명|인)(?:\s?(?:이내|이하|이상|미만))?)(?:의\s(?P<after>[가-힣]+))?"
)
_OFTEN_KO = re.compile(r"\d+년마다|매년|매월|매분기|(?:연|월)\s?\d+회(?:\s?이상)?")
_TERM_KO = re.compile(r"임기는\s(?P<term>\d+(?:년|개월)(?:\s이내)?)(?:으로|으로\s하며|간)?(?=\s?(?:로|으로|하|,))")
_UNTIL_KO = re.compile(
    r"\d{4}년 \d{1,2}월 \d{1,2}일까지|(?:다음 해 )?\d{1,2}월 (?:\d{1,2}일|말일)까지"
    r"|(?:(?:해당\s)?[가-힣]+(?:이|가)\s[가-힣]+기\s|[가-힣]+\s)?\d+(?:일|개월|년|주) 전까지"
)
_QUORUM_KO = re.compile(r"재적위원 [^ ,]+(?: 이상)?의 출석(?=으로 개의)")
_VOTES_KO = re.compile(r"출석위원 [^ ,]+(?: 이상)?의 찬성(?=으로)")
_SEATS_KO = ("위원회", "협의회", "정원", "인원", "구성원", "위원수")
_LEAST = re.compile(r"최소|적어도|이상|\bat least\b|\bminimum\b", re.IGNORECASE)
_LAST_CLAUSE_KO = re.compile(r"(?:며|고|나|되),?\s")

_PEOPLE_EN = re.compile(
    r"(?P<number>(?:not more than |no more than |up to |at least )?(?:[a-z]+|\d+)(?: or (?:fewer|more|less))?)"
    r"\s(?P<noun>(?:ex officio |commissioned )?(?:vice[ -])?(?:members?|chair\w*|secretar\w+|persons?))\b",
    re.IGNORECASE,
)
_NOUN_EN = re.compile(r"(?:vice[ -])?(?:chair\w*|secretar\w+)", re.IGNORECASE)
_OFTEN_EN = re.compile(r"every (?:(?:two|three|four|five|six|ten|\d+) )?years?|each year|once a year", re.IGNORECASE)
_TERM_EN = re.compile(r"term(?:s)? of (?:office )?(?:[a-z]+ ){0,3}?(?P<term>(?:[a-z]+|\d+) (?:years|months))")
_UNTIL_EN = re.compile(
    r"until (?:[A-Z][a-z]+\.? \d{1,2}, \d{4})"
    r"|(?:not later than|at least|by) (?:[a-z]+|\d+) (?:days|months|years) (?:before|prior to) "
    r"[a-z ]+?(?= begins|[;,]|$)(?: begins)?"
)
_QUORUM_EN = re.compile(
    r"attendance of (?P<share>(?:the|a) majority of (?:the |all )?(?:incumbent )?members(?: on the register)?)"
)


def head_of(question: str, topic: str, sentence: Sentence, lang: Lang, heading: str = "") -> str:
    """The expression that answers a question in a sentence, as a phrase; empty where none is sure.

    What the `heading` of its article says, a question may say too.
    """
    bare = " ".join(each for each in topic.split() if not _is_subject(each, sentence, heading))
    finders = _KO if lang == "ko" else _EN
    found = {head for kind, find in finders if asking(kind, lang).search(question) for head in find(bare, sentence)}
    return found.pop() if len(found) == 1 else ""


def _is_subject(word: str, sentence: Sentence, heading: str) -> bool:
    """Whether a Korean word is what its whole article is about, so that the sentence need not say it."""
    noun = bare_noun(word)
    return len(noun) > 1 and noun not in sentence.plain and noun in map(bare_noun, heading.split()[:1])


def _all_there(topic: str, text: str, lang: Lang, besides: Iterable[str] = ()) -> bool:
    """Whether every word of what is asked about stands in the text; at least one has to."""
    words = [each for each in content_words(topic, lang) if each not in besides]
    return bool(words) and all(stands_in(each, text, lang) for each in words)


def _single(found: Iterable[str]) -> list[str]:
    """The only one of several expressions; nothing where there are two."""
    each = list(dict.fromkeys(found))
    return each if len(each) == 1 else []


def _clauses_ko(sentence: Sentence) -> list[str]:
    return [each for each in _LAST_CLAUSE_KO.split(sentence.plain) if each]


def _people_ko(topic: str, sentence: Sentence) -> Iterator[str]:
    found = asking("numbers", "ko").search(topic)
    if found and found["which"] and not found["which"].endswith(_SEATS_KO):
        return
    wanted = found["noun"] if found else ""
    wanted = "위원" if wanted in _SEATS_KO else wanted
    for each in _single(m["number"] for m in _PEOPLE_KO.finditer(sentence.plain) if _noun_of(m) == wanted):
        least = bool(_LEAST.search(topic))
        if least == ("이상" in each) and _all_there(topic, f"{sentence.plain} {found['noun'] if found else ''}", "ko"):
            yield each


def _noun_of(found: re.Match[str]) -> str:
    return bare_noun(found["after"] or found["before"] or "")


def _often_ko(topic: str, sentence: Sentence) -> Iterator[str]:
    if len(_single(_OFTEN_KO.findall(sentence.plain))) == 1:
        for clause in _clauses_ko(sentence):
            yield from _OFTEN_KO.findall(clause) if _all_there(topic, clause, "ko") else ()


def _term_ko(topic: str, sentence: Sentence) -> Iterator[str]:
    if _all_there(topic, sentence.plain, "ko"):
        yield from _single(each["term"] for each in _TERM_KO.finditer(sentence.plain))


def _until_ko(topic: str, sentence: Sentence) -> Iterator[str]:
    """The day or period of the one clause that has all the words of the question but those of other clauses."""
    clauses = [each for each in _clauses_ko(sentence) if _UNTIL_KO.search(each)]
    words = [each for each in content_words(topic, "ko") if each not in ("제출", "내", "내야", "존속하")]
    if not words or not all(stands_in(each, sentence.plain, "ko") for each in words):
        return
    own = [each for each in words if sum(stands_in(each, clause, "ko") for clause in clauses) < len(clauses)]
    fit = clauses if len(clauses) == 1 else [c for c in clauses if own and all(stands_in(w, c, "ko") for w in own[-1:])]
    if len(fit) == 1:
        yield from _single(_UNTIL_KO.findall(fit[0]))


def _who_ko(topic: str, sentence: Sentence) -> Iterator[str]:
    """Who holds an office, or who does what is asked about, where the sentence names them as its subject."""
    words = content_words(topic, "ko")
    if not words:
        return
    for found in re.finditer(
        r"(?:^|[,며고]\s)([가-힣 ]+?)[은는]\s(?P<who>[^,]+?)[이가]\s(?:된다|되고|되며|맡는다)", sentence.plain
    ):
        office = found[1].split()[-1]
        if office == words[-1] or (
            office in words and _all_there(topic, sentence.plain, "ko", ("맡", "맡나요", "담당"))
        ):
            yield found["who"].removeprefix("당연직으로서 ")
    verb = words[-1]
    doer = re.match(
        rf"(?P<who>[가-힣]+)[은는]\s(?:(?!경우|때에는|[이가]\s)[^,])*?{re.escape(verb)}(?:하|ㆍ|한다)", sentence.plain
    )
    if doer and _all_there(topic, sentence.plain, "ko") and doer["who"] not in words:
        yield doer["who"]
    agent = re.search(rf"(?:중에서|의하여)\s(?P<who>[가-힣]+)[이가]\s{re.escape(verb)}한다$", sentence.plain)
    if agent and _all_there(topic, sentence.plain, "ko"):
        yield agent["who"]


def _place_ko(topic: str, sentence: Sentence) -> Iterator[str]:
    words = content_words(topic, "ko")
    if words and _all_there(topic, sentence.plain, "ko"):
        found = re.findall(rf"([가-힣]+(?:\s등)?)에\s{re.escape(words[-1])}", sentence.plain)
        yield from _single(each for each in found if each not in words)


def _quorum_ko(_topic: str, sentence: Sentence) -> Iterator[str]:
    yield from _single(_QUORUM_KO.findall(sentence.plain))


def _votes_ko(_topic: str, sentence: Sentence) -> Iterator[str]:
    yield from _single(_VOTES_KO.findall(sentence.plain))


def _people_en(topic: str, sentence: Sentence) -> Iterator[str]:
    found = asking("numbers", "en").search(topic)
    wanted = _office(found["noun"]) if found else ""
    named = [m for m in _NOUN_EN.finditer(sentence.plain) if _office(m[0]) == wanted]
    numbers = [m for m in _PEOPLE_EN.finditer(sentence.plain) if _office(m["noun"]) == wanted and _numeral(m["number"])]
    if wanted != "member" and len(named) != 1:
        return
    if not _LEAST.search(topic) and _all_there(topic, f"{sentence.plain} {found[0] if found else ''}", "en"):
        yield from _single(each["number"] for each in numbers)


def _office(noun: str) -> str:
    bare = re.sub(r"[ -]", "", noun.casefold()).removesuffix("s")
    return re.sub(r"chair(?:person|man|men|people|woman)?$", "chair", bare)


def _numeral(words: str) -> bool:
    return any(number_in_words(each) is not None for each in words.split())


def _often_en(topic: str, sentence: Sentence) -> Iterator[str]:
    if _all_there(topic, sentence.plain, "en"):
        yield from _single(_OFTEN_EN.findall(sentence.plain))


def _term_en(topic: str, sentence: Sentence) -> Iterator[str]:
    found = re.search(
        r"term of office shall be (?P<term>[a-z]+ years)|(?P<t>)for a term of (?P<other>[a-z]+ years)", sentence.plain
    )
    if found and _all_there(topic, f"{sentence.plain} term office last serve", "en"):
        yield found["term"] or found["other"]


def _until_en(topic: str, sentence: Sentence) -> Iterator[str]:
    clauses = [each for each in re.split(r"[;,] and |; ", sentence.plain) if _UNTIL_EN.search(each)]
    words = [each for each in content_words(topic, "en") if each not in ("exist", "last", "continue", "end")]
    if len(clauses) == 1 and words and all(stands_in(each, sentence.plain, "en") for each in words):
        yield from _single(_UNTIL_EN.findall(clauses[0]))


def _who_en(topic: str, sentence: Sentence) -> Iterator[str]:
    words = content_words(topic, "en")
    if not words or not _all_there(topic, sentence.plain, "en"):
        return
    holder = re.match(r"(?P<who>The .+?) shall serve as the (?P<office>[A-Za-z -]+)$", sentence.plain)
    if holder and [stem_en(each) for each in holder["office"].split()] == [stem_en(each) for each in words]:
        yield holder["who"]
    doer = re.match(
        r"(?P<who>The [A-Z][\w-]+(?: [A-Z][\w-]+)*) (?:shall|may) (?P<verbs>[a-z]+(?: and [a-z]+)?)\b", sentence.plain
    )
    if doer and stem_en(words[0]) in [stem_en(each) for each in doer["verbs"].split()]:
        yield doer["who"]


def _quorum_en(_topic: str, sentence: Sentence) -> Iterator[str]:
    yield from _single(each["share"] for each in _QUORUM_EN.finditer(sentence.plain))


_Find = Callable[[str, Sentence], Iterator[str]]
_KO: tuple[tuple[str, _Find], ...] = (
    ("numbers", _people_ko),
    ("often", _often_ko),
    ("term", _term_ko),
    ("until", _until_ko),
    ("who", _who_ko),
    ("place", _place_ko),
    ("quorum", _quorum_ko),
    ("votes", _votes_ko),
)
_EN: tuple[tuple[str, _Find], ...] = (
    ("numbers", _people_en),
    ("often", _often_en),
    ("term", _term_en),
    ("until", _until_en),
    ("who", _who_en),
    ("quorum", _quorum_en),
)
