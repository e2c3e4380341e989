"""Two wordings of a provision, and two versions of it with all units below."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.amendments import without_notes
from corpus.comparison import Span, compare, compare_versions, compare_with
from corpus.errors import UnknownProvisionError
from corpus.identifiers import ProvisionId
from corpus.provisions import Law, Provision, Rendition
from corpus.works import Authority, Genre, Version, Work
from ingest.reading import read_law

OLD, NEW = "seoul-smart-city-ordinance@2018-03-22", "seoul-smart-city-ordinance@2019-03-28"
MARKS = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
WORDINGS = [  # old, new, both in one line
    ("", "", ""),
    ("A fee.", "A fee.", "A fee."),
    ("", "A fee.", "{+A fee.+}"),
    ("A fee.", "", "[-A fee.-]"),
    ("for two years.", "for three years.", "for [-two-]{+three+} years."),
    ("for two years.", "for two years, once.", "for two years{+, once+}."),
    ("not more than 31 members", "not more than 25 members", "not more than [-31-]{+25+} members"),
    ("the chairman", "the chairperson", "the [-chairman-]{+chairperson+}"),
    ("the Mayor; or", "the Mayor, or", "the Mayor[-;-]{+,+} or"),
    ("a  fee", "a fee", "a[-  -]{+ +}fee"),
    (
        "to provide for the matters delegated by Acts",
        "to improve by the means of this city all our lives",
        "to [-provide for the matters delegated by Acts-]{+improve by the means of this city all our lives+}",
    ),
    ("위원회는 25명 이내로 한다.", "위원회는 15명 이내로 한다.", "위원회는 [-25-]{+15+}명 이내로 한다."),
    ("계획을 5년마다 세운다.", "계획을 3년마다 세운다.", "계획을 [-5-]{+3+}년마다 세운다."),
    ("의사정족수는 과반수", "의결정족수는 과반수", "의[-사-]{+결+}정족수는 과반수"),
    ("위원장은 정한다", "위원장이 정한다", "위원장[-은-]{+이+} 정한다"),
    ("공익성 및 윤리성의 평가", "공익성의 평가", "공익성[- 및 윤리성-]의 평가"),
    ("스마트 도시위원회", "스마트도시위원회", "스마트[- -]도시위원회"),
    ("제7조제4항에 따라", "제7조제5항에 따라", "제7조제[-4-]{+5+}항에 따라"),
    ("심의를 거쳐", "의결을 거쳐", "[-심의를-]{+의결을+} 거쳐"),
    ("12명", "13명", "[-12-]{+13+}명"),
]  # fmt: skip
wordings = st.text(st.sampled_from("위원회는 의결한다. 12 ab,\n　"), max_size=40) | st.text(max_size=20)
ALPHABET = st.sampled_from(["the", "Mayor", "shall", "31", " ", ", ", "위원회", "는", "의 ", "정한다"])


def _shown(spans):
    return "".join(MARKS[span.kind].format(span.text) for span in spans)


def _side(spans, *kinds):
    return "".join(span.text for span in spans if span.kind in kinds)


@pytest.mark.parametrize(("old", "new", "shown"), WORDINGS)
def test_what_was_removed_and_added(old, new, shown):
    assert _shown(compare(old, new)) == shown


@settings(deadline=None)
@given(wordings | st.lists(ALPHABET, max_size=30).map("".join), wordings | st.lists(ALPHABET, max_size=30).map("".join))
def test_the_pieces_give_both_wordings_back(old, new):
    spans = compare(old, new)
    assert (_side(spans, "kept", "removed"), _side(spans, "kept", "added")) == (old, new)
    assert all(span.text for span in spans)
    order = ["kept", "removed", "added"]
    assert all(b.kind == "kept" or order.index(a.kind) < order.index(b.kind) for a, b in pairwise(spans))
    assert all((a.kind, b.kind) != ("kept", "kept") for a, b in pairwise(spans))
    assert all(a.text != b.text for a, b in pairwise(spans) if (a.kind, b.kind) == ("removed", "added"))


@settings(deadline=None)
@given(st.text(max_size=40))
def test_a_wording_is_the_same_as_itself(text):
    assert compare(text, text) == ((Span("kept", text),) if text else ())


@settings(deadline=None)
@given(st.lists(ALPHABET, max_size=30).map("".join), st.lists(ALPHABET, max_size=30).map("".join))
def test_no_number_and_no_english_word_is_cut(old, new):
    spans = compare(old, new)
    for kinds in (("kept", "removed"), ("kept", "added")):
        side = [span.text for span in spans if span.kind in kinds]
        assert [a + "|" + b for a, b in pairwise(side) if re.search(r"[A-Za-z]\|[A-Za-z]|\d\|\d", f"{a}|{b}")] == []


def _key(text):
    return ProvisionId.parse(text)


def _compared(units, lang="en"):
    return compare_versions(read_law(), _key(f"{OLD}/{units}"), _key(f"{NEW}/{units}"), lang)


@pytest.mark.parametrize(
    ("units", "changes"),
    [
        ("art-4", ["changed art-4", "removed para-1", "removed para-2"]),
        ("art-7/para-2", ["changed para-2"]),
        (
            "art-7",
            [
                "changed art-7", "changed para-1", "added sub-1", "added sub-2", "added sub-3", "added sub-4",
                "changed para-2", "changed para-3", "added sub-1", "added sub-2", "changed para-4", "changed para-5",
                "changed para-6", "removed para-7",
            ],
        ),
        (
            "art-11",
            [
                "changed art-11", "changed para-1", "removed sub-1", "removed sub-2", "removed sub-3",
                "changed para-2", "removed para-3", "removed para-4",
            ],
        ),
        ("art-19", ["changed art-19", "changed para-1", "added para-2"]),  # Article 19(2) was deleted before
    ],
)  # fmt: skip
def test_what_became_of_each_unit(units, changes):
    found = _compared(units).units
    assert [f"{each.change} {(each.new or each.old).units[-1]}" for each in found] == changes


@pytest.mark.parametrize(
    ("units", "doubts"),
    [
        ("art-7", ["whole_amendment", "headings_differ", "translated"]),
        ("art-7/para-2", ["whole_amendment", "headings_differ", "translated"]),  # the heading of its article
        ("art-2", ["whole_amendment", "translated"]),
        ("art-14/para-1", ["whole_amendment", "headings_differ", "translated"]),
    ],
)
def test_a_comparison_by_number_says_why_it_may_mislead(units, doubts):
    assert list(_compared(units).doubts) == doubts


def test_notes_are_left_out_of_the_words_and_told_beside_them():
    (unit,) = _compared("art-7/para-4").units
    assert "Amended by" not in _side(unit.words, "kept", "removed")
    assert [(each.action, each.ordinance) for each in unit.amended_old] == [("amended", "6487"), ("amended", "6820")]
    assert unit.amended_new == ()


def test_every_provision_of_both_versions_compares_to_its_own_words():
    law = read_law()
    articles = [each.id for each in law if str(each.id).startswith(f"{OLD}/art-") and len(each.id.units) == 1]
    both = [key for key in articles if key.at(date(2019, 3, 28)) in law]
    assert len(both) == 24
    for key in both:
        found = compare_versions(law, key, key.at(date(2019, 3, 28)), "en")
        for side, kinds in (("old", ("kept", "removed")), ("new", ("kept", "added"))):
            units = [each for each in found.units if getattr(each, side) is not None]
            provisions = [law.provision(getattr(each, side)) for each in units]
            assert provisions == list(law.subtree(getattr(found, side)))
            texts = [provision.rendition("en").text for provision in provisions]
            assert [_side(each.words, *kinds) for each in units] == [without_notes(text) for text in texts]


DAYS = (date(2018, 1, 1), date(2019, 1, 1), date(2020, 1, 1))


def _rendition(lang, heading, text, history, authority):
    return Rendition(lang, authority, f"제1조 ({heading})", heading, text, "source.txt", 1, history)


def _provision(day, units, text, *, heading="", deleted=None, history="", lang="ko", authority=Authority.OFFICIAL):
    key = _key(f"an-ordinance@{day}/{units}")
    return Provision(key, (_rendition(lang, heading, text, history, authority),), deleted)


def _law(*provisions, kind="amendment"):
    versions = tuple(Version(day, day, str(n), kind, held=day != DAYS[2]) for n, day in enumerate(DAYS, start=1))
    return Law([Work("an-ordinance", Genre.ORDINANCE, "조례", "Ordinance", (), (), versions)], provisions)


def _over_time(law, units="art-1", lang="ko"):
    old, new = (_key(f"an-ordinance@{day}/{units}") for day in DAYS[:2])
    return compare_versions(law, old, new, lang)


@pytest.mark.parametrize(
    ("old", "new", "change", "shown"),
    [
        (("둔다.", None), ("둔다. <개정 2019.1.1>", None), "same", "둔다."),
        (("둔다.", None), ("삭제 <2019.1.1>", DAYS[1]), "deleted", "[-둔다.-]"),
        (("삭제 <2018.1.1>", DAYS[0]), ("삭제 <2018.1.1>", DAYS[0]), "same", ""),
        (("삭제 <2018.1.1>", DAYS[0]), ("둔다. <신설 2019.1.1>", None), "added", "{+둔다.+}"),
        (("둔다.", None), ("두지 아니한다.", None), "changed", "[-둔다-]{+두지 아니한다+}."),
    ],
)
def test_a_unit_that_is_deleted_or_used_again(old, new, change, shown):
    law = _law(
        *(_provision(day, "art-1", text, deleted=gone) for day, (text, gone) in zip(DAYS[:2], (old, new), strict=True))
    )
    (unit,) = _over_time(law).units
    assert (unit.change, _shown(unit.words)) == (change, shown)


def test_units_stand_where_they_stood():
    old = [_provision(DAYS[0], f"art-1/para-{n}", "가") for n in (1, 2, 3)]
    new = [_provision(DAYS[1], f"art-1/{units}", "가") for units in ("para-1", "para-1/sub-1", "para-3", "para-4")]
    law = _law(*(_provision(day, "art-1", "") for day in DAYS[:2]), *old, *new)
    found = [f"{each.change} {'/'.join(map(str, (each.new or each.old).units[1:]))}" for each in _over_time(law).units]
    assert found == ["same ", "same para-1", "added para-1/sub-1", "removed para-2", "same para-3", "added para-4"]


@pytest.mark.parametrize(
    ("changes", "kind", "doubts"),
    [
        ({}, "amendment", []),
        ({}, "whole amendment", ["whole_amendment"]),
        ({"heading": "회의의 소집"}, "amendment", ["headings_differ"]),
        ({"heading": "회 의"}, "amendment", []),
        ({"heading": "회의 <개정 2019.1.1>"}, "amendment", []),
        ({"history": "[제9조에서 이동 <2019.1.1>]"}, "amendment", ["moved"]),
        ({"history": "[제9조에서 이동 <2017.5.5>]"}, "amendment", []),  # before both
        ({"authority": Authority.UNOFFICIAL_RENDITION}, "amendment", ["authorities_differ"]),
    ],
)
def test_each_doubt_has_its_cause(changes, kind, doubts):
    new = {"heading": "회의"} | changes
    law = _law(_provision(DAYS[0], "art-1", "가", heading="회의"), _provision(DAYS[1], "art-1", "가", **new), kind=kind)
    assert list(_over_time(law).doubts) == doubts


def test_a_version_beside_itself_says_so():
    law = _law(_provision(DAYS[0], "art-1", "가"))
    (found,) = compare_with(law, _key(f"an-ordinance@{DAYS[0]}/art-1"), DAYS[0], None)
    assert [each.change for each in found.units] == ["same"]
    assert list(found.doubts) == ["same_version"]


@pytest.mark.parametrize(("shown", "day"), [(0, date(2019, 6, 1)), (1, date(2018, 6, 1))])
def test_the_older_version_comes_first(shown, day):
    law = _law(*(_provision(each, "art-1", "가") for each in DAYS[:2]))
    (found,) = compare_with(law, _key(f"an-ordinance@{DAYS[shown]}/art-1"), day, None)
    assert (found.old.version, found.new.version) == DAYS[:2]


@pytest.mark.parametrize(
    ("key", "day", "lang", "problem"),
    [
        (
            f"{NEW}/art-7",
            "2022-01-01",
            None,
            r"in force on 2022-01-01 \(No. 8006 of 2021-05-20\) is not at hand; held:",
        ),
        (f"{NEW}/art-7", "2001-01-01", None, "begins on 2011-09-29; nothing is known for 2001-01-01"),
        (f"{OLD}/art-5-2", "2019-03-28", None, f"There is no provision {NEW}/art-5-2 in the texts at hand"),
        (f"{OLD}/art-99", "2018-12-31", None, f"There is no provision {OLD}/art-99 in the texts at hand"),
        ("seoul-ai-bill-review/sec-1", "2019-03-28", None, "seoul-ai-bill-review is no ordinance"),
        ("no-such-work@2019-03-28/art-1", "2019-03-28", None, "There is no work 'no-such-work'"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_line(key, day, lang, problem):
    with pytest.raises(UnknownProvisionError, match=problem) as refused:
        compare_with(read_law(), _key(key), date.fromisoformat(day), lang)
    assert "\n" not in str(refused.value)


def test_a_language_that_one_version_lacks_is_refused():
    korean, english = _provision(DAYS[0], "art-1", "가"), _provision(DAYS[1], "art-1", "a", lang="en")
    with pytest.raises(UnknownProvisionError, match=f"no Korean text of an-ordinance@{DAYS[1]}/art-1"):
        compare_with(_law(korean, english), korean.id, DAYS[1], "ko")
    with pytest.raises(UnknownProvisionError, match="no text in a common language"):
        compare_with(_law(korean, english), korean.id, DAYS[1], None)


def test_both_languages_are_compared_where_both_versions_have_them():
    old, new = (
        replace(each, renditions=(*each.renditions, _rendition("en", "", "a", "", Authority.OFFICIAL)))
        for each in (_provision(day, "art-1", "가") for day in DAYS[:2])
    )
    assert [each.lang for each in compare_with(_law(old, new), old.id, DAYS[1], None)] == ["ko", "en"]
