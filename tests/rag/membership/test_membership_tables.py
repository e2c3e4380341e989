"""The tables against the corpus: every quote verbatim, every name used, both languages throughout."""

import re
import unicodedata
from pathlib import Path

import pytest

from corpus.works import LANGS
from ingest.reading import read_law
from rag.meetings.facts import Committee
from rag.membership.sheets import bindings, bound, existence, recorded
from rag.tables import load_table

LAW = read_law()
CODE = Path(__file__).parents[3] / "rag" / "membership"
TABLES = ("sentences", "records", "ties")
BODIES = {body.slug: body for work in LAW.works.values() for body in work.bodies}


def folded(text):
    """A text as quotes are compared."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("source", [each for each in bindings() if not each.held], ids=lambda each: str(each.id))
def test_every_binding_is_verbatim_in_each_language_that_the_provision_has(source, lang):
    assert source.id in LAW
    assert bool(source.quote(lang)) == LAW.provision(source.id).speaks(lang)
    if source.quote(lang):
        assert folded(source.quote(lang)) in folded(LAW.full_text(source.id, lang))


def test_a_binding_names_its_version_unless_it_waits_for_a_text():
    assert all(
        (each.id.version is None) == (each.held or each.id.work == "seoul-ai-bill-review") for each in bindings()
    )
    assert [each for each in bindings() if each.held and each.id in LAW] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_sentence_is_in_both_languages(table):
    for name, row in load_table(f"membership/{table}").items():
        assert re.search("[가-힣]", row["ko"]), name
        assert not re.search("[가-힣]", row["en"]), name
        assert set(re.findall(r"{\w+}", row["ko"])) == set(re.findall(r"{\w+}", row["en"])), name


def test_nothing_in_the_tables_is_left_unused():
    code = {path: path.read_text(encoding="utf-8") for path in CODE.iterdir() if path.suffix in (".py", ".toml")}
    made = {f"vote_{status}" for status in ("yes", "no", "unsettled", "unknown")}
    made |= {f"{office}_presides" for office in ("vice_chair", "designated_member", "commissioned_vice_chair",
                                                 "ex_officio_vice_chair")}  # fmt: skip
    made |= {f"{office}_for_both" for office in ("commissioned_vice_chair", "ex_officio_vice_chair")}
    for table in ("sentences", "bindings", "records"):
        elsewhere = " ".join(text for path, text in code.items() if path.stem != table)
        names = set(load_table(f"membership/{table}")) - made
        assert {name for name in names if f'"{name}"' not in elsewhere} == set()


@pytest.mark.parametrize("committee", list(Committee))
def test_a_committee_exists_as_long_as_the_manifest_says(committee):
    found, body = existence(committee), BODIES[committee]
    of_parent = BODIES["smart-city-committee"] if committee is Committee.SUBCOMMITTEE else body
    assert found.ends == (body.until or of_parent.sunset)
    assert found.begins in {version.effective for work in LAW.works.values() for version in work.versions}
    assert not found.holds(found.begins.replace(year=found.begins.year - 1))


@pytest.mark.parametrize("committee", list(Committee))
def test_a_committee_is_known_by_every_name_of_the_manifest(committee):
    forms = [re.compile(form, re.IGNORECASE) for form in load_table("membership/committees")[committee]["called"]]
    unknown = [name for name in BODIES[committee].names if not any(form.search(name) for form in forms)]
    assert unknown == []


def test_names_that_are_in_no_table_are_refused():
    for read in (bound, recorded):
        with pytest.raises(KeyError):
            read("no such name")
