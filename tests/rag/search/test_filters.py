"""What limits a search: works by any of their names, languages, what a text is worth, and how many."""

from datetime import date
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import SearchError
from corpus.works import LANGS, Standing
from rag.citing.validity import standing_on
from rag.search.filters import EVERYTHING, MOST_HITS, Filters, read_filters

DAY, BEFORE = date(2026, 3, 10), date(2018, 6, 1)
AI, CITY, REVIEW, BUREAU, PLAN = (
    "seoul-ai-ordinance",
    "seoul-smart-city-ordinance",
    "seoul-ai-bill-review",
    "seoul-digital-bureau-report",
    "national-ai-action-plan",
)


def limits(assistant, works=(), langs=(), standings=()):
    return read_filters(assistant.law.works.values(), works, langs, standings)


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        (AI, {AI}),
        ("서울특별시 인공지능 기본조례", {AI}),
        ("「서울특별시 인공지능 기본조례」", {AI}),
        ("인공지능기본조례", {AI}),
        ("ai ORDINANCE", {AI}),
        ("스마트도시 조례", {CITY}),
        ("서울특별시 정보화 기본조례", {CITY}),
        ("Framework Ordinance on Informatization", {CITY}),
        ("검토보고서", {REVIEW}),
        ("조례안", {REVIEW, BUREAU}),
        ("위원회 조례", {"seoul-committees-ordinance"}),
    ],
)
def test_a_work_is_known_by_its_slug_and_by_all_its_names(assistant, name, slugs):
    assert limits(assistant, [name]).works == slugs


@pytest.mark.parametrize(
    ("given_", "named"),
    [
        ({"works": ["부산광역시 인공지능 조례"]}, AI),
        ({"works": [""]}, AI),
        ({"works": [f"{AI}/art-1"]}, AI),
        ({"works": [AI, "nothing"]}, "'nothing'"),
        ({"langs": ["fr"]}, "ko or en"),
        ({"langs": ["KO"]}, "ko or en"),
        ({"standings": ["valid"]}, "in_force, not_in_force, bill, review_report, bureau_report, background"),
    ],
)
def test_what_is_unknown_is_one_line_that_names_what_there_is(assistant, given_, named):
    with pytest.raises(SearchError) as raised:
        limits(assistant, **given_)
    assert named in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1


@pytest.mark.parametrize("count", [0, -1, MOST_HITS + 1])
def test_a_count_out_of_range_is_refused(assistant, count):
    with pytest.raises(SearchError, match=f"1 to {MOST_HITS} .* {count} were"):
        assistant.search("위원회", DAY, count)


FOUND = [
    # asked, day, works, langs, standings, the texts that are found and no others
    ("위원회 회의", DAY, [AI], [], [], {f"{AI}@2025-09-29"}),
    ("위원회 회의", DAY, [CITY], [], [], {f"{CITY}@2019-03-28"}),
    ("위원회 회의", BEFORE, [CITY], [], [], {f"{CITY}@2018-03-22"}),
    ("위원회 회의", BEFORE, [AI], [], [], set()),
    (
        "committee meetings",
        DAY,
        ["AI ordinance", "smart city ordinance"],
        [],
        [],
        {f"{AI}@2025-09-29", f"{CITY}@2019-03-28"},
    ),
    ("committee meetings", DAY, [], [], ["in_force"], {f"{AI}@2025-09-29"}),
    ("committee meetings", BEFORE, [], [], ["in_force"], {f"{CITY}@2018-03-22"}),
    ("committee meetings", DAY, [], [], ["not_in_force"], {f"{CITY}@2019-03-28"}),
    ("committee meetings", DAY, [CITY], [], ["in_force"], set()),
    ("인공지능위원회", DAY, [], [], ["bureau_report"], {BUREAU}),
    ("인공지능 정책", DAY, [], [], ["background"], {PLAN}),
    ("인공지능 기본계획 수립", DAY, [], [], ["bill"], {REVIEW}),
    ("인공지능 기본계획 수립", DAY, [REVIEW], [], ["in_force"], set()),
    ("committee", DAY, ["committees ordinance"], [], [], set()),
    ("위원회", DAY, [REVIEW], ["en"], [], set()),
]


