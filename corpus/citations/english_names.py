"""Works named in an English text: the Framework Act on …, the Enforcement Decree of that Act, this Ordinance."""

import re
from collections.abc import Iterator

from corpus.citations.names import Name

_KIND = re.compile(r"(?<![\w-])(?:Act|Ordinance|Decree|Law|Rules?|Regulation|Bill)(?![\w-])")
_LITTLE = "(?:of|on|for|and|or|to|the|in|by|with|from|concerning|against)"
_BIG = (
    r"(?!(?:Articles?|Arts?|Chapters?|Sections?|Tables?|Annex|Forms?|Paragraphs?|Subparagraphs?|Items?|Addend(?:a|um)|No)\b)"
    r"[A-Z][\w’'&-]{0,30}"
)
_RUN = re.compile(rf"(?<![\w-]){_BIG}(?:,?\s{{1,3}}(?:{_LITTLE}\s{{1,3}}){{0,3}}{_BIG}){{0,40}}")
_BREAK = re.compile(r"(?:,\s{1,3}|\s{1,3}(?=and\s|or\s))(?:and\s{1,3}|or\s{1,3})?(?P<the>the\s{1,3})?")
_RELATIVE = re.compile(
    r"(?<![\w-])(?:Enforcement\s{1,3}(?:Decree|Rules?)\s{1,3}of\s{1,3})?"
    r"(?:the\s{1,3}same|the\s{1,3}said|the\s{1,3}aforesaid|that|this|said)\s{1,3}(?:Act|Ordinance|Decree|Rules?)(?![\w-])",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"\s{0,3}\((?:hereinafter|hereafter)(?:\s{1,3}(?:referred\s{1,3}to\s{1,3}as|called))?,?\s{1,3}(?:the\s{1,3})?"
    r"[\"“](?P<short>[^\"“”]{1,60})[\"”]\)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r".*\b(?:of|on|for|to|in|by|with|from|concerning|against)\s{1,3}(?:the\s{1,3})?"
    r"|(?:(?:The|This|That|A|An|Under|If|When|Where|Pursuant|Provided|Except|According|And|Or|See|What|Does|Do|Is|Are|How"
    r"|In|By|For|On|Of|To|With|From|the)(?:\s{1,3}|$))+",
    re.DOTALL,
)
_SUBJECT = re.compile(r"\s{1,3}(?:on|for|concerning|to|against)\s")
_TO_CITED = re.compile(r"(?:’s|'s)?\s{1,3}")
_OF = re.compile(r",?\s{1,3}(?:of|under|in|from)\s{1,3}")
_THE = re.compile(r"(?:the\s{1,3}|an?\s{1,3})?(?:(?:previous|former|current)\s{1,3})?(?:Seoul(?:’s|'s)\s{1,3})?")
_NOT_IN_PLAIN = "that|says?|which|is|are|was|in|and|or|as|report|does|do|with|the|under|of|by|for|to"
_PLAIN = re.compile(
    rf"(?:(?!(?:{_NOT_IN_PLAIN})\s)[\w’'-]{{1,30}}\s){{0,5}}?(?:act|ordinance|decree|law|bill)\b", re.IGNORECASE
)
_PLAIN_BEFORE = re.compile(rf"(?<![\w’'-]){_PLAIN.pattern}(?:’s|'s)?\s$", re.IGNORECASE)
_WINDOW = 60
_KIND_ALONE = re.compile(r"ordinance|(?P<bill>(?:draft|ordinance|draft ordinance)?\s?bill|draft ordinance)", re.IGNORECASE)


def named_in_english(text: str) -> list[Name]:
    """The works named with capitals or by a word such as "the same Act"; in order, apart."""
    found = [_name(text, relative.start(), relative.end()) for relative in _RELATIVE.finditer(text)]
    rest = _RELATIVE.sub(lambda relative: "\n" * len(relative.group()), text)
    for run in _RUN.finditer(rest):
        found += _in_run(text, run.start(), run.end())
    kept: list[Name] = []
    for name in sorted(found, key=lambda each: each.start):
        if not kept or name.start >= kept[-1].reach:
            kept.append(name)
    return kept


def _in_run(text: str, start: int, end: int) -> Iterator[Name]:
    """The names in a run of words with capitals, parted where one ends and the next begins."""
    breaks = [found for found in _BREAK.finditer(text, start, end) if found.start() > start]
    for at, found in enumerate(breaks):
        right = text[found.end() : breaks[at + 1].start() if at + 1 < len(breaks) else end]
        complete = _KIND.search(text, start, found.start()) is not None
        begins = _KIND.search(right) is not None and (complete or found["the"] is not None)
        ends = found.group().startswith(",") and (found["the"] or not any("," not in b.group() for b in breaks[at + 1 :]))
        if begins or (complete and ends):
            yield from _trimmed(text, start, found.start())
            start = found.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Name]:
    """The name in a run, without the words before it that belong to the sentence; nothing where there is none."""
    kind = _KIND.search(text, start, end)
    if kind is None:
        return
    before = _NO_NAME.match(text, start, kind.start())
    first = before.end() if before else start
    if first < kind.start() or _SUBJECT.match(text, kind.end(), end):
        yield _name(text, first, end)


def _name(text: str, start: int, end: int) -> Name:
    short = _SHORT.match(text, end)
    cited = _TO_CITED.match(text, short.end() if short else end)
    reach = cited.end() if cited else (short.end() if short else end)
    return Name(" ".join(text[start:end].split()), start, end, reach, short["short"] if short else "")


def named_after(text: str, end: int, starting: dict[int, Name]) -> Name | None:
    """The work that stands after what is cited of it: Article 14 of the Smart City Act, of the AI ordinance."""
    of = _OF.match(text, end)
    if of is None:
        return None
    if of.end() in starting:
        return starting[of.end()]
    the = _THE.match(text, of.end())
    at = the.end() if the else of.end()
    plain = _PLAIN.match(text, at)
    return starting.get(at) or (_plain(plain.group(), at, plain.end()) if plain else None)


def named_before(text: str, start: int) -> Name | None:
    """The work named in plain words right before what is cited of it: the AI ordinance's Article 14."""
    offset = max(0, start - _WINDOW)
    found = _PLAIN_BEFORE.search(text[offset:start])
    return _plain(found.group().strip().removesuffix("’s").removesuffix("'s"), offset + found.start(), start) if found else None


def _plain(name: str, start: int, end: int) -> Name | None:
    kind = _KIND_ALONE.fullmatch(name)
    if kind is None:
        return Name(" ".join(name.split()), start, end, end)
    return Name("the bill", start, end, end) if kind["bill"] else None
