"""How a text has a committee get its chairperson, and what became of that in another."""

import re

from corpus.works import Lang
from rag.phrases import say

_WAYS = {
    "ko": {
        "chair_mayor": re.compile(r"위원장은 시장이 (?:되|맡)"),
        "chair_elected": re.compile(r"위원장(?:과|은|을)[^.]{0,60}호선"),
        "chair_named": re.compile(r"위원장은[^.]{0,60}시장이 (?:위촉|임명|지명)"),
    },
    "en": {
        "chair_mayor": re.compile(r"Mayor shall (?:serve as|be|become) the chairperson", re.IGNORECASE),
        "chair_elected": re.compile(r"(?<!vice )chairperson[^.;]{0,60}\belected\b", re.IGNORECASE),
        "chair_named": re.compile(
            r"(?<!vice )chairperson shall be (?:appointed|commissioned|designated) by the Mayor", re.IGNORECASE
        ),
    },
}


def chair_told(old: str, new: str, lang: Lang) -> str:
    """A sentence on how the way to the chair changed; empty where the two texts do not both tell it, or tell the same.

    Both texts are in the language.
    """
    before, after = (_way(text, lang) for text in (old, new))
    if not before or not after or before == after:
        return ""
    return say("chair_changed", lang, old=say(before, lang), new=say(after, lang))


def _way(text: str, lang: Lang) -> str:
    return next((name for name, pattern in _WAYS[lang].items() if pattern.search(text)), "")
