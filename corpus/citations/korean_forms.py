"""The forms of Korean references as patterns; every repetition is bounded, so that reading takes time in line with length."""

import re

from corpus.citations.names import SP
from corpus.identifiers import UnitKind
from corpus.numerals import CIRCLED, ITEM_LETTERS

MARKS = r"[~∼～〜–—−-]"
_MANY = rf"(?:{SP}(?:{MARKS}|[ㆍ·‧･,])\s?[1-9][0-9]{{0,2}}){{0,9}}"
_COUNTERS = "(?:명|개|분|인|가지|년|월|일|회|차|배|천|만|억|건|%)"
_BRANCH = rf"(?:{SP}의{SP}(?P<branch>[1-9][0-9]{{0,1}}(?:의[1-9][0-9]{{0,1}}){{0,2}})(?!\d|{SP}[항호목]|{SP}{_COUNTERS}))?"
# Without 제 a number before 조 is an article only when nothing else could be meant: 14조 2항, 14조는, but not 3조 원.
_BARE = (
    r"(?=\s{0,3}(?:의\s{0,3})?(?:제\s{0,3})?[1-9][0-9]{0,1}\s{0,3}항|\s{0,3}의\s{0,3}\d|\s?[~∼]\s?[1-9][0-9]{0,2}조|부터\s?[1-9][0-9]{0,2}조\s?까지"
    r"|(?:은|는|이|가|을|를|에|에서|에는|의|와|과|도|만|까지)?(?:[?.!,)」\]]|\s(?!\s{0,3}\S{0,20}(?:억|원|달러|개))|$))"
)
ARTICLE = re.compile(
    rf"{SP}(?:제{SP}(?P<n>[1-9][0-9]{{0,3}}{_MANY}){SP}조(?!{SP}원(?![가-힣])|[례직사치합건망명기달율]|각(?!{SP}[호항목]))"
    rf"|(?<![\d.,인])(?P<bare>[1-9][0-9]{{0,2}}){SP}조{_BARE}){_BRANCH}(?:\([^()\n]{{1,60}}\)(?=제{SP}\d))?"
)
PARAGRAPH = re.compile(
    rf"{SP}(?:의{SP})?(?:제{SP})?(?:(?P<n>[1-9][0-9]{{0,1}}{_MANY}){SP}항(?![목공만])|(?P<circled>[{CIRCLED}])항?)"
)
SUBPARAGRAPH = re.compile(
    rf"{SP}(?:의{SP})?(?:제{SP})?(?P<n>[1-9][0-9]{{0,1}}{_MANY}){SP}호(?!서식|선|실|기|봉|차|점|텔){_BRANCH}"
)
_LETTERS = rf"[{ITEM_LETTERS}](?:{SP}(?:{MARKS}|[ㆍ·‧･,])\s?[{ITEM_LETTERS}]){{0,9}}"
ITEM = re.compile(rf"{SP}(?P<n>{_LETTERS}){SP}목(?![적표차록재동욕])")
STEPS = (
    (UnitKind.ARTICLE, ARTICLE),
    (UnitKind.PARAGRAPH, PARAGRAPH),
    (UnitKind.SUBPARAGRAPH, SUBPARAGRAPH),
    (UnitKind.ITEM, ITEM),
)
_AFTER = rf"(?={SP}(?:제{SP}\d|각{SP}[호목]|본문|단서|전단|후단|및|또는)|에|의|은|는|을|를|과|와|도|만|로|부터|까지|이나|[^가-힣]|$)"
POINTING = re.compile(rf"(?:(?P<last>같은{SP}|동\s?|위\s{{1,3}})|(?P<here>이\s{{1,3}}|본\s?))(?P<level>[조항호목]){_AFTER}")
PREVIOUS = re.compile(
    rf"전{SP}(?:(?P<level>[항호]){_AFTER}|(?P<article>조)(?={SP}(?:제{SP}\d|각{SP}호|규정|본문|단서)|에|의|과|와|을|를|및))"
)
LEVELS = dict(zip("조항호목", (kind for kind, _ in STEPS), strict=True))
_TAIL = r"(?=에|의|은|는|이|가|을|를|과|와|도|만|로|으로|부터|까지|및|또는|[^가-힣]|$)"
HEADS = (
    (UnitKind.CHAPTER, re.compile(rf"제{SP}(?P<n>[1-9][0-9]{{0,1}}){SP}장{_BRANCH}{_TAIL}")),
    (UnitKind.ANNEX, re.compile(rf"별표(?:{SP}제?{SP}(?P<n>[1-9][0-9]{{0,1}})(?!\d|{SP}{_COUNTERS}){_BRANCH})?{_TAIL}")),
    (UnitKind.ANNEX, re.compile(rf"붙임{SP}(?P<n>[1-9][0-9]{{0,1}})(?!\d|{SP}{_COUNTERS})")),
    (UnitKind.FORM, re.compile(rf"별지{SP}(?:제{SP}(?P<n>[1-9][0-9]{{0,2}}){SP}호{_BRANCH}{SP})?서식")),
    (UnitKind.NOTE, re.compile(rf"각주{SP}(?P<n>[1-9][0-9]{{0,2}})(?!\d|{SP}{_COUNTERS})\)?")),
)
SECTION = re.compile(rf"(?P<a>[1-9][0-9]{{0,1}})\.{SP}(?P<b>[{ITEM_LETTERS}])\.(?:{SP}\((?P<c>[1-9][0-9]{{0,1}})\))?")
ADDENDA = re.compile(rf"부칙(?:{SP}[(<](?:[^()<>]{{0,60}}?제0*(?P<n>[1-9][0-9]{{0,5}})호)?[^()<>]{{0,60}}[)>]){{0,2}}(?!주의)")
PART = re.compile(
    rf"{SP}(?:(?P<lead>각{SP}[호목]{SP}외의{SP}부분)|(?P<entries>각{SP}[호목항])|(?P<main>본문)|(?P<proviso>단서)"
    rf"|(?P<former>전단)|(?P<latter>후단))"
)
JOINT = re.compile(
    rf"(?:까지)?{SP}(?:(?P<range>부터|에서|내지|{MARKS})|(?:및|또는|이나|와|과|,|ㆍ|·|‧|･|/){SP}(?:및|또는)?){SP}"
)
BILL = re.compile(rf"(?<![가-힣])안{SP}(?=제)")
NUMBERED = re.compile(r"(?:조례|법률|법|[영령]|규칙|방침|고시|훈령|예규|공고|번호|지침|결정|공포|부칙|통권)\s?[(<]?\s?$")
START = re.compile(
    rf"(?<![가-힣])안(?={SP}제)|제(?={SP}[\d{CIRCLED}])|(?<![\d.,])[1-9][0-9]{{0,2}}(?={SP}조|\.{SP}[{ITEM_LETTERS}]\.)|부칙|별표|별지|붙임|각주"
    rf"|(?<![가-힣])(?:같은|동|위|이|본|전)(?={SP}[조항호목])|(?<![가-힣])[{ITEM_LETTERS}](?={SP}(?:목|{MARKS}|[ㆍ·]))"
)
