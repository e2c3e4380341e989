import hashlib
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from corpus.errors import SourceError
from corpus.identifiers import ProvisionId
from corpus.manifest import load_works, read_source, texts
from ingest.reading import READERS, read_law

WORKS = {work.slug: work for work in load_works()}
SOURCES = [source for work in WORKS.values() for source in work.sources]
AI, CITY = WORKS["seoul-ai-ordinance"], WORKS["seoul-smart-city-ordinance"]


def _files(folder, above=""):
    for entry in folder.iterdir():
        yield from _files(entry, f"{above}{entry.name}/") if entry.is_dir() else [above + entry.name]


def test_the_works_of_the_design():
    assert set(WORKS) == {
        "seoul-ai-ordinance",
        "seoul-smart-city-ordinance",
        "seoul-committees-ordinance",
        "seoul-ai-ethics-ordinance",
        "seoul-ai-bill-review",
        "seoul-digital-bureau-report",
        "national-ai-action-plan",
    }
    assert len(WORKS) == len(load_works())


def test_every_stored_file_is_in_the_manifest_once_and_every_source_is_stored():
    beside = [source.file.replace(".txt", ".cuts.tsv") for source in SOURCES if source.cuts]
    assert sorted(_files(texts())) == sorted([*beside, *(source.file for source in SOURCES)])


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.file)
def test_a_stored_text_is_the_one_the_manifest_knows(source):
    assert hashlib.sha256(read_source(source).encode("utf-8")).hexdigest() == source.sha256
    assert source.reader in READERS


def test_a_changed_text_is_refused_by_name():
    source = replace(AI.sources[0], sha256="0" * 64)
    with pytest.raises(SourceError, match=rf"^{AI.sources[0].file}, line 1: SHA-256 is {AI.sources[0].sha256}"):
        read_source(source)


@pytest.mark.parametrize("work", WORKS.values(), ids=lambda work: work.slug)
def test_dates_and_numbers_are_in_order(work):
    assert all(a.effective < b.effective and a.promulgated <= b.promulgated for a, b in pairwise(work.versions))
    assert all(int(a.number) < int(b.number) for a, b in pairwise(work.versions))
    assert all(version.promulgated <= version.effective for version in work.versions)


@pytest.mark.parametrize("work", WORKS.values(), ids=lambda work: work.slug)
def test_versions_are_held_exactly_where_a_source_has_their_text(work):
    assert {version.effective for version in work.versions if version.held} == {
        day for source in work.sources for day in source.versions
    }


def test_what_is_no_ordinance_is_dated_and_has_no_versions():
    others = [work for work in WORKS.values() if work.genre != "ordinance"]
    assert [work.slug for work in others if work.versions or work.dated is None] == []
    assert [work.slug for work in WORKS.values() if work.genre == "ordinance" and not work.versions] == []


def test_full_names_are_unique_and_ordinances_share_no_name():
    full = [name for work in WORKS.values() for name in (work.name_ko, work.name_en)]
    assert len(full) == len(set(full))
    ordinances = [work for work in WORKS.values() if work.genre == "ordinance"]
    names = [
        name.casefold()
        for work in ordinances
        for name in (*work.names, *(n for f in work.former_names for n in f.names))
    ]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_the_names_of_committees_are_unique():
    bodies = [body for work in WORKS.values() for body in work.bodies]
    slugs, names = [body.slug for body in bodies], [name.casefold() for body in bodies for name in body.names]
    assert (len(slugs), len(names)) == (len(set(slugs)), len(set(names)))
    assert set(slugs) == {
        "ai-committee",
        "smart-city-committee",
        "smart-city-subcommittee",
        "informatization-strategy-committee",
        "smart-city-consultative-council",
    }


def test_the_articles_of_a_committee_are_in_the_text_of_its_time():
    law, lacking = read_law(), []
    for work in WORKS.values():
        for body in work.bodies:
            version = work.nearest_held(body.until or date(2026, 1, 1))
            keys = [ProvisionId.parse(f"{work.slug}@{version.effective}/{article}") for article in body.articles]
            lacking += [str(key) for key in keys if key not in law]
    # In force since 2023-10-04; the texts in the package end before.
    assert lacking == ["seoul-smart-city-ordinance@2019-03-28/art-9-2"]


@pytest.mark.parametrize(
    ("slug", "register_id"),
    [
        ("seoul-ai-ordinance", "2254786"),
        ("seoul-smart-city-ordinance", "2000663"),
        ("seoul-committees-ordinance", "2004796"),
        ("seoul-ai-ethics-ordinance", "2256452"),
        ("seoul-ai-bill-review", ""),
        ("seoul-digital-bureau-report", ""),
        ("national-ai-action-plan", ""),
    ],
)
def test_an_ordinance_has_the_id_of_the_register_and_a_report_has_none(slug, register_id):
    assert WORKS[slug].register_id == register_id


@pytest.mark.parametrize(
    ("promulgated", "effect"),
    [
        (date(2019, 3, 28), date(2019, 3, 28)),
        (date(2021, 5, 20), date(2021, 5, 20)),
        (date(2024, 5, 20), date(2024, 5, 20)),  # No. 9255 the same day, No. 9289 on July 1: it cannot be told
        (date(2020, 1, 1), date(2020, 1, 1)),
    ],
)
def test_the_day_of_effect_of_what_was_promulgated_on_a_day(promulgated, effect):
    assert CITY.effect(promulgated) == effect


