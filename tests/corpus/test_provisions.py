from datetime import date

import pytest

from corpus.errors import UnknownProvisionError
from corpus.identifiers import ProvisionId
from corpus.provisions import Law, Provision, Rendition
from corpus.works import Authority, Genre, Version, Work

DAYS = (date(2018, 3, 22), date(2019, 3, 28))


def _rendition(lang, mark, text, history=""):
    return Rendition(lang, Authority.OFFICIAL, mark, "", text, "source.txt", 1, history)


def _provision(text, *renditions):
    return Provision(ProvisionId.parse(f"an-ordinance@2019-03-28/{text}"), renditions)


@pytest.fixture
def law():
    versions = tuple(Version(day, day, number, "", held=True) for day, number in zip(DAYS, "12", strict=True))
    work = Work("an-ordinance", Genre.ORDINANCE, "조례", "Ordinance", (), (), versions)
    return Law(
        [work],
        [
            _provision("art-1", _rendition("en", "Article 1", "", "[Inserted]"), _rendition("ko", "제1조", "")),
            _provision("art-1/para-1", _rendition("en", "(1)", "Lead:"), _rendition("ko", "①", "머리")),
            _provision("art-1/para-1/sub-1", _rendition("en", "1.", "First;"), _rendition("ko", "1.", "첫째")),
            _provision("art-1/para-2", _rendition("en", "(2)", "Only English.")),
            _provision("art-2", _rendition("en", "Article 2", "Alone.")),
        ],
    )


@pytest.mark.parametrize(
    ("units", "lang", "text"),
    [
        ("art-1", "en", "(1) Lead:\n1. First;\n(2) Only English.\n[Inserted]"),
        ("art-1", "ko", "① 머리\n1. 첫째"),
        ("art-1/para-1", "en", "Lead:\n1. First;"),
        ("art-1/para-1/sub-1", "ko", "첫째"),
        ("art-2", "ko", "Alone."),
    ],
)
def test_the_full_text_has_all_units_below_in_one_language(law, units, lang, text):
    assert law.full_text(ProvisionId.parse(f"an-ordinance@2019-03-28/{units}"), lang) == text


def test_children_are_one_step_below_in_order(law):
    key = ProvisionId.parse("an-ordinance@2019-03-28/art-1")
    assert [str(child.id.units[-1]) for child in law.children(key)] == ["para-1", "para-2"]


@pytest.mark.parametrize(
    ("text", "day", "version"),
    [
        ("an-ordinance/art-1", date(2018, 3, 22), DAYS[0]),
        ("an-ordinance/art-1", date(2019, 3, 27), DAYS[0]),
        ("an-ordinance/art-1", date(2019, 3, 28), DAYS[1]),
        ("an-ordinance@2018-03-22/art-1", date(2026, 1, 1), DAYS[0]),
    ],
)
def test_an_undated_id_is_dated_by_the_day(law, text, day, version):
    assert law.dated(ProvisionId.parse(text), day).version == version


def test_a_day_before_the_record_begins_is_refused(law):
    with pytest.raises(UnknownProvisionError, match="begins on 2018-03-22"):
        law.dated(ProvisionId.parse("an-ordinance/art-1"), date(2018, 3, 21))


def test_what_is_not_there_is_named(law):
    with pytest.raises(UnknownProvisionError, match="an-ordinance@2019-03-28/art-9"):
        law.provision(ProvisionId.parse("an-ordinance@2019-03-28/art-9"))
    with pytest.raises(UnknownProvisionError, match="'no-work'; at hand are an-ordinance"):
        law.dated(ProvisionId.parse("no-work/art-1"), date(2026, 1, 1))
