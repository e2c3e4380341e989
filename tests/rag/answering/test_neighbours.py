"""What stands around a provision: siblings, the sentences above it, and itself in the other language."""

import pytest

from corpus.errors import UnknownProvisionError
from corpus.identifiers import ProvisionId
from corpus.works import LANGS, Authority
from rag.answering.neighbours import MOST_CHARACTERS, full_words, neighbours_of

AI, OLD, REVIEW = "seoul-ai-ordinance@2025-09-29", "seoul-smart-city-ordinance@2018-03-22", "seoul-ai-bill-review"
QUOTED = f"{REVIEW}/annex-1/seoul-committees-ordinance"


def around(assistant, key, lang="en", **options):
    return neighbours_of(assistant.law, ProvisionId.parse(key), lang, **options)


@pytest.mark.parametrize(
    ("key", "heading", "leads", "paragraphs"),
    [
        (f"{AI}/art-14/para-2", "Meetings", [], ["art-14/para-1"]),
        (f"{AI}/art-14/para-1", "Meetings", [], ["art-14/para-2"]),
        (f"{AI}/art-14", "Meetings", [], []),
        (
            f"{AI}/art-12/para-1/sub-3",
            "Exclusion, Challenge, and Recusal of Members",
            ["art-12/para-1"],
            ["art-12/para-2", "art-12/para-3"],
        ),
        (f"{AI}/art-11/sub-2", "Dismissal of Members", ["art-11"], [f"art-11/sub-{n}" for n in (1, 3, 4, 5)]),
        (f"{REVIEW}/sec-4.2.4", None, [], []),
        (f"{REVIEW}/note-16", "", [], []),
    ],
)
def test_what_stands_around_a_provision(assistant, key, heading, leads, paragraphs):
    found, text = around(assistant, key), key.partition("/")[0]
    assert heading in (found.heading, None)
    assert [str(each.id) for each in found.leads] == [f"{text}/{each}" for each in leads]
    assert [str(each.id) for each in found.paragraphs] == [f"{text}/{each}" for each in paragraphs]
    assert found.left_out == 0


def test_the_lead_is_the_sentence_alone(assistant):
    (lead,) = around(assistant, f"{AI}/art-12/para-1/sub-3").leads
    assert lead.text.endswith("from deliberation and resolution of the Committee:")


def test_a_deleted_unit_is_no_neighbour(assistant):
    found = around(assistant, f"{AI}/art-8/para-2/sub-2")
    assert [str(each.id) for each in found.leads] == [f"{AI}/art-8/para-2"]
    gone = [each for each in assistant.law if each.deleted]
    everything = [neighbours_of(assistant.law, each.id, "ko").paragraphs for each in assistant.law]
    shown = {neighbour.id for each in everything for neighbour in each}
    assert gone
    assert shown
    assert shown & {each.id for each in gone} == set()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("room", [0, 150, 600, MOST_CHARACTERS])
def test_of_every_provision_neighbours_are_siblings_whole_in_order_and_within_the_room(assistant, lang, room):
    law = assistant.law
    order = {each.id: place for place, each in enumerate(law)}
    seen = 0
    for provision in law:
        found = neighbours_of(law, provision.id, lang, room)
        places = [order[each.id] for each in found.paragraphs]
        assert places == sorted(set(places))
        assert sum(len(each.text) for each in found.paragraphs) <= room
        assert found.left_out >= 0
        for each in found.paragraphs:
            assert each.id.parent == provision.id.article
            assert not each.id.covers(provision.id)
            assert each.text == law.full_text(each.id, each.lang)
        for each in found.leads:
            assert each.id.covers(provision.id)
            assert each.text == law.provision(each.id).rendition(each.lang).text
        seen += len(found.paragraphs)
    assert (seen > 0) == (room > 0)


def test_the_nearest_have_the_first_claim_to_the_room(assistant):
    law, key = assistant.law, f"{AI}/art-11/sub-3"
    length = sum(len(law.full_text(ProvisionId.parse(f"{AI}/art-11/sub-{n}"), "en")) for n in (2, 4))
    found = around(assistant, key, room=length)
    assert [str(each.id)[-1] for each in found.paragraphs] == ["2", "4"]
    assert found.left_out == 2


def test_the_counterpart_of_every_provision_is_itself_in_the_other_language(assistant):
    law, two = assistant.law, 0
    for provision in law:
        for lang in LANGS:
            other = neighbours_of(law, provision.id, lang).counterpart
            (away,) = set(LANGS) - {lang}
            assert (other is not None) == provision.speaks(away)
            if other is not None:
                assert (other.lang, other.quote) == (away, full_words(law, provision.id, away))
                assert other.authority is provision.rendition(away).authority
                two += 1
    assert two > 200


def test_once_the_official_text_is_there_it_is_the_counterpart_of_the_translation(official):
    found = around(official, f"{AI}/art-14/para-2").counterpart
    assert (found.lang, found.authority) == ("ko", Authority.OFFICIAL)
    assert around(official, f"{AI}/art-14/para-2", "ko").counterpart.authority is Authority.OFFICIAL_TRANSLATION


def test_a_section_of_a_report_is_told_by_its_own_words(assistant):
    law, key = assistant.law, ProvisionId.parse(f"{REVIEW}/sec-4.2.4")
    assert full_words(law, key, "ko") == law.provision(key).rendition("ko").text
    quoted = ProvisionId.parse(f"{QUOTED}/art-7/para-1")
    assert full_words(law, quoted, "ko") == law.full_text(quoted, "ko")


def test_what_is_not_there_has_no_neighbours(assistant):
    with pytest.raises(UnknownProvisionError):
        around(assistant, f"{AI}/art-99")
