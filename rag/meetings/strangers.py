"""Bodies that a question names and whose rules are not at hand: a school board, another city's committee."""

import re
from collections.abc import Iterator
from functools import cache

from rag.meetings.words.circumstances import committees
from rag.tables import load_table

_TABLE = "meetings/strangers"


def stranger(text: str) -> str:
    """The name of a body that is none of the five committees, where a question names no one of them; else empty.

    The committee of a district is such a body, whatever it is called.
    """
    of_district = _district().search(text)
    if of_district:
        return of_district.group()
    if next(committees(text), None) is not None:
        return ""
    return next(_named(text), "")


def _named(text: str) -> Iterator[str]:
    table = load_table(_TABLE)
    for lang in ("ko", "en"):
        council = re.search(table[f"council_{lang}"], text, re.IGNORECASE)
        if council:
            yield council.group()
        for found in re.finditer(table[lang], text, re.IGNORECASE):
            if found["name"].lower() not in table[f"bare_{lang}"]:
                yield found.group()


@cache
def _district() -> re.Pattern[str]:
    """A district right before a committee, as in 강남구 인공지능위원회; in English wherever one is named."""
    districts = "|".join(load_table("questions/elsewhere")["districts"])
    korean = rf"(?:{districts})(?:청|의회)?(?:의)?\s?[가-힣A-Za-z]*\s?[가-힣]*(?:위원회|심의회|협의회|분과)"
    return re.compile(f"{korean}|{load_table(_TABLE)['districts_en']}")
