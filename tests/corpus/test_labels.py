import pytest

from corpus.citations import find_references
from corpus.identifiers import ProvisionId
from corpus.labels import label, place
from corpus.manifest import load_works
from corpus.works import LANGS
from ingest.reading import read_law

WORKS = {work.slug: work for work in load_works()}
AI, OLD, REVIEW = "seoul-ai-ordinance@2025-09-29", "seoul-smart-city-ordinance@2018-03-22", "seoul-ai-bill-review"
NAMES = {
    AI: (
        "「서울특별시 인공지능 기본조례」",
        "Seoul Metropolitan Government Framework Ordinance on Artificial Intelligence",
    ),
    OLD: (
        "「서울특별시 정보화 기본조례」",
        "Seoul Metropolitan Government Framework Ordinance on Informatization",
    ),
    REVIEW: ("「서울특별시 인공지능 기본조례안 검토보고서」", "Review report on the Seoul AI ordinance bill"),
    "seoul-digital-bureau-report": ("「서울시 디지털도시국 업무보고」", "Report of the Digital City Bureau of Seoul"),
    "national-ai-action-plan": ("「국가 인공지능 행동계획 메모」", "Note on the national AI Action Plan"),
}
PLACES = [
    (AI, "art-1", "제1조", "Article 1"),
    (AI, "art-14", "제14조", "Article 14"),
    (AI, "art-14/para-2", "제14조제2항", "Article 14(2)"),
    (AI, "art-12/para-1", "제12조제1항", "Article 12(1)"),
    (AI, "art-12/para-1/sub-3", "제12조제1항제3호", "Article 12(1)3"),
    (AI, "art-8/para-2/sub-4", "제8조제2항제4호", "Article 8(2)4"),
    (AI, "art-3/sub-3", "제3조제3호", "subparagraph 3 of Article 3"),
    (AI, "art-11/sub-5", "제11조제5호", "subparagraph 5 of Article 11"),
    (AI, "addenda-9834", "부칙(제9834호)", "the Addenda (No. 9834)"),
    (AI, "addenda-9834/art-2", "부칙(제9834호) 제2조", "Article 2 of the Addenda (No. 9834)"),
    (OLD, "chapter-2", "제2장", "Chapter 2"),
    (OLD, "art-2/sub-12", "제2조제12호", "subparagraph 12 of Article 2"),
    (OLD, "art-5-2", "제5조의2", "Article 5-2"),
    (OLD, "art-5-2/para-1", "제5조의2제1항", "Article 5-2(1)"),
    (OLD, "art-28-2/para-1/sub-2", "제28조의2제1항제2호", "Article 28-2(1)2"),
    (OLD, "art-34/para-2/sub-5", "제34조제2항제5호", "Article 34(2)5"),
    (OLD, "addenda", "부칙", "the Addenda"),
    (OLD, "addenda/art-4", "부칙 제4조", "Article 4 of the Addenda"),
    (OLD, "addenda-5527/art-1", "부칙(제5527호) 제1조", "Article 1 of the Addenda (No. 5527)"),
    (OLD, "annex-1", "별표 1", "Annex 1"),
    (REVIEW, "sec-4", "4.", "section 4"),
    (REVIEW, "sec-3.7", "3. 사.", "section 3.7"),
    (REVIEW, "sec-4.2.4", "4. 나. (4)", "section 4.2.4"),
    (REVIEW, "note-1", "각주 1", "footnote 1"),
    (REVIEW, "note-16", "각주 16", "footnote 16"),
    (REVIEW, "annex-1", "붙임 1", "Annex 1"),
    (REVIEW, "annex-4/sec-3.14", "붙임 4 3. 하.", "Annex 4, section 3.14"),
    ("seoul-digital-bureau-report", "sec-3", "3.", "section 3"),
    ("national-ai-action-plan", "sec-1", "1.", "section 1"),
]
QUOTED = [
    (
        "seoul-ai-bill-review/annex-1/seoul-committees-ordinance/art-7/para-1",
        "「서울특별시 인공지능 기본조례안 검토보고서」 붙임 1 "
        "「서울특별시 각종 위원회의 설치ㆍ운영에 관한 조례」 제7조제1항",
        "Article 7(1) of the Seoul Metropolitan Government Ordinance on the Establishment and Operation of Various "
        "Committees quoted in Annex 1 of the Review report on the Seoul AI ordinance bill",
    ),
    (
        "seoul-ai-bill-review/note-10/act-on-intelligent-informatization/art-2/sub-4/item-4",
        "「서울특별시 인공지능 기본조례안 검토보고서」 각주 10 「Act on Intelligent Informatization」 제2조제4호라목",
        "subparagraph 4(d) of Article 2 of the Act on Intelligent Informatization quoted in footnote 10 of the "
        "Review report on the Seoul AI ordinance bill",
    ),
    (
        "seoul-ai-bill-review/annex-1/seoul-smart-city-ordinance",
        "「서울특별시 인공지능 기본조례안 검토보고서」 붙임 1 「서울특별시 스마트도시 및 정보화 조례」",
        "the Seoul Metropolitan Government Ordinance on Smart Cities and Informatization quoted in Annex 1 of the "
        "Review report on the Seoul AI ordinance bill",
    ),
]
RARE = [
    ("part-2", "제2편", "Part 2"),
    ("chapter-3-2", "제3장의2", "Chapter 3-2"),
    ("chapter-2/sec-1", "제2장제1절", "Chapter 2, section 1"),
    ("part-1/chapter-2/sec-1-2.3", "제1편제2장제1절의2제3관", "Part 1, Chapter 2, section 1-2.3"),
    ("addenda-2011.9.29", "부칙(2011.9.29)", "the Addenda (of 2011.9.29)"),
    ("form-1-2", "별지 제1호의2서식", "Form 1-2"),
    ("annex-3-2", "별표 3의2", "Annex 3-2"),
    ("chapter-2-2/art-5", "제2장의2 제5조", "Chapter 2-2, Article 5"),
    ("art-10-2-3", "제10조의2의3", "Article 10-2-3"),
    ("art-3/sub-1/item-14", "제3조제1호하목", "subparagraph 1(n) of Article 3"),
    ("art-3/sub-1/item-15", "제3조제1호거목", "subparagraph 1(o) of Article 3"),
    ("art-3/sub-1/item-29", "제3조제1호고목", "subparagraph 1(29) of Article 3"),
    ("art-3/sub-1/item-85", "제3조제1호제85목", "subparagraph 1(85) of Article 3"),
    ("art-3/item-2", "제3조나목", "item (b) of Article 3"),
    ("addenda-9834/para-2", "부칙(제9834호) 제2항", "paragraph (2) of the Addenda (No. 9834)"),
    ("sec-4.85", "제4.85절", "section 4.85"),
]
PARSED_BACK = """
art-14/para-2 art-5-2/para-1/sub-3 art-3/sub-3 art-8/para-2/sub-3-2 art-3/sub-3-2 art-7/para-3/sub-1/item-1
art-3/sub-1/item-14 addenda/art-1 addenda-9834/art-2/para-1 chapter-3
"""


