"""How versions that the register describes join the works: by the register's id, in order of effect."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.errors import SourceError
from corpus.manifest import load_works
from corpus.register import Entry, enrol, with_amendments
from corpus.works import Authority, Source

WORKS = load_works()
AI, CITY, COMMITTEES, ETHICS = "2254786", "2000663", "2004796", "2256452"


NAMES = {work.register_id: work.name_ko for work in WORKS if work.register_id}


def entry(register_id, day, number, amended="일부개정", name=None, promulgated=None, worded=True):
    effective = date.fromisoformat(day)
    name = name or NAMES.get(register_id, "서울특별시 견본 조례")
    told = date.fromisoformat(promulgated) if promulgated else effective
    return Entry(register_id, name, "서울특별시", effective, told, number, amended, worded)


def found(*entries):
    for each in entries:
        file = f"{each.register_id}_{each.number}.md"
        yield each, Source(file, "register_markdown", "ko", Authority.OFFICIAL, "0", (each.effective,), "/texts")


def enrolled(*entries, works=WORKS):
    return {work.register_id or work.slug: work for work in enrol(works, found(*entries))}


def held(work):
    return [(str(version.effective), version.number) for version in work.versions if version.held]


def test_without_texts_the_works_are_the_manifests():
    assert enrol(WORKS, ()) == WORKS


@pytest.mark.parametrize(
    ("register_id", "day", "number", "before", "versions"),
    [
        (AI, "2025-09-29", "9834", [("2025-09-29", "9834")], 2),
        (CITY, "2025-09-29", "9889", [("2018-03-22", "6851"), ("2019-03-28", "7026")], 14),
        (COMMITTEES, "2025-01-03", "9487", [], 1),
        (ETHICS, "2025-09-29", "9834", [], 1),
    ],
)
def test_a_known_version_becomes_held_and_nothing_else_changes(register_id, day, number, before, versions):
    known = {work.register_id: work for work in WORKS}[register_id]
    work = enrolled(entry(register_id, day, number, "타법개정", known.name_ko))[register_id]
    assert held(work) == [*before, *([] if (day, number) in before else [(day, number)])]
    assert (work.slug, work.name_ko, work.name_en, work.aliases) == (
        known.slug, known.name_ko, known.name_en, known.aliases
    )  # fmt: skip
    assert len(work.versions) == len(known.versions) == versions
    assert [source.file for source in work.sources[len(known.sources) :]] == [f"{register_id}_{number}.md"]
    assert work.bodies == known.bodies


def test_an_ordinance_number_is_no_key():
    works = enrolled(
        entry(AI, "2025-09-29", "9834"), entry(ETHICS, "2025-09-29", "9834"), entry("7", "2025-09-29", "9834")
    )
    assert [works[each].slug for each in (AI, ETHICS, "7")] == [
        "seoul-ai-ordinance", "seoul-ai-ethics-ordinance", "ordinance-7"
    ]  # fmt: skip
    assert [len(held(works[each])) for each in (AI, ETHICS, "7")] == [1, 1, 1]


def test_what_is_known_of_a_version_stays_with_it():
    work = enrolled(entry(AI, "2025-09-29", "9834", "타법개정"))[AI]
    assert work.versions[-1].touched == ("art-6/para-2/sub-5", "art-7", "art-8/para-2/sub-2", "art-8/para-2/sub-4")


@pytest.mark.parametrize(
    ("day", "number", "before", "after"),
    [
        ("2026-05-01", "10012", "9889", None),
        ("2023-01-10", "8600", "8530", "8903"),
        ("2008-07-30", "4652", None, "5176"),
    ],
)
def test_a_version_not_known_is_added_in_order(day, number, before, after):
    numbers = [version.number for version in enrolled(entry(CITY, day, number))[CITY].versions]
    at = numbers.index(number)
    assert (numbers[at - 1] if at else None, numbers[at + 1] if number != numbers[-1] else None) == (before, after)
    assert len(numbers) == 15


def test_the_day_of_promulgation_is_not_that_of_effect():
    work = enrolled(entry(CITY, "2024-07-01", "9289", "타법개정", promulgated="2024-05-20"))[CITY]
    (version,) = [each for each in work.versions if each.number == "9289"]
    assert (version.effective, version.promulgated, version.held) == (date(2024, 7, 1), date(2024, 5, 20), True)


def test_a_work_only_the_register_knows_is_named_by_it():
    name = "서울특별시 어느 위원회 운영 조례 시행규칙"
    work = enrolled(entry("2017704", "2023-10-19", "4591", name=name))["2017704"]
    assert (work.slug, work.genre, work.name_ko, work.name_en) == ("ordinance-2017704", "ordinance", name, name)
    assert work.aliases == ("어느 위원회 운영 조례 시행규칙",)
    assert work.in_force(date(2023, 10, 18)) is None


@pytest.mark.parametrize("name", ["서울특별시 조례", "서울특별시 기본 조례", "다른 이름의 조례"])
def test_a_name_that_would_mean_too_much_has_no_short_form(name):
    assert enrolled(entry("7", "2020-01-01", "1", name=name))["7"].aliases == ()


def test_works_of_the_register_come_after_the_others_in_a_stable_order():
    one, two = entry("12", "2020-01-01", "2"), entry("1100", "2021-01-01", "3")
    slugs = [work.slug for work in enrol(WORKS, found(one, two))]
    assert slugs == [*(work.slug for work in WORKS), "ordinance-1100", "ordinance-12"]
    assert slugs == [work.slug for work in enrol(WORKS, found(two, one))]


@pytest.mark.parametrize(
    ("amended", "kind"),
    [
        ("제정", "enactment"),
        ("전부개정", "whole amendment"),
        ("일부개정", "amendment"),
        ("타법개정", "amendment by another ordinance"),
        ("일괄개정", "amendment by another ordinance"),
        ("폐지제정", "enactment"),
        ("기타", "amendment"),
        ("", "amendment"),
    ],
)
def test_the_kinds_of_the_register(amended, kind):
    assert entry("7", "2020-01-01", "1", amended).version.kind == kind


@pytest.mark.parametrize("amended", ["폐지", "타법폐지", "일괄폐지"])
def test_a_repeal_ends_the_text_in_force_and_leaves_none_to_read(amended):
    work = enrolled(entry("7", "2020-01-01", "1", "제정"), entry("7", "2022-01-01", "2", amended))["7"]
    assert held(work) == [("2020-01-01", "1")]
    assert work.in_force(date(2022, 1, 1)).kind == "repeal"
    assert work.nearest_held(date(2022, 1, 1)).number == "1"
    assert len(work.sources) == 1


def test_a_version_whose_text_the_register_lacks_is_known_and_not_held():
    work = enrolled(entry(ETHICS, "2025-09-29", "9834", worded=False))[ETHICS]
    assert (held(work), work.sources, len(work.versions)) == ([], (), 1)


@pytest.mark.parametrize("order", [1, -1])
def test_of_versions_of_one_day_the_last_promulgated_is_read(order):
    first, last = entry("7", "2018-03-22", "6820"), entry("7", "2018-03-22", "6851")
    work = enrolled(*[first, last][::order])["7"]
    assert [version.number for version in work.versions] == ["6851"]
    assert [source.file for source in work.sources] == ["7_6851.md"]


def test_a_version_overtaken_on_its_day_does_not_disturb_the_known_one():
    work = enrolled(entry(CITY, "2018-03-22", "6820"))[CITY]
    assert next(version for version in work.versions if version.effective == date(2018, 3, 22)).number == "6851"
    assert work.sources == {each.register_id: each for each in WORKS}[CITY].sources


def test_another_ordinance_in_place_of_one_whose_text_the_package_has_is_refused():
    with pytest.raises(SourceError, match=r"^2000663_7027\.md, line 1: is not No\. 7026, whose text of 2019-03-28"):
        enrolled(entry(CITY, "2019-03-28", "7027"))


def test_two_files_of_one_version_are_both_sources_of_it():
    work = enrolled(entry("7", "2020-01-01", "1"), entry("7", "2020-01-01", "1"))["7"]
    assert (held(work), len(work.sources)) == ([("2020-01-01", "1")], 2)


def test_a_new_name_counts_from_its_version_on():
    new = "서울특별시 지능도시 기본 조례"
    work = enrolled(entry(CITY, "2027-01-01", "10100", name=new))[CITY]
    assert work.name("ko", date(2027, 1, 1)) == work.name("en", date(2027, 1, 1)) == new
    assert work.name("ko", date(2025, 9, 29)) == "서울특별시 스마트도시 및 정보화 조례"
    assert work.name("en", date(2025, 9, 29)).endswith("Smart Cities and Informatization")
    assert work.name("ko", date(2018, 3, 22)) == "서울특별시 정보화 기본조례"
    assert "스마트도시 조례" in work.aliases


def test_a_name_spelt_with_other_spaces_and_dots_is_no_new_name():
    work = enrolled(entry(CITY, "2027-01-01", "10100", name="서울특별시 스마트도시및 정보화조례"))[CITY]
    assert (work.name_ko, len(work.former_names)) == ("서울특별시 스마트도시 및 정보화 조례", 1)


def test_a_work_of_the_register_that_changed_its_name_bears_each_in_its_time():
    old, new = "서울특별시 예전 이름 조례", "서울특별시 새로운 이름 조례"
    work = enrolled(entry("7", "2015-01-01", "1", name=old), entry("7", "2020-01-01", "9", name=new))["7"]
    assert [work.name("ko", date(year, 1, 1)) for year in (2015, 2020)] == [old, new]
    assert work.former_names[0].until == date(2019, 12, 31)


@pytest.mark.parametrize(("day", "sunset"), [("2025-09-29", date(2027, 12, 31)), ("2027-11-01", None)])
def test_the_term_of_a_committee_is_not_told_from_before_a_newer_text(day, sunset):
    number = "9889" if day == "2025-09-29" else "10200"
    work = enrolled(entry(CITY, day, number, name="서울특별시 스마트도시 및 정보화 조례"))[CITY]
    assert {body.sunset for body in work.bodies if body.slug == "smart-city-committee"} == {sunset}


HEADS = ["부칙 <제3호, 2016.5.1.>", "부칙(다른 조례) <제00005호,2018.7.2>", "부칙 <제9호, 2020.1.1>", "부칙"]


def test_amendments_that_addenda_tell_of_stand_between_two_held_texts():
    work = enrolled(entry("7", "2015-01-01", "1", "제정"), entry("7", "2020-01-01", "9"))["7"]
    full = with_amendments(work, HEADS)
    told = [(str(version.effective), version.number, version.held) for version in full.versions]
    assert told == [
        ("2015-01-01", "1", True),
        ("2016-05-01", "3", False),
        ("2018-07-02", "5", False),
        ("2020-01-01", "9", True),
    ]
    assert full.nearest_held(date(2019, 1, 1)).number == "1"
    assert full.in_force(date(2019, 1, 1)).number == "5"


@pytest.mark.parametrize("head", ["", "부칙 <제3호, 2014.5.1>", "부칙 <제3호, 2016.2.30>", "부칙 <제1호, 2016.1.1>"])
def test_other_heads_add_nothing(head):
    work = enrolled(entry("7", "2015-01-01", "1", "제정"), entry("7", "2020-01-01", "9"))["7"]
    assert with_amendments(work, [head]) == work


def test_one_held_text_has_no_gap_to_fill():
    work = enrolled(entry("7", "2020-01-01", "9"))["7"]
    assert with_amendments(work, HEADS) == work


def test_known_versions_are_not_told_twice():
    work = enrolled(entry(CITY, "2025-09-29", "9889", "타법개정"))[CITY]
    heads = [f"부칙 <제{each.number}호, {each.promulgated:%Y.%m.%d}>" for each in work.versions]
    assert with_amendments(work, heads) == replace(work)


@pytest.mark.parametrize(
    ("name", "agency", "problem"),
    [
        ("서울특별시 고양이 조례", "서울특별시", "is named 서울특별시 고양이 조례, but its register id is that of"),
        (NAMES["2254786"], "부산광역시", "is of 부산광역시, but its register id is that of"),
    ],
)
def test_a_document_under_the_id_of_another_ordinance_is_refused(name, agency, problem):
    told = replace(entry("2254786", "2025-09-29", "9834", name=name), agency=agency)
    with pytest.raises(SourceError, match=problem):
        enrolled(told)


def test_a_former_name_and_a_newer_one_are_no_slip():
    enrolled(entry("2000663", "2018-03-22", "6851", name="서울특별시 정보화기본조례"))
    assert enrolled(entry("2254786", "2026-09-29", "9999", name="서울특별시 새 조례"))["2254786"].name_ko.endswith(
        "새 조례"
    )
