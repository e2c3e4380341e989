"""How references are written in questions (art 14, Sec. 14, Aritcle 14, 第14條, 기본조레), put as the law writes them.

Only questions are read so: the law writes with care, and there "section 14" or "art 14" is something else.
"""

import re

from corpus.slips import is_slip

_N = r"[1-9][0-9]{0,2}(?:-[1-9][0-9]?)?"
_COUNTED = (
    "years?|months?|weeks?|days?|hours?|minutes?|seconds?|sec|times|people|persons?|members?|artists?|works?|pieces?|paintings?"
    "|exhibitions?|shows?|galler|museums?|projects?|students?|percent|million|billion|th|nd|rd|st"
)
_NUMBER = rf"(?P<n>{_N})(?![0-9A-Za-z]|[.,-][0-9]|%|\s(?:{_COUNTED})\b)"
# "art" is a word of its own: it begins a reference only where nothing or one of these stands before it.
_BEFORE_ART = re.compile(
    r"(?:^|[^\w\s]|[가-힣0-9]|\b(?:ordinance|ordinance[’']s|act|law|decree|bill|addenda|see|under|in|and|or|to|per|with|by|from|vs"
    r"|against|does|do|did|is|what|what[’']s|about|compare|read|show|me|quote|explain|cite|text of|wording of))\s*$",
    re.IGNORECASE,
)
_ART = re.compile(rf"(?<![\w-])(?P<word>[Aa]rts?|ARTS?)\s?{_NUMBER}")
_SECTION = re.compile(
    rf"(?<![\w-])(?<![0-9]\s)(?:section(?P<s>s?)\s|secs?\.?\s?|(?<!\.)s\.\s?){_NUMBER}(?!\.[0-9])", re.IGNORECASE
)
_SEC_OF_PAPER = re.compile(r"(?<![\w-])(?<![0-9]\s)sec\.?\s?(?=[1-9])", re.IGNORECASE)
_PAPER = re.compile(r"\b(?:reports?|review|reviewer[’']s|action plan|memo|note)\b|보고|검토|메모", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(r"(?<![\w-])a[a-z]{4,8}(?=\s{0,2}[1-9])", re.IGNORECASE)
_LIKE_ORDINANCE = re.compile(r"(?<![\w-])o[a-z]{6,10}(?![\w-])", re.IGNORECASE)
_NO_SLIPS = frozenset(("article", "articles", "articled", "ordinance", "ordinances", "ordnance"))
_ADDENDA = re.compile(
    rf"(?:\bthe )?\bAddend(?:a|um)(?P<no> \((?:Ordinance )?No\. ?[0-9]{{1,6}}\))?,? "
    rf"Art(?:icle |\. ?| )(?P<n>{_N}(?: ?\([1-9][0-9]?\))?)(?![0-9])",
    re.IGNORECASE,
)
_JORYE = re.compile(
    r"(?:조레|죠레|죠례)(?=[\s은는이가를을의에와과도만로]|[^가-힣]|$)|조래(?=\s?제?\s?[1-9][0-9]{0,2}\s?조)"
)
_ANNEX = re.compile(r"(?<![\w-])annex (?=[1-9])")  # in texts of law only the capital makes it a reference
_BEFORE_NAME = re.compile(
    rf"(?<![\w-])(?P<reference>(?:Articles?|Arts?\.?)\s?{_N}(?:\s?\([1-9][0-9]?\))?(?:\s?[1-9][0-9]?)?) (?:the )?"
    r"(?=(?:(?:AI|artificial|intelligence|smart|city|cities|and|informati[sz]ation|basic|framework|Seoul|metropolitan"
    r"|government|2018|2019) ){1,8}ordinance\b)",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<=paragraph [1-9]) from (?:the )?Article (?=[1-9])", re.IGNORECASE)
_HANJA_UNIT = {"條": "조", "条": "조", "項": "항", "项": "항", "號": "호", "号": "호", "章": "장"}
_HANJA_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}
_HANJA = re.compile(
    r"(?:第\s?(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,4})|(?<![0-9])(?P<bare>[0-9]{1,3}))\s?"
    r"(?P<unit>[條条項项號号章])(?!例)(?:\s?[之의]\s?(?P<branch>[0-9]{1,2}|[一二三四五六七八九十]{1,3}))?"
)
_HANJA_WORDS = (("條例", "조례"), ("条例", "조례"), ("附則", "부칙"), ("別表", "별표"))


def spelled(text: str) -> str:
    """A question with its references in the forms of the law; all else in it stays as it is."""
    text = _JORYE.sub("조례", _HANJA.sub(_from_hanja, _with_hangul(text)))
    text = _LIKE_ORDINANCE.sub(lambda word: _right(word.group(), ("ordinance", "ordinances")), text)
    text = _BEFORE_NUMBER.sub(lambda word: _right(word.group(), ("article", "articles")), text)
    text = _SEC_OF_PAPER.sub("section ", text) if names_a_paper(text) else _SECTION.sub(r"Article\g<s> \g<n>", text)
    text = _ANNEX.sub("Annex ", text)
    text = _ART.sub(lambda found: _article(text, found), text)
    text = _ADDENDA.sub(lambda found: f"Article {found['n']} of the Addenda{found['no'] or ''}", text)
    text = _FROM.sub(" of Article ", text)
    return _BEFORE_NAME.sub(r"\g<reference> of the ", text)


def names_a_paper(text: str) -> bool:
    """Whether a question names a report or note, which has sections of its own."""
    return _PAPER.search(text) is not None


def _right(word: str, meant: tuple[str, ...]) -> str:
    """The word of which this one is a slip; itself where it is none, or a word of its own."""
    folded = word.casefold()
    right = next((each for each in meant if folded not in _NO_SLIPS and is_slip(folded, each)), word)
    return right.capitalize() if word[0].isupper() else right


def _article(text: str, found: re.Match[str]) -> str:
    begins = found["word"][0] == "A" or _BEFORE_ART.search(text, max(0, found.start() - 20), found.start())
    several = "s" if found["word"][-1] in "sS" else ""
    return f"Article{several} {found['n']}" if begins else found.group()


def _with_hangul(text: str) -> str:
    for hanja, hangul in _HANJA_WORDS:
        text = text.replace(hanja, hangul)
    return text


def _from_hanja(found: re.Match[str]) -> str:
    branch = f"의{_value(found['branch'])}" if found["branch"] else ""
    return f"제{_value(found['n'] or found['bare'])}{_HANJA_UNIT[found['unit']]}{branch}"


def _value(written: str) -> int:
    """The number of up to 99 that Hanja or digits write: 十四 is 14."""
    if written.isascii():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    value = _HANJA_DIGITS.get(ones[-1:], 0)
    return value + 10 * _HANJA_DIGITS.get(tens[-1:], 1) if ten else value
