"""The words of a question and of a sentence, set beside each other."""

import re
from functools import cache

from corpus.works import Lang
from rag.tables import load_table

_WORD = {"ko": re.compile(r"[가-힣A-Za-z0-9]+"), "en": re.compile(r"[A-Za-z]+|\d+")}
_PARTICLE = re.compile(
    r"(?:에서는|에게는|으로는|에서|에게|까지|부터|마다|으로|에는|에도|께서|이란|란|은|는|이|가|을|를|의|에|와|과|도|만|로)$"
)
_ASKING_END = re.compile(
    r"(?:(?:하(?:나|는|여|였|고|도|기|려|지)|해(?:야|도|서)?|되(?:나|는|어|고|었|기|지)|돼(?:야|요)?|인가|인지|입니|였|이었|예요|이에요)"
    r"[가-힣]*|(?<=[가-힣]{2})(?:할|될|된|합니[가-힣]*|했[가-힣]*|됩니[가-힣]*|한다|한가요))$"
)
_SUFFIX_EN = re.compile(r"(?:ations?|ing|ies|ed|es|s|e|y)$")
_SHORT = {"ai": ("artificial", "intelligence")}


def asking(kind: str, lang: Lang) -> re.Pattern[str]:
    """The pattern of how a kind of question is put."""
    return _compiled(kind, lang)


@cache
def _compiled(kind: str, lang: Lang) -> re.Pattern[str]:
    return re.compile(load_table("answering/asking")[kind][lang], re.IGNORECASE)


def content_words(topic: str, lang: Lang) -> tuple[str, ...]:
    """What a question is about: its words without endings, particles and the words that only ask."""
    bare = (_bare_ko(each) if lang == "ko" else each.casefold() for each in _WORD[lang].findall(topic))
    words = [part for each in bare if each for part in (_SHORT.get(each, (each,)) if lang == "en" else (each,))]
    return tuple(each for each in words if not _compiled("words", lang).match(each))


def stands_in(word: str, text: str, lang: Lang) -> bool:
    """Whether a word stands in a text, in whatever form the language inflects it."""
    if lang == "ko":
        return re.search(rf"(?<!\d){re.escape(word.casefold())}", _joined(text)) is not None
    stem = stem_en(word)
    return any(stem_en(each) == stem for each in _WORD["en"].findall(text))


def share_in(words: tuple[str, ...], text: str, lang: Lang) -> float:
    """How many of the words stand in a text (0 to 1; 0 without words)."""
    return sum(stands_in(each, text, lang) for each in words) / len(words) if words else 0.0


def stem_en(word: str) -> str:
    """An English word without its inflection, as far as two forms of it come to the same."""
    bare = word.casefold()
    return _SUFFIX_EN.sub("", bare) if len(bare) > 4 else bare.removesuffix("s") if len(bare) > 3 else bare


def bare_noun(word: str) -> str:
    """A Korean word without its particle."""
    found = _PARTICLE.search(word)
    return word[: found.start()] if found and len(word) - len(found[0]) >= 2 else word


def _bare_ko(word: str) -> str:
    """A word without the ending or the particle; one syllable is left only of a word that asks."""
    if cut := _ASKING_END.search(word):
        return word[: cut.start()]
    found = _PARTICLE.search(word)
    short = word[: found.start()] if found else word
    return short if len(short) != 1 or _compiled("words", "ko").match(short) else word


def _joined(text: str) -> str:
    return re.sub(r"\s", "", text).casefold()
