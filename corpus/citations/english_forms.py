"""The forms of English references as patterns; every repetition is bounded, so that reading takes time in line with length."""

import re

from corpus.citations.reference import Part
from corpus.identifiers import UnitKind
from corpus.numerals import ITEM_LETTERS

SP = r"\s{0,3}"
_N = r"[1-9][0-9]{0,3}"
_SHORT_N = r"[1-9][0-9]?"
_ITEM = rf"(?:\s?\((?P<item>[a-z]|[{ITEM_LETTERS}])\))?"
# A number after "Article 9 (1)" is a subparagraph unless it counts something: 15 members, 30%.
_COUNTED = (
    r"members?|persons?|people|days?|months?|years?|hours?|times|votes?|percent|won|dollars?|articles?|or\s(?:more|fewer|less)"
)
_NO_COUNT = rf"(?![0-9%]|,[0-9]{{3}}|\.[0-9]|-[a-z]|(?:st|nd|rd|th)\b|\s{{1,3}}(?:{_COUNTED})\b|\))"
_SUB = rf"{_SHORT_N}(?:-{_SHORT_N})?"
_PARA_TAIL = rf"{SP}\((?P<para>{_SHORT_N})\)"
_SUB_TAIL = rf"(?:{SP}(?:\((?P<sub_in>{_SUB})\)|(?P<sub>{_SUB}){_NO_COUNT}){_ITEM})?"
_ROMAN = "[IVXivx]{1,6}|[Ⅰ-Ⅻ]"
_TAG = r"(?<![\w-])"

