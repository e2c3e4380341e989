"""Works named in an English text: the Framework Act on …, the Enforcement Decree of that Act, this Ordinance."""

import re
from collections.abc import Iterator, Mapping

from corpus.citations.names import Name
from corpus.citations.patterns import words

_KIND = re.compile(r"(?<![\w-])(?:Act|Ordinance|Decree|Law|Rules?|Regulation|Bill)(?![\w-])")
_LITTLE = "(?:of|on|for|and|or|to|the|in|by|with|from|concerning|against)"
_BIG = (
    r"(?!(?:Articles?|Arts?|Chapters?|Sections?|Tables?|Annex|Forms?|Paragraphs?|Subparagraphs?|Items?|Addend(?:a|um)|No)\b)"
    r"[A-Z][\w’'&-]{0,30}"
)
_RUN = words(rf"(?<![\w-]){_BIG}(?:,? (?:{_LITTLE} ){{0,3}}{_BIG}){{0,40}}", re.NOFLAG)
_BREAK = words(r"(?:, | (?=and\s|or\s))(?:(?:and|or) )?(?P<the>the )?", re.NOFLAG)
_QUOTED = words(
    r"(?<!\()(?<![\w’'])[\"“‘'][A-Za-z][^\"“”‘()]{1,80}?[\"”’'] "
    r"(?:Basic |Framework )?(?:Act|Ordinance|Decree|Law|Bill)(?![\w-])"
)
_RELATIVE = words(
    r"(?<![\w-])(?:Enforcement (?:Decree|Rules?) of )?(?:the same|the said|the aforesaid|that|this|said)"
    r" (?:Act|Ordinance|Decree|Rules?)(?![\w-])"
)
_SHORT = words(
    r"\s{0,3}\((?:hereinafter|hereafter)(?: (?:referred to as|called))?,? (?:the )?"
    r"[\"“](?P<short>[^\"“”]{1,60})[\"”]\)"
)
_BEFORE_NAME = words(
    r".{0,1200}\b(?:of|on|for|to|in|by|with|from|concerning|against) (?:the )?"
    r"|(?:(?:The|This|That|A|An|Under|If|When|Where|Pursuant|Provided|Except|According|And|Or|See|What|Does|Do|Is|Are"
    r"|How|In|By|For|On|Of|To|With|From|the)(?: |$)){1,5}",
    re.DOTALL,
)
_SUBJECT = words(r" (?:on|for|concerning|to|against)\s", re.NOFLAG)
_TO_CITED = words("(?:’s|'s)? ")
_OF = words(",? (?:of|under|in|from) ")
_THE = words("(?:the |an? )?(?:(?:previous|former|current) )?(?:Seoul(?:’s|'s) )?(?:[“\"](?=[A-Z]))?")
_NO_PLAIN = "that|says?|which|is|are|was|in|and|or|as|report|does|do|with|the|under|of|by|for|to"
_PLAIN = rf"(?:(?!(?:{_NO_PLAIN})\s)[\w’'-]{{1,30}}\s){{0,5}}?(?:act|ordinance|decree|law|bill)\b"
_PLAIN_AFTER = words(_PLAIN)
_PLAIN_BEFORE = words(rf"(?<![\w’'-])(?P<name>{_PLAIN})(?:’s|'s)?\s$")
_WINDOW = 60
_KIND_ALONE = words("ordinance|(?P<bill>(?:draft |draft ordinance |ordinance )?bill|draft ordinance)")


def named_in_english(text: str) -> list[Name]:
    """The works named with capitals or by a word such as "the same Act"; in order, apart."""
    found = [_name(text, relative.start(), relative.end()) for relative in _RELATIVE.finditer(text)]
    found += [_name(text, quoted.start(), quoted.end()) for quoted in _QUOTED.finditer(text)]
    rest = _QUOTED.sub(_blank, _RELATIVE.sub(_blank, text))
    for run in _RUN.finditer(rest):
        found += _in_run(text, run.start(), run.end())
    kept: list[Name] = []
    for name in sorted(found, key=lambda each: each.start):
        if not kept or name.start >= kept[-1].reach:
            kept.append(name)
    return kept


def named_after(text: str, end: int, starting: Mapping[int, Name]) -> Name | None:
    """The work that stands after what is cited of it: Article 14 of the Smart City Act, of the AI ordinance."""
    of = _OF.match(text, end)
    if of is None:
        return None
    the = _THE.match(text, of.end())
    at = the.end() if the else of.end()
    named = starting.get(of.end()) or starting.get(at - 1) or starting.get(at)
    plain = None if named else _PLAIN_AFTER.match(text, at)
    return _plain(plain.group(), at, plain.end()) if plain else named


def named_before(text: str, start: int) -> Name | None:
    """The work named in plain words right before what is cited of it: the AI ordinance's Article 14."""
    offset = max(0, start - _WINDOW)
    found = _PLAIN_BEFORE.search(text[offset:start])
    return _plain(found["name"], offset + found.start(), start) if found else None


def _blank(found: re.Match[str]) -> str:
    return "\n" * len(found.group())


def _in_run(text: str, start: int, end: int) -> Iterator[Name]:
    """The names in a run of words with capitals, parted where one ends and the next begins."""
    breaks = [found for found in _BREAK.finditer(text, start, end) if found.start() > start]
    for at, found in enumerate(breaks):
        right = text[found.end() : breaks[at + 1].start() if at + 1 < len(breaks) else end]
        complete = _KIND.search(text, start, found.start()) is not None
        begins = _KIND.search(right) is not None and (complete or found["the"] is not None)
        series = any("," not in later.group() for later in breaks[at + 1 :])
        ends = complete and found.group().startswith(",") and (found["the"] is not None or not series)
        if begins or ends:
            yield from _trimmed(text, start, found.start())
            start = found.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Name]:
    """The name in a run, without the words before it that belong to the sentence; nothing where there is none."""
    kind = _KIND.search(text, start, end)
    if kind is None:
        return
    end -= 2 * text[start:end].endswith(("’s", "'s"))
    before = _BEFORE_NAME.match(text, start, kind.start())
    first = before.end() if before else start
    if first < kind.start() or _SUBJECT.match(text, kind.end(), end):
        yield _name(text, first, end)


def _name(text: str, start: int, end: int) -> Name:
    short = _SHORT.match(text, end)
    last = short.end() if short else end
    cited = _TO_CITED.match(text, last)
    name = " ".join(text[start:end].split())
    return Name(name, start, end, cited.end() if cited else last, short["short"] if short else "")


def _plain(name: str, start: int, end: int) -> Name | None:
    """The name in plain words; none where they say no more than that an ordinance is meant."""
    kind = _KIND_ALONE.fullmatch(name)
    if kind is None:
        return Name(" ".join(name.split()), start, end, end)
    return Name("the bill", start, end, end) if kind["bill"] else None
