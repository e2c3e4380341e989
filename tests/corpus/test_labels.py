import pytest

from corpus.citations import find_references
from corpus.identifiers import ProvisionId
from corpus.labels import label, place
from corpus.manifest import load_works
from ingest.reading import read_law

WORKS = {work.slug: work for work in load_works()}
AI_KO, AI_EN = (
    "「서울특별시 인공지능 기본조례」",
    "the Seoul Metropolitan Government Framework Ordinance on Artificial Intelligence",
)
CITY_KO, CITY_EN = (
    "「서울특별시 스마트도시 및 정보화 조례」",
    "the Seoul Metropolitan Government Ordinance on Smart Cities and Informatization",
)
REVIEW_KO, REVIEW_EN = "「서울특별시 인공지능 기본조례안 검토보고서」", "Review report on the Seoul AI ordinance bill"
BUREAU_KO, BUREAU_EN = "「서울시 디지털도시국 업무보고」", "Report of the Digital City Bureau of Seoul"
AI, OLD, NEW = (
    "seoul-ai-ordinance@2025-09-29",
    "seoul-smart-city-ordinance@2018-03-22",
    "seoul-smart-city-ordinance@2019-03-28",
)
LABELS = [
    (f"{AI}/art-1", f"{AI_KO} 제1조", f"Article 1 of {AI_EN}"),
    (f"{AI}/art-14", f"{AI_KO} 제14조", f"Article 14 of {AI_EN}"),
    (f"{AI}/art-14/para-2", f"{AI_KO} 제14조제2항", f"Article 14(2) of {AI_EN}"),
    (f"{AI}/art-3/sub-3", f"{AI_KO} 제3조제3호", f"subparagraph 3 of Article 3 of {AI_EN}"),
    (f"{AI}/art-8/para-2/sub-4", f"{AI_KO} 제8조제2항제4호", f"Article 8(2)4 of {AI_EN}"),
    (f"{AI}/addenda-9834", f"{AI_KO} 부칙(제9834호)", f"the Addenda (No. 9834) of {AI_EN}"),
    (
        f"{AI}/addenda-9834/art-2",
        f"{AI_KO} 부칙(제9834호) 제2조",
        f"Article 2 of the Addenda (No. 9834) of {AI_EN}",
    ),
    (f"{OLD}/chapter-2", f"{CITY_KO} 제2장", f"Chapter 2 of {CITY_EN}"),
    (f"{OLD}/art-2/sub-12", f"{CITY_KO} 제2조제12호", f"subparagraph 12 of Article 2 of {CITY_EN}"),
    (f"{OLD}/art-5-2", f"{CITY_KO} 제5조의2", f"Article 5-2 of {CITY_EN}"),
    (f"{OLD}/art-5-2/para-1", f"{CITY_KO} 제5조의2제1항", f"Article 5-2(1) of {CITY_EN}"),
    (f"{OLD}/art-28-2/para-1/sub-2", f"{CITY_KO} 제28조의2제1항제2호", f"Article 28-2(1)2 of {CITY_EN}"),
    (f"{OLD}/art-34/para-2/sub-5", f"{CITY_KO} 제34조제2항제5호", f"Article 34(2)5 of {CITY_EN}"),
    (f"{OLD}/addenda", f"{CITY_KO} 부칙", f"the Addenda of {CITY_EN}"),
    (f"{OLD}/addenda/art-4", f"{CITY_KO} 부칙 제4조", f"Article 4 of the Addenda of {CITY_EN}"),
    (
        f"{OLD}/addenda-5527/art-1",
        f"{CITY_KO} 부칙(제5527호) 제1조",
        f"Article 1 of the Addenda (No. 5527) of {CITY_EN}",
    ),
    (f"{OLD}/annex-1", f"{CITY_KO} 별표 1", f"Annex 1 of {CITY_EN}"),
    (f"{NEW}/art-7/para-3/sub-1", f"{CITY_KO} 제7조제3항제1호", f"Article 7(3)1 of {CITY_EN}"),
    ("seoul-ai-bill-review/sec-4", f"{REVIEW_KO} 4.", f"{REVIEW_EN}, section 4"),
    ("seoul-ai-bill-review/sec-3.7", f"{REVIEW_KO} 3. 사.", f"{REVIEW_EN}, section 3.7"),
    ("seoul-ai-bill-review/sec-4.2.4", f"{REVIEW_KO} 4. 나. (4)", f"{REVIEW_EN}, section 4.2.4"),
    ("seoul-ai-bill-review/note-16", f"{REVIEW_KO} 각주 16", f"{REVIEW_EN}, footnote 16"),
    ("seoul-ai-bill-review/annex-1", f"{REVIEW_KO} 붙임 1", f"{REVIEW_EN}, Annex 1"),
    ("seoul-ai-bill-review/annex-4/sec-3.14", f"{REVIEW_KO} 붙임 4 3. 하.", f"{REVIEW_EN}, Annex 4, section 3.14"),
    ("seoul-digital-bureau-report/sec-3", f"{BUREAU_KO} 3.", f"{BUREAU_EN}, section 3"),
    (
        "national-ai-action-plan/sec-1",
        "「국가 인공지능 행동계획 메모」 1.",
        "Note on the national AI Action Plan, section 1",
    ),
    (AI, AI_KO, AI_EN.removeprefix("the ")),
    ("seoul-ai-bill-review", REVIEW_KO, REVIEW_EN),
]
PARSED_BACK = [
    "art-14/para-2",
    "art-5-2/para-1/sub-3",
    "art-8/para-2/sub-3-2",
    "art-3/sub-3",
    "art-3/sub-3-2",
    "art-7/para-3/sub-1/item-1",
    "art-3/sub-1/item-14",
    "addenda/art-1",
    "addenda-9834/art-2/para-1",
    "chapter-3",
]


@pytest.mark.parametrize(("text", "ko", "en"), LABELS)
def test_labels_as_the_registers_write_them(text, ko, en):
    key = ProvisionId.parse(text)
    assert label(key, WORKS[key.work], "ko") == ko
    assert label(key, WORKS[key.work], "en") == en


def test_every_labelled_provision_is_in_the_law():
    keys = [ProvisionId.parse(text) for text, _, _ in LABELS]
    assert [str(key) for key in keys if key.units and key not in read_law()] == []


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_label_of_every_provision_of_an_article_is_read_back(lang):
    law, wrong = read_law(), []
    keys = [each.id for each in law if law.work(each.id.work).genre == "ordinance" and each.id.article]
    for key in keys:
        found = find_references(label(key, law.work(key.work), lang))
        if [(reference.units, reference.statute) for reference in found] != [(key.units, "")]:
            wrong.append(str(key))
    assert len(keys) > 350
    assert wrong == []


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("units", PARSED_BACK)
def test_a_label_is_read_back_whatever_it_names(units, lang):
    key = ProvisionId.parse(f"seoul-ai-ordinance/{units}")
    assert [each.units for each in find_references(place(key, lang))] == [key.units]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_no_two_provisions_of_a_version_share_a_label(lang):
    law = read_law()
    labels = [(each.id.version, label(each.id, law.work(each.id.work), lang)) for each in law]
    assert sorted({each for each in labels if labels.count(each) > 1}) == []
