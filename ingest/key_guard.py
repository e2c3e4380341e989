"""Keeps the caller's key out of what the register answers, which repeats it in links."""

import re
from html import escape
from urllib.parse import quote, quote_plus

from corpus.errors import RegisterError

_LINKED = re.compile(r"(?i)\bOC(?:=|%3D)[^&\"'<>\s\]]*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LEAF = re.compile(
    r"<(?P<tag>[^\s<>/!?]+)(?P<rest>[^<>]*)>(?P<said>(?:<!\[CDATA\[.*?\]\]>|[^<])*)</(?P=tag)\s*>", re.DOTALL
)
_LAW = frozenset({"자치법규명", "조제목", "조내용", "부칙내용", "별표제목", "별표내용"})
_TELLING = 8


def masked(said: str, key: str) -> str:
    """A message with … where it repeats the key, however that is written."""
    return _forms(key).sub("…", said)


def _forms(key: str) -> re.Pattern[str]:
    forms = {key, quote(key, safe=""), quote_plus(key), escape(key, quote=False)}
    return re.compile("|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)), re.IGNORECASE)


def without_key(text: str, key: str) -> str:
    """An answer without the key in links, comments and fields; the words of the law stay as they are.

    Raises RegisterError where the words themselves hold a key too long to be there by chance.
    """
    written = _forms(key)

    def holds(part: str) -> bool:
        return written.search(part) is not None

    def emptied(leaf: re.Match[str]) -> str:
        kept = leaf["tag"] in _LAW or not holds(leaf["said"])
        return leaf.group() if kept else f"<{leaf['tag']}{leaf['rest']}></{leaf['tag']}>"

    bare = _LINKED.sub("OC=", text)
    bare = _COMMENT.sub(lambda comment: "" if holds(comment.group()) else comment.group(), bare)
    bare = _LEAF.sub(emptied, bare)
    if len(key) >= _TELLING and holds(bare):
        raise RegisterError("The register's answer repeats the key inside the text; it is not kept.")
    return bare
