"""Works named in a Korean text: 「…」, ‘…법안’, 같은 법 시행령, 이 조례, and plain names before an article."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SP = r"\s{0,3}"
_KIND = r"(?:법(?:\s?률)?|령|규\s?칙|조\s?례|규정)안?(?:\s?\(대안\))?|보고서|업무보고"
_DECREE = rf"(?:{SP}(?:시행령|시행규칙)(?![가-힣]*[」』｣]))?"
_BRACKETED = re.compile(rf"[「『｢](?P<name>[^「『｢」』｣]{{0,90}}?(?:{_KIND}))[」』｣](?P<decree>{_DECREE})")
_QUOTED = re.compile(
    rf"[‘'“\"](?P<name>[^‘'“\"’”()]{{2,80}}?(?:법률|법|조례|시행령|시행규칙)(?:안(?:{SP}\(대안\))?)?)[’'”\"](?P<decree>{_DECREE})"
)
_AFTER = r"(?=제|에|의|은|는|을|를|과|와|도|만|로|부터|까지|이나|및|또는|[^가-힣]|$)"
_RELATIVE = re.compile(
    rf"(?<![가-힣])(?P<name>(?:(?:같은|위){SP}|동\s{{0,1}})(?:법률|법|영|령|규칙|조례)(?:{SP}시행(?:령|규칙))?"
    rf"|(?:이\s{{1,3}}|본{SP})(?:법률|법|영|규칙|조례)){_AFTER}"
)
_SHORT = re.compile(rf"{SP}\(이하{SP}[\"“‘'「](?P<short>[^\"”’'」]{{1,60}})[\"”’'」][^()]{{0,40}}\)")
_ASIDE = re.compile(rf"{SP}\([^()]{{0,60}}\)(?={SP}(?:의{SP})?(?:제|부칙|별표))")
_OF = re.compile(rf"{SP}(?:의\s{{1,3}})?")
_WINDOW = 90
_LAST_WORD = re.compile(rf"(?P<name>[가-힣ㆍ·･]*(?:법률?|시행령|시행규칙|조례|규칙)안?|(?<![가-힣])영|제정안|수정안|개정안){SP}(?:의\s)?$")
_NO_LAW = re.compile(r"(?:[방입불합적문수어]법|(?:^|[가-힣])(?:용법|편법|요법)|^(?:기법|해법|위법|준법|사법|공법))$")
BILLS = frozenset("안 제정안 수정안 개정안 조례안 법안 법률안 제정조례안 개정조례안 규칙안".split()) | {"the bill"}
_OPEN = re.compile(r"(?:기본|특별|특례|관리|보호|촉진|진흥|지원|육성|이용|운영|처벌)?(?:법|조례|규칙)안?|법률안?|시행령|시행규칙")
_STOP = re.compile(r".*(?:[은는을를며고면]|에서|으?로|한다|하여|따라|따른|의한|하는|정한|있는|과|와)|다만|또한|현행|종전의?|해당|또는|그|즉|한편")


@dataclass(frozen=True, slots=True)
class Name:
    """A work named from `start` to `end`; what is cited of it may stand at `reach`; `short` is what it will be called."""

    text: str
    start: int
    end: int
    reach: int
    short: str = ""

    @property
    def bill(self) -> bool:
        """Whether it is a bill and not yet law."""
        return re.search(r"(?:안(?:\s?\(대안\))?|\bbill)$", self.text, re.IGNORECASE) is not None


def named_in_korean(text: str, short: Iterable[str] = ()) -> list[Name]:
    """The works named in marks or by a word such as 같은 법, and by the short names given; in order, apart."""
    found = [_name(text, m) for pattern in (_BRACKETED, _QUOTED, _RELATIVE) for m in pattern.finditer(text)]
    found += (_name(text, m) for word in short if _is_korean_law(word) for m in _plain(word).finditer(text))
    kept: list[Name] = []
    for name in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or name.start >= kept[-1].reach:
            kept.append(name)
    return kept


def named_before(text: str, start: int) -> Name | None:
    """The work named in plain words right before a place in a Korean text: 지방자치법 제28조."""
    window = text[max(0, start - _WINDOW) : start]
    aside = re.search(rf"\(이하[^()]{{0,60}}\){SP}$", window)
    if aside:
        window = window[: aside.start()]
    found = _LAST_WORD.search(window)
    if found is None or (_NO_LAW.search(found["name"]) and found["name"] != "소방법"):
        return None
    first = _beginning(window, found)
    name = " ".join(window[first : found.end("name")].split())
    offset = max(0, start - _WINDOW)
    return None if name in ("조례", "규칙") else Name(name, offset + first, offset + found.end("name"), start)


def _beginning(window: str, found: re.Match[str]) -> int:
    """Where a plain name begins: one word, or as many as a general word such as 기본법 or 조례 needs."""
    first, needs = found.start("name"), bool(_OPEN.fullmatch(found["name"]))
    if found["name"] in BILLS:
        return first
    words = list(re.finditer(r"\S+", window[:first]))
    if words and words[-1].end() == first:  # glued to a mark or a letter that is no part of a name
        return first
    for word in reversed(words[-8:]):
        if not needs or not re.fullmatch(r"[가-힣A-Za-zㆍ·･]+", word.group()) or _STOP.fullmatch(word.group()):
            break
        if word.group() != "및":
            first = word.start()
        needs = found["name"] not in ("시행령", "시행규칙") or bool(_OPEN.fullmatch(word.group()))
    return first


def _name(text: str, found: re.Match[str]) -> Name:
    decree = found.groupdict().get("decree") or ""
    short = _SHORT.match(text, found.end())
    aside = short or _ASIDE.match(text, found.end())
    of = _OF.match(text, aside.end() if aside else found.end())
    name = " ".join(f"{found['name']} {decree}".split())
    return Name(name, found.start(), found.end(), of.end() if of else found.end(), short["short"] if short else "")


def _is_korean_law(word: str) -> bool:
    return re.search(r"[가-힣](?:법|법률|조례|규칙|영)$", word) is not None


def _plain(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![가-힣])(?P<name>{re.escape(word)}){_AFTER}")


def short_names_in_korean(text: str) -> Iterator[tuple[str, str]]:
    """The short names that a Korean text gives to works: 「…」(이하 "스마트도시법"이라 한다)."""
    yield from ((name.short, name.text) for name in named_in_korean(text) if name.short)
