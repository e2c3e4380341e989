import pytest

from corpus.identifiers import ProvisionId, UnitKind
from ingest.passages import passages
from ingest.readers.outline import fold

LONGEST, SHORTEST = 700, 25
SAID_ASIDE = {  # what tables say of other columns, and no one asks for
    "(제정안과 같음)",
    "(제정안과 같음) 1. ∼ 7. (제정안과 같음)",
    "<신 설>",
    "<신 설> 제16조ㆍ제17조 (생 략) 제17조ㆍ제18조 (제정안 제16조 및 제17조와 같음)",
}


@pytest.fixture(scope="module")
def found(law):
    return tuple(passages(law))


def test_a_passage_is_verbatim_in_its_provision(law, found):
    wrong = [each for each in found if fold(each.text) not in fold(law.full_text(each.id, each.lang))]
    assert [(str(each.id), each.lang) for each in wrong] == []


def test_a_passage_is_in_a_language_its_provision_has(law, found):
    assert [str(each.id) for each in found if not law.provision(each.id).speaks(each.lang)] == []


def _and_above(key):
    """The provision, and for what a paper quotes also what it stands in: lists are found as a whole."""
    yield key
    if key.version is None and key.parent is not None:
        yield from _and_above(key.parent)


def test_the_words_of_every_provision_in_force_can_be_found(law, found):
    held = {}
    for each in found:
        held.setdefault((each.id, each.lang), []).append(fold(each.text))
    lost = [
        (str(provision.id), words.lang)
        for provision in law
        for words in provision.renditions
        if provision.deleted is None
        and words.text not in SAID_ASIDE
        and not any(words.text in " ".join(held.get((key, words.lang), [])) for key in _and_above(provision.id))
    ]
    assert lost == []


def test_what_is_deleted_has_no_passage(law, found):
    assert [str(each.id) for each in found if law.provision(each.id).deleted] == []
    assert sum(provision.deleted is not None for provision in law) == 7


def test_a_chapter_has_no_passage(found):
    assert [str(each.id) for each in found if each.id.units[-1].kind is UnitKind.CHAPTER] == []


def test_addenda_with_articles_are_found_article_by_article(found):
    parts = (UnitKind.ARTICLE, UnitKind.ADDENDA)
    addenda = {each.id for each in found if each.id.units[0].kind is UnitKind.ADDENDA}
    assert {key.units[-1].kind for key in addenda} == set(parts)
    divided = {key.parent for key in addenda if key.units[-1].kind is UnitKind.ARTICLE}
    assert len(divided) == 5
    assert not divided & addenda


def test_no_passage_is_empty_or_comes_twice(found):
    assert [str(each.id) for each in found if each.text != each.text.strip() or not each.text] == []
    keys = [(each.id, each.lang, each.part) for each in found]
    assert len(keys) == len(set(keys))


def test_the_parts_of_a_report_are_numbered_and_short(law, found):
    parts = {}
    for each in found:
        if law.work(each.id.work).genre != "ordinance" and each.id.article is None:
            parts.setdefault(each.id, []).append(each)
    assert [str(key) for key, each in parts.items() if [part.part for part in each] != list(range(len(each)))] == []
    assert [str(key) for key, each in parts.items() if max(len(part.text) for part in each) > LONGEST] == []
    assert sum(len(each) > 1 for each in parts.values()) > 10


def test_no_part_of_a_report_is_a_scrap_of_a_longer_text(law, found):
    own = [each for each in found if each.id.article is None and not law.provision(each.id).renditions[0].table]
    scraps = [each for each in own if len(each.text) < SHORTEST < len(law.full_text(each.id, each.lang))]
    assert [(str(each.id), each.text) for each in scraps] == []


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("seoul-ai-ordinance@2025-09-29/art-14/para-2", "en", ["Framework Ordinance on Artificial", "Meetings"]),
        ("seoul-ai-ordinance@2025-09-29/art-14/para-2", "ko", ["서울특별시 인공지능 기본조례", "회의"]),
        ("seoul-ai-ordinance@2025-09-29/art-9/para-3/sub-2", "en", ["Composition", "commissioned by the Mayor"]),
        ("seoul-ai-ordinance@2025-09-29/art-11/sub-4", "ko", ["위원의 해촉", "해촉할 수 있다"]),
        ("seoul-smart-city-ordinance@2018-03-22/art-5-2/para-2", "en", ["Reflecting Informatization Plan"]),
        ("seoul-ai-ordinance@2025-09-29/addenda-9834/art-1", "ko", ["인공지능 기본조례", "부칙(제9834호)", "시행일"]),
        ("seoul-ai-ordinance@2025-09-29/addenda-9834/art-1", "en", ["the Addenda (No. 9834)", "Enforcement Date"]),
        ("seoul-smart-city-ordinance@2018-03-22/addenda-6820", "ko", ["정보화 기본조례", "부칙(제6820호)"]),
        ("seoul-digital-bureau-report/sec-1.1", "ko", ["신뢰받는 인공지능(AI) 행정 기반 마련", "사업개요"]),
        ("seoul-digital-bureau-report/sec-4.1", "ko", ["스마트라이프위크 추진", "사업개요"]),
        ("seoul-digital-bureau-report/sec-1.4.4", "ko", ["서울특별시 인공지능 기본조례안", "추진일정"]),
        ("seoul-ai-bill-review/sec-4.2.4", "ko", ["검토의견", "조례안의 주요내용", "인공지능위원회(안 제8조"]),
        ("seoul-ai-bill-review/annex-4/sec-2", "ko", ["기본법안", "대안의 제안이유"]),
    ],
)
def test_a_passage_knows_what_it_stands_under(found, text, lang, words):
    contexts = {each.context for each in found if each.id == ProvisionId.parse(text) and each.lang == lang}
    (context,) = contexts
    assert [each for each in words if each not in context] == []