@pytest.mark.parametrize(("work", "units", "ko", "en"), PLACES)
def test_labels_as_the_registers_write_them(work, units, ko, en):
    key = ProvisionId.parse(f"{work}/{units}")
    name_ko, name_en = NAMES[work]
    assert label(key, WORKS[key.work], "ko") == f"{name_ko} {ko}"
    assert label(key, WORKS[key.work], "en") == (f"{en} of the {name_en}" if "@" in work else f"{name_en}, {en}")
    assert key in read_law()


@pytest.mark.parametrize(("key", "ko", "en"), QUOTED)
def test_a_work_quoted_in_another_is_named(key, ko, en):
    parsed = ProvisionId.parse(key)
    assert tuple(label(parsed, WORKS[parsed.work], lang, WORKS.values()) for lang in LANGS) == (ko, en)


@pytest.mark.parametrize(("units", "ko", "en"), RARE)
def test_what_is_rare_has_a_label_too(units, ko, en):
    key = ProvisionId.parse(f"a-b/{units}")
    assert (place(key, "ko"), place(key, "en")) == (ko, en)


@pytest.mark.parametrize("work", NAMES)
def test_the_label_of_a_whole_work_is_its_name(work):
    key = ProvisionId.parse(work)
    assert tuple(label(key, WORKS[key.work], lang) for lang in LANGS) == NAMES[work]


@pytest.mark.parametrize("lang", LANGS)
def test_the_label_of_every_provision_of_an_article_is_read_back(lang):
    law, wrong = read_law(), []
    keys = [each.id for each in law if law.work(each.id.work).genre == "ordinance" and each.id.article]
    for key in keys:
        found = find_references(label(key, law.work(key.work), lang))
        if [(reference.units, reference.statute) for reference in found] != [(key.units, "")]:
            wrong.append(str(key))
    assert len(keys) > 350
    assert wrong == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("units", PARSED_BACK.split())
def test_a_label_is_read_back_whatever_it_names(units, lang):
    key = ProvisionId.parse(f"seoul-ai-ordinance/{units}")
    assert [each.units for each in find_references(place(key, lang))] == [key.units]


@pytest.mark.parametrize("lang", LANGS)
def test_no_two_provisions_of_a_version_share_a_label(lang):
    law = read_law()
    labels = [(each.id.version, label(each.id, law.work(each.id.work), lang)) for each in law]
    assert sorted({each for each in labels if labels.count(each) > 1}) == []
