"""The page of the terminal and the records, word for word.

`python tests/api/test_meeting_pages.py` writes the files anew; read what changed before you keep it.
"""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.meeting_page import meeting_page
from api.meeting_record import Items, Table, record_of
from api.meeting_schema import MeetingModel
from api.record_forms import html, markdown
from corpus.errors import FactsError
from ingest.reading import read_law
from rag.meetings.citing import judge
from rag.meetings.facts import Committee, Convener, Format, Presider, facts_of

GOLDEN = Path(__file__).with_name("golden")
DAY = date(2026, 3, 10)
CARRIED = {"on_register": 15, "attending": 8, "in_favor": 5}
CONTESTED = {"on_register": 12, "attending": 7, "excluded_attending": 1, "in_favor": 5, "notice_days": 20}
MISSING = {"committee": "smart-city-subcommittee", "attending": 6, "chair_unavailable": True}
VOID = {"on_register": 15, "attending": 9, "excluded_took_part": True, "in_favor": 8, "against": 1}
CASES = {"carried": (CARRIED, "ko"), "contested": (CONTESTED, "en"), "missing": (MISSING, "ko"), "void": (VOID, "en")}
RECORDS = {"carried": (CARRIED, "ko"), "contested": (CONTESTED, "en")}


def judged(facts, lang, day=DAY):
    return judge(read_law(()), facts_of(facts), day, lang)


def record(facts, lang):
    return record_of(judged(facts, lang), DAY, lang, "1.2.3")


def written():
    """The golden files by name, as they would be written now."""
    pages = {f"page-{name}-{lang}.txt": meeting_page(judged(facts, lang), DAY, lang, needs=False)
             for name, (facts, lang) in CASES.items()}  # fmt: skip
    records = {
        f"record-{name}-{lang}.{end}": form(record(facts, lang))
        for name, (facts, lang) in RECORDS.items()
        for end, form in (("md", markdown), ("html", html))
    }
    return pages | records


@pytest.mark.parametrize("name", [path.name for path in sorted(GOLDEN.iterdir())])
def test_what_is_written_is_what_was_read_and_approved(name):
    assert written()[name] == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_golden_file_is_missing():
    assert {path.name for path in GOLDEN.iterdir()} == set(written())


MARKS = [
    (CARRIED, "ko", ["✓ 개의:", "✓ 의결:", "✓ 소집 (전제):"]),
    (CARRIED | {"in_favor": 4}, "ko", ["✓ 개의:", "✗ 의결:"]),
    (CARRIED | {"attending": 7}, "en", ["✗ Opening:", "✗ Resolution:"]),
    (CONTESTED, "en", ["~ Opening:", "~ Resolution:", "strict reading → ", "lenient reading → "]),
    (MISSING, "ko", ["? 진행:", "? 개의:", "(--on-register)", "(--presided-by)"]),
    ({"on_register": 15, "attending": 8, "notice_days": 3}, "en", ["? Notice:", "? Resolution:", "3 days ahead < 15"]),
]


@pytest.mark.parametrize(("facts", "lang", "said"), MARKS)
def test_a_mark_says_what_each_check_found(facts, lang, said):
    lines = meeting_page(judged(facts, lang), DAY, lang, needs=False).splitlines()
    assert [each for each in said if not any(each in line for line in lines)] == []


NEEDS = [
    (CARRIED, False, []),
    (CARRIED, True, ["이미 출석", "이미 찬성", "한 명이 더 출석"]),
    (CARRIED | {"attending": 7, "in_favor": 3}, False, ["1명이 더 출석", "1명이 더 찬성"]),
    ({"attending": 6}, False, ["재적 11명 이하"]),
    ({"on_register": 13}, False, ["7명 이상이 출석"]),
    (CARRIED | {"in_favor": 4}, False, ["1명이 더 찬성"]),
]


@pytest.mark.parametrize(("facts", "asked", "said"), NEEDS)
def test_what_it_takes_is_told_where_something_is_short_or_when_asked(facts, asked, said):
    page = meeting_page(judged(facts, "ko"), DAY, "ko", needs=asked)
    _, heading, rest = page.partition("\n필요한 수\n")
    told = rest.partition("\n\n")[0].splitlines() if heading else []
    assert len(told) == len(said)
    assert [each for each, line in zip(said, told, strict=True) if each not in line] == []


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("facts", [CARRIED, CONTESTED, MISSING, VOID])
def test_every_number_on_a_page_stands_before_a_source(facts, lang):
    found = judged(facts, lang)
    page = meeting_page(found, DAY, lang, needs=True)
    cited = {int(each) for each in re.findall(r"\[(\d+)\]", page)}
    recorded = {int(each) for each in re.findall(r"\[R(\d+)\]", page)}
    assert cited == {citation.n for citation in found.sources.citations}
    assert recorded == set(range(1, len(found.sources.records) + 1))
    assert [each.quote for each in found.sources.citations if " ".join(each.quote.split()) not in page] == []
    assert [each for each in found.sources.warnings if each.message not in page] == []


