"""Heads in the national register's Korean texts: of divisions, articles, addenda and annexes."""

import re
from dataclasses import dataclass

from corpus.identifiers import ProvisionId, UnitKind

NUMBER = r"(?![0０]+(?!\d))\d{1,4}"
_DIVISION = re.compile(
    rf"제\s*(?P<number>{NUMBER})\s*(?P<kind>[편장절관])(?:의\s*(?P<branch>{NUMBER}))?\s*(?P<title>.*)"
)
_ORDER = "편장절관"
_KINDS = {"편": UnitKind.PART, "장": UnitKind.CHAPTER, "절": UnitKind.SECTION, "관": UnitKind.SECTION}
_DAY = r"\d{4}\s*\.\s*\d{1,2}\s*\.\s*\d{1,2}\s*\.?"
_AFTER = r"(?:\s*\([^<>]*\))?)\s*(?P<rest>(?:제\s*1\s*조\s*\(|이 \S+[은는]|①).*|)"
_BEGIN = r"(?P<mark>부\s*칙\s*(?:\([^<>]*\))?\s*[<〈]\s*"
_NUMBERED = r"[^<>\d]*제\s*0*(?P<number>[1-9][0-9]{0,6})\s*호\s*,?\s*(?P<date>[\d.\s]*)[>〉]"
ADDENDA = re.compile(_BEGIN + _NUMBERED + _AFTER)
DATED_ADDENDA = re.compile(rf"{_BEGIN}(?P<date>{_DAY})\s*[>〉]{_AFTER}")
_ANNEX = re.compile(
    rf"(?:\[\s*별\s*표\s*(?P<number>{NUMBER})?(?:\s*의\s*(?P<branch>{NUMBER}))?\s*\]"
    rf"|별\s*표\s*(?P<plain>{NUMBER})?(?=\s|$))\s*(?P<title>.*)"
)
_ARTICLE = re.compile(rf"제\s*(?P<number>{NUMBER})\s*조(?:\s*의\s*(?P<branch>{NUMBER}))?")
_UNMARKED_BRANCH = re.compile(rf"제\s*(?P<number>{NUMBER})\s*조\s*(?P<branch>{NUMBER})(?=[\s(]|$)")
_NEXT = re.compile(r"(?:까지)?\s*(?P<to>부터|내지|[~∼]|및|와|과|ㆍ|·|,)\s*(?=제\s*\d+\s*조)")
_TITLE = re.compile(r"\s*\((?P<title>(?:[^()]|\([^()]*\))*)\)\s*")
_GONE = re.compile(r"\s*(?:까지\s*)?(?P<words>[<\[(]?\s*(?:각각\s*)?(?:삭\s?제|생\s?략))")
_THROUGH = ("부터", "내지", "~", "∼")
_TWO, _WIDEST = 2, 200


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """The head of an article, or of several in one line; `end` is where it ends in the line."""

    numbers: tuple[str, ...]
    end: int
    title: str = ""


def article_head(line: str) -> ArticleHead | None:
    """The head that a line begins with: 제14조 (회의), 제5조의2, 제12조부터 제15조까지; None where there is none."""
    several = _several(line)
    found = _ARTICLE.match(line)
    if several is not None or found is None:
        return several
    title = _TITLE.match(line, found.end())
    return ArticleHead((numbered(found),), title.end() if title else found.end(), title["title"] if title else "")


def article_head_of(line: str, number: str, title: str) -> ArticleHead | None:
    """The head of the article of a number and title; None where the line begins with another or with none.

    The register writes 제8조2 here and there for 제8조의2, and brackets inside a title.
    """
    found = next((each for each in (_UNMARKED_BRANCH.match(line), _ARTICLE.match(line)) if each), None)
    if found is None or numbered(found) != number:
        head = article_head(line)
        return head if head is not None and head.numbers[0] == number else None
    printed = f"({title})"
    begin = found.end() + len(line[found.end() :]) - len(line[found.end() :].lstrip())
    if title and line.startswith(printed, begin):
        return ArticleHead((number,), begin + len(printed), title)
    head = article_head(line)
    return head if head is not None and head.numbers[0] == number else ArticleHead((number,), found.end())


def addenda_article(line: str) -> ArticleHead | None:
    """The head that a line of addenda begins with; None where 제2조 is only spoken of."""
    head = article_head(line)
    return head if head is not None and (head.title or _GONE.match(line, head.end)) else None


def addenda_number(found: re.Match[str], named: str) -> str:
    """The number of a head of addenda; of one that has a day alone, `named` or else the day as 2011.9.29."""
    told = found.groupdict().get("number") or named
    return told or ".".join(str(int(each)) for each in re.findall(r"\d+", found["date"]))


def between(first: str, last: str) -> tuple[str, ...]:
    """All numbers from the first to the last; none where that is no range."""
    if not (first.isdigit() and last.isdigit() and int(first) < int(last) <= int(first) + _WIDEST):
        return ()
    return tuple(str(each) for each in range(int(first), int(last) + 1))


def _several(line: str) -> ArticleHead | None:
    """The head of articles that one line leaves out or deletes together."""
    numbers: list[str] = []
    through, at = False, 0
    while found := _ARTICLE.match(line, at):
        number = numbered(found)
        span = between(numbers[-1], number)[1:] if through else (number,)
        if not span:
            return None
        numbers += span
        further = _NEXT.match(line, found.end())
        at = further.end() if further else found.end()
        through = further is not None and further["to"] in _THROUGH
    gone = _GONE.match(line, at)
    if len(numbers) < _TWO or not (gone or line[at:].strip() in ("", "까지")):
        return None
    return ArticleHead(tuple(numbers), gone.start("words") if gone else len(line))


def division(
    line: str, above: tuple[ProvisionId, ...], root: ProvisionId
) -> tuple[tuple[ProvisionId, ...], str] | None:
    """The ids of a part, chapter, section or subsection and of those it stands in, and its title."""
    found = _DIVISION.fullmatch(line)
    if found is None:
        return None
    kept = tuple(key for key in above if _rank(key) < _ORDER.index(found["kind"]))
    parent = kept[-1] if kept else root
    if found["kind"] == "관" and kept and _rank(kept[-1]) == _ORDER.index("절"):
        number = f"{kept[-1].units[-1].number}.{numbered(found)}"
        parent = ProvisionId(root.work, root.version, kept[-1].units[:-1])
    elif found["kind"] == "관":
        return None
    else:
        number = numbered(found)
    return (*kept, parent.child(_KINDS[found["kind"]], number)), found["title"]


def _rank(key: ProvisionId) -> int:
    unit = key.units[-1]
    if unit.kind is UnitKind.SECTION:
        return _ORDER.index("관" if "." in unit.number else "절")
    return _ORDER.index("편" if unit.kind is UnitKind.PART else "장")


def annex_head(line: str) -> tuple[str, str] | None:
    """The number and the title of an annex that a line heads: [별표 1] …; an only annex has the number 1."""
    found = _ANNEX.fullmatch(line)
    if found is None:
        return None
    number = str(int(found["number"] or found["plain"] or 1))
    branch = f"-{int(found['branch'])}" if found["branch"] else ""
    return number + branch, found["title"]


def numbered(found: re.Match[str]) -> str:
    """The number of a match as ids write it: 5-2 of 제5조의2."""
    return "-".join(str(int(found[name])) for name in ("number", "branch") if found[name])
