from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import IdentifierError
from corpus.identifiers import ProvisionId, Unit, UnitKind

NUMBERED = sorted(set(UnitKind) - {UnitKind.QUOTED, UnitKind.ADDENDA})

numbers = st.lists(st.integers(1, 9999).map(str), min_size=1, max_size=3).flatmap(
    lambda parts: st.sampled_from([".", "-"]).map(lambda mark: mark.join(parts))
)
words = st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True), min_size=2, max_size=4).map("-".join)
registered = st.integers(0, 10**9).map(lambda number: f"ordinance-{number}")
works = st.one_of(words.filter(lambda work: work.split("-")[0] not in set(UnitKind)), registered)
units = st.one_of(
    st.builds(Unit, st.sampled_from(NUMBERED), numbers),
    st.builds(Unit, st.just(UnitKind.ADDENDA), st.one_of(st.just(""), numbers)),
    st.builds(Unit, st.just(UnitKind.QUOTED), works),
)
ids = st.builds(
    ProvisionId,
    works,
    st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1))),
    st.lists(units, max_size=5).map(tuple),
)


@pytest.mark.parametrize(
    ("text", "version", "steps"),
    [
        ("seoul-ai-ordinance", None, []),
        ("seoul-ai-ordinance@2025-09-29", date(2025, 9, 29), []),
        ("seoul-ai-ordinance/art-14/para-2", None, ["article 14", "paragraph 2"]),
        ("seoul-ai-ordinance/art-8/para-2/sub-4", None, ["article 8", "paragraph 2", "subparagraph 4"]),
        ("seoul-ai-ordinance/art-3/sub-1/item-2", None, ["article 3", "subparagraph 1", "item 2"]),
        ("seoul-smart-city-ordinance@2018-03-22/art-5-2", date(2018, 3, 22), ["article 5-2"]),
        ("seoul-ai-ordinance/addenda-9834/art-2", None, ["addenda 9834", "article 2"]),
        ("seoul-smart-city-ordinance/addenda/art-1", None, ["addenda ", "article 1"]),
        ("seoul-smart-city-ordinance/chapter-2", None, ["chapter 2"]),
        ("seoul-ai-bill-review/sec-4.2.4", None, ["section 4.2.4"]),
        ("seoul-ai-bill-review/note-16", None, ["note 16"]),
        ("seoul-ai-bill-review/annex-1/seoul-x/art-7", None, ["annex 1", "quoted seoul-x", "article 7"]),
        ("ordinance-2017704@2023-10-19/art-4/para-1", date(2023, 10, 19), ["article 4", "paragraph 1"]),
        ("a-b/part-1/chapter-2/sec-3.1", None, ["part 1", "chapter 2", "section 3.1"]),
        ("a-b/ordinance-2017704/art-1", None, ["quoted ordinance-2017704", "article 1"]),
    ],
)
def test_an_id_reads_and_prints(text, version, steps):
    key = ProvisionId.parse(text)
    assert [f"{unit.kind.name.lower()} {unit.number}" for unit in key.units] == steps
    assert (key.version, str(key)) == (version, text)


REJECTED = """
/ seoul Seoul-AI-Ordinance seoul_ai_ordinance 인공지능-조례 제14조제2항
a-b@ a-b@2025 a-b@2025-9-29 a-b@2025-13-01 a-b@2025-02-30 a-b@20250929 a-b@2025-W40-1
a-b//art-1 a-b/art a-b/art- a-b/art-0 a-b/art-014 a-b/art-14a a-b/art-1４ a-b/ART-14 a-b/art-5- a-b/article-14
a-b/para-(2) a-b/work-order a-b/art-14?as_of=2025-01-01 a-b/../art-14
art-14 art-14/para-2 addenda-9834 chapter-2/art-1 work-order part-one sec-x ordinance-12a ordinance-1-2 ordinance-１
seoul-2254786 rule-2017704 a-b/seoul-2254786 a-b/ordinance-
"""


