"""The forms of English references as patterns; a blank in them stands for white space."""

import re

from corpus.citations.patterns import words
from corpus.citations.reference import Part
from corpus.identifiers import UnitKind
from corpus.numerals import ITEM_LETTERS

_SP = r"\s{0,3}"
_N = "[1-9][0-9]{0,3}"
_2 = "[1-9][0-9]?"
_SUB = f"{_2}(?:-{_2})?"
_LETTER = f"[a-z{ITEM_LETTERS}]"
_ITEM = rf"(?:\s?\((?P<item>{_LETTER})\))?"
# A number after "Article 9 (1)" is a subparagraph unless it counts something: 15 members, 30%.
_COUNTED = "members?|persons?|people|days?|months?|years?|hours?|times|votes?|percent|won|dollars?|articles?"
_NO_COUNT = r"(?![0-9%)]|,[0-9]{3}|\.[0-9]|-[a-z]|(?:st|nd|rd|th)\b" rf"| (?:{_COUNTED})\b| or (?:more|fewer|less)\b)"
_SUB_TAIL = rf"(?:{_SP}(?:\((?P<sub_in>{_SUB})\)|(?P<sub>{_SUB}){_NO_COUNT}){_ITEM})?"
_ROMAN = "[IVXivx]{1,6}|[Ⅰ-Ⅻ]"

