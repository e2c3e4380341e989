"""Labels read back into ids: what a lawyer writes, every provision of the corpus, and any id there can be."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import LabelError
from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.label_reading import parse_label
from corpus.labels import label
from corpus.manifest import load_works
from corpus.works import LANGS
from ingest.reading import read_law

WORKS = {work.slug: work for work in load_works()}
AI, CITY, REVIEW = "seoul-ai-ordinance", "seoul-smart-city-ordinance", "seoul-ai-bill-review"
READ = [
    ("「서울특별시 인공지능 기본조례」 제14조제2항", f"{AI}/art-14/para-2"),
    ("「서울특별시 인공지능 기본조례」제14조 제2항", f"{AI}/art-14/para-2"),
    ("서울특별시 인공지능 기본조례 제14조제2항", f"{AI}/art-14/para-2"),
    ("서울특별시인공지능기본조례 제14조제2항", f"{AI}/art-14/para-2"),
    ("인공지능 기본조례 제14조제2항", f"{AI}/art-14/para-2"),
    ("「서울특별시 인공지능 기본조례」", AI),
    ("「서울특별시 인공지능 기본조례」 부칙(제9834호) 제1조", f"{AI}/addenda-9834/art-1"),
    ("「서울특별시 스마트도시 및 정보화 조례」 별표", None),
    ("「서울특별시 스마트도시 및 정보화 조례」 별표 1", f"{CITY}/annex-1"),
    ("「서울특별시 정보화 기본조례」 제5조의2제1항", f"{CITY}/art-5-2/para-1"),
    ("「서울특별시 각종 위원회의 설치·운영에 관한 조례」 제8조의2", "seoul-committees-ordinance/art-8-2"),
    ("「서울특별시 인공지능 기본조례안 검토보고서」 4. 나. (4)", f"{REVIEW}/sec-4.2.4"),
    ("「서울특별시 인공지능 기본조례안 검토보고서」 각주 16", f"{REVIEW}/note-16"),
    (
        "「서울특별시 인공지능 기본조례안 검토보고서」 붙임 1 "
        "「서울특별시 각종 위원회의 설치ㆍ운영에 관한 조례」 제7조제1항",
        f"{REVIEW}/annex-1/seoul-committees-ordinance/art-7/para-1",
    ),
    (
        "Article 14(2) of the Seoul Metropolitan Government Framework Ordinance on Artificial Intelligence",
        f"{AI}/art-14/para-2",
    ),
    ("article 14 (2) of the AI ordinance", f"{AI}/art-14/para-2"),
    ("Article 12 (1) 3 of the Framework Ordinance on Artificial Intelligence", f"{AI}/art-12/para-1/sub-3"),
    ("subparagraph 3 of Article 3 of the AI ordinance", f"{AI}/art-3/sub-3"),
    ("Article 2 of the Addenda (No. 9834) of the AI ordinance", f"{AI}/addenda-9834/art-2"),
    (
        "Article 28-2(1)2 of the Seoul Metropolitan Government Framework Ordinance on Informatization",
        f"{CITY}/art-28-2/para-1/sub-2",
    ),
    ("Review report on the Seoul AI ordinance bill, section 4.2.4", f"{REVIEW}/sec-4.2.4"),
    ("footnote 16 of the Review report on the Seoul AI ordinance bill", f"{REVIEW}/note-16"),
    (
        "Article 7(1) of the Seoul Metropolitan Government Ordinance on the Establishment and Operation of Various "
        "Committees quoted in Annex 1 of the Review report on the Seoul AI ordinance bill",
        f"{REVIEW}/annex-1/seoul-committees-ordinance/art-7/para-1",
    ),
    ("Note on the national AI Action Plan, section 3", "national-ai-action-plan/sec-3"),
    ("", None),
    ("제14조제2항", None),
    ("Article 14(2)", None),
    ("「지방자치법」 제28조", None),
    ("Article 14(2) of the Local Autonomy Act", None),
    ("「서울특별시 인공지능 기본조례」 제14조 참조", None),
    ("Article 14(2) and more of the AI ordinance", None),
    ("인공지능 기본조례안 제6조", None),
    ("「서울특별시 인공지능 기본조례」 제3조뷁목", None),
]

numbers = st.lists(st.integers(1, 9999).map(str), min_size=1, max_size=3).flatmap(
    lambda parts: st.sampled_from([".", "-"]).map(lambda mark: mark.join(parts))
)
slugs = st.one_of(
    st.sampled_from(sorted(WORKS)),
    st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True), min_size=2, max_size=4)
    .filter(lambda words: words[0] not in set(UnitKind) and "quoted" not in words)
    .map("-".join),
)
units = st.one_of(
    st.builds(Unit, st.sampled_from(sorted(set(UnitKind) - {UnitKind.QUOTED, UnitKind.ADDENDA})), numbers),
    st.builds(Unit, st.just(UnitKind.ADDENDA), st.one_of(st.just(""), numbers)),
    st.builds(Unit, st.just(UnitKind.QUOTED), slugs),
)


@pytest.mark.parametrize(("text", "key"), READ)
def test_a_label_is_read(text, key):
    if key is not None:
        assert str(parse_label(text, WORKS.values())) == key
        return
    with pytest.raises(LabelError, match="no label that can be read: expected a work at hand and a place in it"):
        parse_label(text, WORKS.values())


@pytest.mark.parametrize("lang", LANGS)
def test_every_provision_of_the_corpus_is_read_back(lang):
    law = read_law()
    labels = {each.id: label(each.id, law.work(each.id.work), lang, law.works.values()) for each in law}
    assert len(labels) > 450
    assert {key: said for key, said in labels.items() if parse_label(said, law.works.values()) != key.at(None)} == {}


@settings(deadline=None, max_examples=400)
@given(
    st.sampled_from(sorted(WORKS)),
    st.one_of(st.none(), st.dates(date(2000, 1, 1))),
    st.lists(units, max_size=5),
    st.sampled_from(LANGS),
)
def test_print_then_read_gives_the_id_back_but_for_its_date(work, version, path, lang):
    key = ProvisionId(work, version, tuple(path))
    said = label(key, WORKS[work], lang, WORKS.values())
    assert parse_label(said, WORKS.values()) == key.at(None)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        key = parse_label(text, WORKS.values())
    except LabelError:
        return
    assert key.work in WORKS