def test_what_was_promulgated_takes_effect_with_its_only_version():
    later = replace(CITY, versions=tuple(each for each in CITY.versions if each.number != "9255"))
    assert later.effect(date(2024, 5, 20)) == date(2024, 7, 1)


def test_what_a_version_touched_is_in_its_text():
    law = read_law()
    touched = [
        ProvisionId.parse(f"{work.slug}@{version.effective}/{units}")
        for work in WORKS.values()
        for version in work.versions
        for units in version.touched or ()
    ]
    assert len(touched) == 4
    assert [str(key) for key in touched if key not in law] == []


def test_a_name_ends_the_day_before_a_version_takes_effect():
    for work in WORKS.values():
        for until in [each.until for each in (*work.former_names, *work.bodies) if each.until]:
            assert until + timedelta(days=1) in {version.effective for version in work.versions}


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2024, 1, 1), None),
        (date(2025, 7, 13), None),
        (date(2025, 7, 14), "9752"),
        (date(2025, 7, 15), "9752"),
        (date(2025, 9, 28), "9752"),
        (date(2025, 9, 29), "9834"),
        (date(2025, 9, 30), "9834"),
        (date(2027, 12, 31), "9834"),
    ],
)
def test_the_ai_ordinance_in_force(day, number):
    version = AI.in_force(day)
    assert (version and version.number) == number
    assert AI.nearest_held(day).number == "9834"


@pytest.mark.parametrize(
    ("day", "in_force", "read"),
    [
        (date(2011, 9, 28), None, "6851"),
        (date(2011, 9, 29), "5176", "6851"),
        (date(2013, 7, 31), "5176", "6851"),
        (date(2013, 8, 1), "5527", "6851"),
        (date(2018, 3, 21), "6487", "6851"),
        (date(2018, 3, 22), "6851", "6851"),
        (date(2018, 3, 23), "6851", "6851"),
        (date(2019, 3, 27), "6851", "6851"),
        (date(2019, 3, 28), "7026", "7026"),
        (date(2019, 3, 29), "7026", "7026"),
        (date(2021, 5, 19), "7026", "7026"),
        (date(2021, 5, 20), "8006", "7026"),
        (date(2023, 10, 3), "8530", "7026"),
        (date(2023, 10, 4), "8903", "7026"),
        (date(2024, 5, 20), "9255", "7026"),
        (date(2024, 6, 30), "9255", "7026"),
        (date(2024, 7, 1), "9289", "7026"),
        (date(2025, 9, 28), "9654", "7026"),
        (date(2025, 9, 29), "9889", "7026"),
        (date(2026, 3, 10), "9889", "7026"),
    ],
)
def test_the_smart_city_ordinance_in_force_and_the_text_to_read(day, in_force, read):
    version = CITY.in_force(day)
    assert (version and version.number) == in_force
    assert CITY.nearest_held(day).number == read


@pytest.mark.parametrize(
    ("number", "day", "later"),
    [
        ("6851", date(2019, 3, 27), []),
        ("6851", date(2019, 3, 28), ["7026"]),
        ("7026", date(2019, 3, 27), []),
        ("7026", date(2019, 3, 28), []),
        ("7026", date(2021, 5, 19), []),
        ("7026", date(2021, 5, 20), ["8006"]),
        ("7026", date(2024, 6, 30), ["8006", "8530", "8903", "9255"]),
        ("7026", date(2024, 7, 1), ["8006", "8530", "8903", "9255", "9289"]),
        ("7026", date(2026, 3, 10), ["8006", "8530", "8903", "9255", "9289", "9546", "9654", "9889"]),
    ],
)
def test_what_came_after_a_version(number, day, later):
    version = next(each for each in CITY.versions if each.number == number)
    assert [each.number for each in CITY.since(version, day)] == later


@pytest.mark.parametrize(
    ("slug", "number", "promulgated", "kind"),
    [
        ("seoul-ai-ordinance", "9752", date(2025, 7, 14), "enactment"),
        ("seoul-ai-ordinance", "9834", date(2025, 9, 29), "amendment by another ordinance"),
        ("seoul-smart-city-ordinance", "7026", date(2019, 3, 28), "whole amendment"),
        ("seoul-smart-city-ordinance", "9289", date(2024, 5, 20), "amendment"),
        ("seoul-committees-ordinance", "9487", date(2025, 1, 3), "amendment by another ordinance"),
        ("seoul-ai-ethics-ordinance", "9834", date(2025, 9, 29), "enactment"),
    ],
)
def test_promulgation_and_kind(slug, number, promulgated, kind):
    version = next(each for each in WORKS[slug].versions if each.number == number)
    assert (version.promulgated, version.kind) == (promulgated, kind)


def test_an_ordinance_without_a_held_text_has_none_to_read():
    assert WORKS["seoul-ai-ethics-ordinance"].nearest_held(date(2026, 1, 1)) is None