KEYWORDS = (
    (UnitKind.ARTICLE, words(rf"(?:Article(?P<s>s)?|Art(?P<s2>s)?\.|§){_SP}(?={_N})")),
    (UnitKind.PARAGRAPH, words(rf"para(?:graph)?(?P<s>s)?\.? (?=\(?{_2})")),
    (UnitKind.SUBPARAGRAPH, words(rf"(?:sub-?paragraph|item)(?P<s>s)? (?={_SUB})")),
    (UnitKind.ITEM, words(rf"item(?P<s>s)? (?=\({_LETTER}\))")),
    (UnitKind.CHAPTER, words(rf"Chapter(?P<s>s)? (?=(?:{_N}|{_ROMAN})\b)")),
    (UnitKind.SECTION, words(f"section(?P<s>s)? (?={_N})")),
    (UnitKind.NOTE, words(rf"(?:footnote(?P<s>s)?|fn\.) (?={_N})")),
    (
        UnitKind.ANNEX,
        words(rf"(?:(?:(?:[Aa]ttached|[Aa]nnexed) )?Table(?P<s>s)?|Annex(?P<s2>es)?) (?={_2}\b)", re.NOFLAG),
    ),
    (UnitKind.FORM, words(rf"(?:[Aa]ttached )?Form(?P<s>s)? (?:No\.\s?)?(?={_N}\b)", re.NOFLAG)),
)
BARE_ANNEX = words("(?:attached|annexed) table(?! [0-9])")
ELEMENTS = {
    UnitKind.ARTICLE: words(
        rf"(?P<n>{_N})(?![0-9])(?:-(?P<branch>{_2})(?![0-9]))?(?:{_SP}\((?P<para>{_2})\){_SUB_TAIL})?"
    ),
    UnitKind.PARAGRAPH: words(rf"(?:\((?P<n>{_2})\)|(?P<n2>{_2}){_NO_COUNT}){_SUB_TAIL}"),
    UnitKind.SUBPARAGRAPH: words(f"(?P<n>{_SUB}){_NO_COUNT}{_ITEM}"),
    UnitKind.ITEM: words(rf"\((?P<n>{_LETTER})\)"),
    UnitKind.CHAPTER: words(rf"(?P<n>{_N}|{_ROMAN})\b"),
    UnitKind.SECTION: words(rf"(?P<n>{_N}(?:\.{_2}){{0,5}})(?![0-9]|\.[0-9])"),
    UnitKind.NOTE: words(f"(?P<n>{_N})(?![0-9])"),
    UnitKind.ANNEX: words(f"(?P<n>{_2})(?![0-9])"),
    UnitKind.FORM: words(f"(?P<n>{_N})(?![0-9])"),
}
NEXT_PARAGRAPH = words(rf"\((?P<n>{_2})\){_SUB_TAIL}")
ENDS_LIST = words(rf"{_SP}(?:$|[.,;:?!)\]]|(?:of|in|under|and|or|to|through)\b)")
_TO = r"through\b|to\b(?= (?:Article|paragraph|subparagraph|\(?[0-9]))|[–—~∼](?!\s?[12][0-9]{3}\b)|-(?=\s?Art)"
JOINT = words(rf"{_SP}(?:(?P<range>{_TO})|,{_SP}(?:(?:and|or)\b)?|(?:and|or)\b){_SP}")
_HOLDER = r"(?! of (?:the |this |that |same |said ){0,2}(?:Art|para|sub-?para|§|Chapter|Addend))"
WITHIN = words(" (?:of|in|under) (?:the (?=para|sub|Art))?")
MORE = (
    (UnitKind.PARAGRAPH, words(rf",? para(?:graph|\.)?{_SP}\(?(?P<n>{_2})\)?(?![0-9]){_HOLDER}")),
    (UnitKind.SUBPARAGRAPH, words(rf",? (?:sub-?paragraph|item) (?P<n>{_SUB})(?![0-9]){_HOLDER}")),
)
ADDENDA = words(
    r"(?P<of> of )?(?:the )?Addend(?:a|um)"
    r"(?: [(<](?:Ordinance )?No\.\s{0,3}0{0,3}(?P<n>[1-9][0-9]{0,5})[^()<>]{0,40}[)>])?"
)
POINTING = words(
    "(?:(?P<here>this)|(?P<last>(?:the )?(?:same|said|aforesaid)|that)|(?P<previous>(?:the )?(?:preceding|foregoing)))"
    r" (?P<level>Article|paragraph|subparagraph|item)(?![\w-]|\s{0,3}\(?[0-9])"
)
LEVELS = {
    "article": UnitKind.ARTICLE,
    "paragraph": UnitKind.PARAGRAPH,
    "subparagraph": UnitKind.SUBPARAGRAPH,
    "item": UnitKind.ITEM,
}
_ENTRY = "(?:subparagraphs?|items?)"
_OF = " (?:of|to|in|under) (?:the (?=same|said|preceding|foregoing|para|sub|part|Art))?"
PARTS = (
    (Part.LEAD, words(f"(?:the )?(?:part|portion) other than (?:the|each|its) {_ENTRY}{_OF}")),
    (Part.ENTRIES, words(f"(?:(?:any|each|one) of )?(?:the|any|each|every) {_ENTRY}{_OF}")),
    (Part.MAIN, words(f"(?:the )?main (?:sentence|clause|text|body|part){_OF}")),
    (Part.PROVISO, words(f"(?:the )?proviso{_OF}")),
    (Part.FORMER, words(f"(?:the )?former (?:part|sentence|clause){_OF}")),
    (Part.LATTER, words(f"(?:the )?latter (?:part|sentence|clause){_OF}")),
)
BILL = words(r"(?:\b(?:draft|proposed)|\bbill(?:’s|'s)) $")
_NUMBER_FOLLOWS = r"(?=\s{0,3}[(0-9IVXⅠ-Ⅻivx])"
START = words(
    r"(?<![\w-])(?:"
    r"(?:Art(?:icles?|s?\.)|para(?:graphs?|s?\.|s)?|sub-?paragraphs?|items?|Chapters?|sections?|footnotes?|fn\.)"
    rf"{_NUMBER_FOLLOWS}"
    r"|(?-i:(?:[Aa](?:ttached|nnexed) )?(?:Tables?|Forms?)|Annex(?:es)?)(?=\s)|(?:attached|annexed) table"
    r"|(?:the )?Addend(?:a|um)"
    r"|(?:this|that|(?:the )?(?:same|said|aforesaid|preceding|foregoing))(?= (?:Article|paragraph|subparagraph|item))"
    rf"|(?:the|any|each|every|one)(?= (?:of (?:the|any|each) )?{_ENTRY}\s)"
    r"|(?:the )?(?:part|portion)(?= other than)|(?:the )?(?:main|proviso|former|latter)(?=\s)"
    r")|§"
)
