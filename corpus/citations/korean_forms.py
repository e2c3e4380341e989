"""The forms of Korean references as patterns; a blank in them stands for white space or none."""

from corpus.citations.patterns import loose
from corpus.identifiers import UnitKind
from corpus.numerals import CIRCLED, ITEM_LETTERS

MARKS = "[~∼～〜–—−-]"
_1, _2, _3, _4, _6 = (rf"[1-9][0-9]{{0,{digits - 1}}}" for digits in (1, 2, 3, 4, 6))
_LETTER = f"[{ITEM_LETTERS}]"
_AND = rf"(?: (?:{MARKS}|[ㆍ·‧･,])\s?"
_COUNTERS = "(?:명|개|분|인|가지|년|월|일|회|차|배|천|만|억|건|%)"
_BRANCH = rf"(?: 의 (?P<branch>{_2}(?:의{_2}){{0,2}})(?!\d| [항호목]| {_COUNTERS}))?"
_PARTICLE = "에|의|은|는|을|를|과|와|도|만|로|부터|까지|이나"
_AFTER = rf"(?= (?:제 \d|각 [호목]|본문|단서|전단|후단|및|또는)|{_PARTICLE}|[^가-힣]|$)"
_END = rf"(?={_PARTICLE}|이|가|으로|및|또는|[^가-힣]|$)"
_NO_OTHER_WORD = "(?! 원(?![가-힣])|[례직사치합건망명기달율]|각(?! [호항목]))"
# Without 제 a number before 조 is an article only when nothing else could be meant: 14조 2항, 14조는, but not 3조 원.
_BARE = (
    rf"(?= (?:의 )?(?:제 )?{_2} 항| 의 \d|\s?[~∼]\s?{_3}조|부터\s?{_3}조\s?까지"
    r"|(?:은|는|이|가|을|를|에|에서|에는|의|와|과|도|만|까지)?"
    r"(?:[?.!)」\]]|,(?! [\d,.]{1,9} (?:억|조 원))|\s(?! \S{0,20}(?:억|원|달러|개))|$))"
)
ARTICLE = loose(
    rf" (?:제 (?P<n>{_4}{_AND}{_3}){{0,9}}) 조{_NO_OTHER_WORD}|(?<![\d.,인])(?P<bare>{_3}) 조{_BARE}){_BRANCH}"
    r"(?:\([^()\n]{1,60}\)(?=제 \d))?"
)
PARAGRAPH = loose(rf" (?:의 )?(?:제 )?(?:(?P<n>{_2}{_AND}{_3}){{0,9}}) 항(?![목공만])|(?P<circled>[{CIRCLED}])항?)")
SUBPARAGRAPH = loose(rf" (?:의 )?(?:제 )?(?P<n>{_2}{_AND}{_3}){{0,9}}) 호(?!서식|선|실|기|봉|차|점|텔){_BRANCH}")
ITEM = loose(rf" (?P<n>{_LETTER}{_AND}{_LETTER}){{0,9}}) 목(?![적표차록재동욕])")
STEPS = (
    (UnitKind.ARTICLE, ARTICLE),
    (UnitKind.PARAGRAPH, PARAGRAPH),
    (UnitKind.SUBPARAGRAPH, SUBPARAGRAPH),
    (UnitKind.ITEM, ITEM),
)
HEADS = (
    (UnitKind.CHAPTER, loose(rf"제 (?P<n>{_2}) 장{_BRANCH}{_END}")),
    (UnitKind.ANNEX, loose(rf"별표(?: 제? (?P<n>{_2})(?!\d| {_COUNTERS}){_BRANCH})?{_END}")),
    (UnitKind.ANNEX, loose(rf"붙임 (?P<n>{_2})(?!\d| {_COUNTERS})")),
    (UnitKind.FORM, loose(rf"별지 (?:제 (?P<n>{_3}) 호{_BRANCH} )?서식")),
    (UnitKind.NOTE, loose(rf"각주 (?P<n>{_3})(?!\d| {_COUNTERS})\)?")),
)
SECTION = loose(rf"(?P<a>{_2})\. (?P<b>{_LETTER})\.(?: \((?P<c>{_2})\))?")
ADDENDA = loose(rf"부칙(?: [(<](?:[^()<>]{{0,60}}?제0{{0,3}}(?P<n>{_6})호)?[^()<>]{{0,60}}[)>]){{0,2}}(?!주의)")
POINTING = loose(rf"(?:(?P<last>같은 |동\s?|위\s{{1,3}})|(?P<here>이\s{{1,3}}|본\s?))(?P<level>[조항호목]){_AFTER}")
PREVIOUS = loose(rf"전 (?:(?P<level>[항호]){_AFTER}|조(?= (?:제 \d|각 호|규정|본문|단서)|에|의|과|와|을|를|및))")
LEVELS = dict(zip("조항호목", (kind for kind, _ in STEPS), strict=True))
PART = loose(
    " (?:(?P<lead>각 [호목] 외의 부분)|(?P<entries>각 [호목항])|(?P<main>본문)|(?P<proviso>단서)"
    "|(?P<former>전단)|(?P<latter>후단))"
)
JOINT = loose(rf"(?:까지)? (?:(?P<range>부터|에서|내지|{MARKS})|(?:및|또는|이나|와|과|,|ㆍ|·|‧|･|/) (?:및|또는)?) ")
BILL = loose(r"(?<![가-힣])안 (?=제)")
NUMBERED = loose(r"(?:조례|법률|법|[영령]|규칙|방침|고시|훈령|예규|공고|번호|지침|결정|공포|부칙|통권)\s?[(<]?\s?$")
START = loose(
    rf"(?<![가-힣])안(?= 제)|제(?= [\d{CIRCLED}])|(?<![\d.,])\d{{1,3}}(?= 조|\. {_LETTER}\.)|부칙|별표|별지|붙임|각주"
    rf"|(?<![가-힣])(?:같은|동|위|이|본|전)(?= [조항호목])|(?<![가-힣]){_LETTER}(?= (?:목|{MARKS}|[ㆍ·]))"
)