@pytest.mark.parametrize(("asked", "day", "works", "langs", "standings", "texts"), FOUND)
def test_a_search_finds_in_the_admitted_texts_alone(assistant, asked, day, works, langs, standings, texts):
    hits = assistant.search(asked, day, MOST_HITS, limits(assistant, works, langs, standings))
    found = {f"{hit.id.work}@{hit.id.version}" if hit.id.version else hit.id.work for hit in hits}
    assert found == texts


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("asked", ["위원회 회의의 의사정족수", "quorum of the committee", "AI 조례 제14조제2항"])
def test_a_search_in_one_language_finds_words_of_that_language(assistant, asked, lang):
    hits = assistant.search(asked, DAY, MOST_HITS, limits(assistant, langs=[lang]))
    assert {hit.lang for hit in hits} == {lang}
    assert {hit.text for hit in hits if "/art-14/para-2" in str(hit.id) and hit.id.work == AI} != set()


def test_a_bill_is_told_from_the_report_that_quotes_it(assistant):
    bills = assistant.search("기본계획", DAY, MOST_HITS, limits(assistant, standings=["bill"]))
    reports = assistant.search("기본계획", DAY, MOST_HITS, limits(assistant, standings=["review_report"]))
    assert bills
    assert [hit for hit in bills if "seoul-ai-bill" not in str(hit.id).partition("/")[2]] == []
    assert [hit for hit in reports if "/seoul-ai-bill" in str(hit.id)] == []


ASKED = [
    "위원회의 의사정족수",
    "Who convenes the committee?",
    "AI 조례 제14조제2항",
    "제7조 위원회",
    "안 제7조",
    "기본계획",
    "sunset",
]
DAYS = [date(2018, 6, 1), date(2019, 3, 28), date(2025, 8, 1), DAY]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    asked=st.sampled_from(ASKED),
    day=st.sampled_from(DAYS),
    works=st.sets(st.sampled_from([AI, CITY, REVIEW, BUREAU, PLAN])),
    langs=st.sets(st.sampled_from(LANGS)),
    standings=st.sets(st.sampled_from(list(Standing))),
    count=st.integers(1, MOST_HITS),
)
def test_every_hit_obeys_the_filters(assistant, asked, day, works, langs, standings, count):
    filters = Filters(frozenset(works), frozenset(langs), frozenset(standings))
    law, hits = assistant.law, assistant.search(asked, day, count, filters)
    assert len(hits) <= count
    assert {hit.id.work for hit in hits} <= (works or set(law.works))
    assert {hit.lang for hit in hits} <= (langs or set(LANGS))
    worths = {standing_on(law.work(hit.id.work), hit.id, day) for hit in hits}
    assert worths <= (standings or set(Standing))
    assert len({hit.id for hit in hits}) == len(hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(law.provision(hit.id).speaks(hit.lang) for hit in hits)


@pytest.mark.parametrize(("asked", "day"), list(product(ASKED, [DAY, BEFORE])))
def test_a_filter_that_admits_everything_changes_nothing(assistant, asked, day):
    works = frozenset(assistant.law.works)
    everything = Filters(works, frozenset(LANGS), frozenset(Standing))
    assert assistant.search(asked, day, 20, everything) == assistant.search(asked, day, 20, EVERYTHING)


@pytest.mark.parametrize("asked", ASKED)
def test_fewer_hits_are_the_first_of_more(assistant, asked):
    many = assistant.search(asked, DAY, MOST_HITS)
    assert [assistant.search(asked, DAY, count) for count in (1, 3, 10)] == [many[:1], many[:3], many[:10]]