@pytest.mark.parametrize("text", ["", *REJECTED.split()])
def test_no_id(text):
    with pytest.raises(IdentifierError, match="expected an id such as seoul-ai-ordinance"):
        ProvisionId.parse(text)


@settings(deadline=None, max_examples=150)
@given(ids)
def test_print_then_parse_gives_the_id_back(key):
    assert ProvisionId.parse(str(key)) == key


@settings(deadline=None, max_examples=150)
@given(works, units)
def test_what_names_a_work_never_reads_as_a_numbered_unit_and_no_such_unit_as_a_work(work, unit):
    assert Unit.parse(work) == Unit(UnitKind.QUOTED, work)
    if unit.kind is not UnitKind.QUOTED:
        with pytest.raises(IdentifierError):
            ProvisionId.parse(str(unit))


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            ["/art-1", "/art-01", "/para-2", "/addenda", "@2025-09-29", "@2025-9-29", "/sec-4.2", "/", "-x"]
        ),
        max_size=5,
    ).map(lambda tail: "seoul-ai-ordinance" + "".join(tail))
)
def test_what_parses_prints_as_it_was_written(text):
    try:
        key = ProvisionId.parse(text)
    except IdentifierError:
        return
    assert str(key) == text.rstrip("/")


@pytest.mark.parametrize(
    ("outer", "inner", "covered"),
    [
        ("a-b/art-14", "a-b/art-14", True),
        ("a-b/art-14", "a-b/art-14/para-2", True),
        ("a-b/art-14/para-2", "a-b/art-14", False),
        ("a-b/art-1", "a-b/art-14", False),
        ("a-b/art-5", "a-b/art-5-2", False),
        ("a-b", "a-b/art-14/para-2", True),
        ("a-b@2018-03-22/art-7", "a-b@2019-03-28/art-7/para-2", False),
        ("a-b/art-7", "a-b@2019-03-28/art-7/para-2", False),
        ("a-b/art-2", "a-b/addenda-9834/art-2", False),
        ("a-b/art-2", "a-c/art-2", False),
        ("a-b/sec-4", "a-b/sec-4.2.4", True),
        ("a-b/sec-4.2", "a-b/sec-4.2.4", True),
        ("a-b/sec-4.2", "a-b/sec-4.21", False),
    ],
)
def test_covers_what_stands_inside(outer, inner, covered):
    assert ProvisionId.parse(outer).covers(ProvisionId.parse(inner)) is covered


@pytest.mark.parametrize(
    ("text", "parent", "article"),
    [
        ("a-b", None, None),
        ("a-b/chapter-2", "a-b", None),
        ("a-b/art-14", "a-b", "a-b/art-14"),
        ("a-b/art-8/para-2/sub-4", "a-b/art-8/para-2", "a-b/art-8"),
        ("a-b@2025-09-29/addenda-9834/art-2", "a-b@2025-09-29/addenda-9834", "a-b@2025-09-29/addenda-9834/art-2"),
        ("a-b/annex-1/seoul-x/art-7/para-1", "a-b/annex-1/seoul-x/art-7", "a-b/annex-1/seoul-x/art-7"),
        ("a-b/sec-4.2.4", "a-b/sec-4.2", None),
        ("a-b/annex-4/sec-3.14", "a-b/annex-4/sec-3", None),
    ],
)
def test_one_step_up_and_the_article(text, parent, article):
    key = ProvisionId.parse(text)
    assert (key.parent and str(key.parent), key.article and str(key.article)) == (parent, article)


@settings(deadline=None, max_examples=100)
@given(ids, st.one_of(st.none(), st.dates()))
def test_another_version_changes_nothing_else(key, day):
    moved = key.at(day)
    assert (moved.work, moved.version, moved.units) == (key.work, day, key.units)


@settings(deadline=None, max_examples=100)
@given(ids, st.sampled_from(NUMBERED), numbers)
def test_an_id_covers_the_id_one_step_down(key, kind, number):
    child = key.child(kind, number)
    assert key.covers(child)
    assert not child.covers(key)
