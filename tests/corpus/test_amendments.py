"""Notes of amendment as both registers write them, what they say, and whether every one of them is read."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.amendments import Action, Amendment, amendments, deletion, find_notes, without_notes
from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.manifest import load_works, read_source
from corpus.provisions import Provision, Rendition
from corpus.works import Authority, Genre
from ingest.reading import read_law

WORKS = {work.slug: work for work in load_works()}
AI, OLD, NEW = (
    "seoul-ai-ordinance@2025-09-29",
    "seoul-smart-city-ordinance@2018-03-22",
    "seoul-smart-city-ordinance@2019-03-28",
)
NOTES = [  # as it is written; what it says, one act after the other
    ("<Amended by Ordinance No. 5527, Aug. 1, 2013>", "amended 2013-08-01 5527"),
    (
        "<Amended by Ordinance No. 5527, Aug. 1, 2013; Ordinance No. 6820, Mar. 22, 2018>",
        "amended 2013-08-01 5527, amended 2018-03-22 6820",
    ),
    ("<Amended on Sep. 29, 2025>", "amended 2025-09-29"),
    ("<AMENDED BY ORDINANCE NO. 5527, AUG.1, 2013>", "amended 2013-08-01 5527"),
    ("<Amended by Ordinance No. 5527, August 1, 2013 and Ordinance 6487, May 18, 2017>", "amended 2013-08-01 5527, "
     "amended 2017-05-18 6487"),
    ("<Newly Inserted by Ordinance No. 6487, May 18, 2017>", "inserted 2017-05-18 6487"),
    ("[This Article Newly Inserted by Ordinance 5176, Sep. 29, 2011]", "inserted 2011-09-29 5176"),
    ("<This Article Wholly Amended by Ordinance No. 6820, Mar. 22, 2018>", "wholly_amended 2018-03-22 6820"),
    ("[Title Amended by Ordinance No. 6487, May 18, 2017]", "retitled 2017-05-18 6487"),
    ("[Title of This Article Amended on Sept. 1, 2017]", "retitled 2017-09-01"),
    ("Deleted <Sep. 29, 2025>", "deleted 2025-09-29"),
    ("Deleted<Sep. 29, 2025>", "deleted 2025-09-29"),
    ("Deleted. <by Ordinance No. 9834, Sep. 29, 2025>", "deleted 2025-09-29 9834"),
    ("Deleted. <Deleted by Ordinance No. 9834, Sep. 29, 2025>", "deleted 2025-09-29 9834"),
    ("Deleted by Ordinance No. 9834, Sep. 29, 2025", "deleted 2025-09-29 9834"),
    (
        "[Moved from Article 9; previous Article 10 moved to Article 11 <by Ordinance No. 8903, Oct. 4, 2023>]",
        "moved 2023-10-04 8903 from art-9, former_moved 2023-10-04 8903 to art-11",
    ),
    ("ADDENDA <Ordinance No. 5527, Aug.1, 2013>", "enacted 2013-08-01 5527"),
    ("ADDENDUM <Ordinance No. 5176, Sep. 29, 2011>", "enacted 2011-09-29 5176"),
    ("Addenda (Ordinance on Another Matter) <No. 9834, Sep. 29, 2025>", "enacted 2025-09-29 9834"),
    ("<개정 2021.5.20>", "amended 2021-05-20"),
    ("<개정 2021.5.20, 2023.10.4>", "amended 2021-05-20, amended 2023-10-04"),
    ("<개정 2021. 5. 20., 2023. 10. 04.>", "amended 2021-05-20, amended 2023-10-04"),
    ("<신설 2023.7.24.>", "inserted 2023-07-24"),
    ("<신설 2016.1.7, 개정 2024.7.15>", "inserted 2016-01-07, amended 2024-07-15"),
    ("<개정ㆍ신설 2016.1.7>", "amended 2016-01-07, inserted 2016-01-07"),
    ("<일부개정 제5527호, 2013.8.1>", "amended 2013-08-01 5527"),
    ("삭제 <2025.9.29>", "deleted 2025-09-29"),
    ("삭제<2024.5.20.>", "deleted 2024-05-20"),
    ("삭제 2024.5.20.", "deleted 2024-05-20"),
    ("<삭제 2024.5.20.>", "deleted 2024-05-20"),
    ("[본조신설 2013.8.1]", "inserted 2013-08-01"),
    ("[본조 신설 <2013.8.1>]", "inserted 2013-08-01"),
    ("[전문개정 2016.7.14]", "wholly_amended 2016-07-14"),
    ("<전부개정 2019.3.28>", "wholly_amended 2019-03-28"),
    ("[제목개정 2015.3.12]", "retitled 2015-03-12"),
    ("[본조제목개정 2015.3.12, 2016.1.14]", "retitled 2015-03-12, retitled 2016-01-14"),
    ("[제9조의2에서 이동 <2022.10.17>]", "moved 2022-10-17 from art-9-2"),
    ("[종전 제9조는 제10조로 이동 <2022.10.17>]", "former_moved 2022-10-17 to art-10"),
    ("[종전의 제9조의2는 제10조의2로 이동 2022.10.17]", "former_moved 2022-10-17 to art-10-2"),
    (
        "[제9조에서 이동, 종전 제10조는 제11조로 이동 <2023.10.4>]",
        "moved 2023-10-04 from art-9, former_moved 2023-10-04 to art-11",
    ),
    ("<제3항에서 이동 2023.10.4>", "moved 2023-10-04 from para-3"),
    ("<제2항은 제3항으로 이동 2023.10.4>", "former_moved 2023-10-04 to para-3"),
    ("<제정 2015.1.2>", "enacted 2015-01-02"),
    ("부칙 <제7026호,2019.3.28>", "enacted 2019-03-28 7026"),
    ("부칙(다른 조례 이름) <제9834호, 2025.9.29>", "enacted 2025-09-29 9834"),
    ("부칙 <제07026호, 2019.3.28.>", "enacted 2019-03-28 7026"),
    ("부칙 <제4381호,2020.12.31>(여러 조례 일괄개정조례)", "enacted 2020-12-31 4381"),
]  # fmt: skip
NO_NOTES = [
    "",
    "a < b and b > c",
    "<2025.9.29>",  # a date alone says nothing was done
    "<Sep. 29, 2025>",
    "<제9834호, 2025.9.29>",
    "<개정>",
    "<개정 2021>",
    "<개정 2021.5.20, 제8006호>",  # a number without its date
    "<개정 2014.2.30>",
    "<Amended by Ordinance No. 5527, Feb. 30, 2013>",
    "[시행일 2013.11.23]",  # a date of effect, not of promulgation
    "<단서 생략>",
    "Deleted",
    "Deleted. <see Article 3>",
    "제7조를 삭제한다.",
    "이 조례를 개정 2021.5.20 한다.",
    "[(기구), 이하 \"기구\"라 한다]",
    "부칙의 <2025.9.29>",
    "<개정 2021.5.20",
]  # fmt: skip
WITHOUT = [
    ("The following matters: <Amended on Sep. 29, 2025>", "The following matters:"),
    ("둔다. <개정 2021.5.20> 다만, 그러하지 아니하다.", "둔다. 다만, 그러하지 아니하다."),
    ("<신설 2021.5.20> 둔다.", "둔다."),
    ("Deleted. <by Ordinance No. 5622, Jan. 9, 2014>", ""),
    ("삭제 <2025.9.29>", ""),
    ("두 개의 위원회를 둔다.[본조신설 2013.8.1][제목개정 2015.3.12]", "두 개의 위원회를 둔다."),
    ("a  <b>  c ", "a  <b>  c "),
]
PROVISIONS = {  # every provision with a note, and what was done to it
    f"{AI}/art-6/para-2/sub-5": "deleted 2025-09-29 9834",
    f"{AI}/art-7": "deleted 2025-09-29 9834",
    f"{AI}/art-8/para-2": "amended 2025-09-29 9834",
    f"{AI}/art-8/para-2/sub-4": "deleted 2025-09-29 9834",
    f"{AI}/addenda-9834": "enacted 2025-09-29 9834",
    f"{OLD}/art-2": "amended 2013-08-01 5527, amended 2018-03-22 6820",
    f"{OLD}/art-3": "amended 2013-08-01 5527, amended 2017-05-18 6487",
    f"{OLD}/art-5/para-2": "amended 2017-05-18 6487",
    f"{OLD}/art-5/para-3": "amended 2013-08-01 5527, amended 2018-03-22 6820",
    f"{OLD}/art-5-2": "inserted 2013-08-01 5527",
    f"{OLD}/art-6/para-1": "amended 2017-05-18 6487",
    f"{OLD}/art-7/para-1": "amended 2017-05-18 6487",
    f"{OLD}/art-7/para-3": "amended 2017-05-18 6487",
    f"{OLD}/art-7/para-4": "amended 2017-05-18 6487, amended 2018-03-22 6820",
    f"{OLD}/art-7/para-5": "amended 2013-08-01 5527",
    f"{OLD}/art-11/para-1": "amended 2013-08-01 5527, amended 2017-05-18 6487",
    f"{OLD}/art-11/para-1/sub-1": "deleted 2017-05-18 6487",
    f"{OLD}/art-11/para-1/sub-2": "deleted 2017-05-18 6487",
    f"{OLD}/art-11/para-1/sub-3": "deleted 2017-05-18 6487",
    f"{OLD}/art-13": "wholly_amended 2018-03-22 6820",
    f"{OLD}/art-14/para-2": "amended 2013-08-01 5527, amended 2017-05-18 6487",
    f"{OLD}/art-14/para-3": "amended 2013-08-01 5527",
    f"{OLD}/art-19/para-2": "deleted 2014-01-09 5622",
    f"{OLD}/art-28-2": "inserted 2011-09-29 5176",
    f"{OLD}/art-28-2/para-2": "amended 2017-05-18 6487",
    f"{OLD}/art-28-2/para-3": "amended 2017-05-18 6487",
    f"{OLD}/art-28-2/para-4": "amended 2017-05-18 6487",
    f"{OLD}/art-29/para-3": "inserted 2017-05-18 6487",
    f"{OLD}/art-34/para-2": "amended 2013-08-01 5527",
    f"{OLD}/art-35": "amended 2013-08-01 5527, amended 2018-03-22 6820, amended 2018-03-22 6851",
    f"{OLD}/addenda-5176": "enacted 2011-09-29 5176",
    f"{OLD}/addenda-5527": "enacted 2013-08-01 5527",
    f"{OLD}/addenda-5622": "enacted 2014-01-09 5622",
    f"{OLD}/addenda-6487": "enacted 2017-05-18 6487",
    f"{OLD}/addenda-6820": "enacted 2018-03-22 6820",
    f"{OLD}/addenda-6851": "enacted 2018-03-22 6851",
    f"{NEW}/addenda-7026": "enacted 2019-03-28 7026",
    "seoul-ai-bill-review/annex-1/seoul-committees-ordinance/art-12/para-3": "inserted 2023-07-24",
}
NOT_AMENDMENTS = {  # bracket in a stored ordinance: why it is no note of amendment
    "[별표 1]": "head of a table of fees",
    "[별표 2]": "head of a table of fees",
}


def _words(acts):
    found = []
    for each in acts:
        parts = [each.action, str(each.day), each.ordinance or ""]
        parts += [f"from {each.moved_from}" if each.moved_from else "", f"to {each.moved_to}" if each.moved_to else ""]
        found.append(" ".join(filter(None, parts)))
    return ", ".join(found)


@pytest.mark.parametrize(("text", "said"), NOTES)
def test_a_note_says_what_was_done_by_which_ordinance_promulgated_when(text, said):
    (note,) = find_notes(text)
    assert _words(note.amendments) == said


@pytest.mark.parametrize("text", NO_NOTES)
def test_what_says_anything_else_is_no_note(text):
    assert (find_notes(text), without_notes(text)) == ((), text)


@pytest.mark.parametrize(("text", "words"), WITHOUT)
def test_the_words_without_the_notes(text, words):
    assert without_notes(text) == words


def test_several_notes_in_a_text_keep_their_places():
    text = "둔다. <개정 2021.5.20> [(기구)] 삭제 <2025.9.29>"
    assert [text[note.start : note.end] for note in find_notes(text)] == ["<개정 2021.5.20>", "삭제 <2025.9.29>"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Deleted. <by Ordinance No. 6487, May 18, 2017>", date(2017, 5, 18)),
        ("삭제 <2025.9.29>", date(2025, 9, 29)),
        ("Deleted", None),
        ("삭제한다. <개정 2025.9.29>", None),
        ("둔다. 삭제 <2025.9.29>", None),
        ("Deleted matter <Amended on Sep. 29, 2025>", None),
    ],
)
def test_the_date_of_a_deletion(text, day):
    assert deletion(text) == day


@pytest.mark.parametrize("text", ["Deleted <Feb. 30, 2025>", "삭제 <2025.13.1>", "삭제 2025.2.30"])
def test_a_deletion_on_no_day_is_an_error(text):
    with pytest.raises(ValueError, match=r"day|month"):
        deletion(text)


def test_every_provision_with_a_note_and_no_other():
    law = read_law()
    found = {str(each.id): _words(amendments(each, law.work(each.id.work))) for each in law}
    assert {key: said for key, said in found.items() if said} == PROVISIONS


def test_what_is_deleted_has_a_note_of_that_date():
    law = read_law()
    for each in law:
        noted = [a.day for a in amendments(each, law.work(each.id.work)) if a.action is Action.DELETED]
        assert noted == ([each.deleted] if each.deleted else []), str(each.id)


def _provision(**renditions):
    found = [
        Rendition(lang, Authority.OFFICIAL, "제1조", "", text, "source.txt", 1) for lang, text in renditions.items()
    ]
    return Provision(ProvisionId.parse(f"{NEW}/art-1"), tuple(found))


@pytest.mark.parametrize(
    ("korean", "english", "said"),
    [
        ("<개정 2021.5.20>", "", "amended 2021-05-20 8006"),
        ("<개정 2018.3.22>", "", "amended 2018-03-22"),  # No. 6820 and No. 6851
        ("<개정 2018.3.22>", "<Amended by Ordinance No. 6820, Mar. 22, 2018>", "amended 2018-03-22 6820"),
        ("<개정 2024.5.20>", "", "amended 2024-05-20"),  # No. 9255, and No. 9289 in force from July 1
        ("<개정 2012.1.5>", "", "amended 2012-01-05"),  # no version known
        ("[본조신설 2013.8.1]", "<Amended on Sep. 29, 2025>", "inserted 2013-08-01 5527, amended 2025-09-29 9889"),
        ("<개정 2017.5.18, 2013.8.1>", "", "amended 2013-08-01 5527, amended 2017-05-18 6487"),
        ("<신설 2021.5.20>", "<Newly Inserted on May 20, 2021>", "inserted 2021-05-20 8006"),
    ],
)
def test_both_languages_are_joined_and_a_number_is_found_by_its_day_where_only_one_ordinance_can_be_meant(
    korean, english, said
):
    found = amendments(_provision(ko=korean, en=english), WORKS["seoul-smart-city-ordinance"])
    assert _words(found) == said


def _brackets(line):
    """The outermost brackets of both kinds, and whether each lies in a note that is read."""
    notes = find_notes(line)
    for found in re.finditer(r"\[[^\[\]]*\]|<[^<>]*>", line):
        yield found.group(), any(note.start <= found.start() and found.end() <= note.end for note in notes)


def test_every_bracket_in_an_ordinance_is_read_or_listed_with_its_reason():
    sources = [each for work in WORKS.values() if work.genre is Genre.ORDINANCE for each in work.sources]
    lines = [line.lstrip("# ").strip() for source in sources for line in read_source(source).splitlines()]
    found = [each for line in lines for each in _brackets(line)]
    assert len(found) >= 40
    assert {bracket for bracket, read in found if not read} == set(NOT_AMENDMENTS)


def test_every_dated_bracket_in_the_official_texts_is_read_where_they_are_at_hand():
    folder = os.environ.get("JORYE_LAW_DIR")
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.md"))] if folder else []
    lines = [
        line.lstrip("# ").strip() for text in [*texts, "## 부칙 <제7026호,2019.3.28>"] for line in text.splitlines()
    ]
    dated = [each for line in lines for each in _brackets(line) if re.search(r"\d{4}\.\s*\d", each[0])]
    assert dated
    assert [bracket for bracket, read in dated if not read] == []


days = st.dates(date(1990, 1, 1), date(2030, 12, 31))
numbers = st.none() | st.integers(1, 99999).map(str)
plain = st.text(st.characters(blacklist_characters="<>[]"), max_size=30)
KOREAN = {
    Action.AMENDED: "개정",
    Action.INSERTED: "신설",
    Action.WHOLLY_AMENDED: "전문개정",
    Action.RETITLED: "제목개정",
}
ENGLISH = {Action.AMENDED: "Amended", Action.INSERTED: "Newly Inserted", Action.WHOLLY_AMENDED: "Wholly Amended"}


def _ordinance(number):
    return f"Ordinance No. {number}, " if number else ""


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(KOREAN)), days), min_size=1, max_size=4))
def test_a_korean_note_reads_back(acts):
    text = ", ".join(f"{KOREAN[action]} {day.year}.{day.month}.{day.day}" for action, day in acts)
    (note,) = find_notes(f"<{text}>")
    assert note.amendments == tuple(Amendment(action, day) for action, day in acts)


@settings(deadline=None)
@given(st.sampled_from(sorted(ENGLISH)), st.lists(st.tuples(days, numbers), min_size=1, max_size=4))
def test_an_english_note_reads_back(action, acts):
    text = "; ".join(f"{_ordinance(number)}{day:%b}. {day.day}, {day.year}" for day, number in acts)
    (note,) = find_notes(f"[{ENGLISH[action]} by {text}]")
    assert note.amendments == tuple(Amendment(action, day, number) for day, number in acts)


@settings(deadline=None)
@given(plain, plain, days)
def test_only_the_note_is_cut_out(before, after, day):
    note = f"<개정 {day.year}.{day.month}.{day.day}>"
    assert without_notes(f"가{before}{note}{after}나") == f"{f'가{before}'.rstrip()}{after}나"


@settings(deadline=None)
@given(st.text(st.sampled_from("<>[]개정삭제2015.1 Deleted제조에서이동,"), max_size=60))
def test_notes_lie_apart_in_the_text(text):
    places = [place for note in find_notes(text) for place in (note.start, note.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


def test_what_moved_is_named_as_ids_name_it():
    (note,) = find_notes("[제9조의2에서 이동 <2022.10.17>]")
    assert note.amendments[0].moved_from == Unit(UnitKind.ARTICLE, "9-2")
