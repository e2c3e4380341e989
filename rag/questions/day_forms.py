"""The spellings of a day: with and without a year, a month alone, a weekday of last week, so many days ago."""

import re
from functools import cache

from rag.tables import load_table, one_of

TABLE = "questions/days"


@cache
def day_patterns() -> tuple[re.Pattern[str], ...]:
    """The patterns of days and months, the fuller first; their groups are the parts of what they tell."""
    table = load_table(TABLE)
    return (
        *_days(),
        *_months(),
        re.compile(rf"(?i:(?<![가-힣A-Za-z])(?P<nextmonth>{one_of(table['month'])})(?![A-Za-z]))"),
        _weekdays(),
        re.compile(rf"(?i:\b(?P<ago>\d{{1,3}}|{one_of(table['count'])})\s(?P<unit>day|week)s?\sago\b)"),
        re.compile(rf"(?i:(?<![가-힣A-Za-z])(?P<relative>{one_of(table['relative'])})(?![A-Za-z]))"),
    )


@cache
def year_patterns() -> tuple[re.Pattern[str], ...]:
    """The patterns of years that are told alone, and of months in digits that nothing beside them tells apart."""
    table = load_table(TABLE)
    return (
        re.compile(r"(?<![\d./-])(?P<y>(?:19|20)\d{2})[-./]\s?(?P<m>0?[1-9]|1[0-2])(?![\d/-]|\.\s?\d)\.?"),
        re.compile(r"(?<![\d.])(?:(?P<y>(?:19|20)\d{2})|'(?P<yy>\d{2}))\s?년(?:도)?(?![간째]|\s?\d{1,2}\s?월)"),
        re.compile(
            r"(?:(?<=\bmid-)|(?<![\w.,/'-]))(?<!No\. )(?<!No )(?P<y>(?:19|20)\d{2})(?![\w,/-]*\d|\s?[년호조항%명])\b"
        ),
        re.compile(rf"(?i:(?<![가-힣A-Za-z])(?P<year>{one_of(table['year'])})(?![A-Za-z]|\s?\d{{1,2}}\s?월))"),
        re.compile(r"(?<![\d가-힣])(?P<yearsago>\d{1,2})\s?년\s?전(?=에|의|에는|\s|[?,.])"),
        re.compile(rf"(?i:\b(?P<yearsago>\d{{1,2}}|{one_of(table['count'])})\syears?\sago\b)"),
    )


_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_OF_WEEK = r"(?:\s*\([월화수목금토일]\))?"
_DOTTED = r"(?P<m>\d{1,2})\.(?P<gap>\s)?(?P<d>\d{1,2})(?![\d/:])(?(gap)\.|\.?)"


def _shifts() -> tuple[str, str]:
    """Words such as last year in front of a month, and behind it."""
    words = one_of(load_table(TABLE)["shift"])
    return rf"(?:(?P<shift>{words})\s?)", rf"(?:,?\s(?:of\s)?(?P<shift>{words})\b)"


def _names() -> str:
    return "|".join(rf"{name[:3]}(?:{name[3:]})?\.?" for name in load_table(TABLE)["months"])


def _days() -> tuple[re.Pattern[str], ...]:
    near, month = load_table(TABLE)["dotted"], _names()
    shift, after = _shifts()
    return (
        re.compile(rf"(?P<y>\d{{4}})\s?년\s?(?P<m>\d{{1,2}})\s?월\s?(?P<d>\d{{1,2}})\s?일{_OF_WEEK}"),
        re.compile(
            rf"(?<![\d.])(?:(?P<y>\d{{4}})|'(?P<yy>\d{{2}}))\s?[-./]\s?(?P<m>\d{{1,2}})\s?[-./]\s?"
            rf"(?P<d>\d{{1,2}})(?!\d)\.?{_OF_WEEK}"
        ),
        re.compile(rf"(?i:\b(?P<name>{month})\s{_DAY},?\s(?P<y>\d{{4}}))"),
        re.compile(rf"(?i:\b{_DAY}\s(?:of\s)?(?P<name>{month}),?\s(?P<y>\d{{4}}))"),
        re.compile(rf"(?i:{shift}?(?P<m>\d{{1,2}})\s?월\s?(?P<d>\d{{1,2}})\s?일{_OF_WEEK})"),
        re.compile(rf"(?i:\b(?P<name>{month})\s{_DAY}\b(?!\s?(?:members|people|attend|of)){after}?)"),
        re.compile(rf"(?i:\b{_DAY}\s(?:of\s)?(?P<name>{month})\b{after}?)"),
        re.compile(rf"(?<![\d./:-]){_DOTTED}(?:{_OF_WEEK}{near['after']})"),
        re.compile(rf"(?:{near['before']}){_DOTTED}{_OF_WEEK}"),
        re.compile(rf"(?:{near['label']})(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})(?![\d/:]){_OF_WEEK}"),
        re.compile(r"(?<![\d./:-])(?P<m>\d{1,2})/(?P<d>\d{1,2})\s*\([월화수목금토일]\)"),
    )


def _months() -> tuple[re.Pattern[str], ...]:
    near, month = load_table(TABLE)["dotted"], _names()
    full = "|".join(load_table(TABLE)["months"])
    shift, after = _shifts()
    year = r"(?P<y>(?:19|20)\d{2})"
    return (
        re.compile(rf"{year}\s?년\s?(?P<m>\d{{1,2}})\s?월(?!\s?\d)"),
        re.compile(rf"(?<![\d.]){year}[./-]\s?(?P<m>\d{{1,2}})(?![\d./-])\.?{near['month']}"),
        re.compile(rf"(?i:\b(?P<name>{month})(?:\sof)?,?\s{year}\b)"),
        re.compile(rf"(?i:{shift}(?P<m>\d{{1,2}})\s?월(?!\s?\d))"),
        re.compile(rf"(?i:\b(?P<name>{full}){after})"),
        re.compile(rf"(?i:\b{shift}(?P<name>{full})\b)"),
        re.compile(rf"(?<![\d.])(?P<bare>)(?P<m>\d{{1,2}})\s?월(?:달)?{near['month']}"),
        re.compile(r"(?<![\d.])(?P<bare>)(?P<m>\d{1,2})\s?월에(?=\s?(?:열|개최|회의|모[였여]))"),
        re.compile(rf"(?i:\bin\s(?P<bare>)(?P<name>{full})\b(?!\s\d))"),
        re.compile(rf"(?i:\b(?:the|our|this)\s(?P<bare>)(?P<name>{full})(?='?s?\s(?:meeting|session|sitting)))"),
    )


def _weekdays() -> re.Pattern[str]:
    table = load_table(TABLE)
    korean, english_week = one_of(table["week_ko"]), one_of(table["week_en"])
    name = "|".join(rf"{each[:3]}(?:{each[3:]})?\.?" for each in table["weekdays"])
    return re.compile(
        rf"(?P<week>{korean})\s?(?P<weekday>[월화수목금토일])요일"
        rf"|(?i:\b(?P<enweek>{english_week})\s(?P<enday>{name})\b)"
        rf"|(?i:\b(?P<daylast>{name})\s(?:of )?last week\b)"
    )
