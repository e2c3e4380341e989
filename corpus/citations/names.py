"""Works named in a Korean text: 「…」, ‘…법안’, 같은 법 시행령, 이 조례, and plain names before an article."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

from corpus.citations.patterns import loose

_KIND = r"(?:법(?:\s?률)?|령|규\s?칙|조\s?례|규정)안?(?:\s?\(대안\))?|보고서|업무보고"
_DECREE = "(?: (?:시행령|시행규칙)(?![가-힣]{0,20}[」』｣]))?"
_BRACKETED = loose(rf"[「『｢](?P<name>[^「『｢」』｣]{{0,90}}?(?:{_KIND}))[」』｣](?P<decree>{_DECREE})")
_QUOTED = loose(
    r"[‘'“\"](?P<name>[^‘'“\"’”()]{2,80}?(?:법률|법|조례|시행령|시행규칙)(?:안(?: \(대안\))?)?)[’'”\"]"
    rf"(?P<decree>{_DECREE})"
)
_QUOTED_SUBJECT = loose(
    r"(?P<name>(?:“[^“”()]{2,60}”|\"[^\"()]{2,60}\"|‘[^‘’()]{2,60}’) (?:기본\s?)?조\s?례)"
    r"(?= (?:의 )?(?:제 \d|\d{1,3} 조|부칙|별표))"
)
_AFTER = "(?=제|에|의|은|는|을|를|과|와|도|만|로|부터|까지|이나|및|또는|[^가-힣]|$)"
_RELATIVE = loose(
    r"(?<![가-힣])(?P<name>(?:(?:같은|위) |동\s?)(?:법률|법|영|령|규칙|조례)(?: 시행(?:령|규칙))?"
    rf"|(?:이\s{{1,3}}|본 )(?:법률|법|영|규칙|조례)){_AFTER}"
)
_SHORT = loose(r" \(이하 [\"“‘'「](?P<short>[^\"”’'」]{1,60})[\"”’'」][^()]{0,40}\)")
_ASIDE = loose(r" \([^()]{0,60}\)(?= (?:의 )?(?:제|부칙|별표))")
_OF = loose(r" (?:의\s{1,3})?")
_TORN = re.compile(r"조 례|규 칙|법 률")
_BILL = re.compile(r"(?:안(?:\s?\(대안\))?|\bbill)$", re.IGNORECASE)

_WINDOW = 90
_DEFINED = loose(r"\(이하[^()]{0,60}\) $")
_LAST_WORD = loose(
    r"(?P<name>[가-힣ㆍ·･]{0,80}(?:법률?|시행령|시행규칙|조례|규칙)안?|(?<![가-힣])영|(?:제정|수정|개정)안) (?:의\s)?$"
)
_NO_LAW = re.compile(r"(?:[방입불합적문수어]법|용법|편법|요법|^(?:기|해|위|준|사|공)법)$")
_GENERAL = re.compile(
    r"(?:기본|특별|특례|관리|보호|촉진|진흥|지원|육성|이용|운영|처벌)?(?:법|조례|규칙)안?|법률안?|시행령|시행규칙"
)
_NAME_WORD = re.compile(r"[가-힣A-Za-zㆍ·･]{1,40}")
_NO_NAME_WORD = re.compile(
    r"[가-힣]{0,38}(?:[은는을를며고면과와]|에서|으?로|한다|하여|따라|따른|의한|하는|정한|있는)"
    r"|다만|또한|현행|종전의?|해당|또는|그|즉|한편"
)
_MOST_WORDS = 8
BILLS = frozenset(
    ("안", "제정안", "수정안", "개정안", "조례안", "법안", "법률안", "제정조례안", "개정조례안", "규칙안", "the bill")
)
"""Names that say only that a bill is meant, and not which."""


@dataclass(frozen=True, slots=True)
class Name:
    """A work named from `start` to `end`; what is cited of it may stand at `reach`; `short` is its short name."""

    text: str
    start: int
    end: int
    reach: int
    short: str = ""

    @property
    def bill(self) -> bool:
        """Whether it is a bill and not yet law."""
        return _BILL.search(self.text) is not None


def named_in_korean(text: str, short: Iterable[str] = ()) -> list[Name]:
    """The works named in marks or by a word such as 같은 법, and by the short names given; in order, apart."""
    plain = [_plain(word) for word in short if _is_korean_law(word)]
    patterns = (_BRACKETED, _QUOTED, _QUOTED_SUBJECT, _RELATIVE, *plain)
    found = [_name(text, match) for pattern in patterns for match in pattern.finditer(text)]
    kept: list[Name] = []
    for name in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or name.start >= kept[-1].reach:
            kept.append(name)
    return kept


def named_before(text: str, start: int, short: Container[str] = ()) -> Name | None:
    """The work named in plain words right before a place in a Korean text: 지방자치법 제28조.

    조례 alone names one only where it is among the short names.
    """
    offset = max(0, start - _WINDOW)
    window = text[offset:start]
    if defined := _DEFINED.search(window):
        window = window[: defined.start()]
    found = _LAST_WORD.search(window)
    if found is None or (_NO_LAW.search(found["name"]) and found["name"] != "소방법"):
        return None
    first, end = _beginning(window, found), found.end("name")
    name = " ".join(window[first:end].split())
    unnamed = name in ("조례", "규칙") and name not in short
    return None if unnamed else Name(name, offset + first, offset + end, start)


def _beginning(window: str, found: re.Match[str]) -> int:
    """Where a plain name begins: one word, or as many as a general word such as 기본법 or 조례 needs."""
    first, needs = found.start("name"), _GENERAL.fullmatch(found["name"]) is not None
    before = list(re.finditer(r"\S+", window[:first]))
    if found["name"] in BILLS or (before and before[-1].end() == first):
        return first
    for word in reversed(before[-_MOST_WORDS:]):
        named = _NAME_WORD.fullmatch(word.group()) and not _NO_NAME_WORD.fullmatch(word.group())
        if not needs or not named or (word.group() == "및" and first == found.start("name")):
            break
        first = first if word.group() == "및" else word.start()
        needs = not found["name"].startswith("시행") or _GENERAL.fullmatch(word.group()) is not None
    return first


def _name(text: str, found: re.Match[str]) -> Name:
    words = " ".join(f"{found['name']} {found.groupdict().get('decree') or ''}".split())
    name = _TORN.sub(lambda torn: torn.group().replace(" ", ""), words)
    short = _SHORT.match(text, found.end())
    aside = short or _ASIDE.match(text, found.end())
    end = aside.end() if aside else found.end()
    of = _OF.match(text, end)
    return Name(name, found.start(), found.end(), of.end() if of else end, short["short"] if short else "")


def _is_korean_law(word: str) -> bool:
    return re.search(r"[가-힣](?:법|법률|조례|규칙|영)$", word) is not None


def _plain(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![가-힣])(?P<name>{re.escape(word)}){_AFTER}")