class Reader(HTMLParser):
    """Keeps what an HTML file opens, closes and says."""

    VOID = ("meta", "br")

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.said, self.faults = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        self.said.append(data)


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("facts", [CARRIED, CONTESTED, MISSING, VOID])
def test_a_record_is_one_sound_accessible_file(facts, lang):
    page = html(record(facts, lang))
    reader = Reader()
    reader.feed(page)
    assert (reader.open, reader.faults) == ([], [])
    assert ("html", {"lang": lang}) in reader.tags
    assert [tag for tag, told in reader.tags if {"src", "href", "onload"} & set(told) or tag == "script"] == []
    ids = {told["id"] for _, told in reader.tags if "id" in told}
    tables = [told for tag, told in reader.tags if tag == "table"]
    assert len(tables) == 2
    assert [told for told in tables if told["aria-labelledby"] not in ids] == []
    assert {told.get("scope") for tag, told in reader.tags if tag == "th"} == {"col", "row"}
    assert not re.search(r"url\(|@import", page)


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("facts", [CARRIED, CONTESTED, MISSING, VOID])
def test_both_forms_of_a_record_say_the_same(facts, lang):
    told = record(facts, lang)
    reader = Reader()
    reader.feed(html(told).partition("<body>")[2])
    of_html = "".join("".join(reader.said).split())
    of_markdown = "".join(re.sub(r"\\(.)", r"\1", markdown(told)).replace("<br>", "").split())
    for part in told.parts:
        rows = part.items if hasattr(part, "items") else [cell for row in part.rows for cell in row]
        assert [row for row in rows if "".join(row.split()) not in of_html] == []
        assert [row for row in rows if "".join(row.split()) not in of_markdown] == []


def test_a_record_names_its_facts_its_day_and_who_signs():
    said = markdown(record(CARRIED, "ko"))
    assert [row for row in ("| 재적위원 수 | 15 | 제시 |", "| 소집한 사람 | 위원장 | 전제 |") if row not in said] == []
    assert said.endswith("기준일 2026. 3. 10. · 작성: jorye 1.2.3\n")
    assert [who for who in ("간사: ____", "위원장: ____") if who not in said] == []


NUMBER = st.none() | st.integers(0, 40)
FLAGS = ("excluded_took_part", "chair_unavailable", "vice_chair_unavailable")
NUMBERS = ("on_register", "attending", "in_favor", "against", "requested_by", "notice_days")
ANY = st.fixed_dictionaries(
    {
        "committee": st.none() | st.sampled_from([*map(str, Committee)]),
        "date": st.none() | st.dates(date(2000, 1, 1), date(2040, 1, 1)).map(str),
        "convened_by": st.none() | st.sampled_from([*map(str, Convener)]),
        "presided_by": st.none() | st.sampled_from([*map(str, Presider)]),
        "format": st.none() | st.sampled_from([*map(str, Format)]),
        "excluded_attending": st.none() | st.integers(0, 3),
        **dict.fromkeys(FLAGS, st.none() | st.booleans()),
        **dict.fromkeys(NUMBERS, NUMBER),
    }
)


@given(facts=ANY, lang=st.sampled_from(["ko", "en"]))
@settings(max_examples=300, deadline=None)
def test_whatever_the_facts_they_are_refused_or_lead_to_a_whole_page_record_and_json(facts, lang):
    try:
        found = judged(facts, lang)
    except FactsError as error:
        assert error.field in facts
        return
    page, told = meeting_page(found, DAY, lang, needs=True), record_of(found, DAY, lang, "1.2.3")
    assert page.startswith(found.report.summary[lang])
    assert not re.search(r"[{}]|\bNone\b", page + markdown(told) + html(told).partition("</head>")[2])
    model = MeetingModel.of(found, DAY, lang, 0)
    told_facts = {name: value for name, value in facts.items() if value is not None}
    assumed = {each.fact for each in model.assumptions}
    kept = model.facts.model_dump(mode="json", exclude_none=True, exclude=assumed)
    assert kept | {"presided_by": 0} == told_facts | {"presided_by": 0}


HOSTILE = '<script>alert(1)</script> & "x" | *y* _z_ `c` [a](http://b) # \\'


def test_whatever_a_text_says_is_text_in_both_forms():
    parts = (Items(HOSTILE, (HOSTILE,)), Table(HOSTILE, (HOSTILE,) * 3, ((HOSTILE,) * 3,), ("fail",)))
    told = replace(record(CARRIED, "ko"), title=HOSTILE, subject=HOSTILE, summary=HOSTILE, foot=HOSTILE, parts=parts)
    page, said = html(told), markdown(told)
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;") == 15
    assert "<script" not in said.replace("\\<script", "")
    assert said.count("\\| \\*y\\* \\_z\\_ \\`c\\` \\[a](http://b) \\# \\\\") == 13


if __name__ == "__main__":
    for name, text in written().items():
        (GOLDEN / name).write_text(text, encoding="utf-8")