KEYWORDS = (
    (UnitKind.ARTICLE, re.compile(rf"(?:Article(?P<s>s)?|Art(?P<s2>s)?\.|§)\s{{0,3}}(?={_N})", re.IGNORECASE)),
    (UnitKind.PARAGRAPH, re.compile(rf"para(?:graph)?(?P<s>s)?\.?\s{{1,3}}(?=\(?{_SHORT_N})", re.IGNORECASE)),
    (UnitKind.SUBPARAGRAPH, re.compile(rf"(?:sub-?paragraph|item)(?P<s>s)?\s{{1,3}}(?={_SUB})", re.IGNORECASE)),
    (UnitKind.ITEM, re.compile(rf"item(?P<s>s)?\s{{1,3}}(?=\([a-z{ITEM_LETTERS}]\))", re.IGNORECASE)),
    (UnitKind.CHAPTER, re.compile(rf"Chapter(?P<s>s)?\s{{1,3}}(?=(?:{_N}|{_ROMAN})\b)", re.IGNORECASE)),
    (UnitKind.SECTION, re.compile(rf"section(?P<s>s)?\s{{1,3}}(?={_N})", re.IGNORECASE)),
    (UnitKind.NOTE, re.compile(rf"(?:footnote(?P<s>s)?|fn\.)\s{{1,3}}(?={_N})", re.IGNORECASE)),
    (UnitKind.ANNEX, re.compile(rf"(?:(?:[Aa]ttached\s|[Aa]nnexed\s)?Table(?P<s>s)?|Annex(?P<s2>es)?)\s{{1,3}}(?={_SHORT_N}\b)")),
    (UnitKind.FORM, re.compile(rf"(?:[Aa]ttached\s)?Form(?P<s>s)?\s{{1,3}}(?:No\.\s?)?(?={_N}\b)")),
)
BARE_ANNEX = re.compile(r"(?:attached|annexed)\s{1,3}table(?!\s{1,3}[0-9])", re.IGNORECASE)
ELEMENTS = {
    UnitKind.ARTICLE: re.compile(rf"(?P<n>{_N})(?![0-9])(?:-(?P<branch>{_SHORT_N})(?![0-9]))?(?:{_PARA_TAIL}{_SUB_TAIL})?"),
    UnitKind.PARAGRAPH: re.compile(rf"(?:\((?P<n>{_SHORT_N})\)|(?P<n2>{_SHORT_N}){_NO_COUNT}){_SUB_TAIL}"),
    UnitKind.SUBPARAGRAPH: re.compile(rf"(?P<n>{_SUB}){_NO_COUNT}{_ITEM}"),
    UnitKind.ITEM: re.compile(rf"\((?P<n>[a-z]|[{ITEM_LETTERS}])\)"),
    UnitKind.CHAPTER: re.compile(rf"(?P<n>{_N}|{_ROMAN})\b"),
    UnitKind.SECTION: re.compile(rf"(?P<n>{_N}(?:\.{_SHORT_N}){{0,5}})(?![0-9]|\.[0-9])"),
    UnitKind.NOTE: re.compile(rf"(?P<n>{_N})(?![0-9])"),
    UnitKind.ANNEX: re.compile(rf"(?P<n>{_SHORT_N})(?![0-9])"),
    UnitKind.FORM: re.compile(rf"(?P<n>{_N})(?![0-9])"),
}
NEXT_PARAGRAPH = re.compile(rf"\((?P<n>{_SHORT_N})\){_SUB_TAIL}")
ENDS_LIST = re.compile(rf"{SP}(?:$|[.,;:?!)\]]|(?:of|in|under|and|or|to|through)\b)")
JOINT = re.compile(
    rf"{SP}(?:(?P<range>through\b|to\b(?=\s{{1,3}}(?:Article|paragraph|subparagraph|\(?[0-9]))|[–—~∼-]|-(?=\s?Art))"
    rf"|,{SP}(?:(?:and|or)\b)?|(?:and|or)\b){SP}",
    re.IGNORECASE,
)
WITHIN = re.compile(r"\s{1,3}(?:of|in|under)\s{1,3}(?:the\s{1,3}(?=para|sub|Art))?", re.IGNORECASE)
MORE = (
    (UnitKind.PARAGRAPH, re.compile(rf",?\s{{1,3}}para(?:graph|\.)?\s{{0,3}}\(?(?P<n>{_SHORT_N})\)?(?![0-9]|\s{{1,3}}of\s)", re.IGNORECASE)),
    (UnitKind.SUBPARAGRAPH, re.compile(rf",?\s{{1,3}}(?:sub-?paragraph|item)\s{{1,3}}(?P<n>{_SUB})(?![0-9]|\s{{1,3}}of\s)", re.IGNORECASE)),
)
ADDENDA = re.compile(
    r"(?P<of>\s{1,3}of\s{1,3})?(?:the\s{1,3})?Addend(?:a|um)(?:\s{1,3}[(<](?:Ordinance\s{1,3})?No\.\s{0,3}0*(?P<n>[1-9][0-9]{0,5})[^()<>]{0,40}[)>])?",
    re.IGNORECASE,
)
POINTING = re.compile(
    r"(?:(?P<here>this)|(?P<last>(?:the\s{1,3})?(?:same|said|aforesaid)|that)|(?P<previous>(?:the\s{1,3})?(?:preceding|foregoing)))"
    r"\s{1,3}(?P<level>Article|paragraph|subparagraph|item)(?![\w-]|\s{0,3}\(?[0-9])",
    re.IGNORECASE,
)
LEVELS = {
    "article": UnitKind.ARTICLE,
    "paragraph": UnitKind.PARAGRAPH,
    "subparagraph": UnitKind.SUBPARAGRAPH,
    "item": UnitKind.ITEM,
}
_OF = r"\s{1,3}(?:of|to|in|under)\s{1,3}(?:the\s{1,3}(?=same|said|preceding|foregoing|para|sub|Art))?"
PARTS = (
    (Part.LEAD, re.compile(rf"(?:the\s{{1,3}})?(?:part|portion)\s{{1,3}}other\s{{1,3}}than\s{{1,3}}(?:the|each|its)\s{{1,3}}(?:subparagraphs?|items?){_OF}", re.IGNORECASE)),
    (Part.ENTRIES, re.compile(rf"(?:(?:any|each|one)\s{{1,3}}of\s{{1,3}})?(?:the|any|each|every)\s{{1,3}}(?:subparagraphs?|items?){_OF}", re.IGNORECASE)),
    (Part.MAIN, re.compile(rf"(?:the\s{{1,3}})?main\s{{1,3}}(?:sentence|clause|text|body|part){_OF}", re.IGNORECASE)),
    (Part.PROVISO, re.compile(rf"(?:the\s{{1,3}})?proviso{_OF}", re.IGNORECASE)),
    (Part.FORMER, re.compile(rf"(?:the\s{{1,3}})?former\s{{1,3}}(?:part|sentence|clause){_OF}", re.IGNORECASE)),
    (Part.LATTER, re.compile(rf"(?:the\s{{1,3}})?latter\s{{1,3}}(?:part|sentence|clause){_OF}", re.IGNORECASE)),
)
BILL = re.compile(r"(?:\b(?:draft|proposed)|\bbill(?:’s|'s))\s{1,3}$", re.IGNORECASE)
START = re.compile(
    rf"{_TAG}(?:(?:Art(?:icles?|s?\.)|para(?:graphs?|s?\.|s)?|sub-?paragraphs?|items?|Chapters?|sections?|footnotes?|fn\.)(?=\s{{0,3}}[(0-9IVXⅠ-Ⅻivx])"
    rf"|(?-i:(?:[Aa](?:ttached|nnexed)\s)?(?:Tables?|Forms?)|Annex(?:es)?)(?=\s)|(?:attached|annexed)\s{{1,3}}table"
    rf"|(?:the\s{{1,3}})?Addend(?:a|um)|(?:this|that|(?:the\s{{1,3}})?(?:same|said|aforesaid|preceding|foregoing))(?=\s{{1,3}}(?:Article|paragraph|subparagraph|item))"
    rf"|(?:the|any|each|every|one)(?=\s{{1,3}}(?:of\s{{1,3}}(?:the|any|each)\s{{1,3}})?(?:subparagraphs?|items?)\s)"
    rf"|(?:the\s{{1,3}})?(?:part|portion)(?=\s{{1,3}}other\s{{1,3}}than)|(?:the\s{{1,3}})?(?:main|proviso|former|latter)(?=\s))|§",
    re.IGNORECASE,
)
