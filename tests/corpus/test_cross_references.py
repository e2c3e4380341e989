"""Every cross-reference of the corpus leads to a provision or has a reason; and where the less plain ones lead."""

from collections import Counter
from datetime import date

import pytest

from corpus.cross_references import blanked, cross_references
from corpus.errors import UnknownProvisionError
from corpus.identifiers import ProvisionId
from corpus.provisions import Law, Provision, Rendition
from corpus.reference_targets import Reason
from corpus.works import LANGS, Authority
from ingest.reading import read_law

AI, OLD, CITY, REVIEW = (
    "seoul-ai-ordinance@2025-09-29",
    "seoul-smart-city-ordinance@2018-03-22",
    "seoul-smart-city-ordinance@2019-03-28",
    "seoul-ai-bill-review",
)
BILL, DRAFT = f"{REVIEW}/sec-4.2.5/seoul-ai-bill", f"{REVIEW}/sec-4.2.2/seoul-ai-bill-amendment"
SMART_ACT = "스마트도시 조성 및 산업진흥 등에 관한 법률"
COMMITTEES = "서울특별시 각종 위원회의 설치ㆍ운영에 관한 조례"
NATIONAL_BILL = "인공지능 발전과 신뢰 기반 조성 등에 관한 기본법안"
RESOLVED = [
    (f"{AI}/art-1", "ko", "이 조례", AI),
    (f"{AI}/art-1", "en", "this Ordinance", AI),
    (f"{AI}/art-6/para-4", "ko", "제1항", f"{AI}/art-6/para-1"),
    (f"{AI}/art-6/para-4", "en", "paragraph (3)", f"{AI}/art-6/para-3"),
    (f"{AI}/art-6/para-4", "ko", "제6조", f"{CITY}/art-6"),
    (f"{AI}/art-6/para-4", "en", "Articles 5", f"{CITY}/art-5"),
    (f"{AI}/art-8/para-3", "en", "Article 7", f"{CITY}/art-7"),
    (f"{AI}/art-11/sub-4", "ko", "제12조제1항 각 호", f"{AI}/art-12/para-1"),
    (f"{AI}/art-11/sub-4", "en", "any of the subparagraphs of Article 12 (1)", f"{AI}/art-12/para-1"),
    (f"{AI}/art-12/para-3", "en", "paragraph (1)", f"{AI}/art-12/para-1"),
    (f"{AI}/addenda-9834/art-2", "ko", "「서울특별시 인공지능 기본조례」", AI),
    (
        f"{AI}/addenda-9834/art-2",
        "en",
        "Seoul Metropolitan Governance Framework Ordinance on Artificial Intelligence",
        AI,
    ),
    (f"{OLD}/art-11/para-4", "en", "Article 7 (7)", f"{OLD}/art-7/para-7"),
    (f"{OLD}/art-28-2/para-1", "en", "Article 28 (2)", f"{OLD}/art-28/para-2"),
    (f"{OLD}/art-31/para-2", "en", "Table 1", f"{OLD}/annex-1"),
    (f"{OLD}/art-34/para-2/sub-3", "en", "subparagraph 2", f"{OLD}/art-34/para-2/sub-2"),
    (f"{OLD}/addenda/art-4", "en", "Article 7", f"{OLD}/art-7"),
    (f"{OLD}/addenda-5527/art-1", "en", "Article 5-2", f"{OLD}/art-5-2"),
    (f"{OLD}/annex-2", "en", "Article 41", f"{OLD}/art-41"),
    (f"{CITY}/art-7/para-3", "ko", "제1호", f"{CITY}/art-7/para-3/sub-1"),
    (f"{CITY}/art-9/para-4", "ko", "제8조", f"{CITY}/art-8"),
    (f"{CITY}/art-20/para-2/sub-2", "en", "subparagraph 1", f"{CITY}/art-20/para-2/sub-1"),
    (f"{CITY}/addenda-7026/art-3", "en", "Article 7", f"{OLD}/art-7"),
    (f"{CITY}/addenda-7026/art-3", "ko", "제7조", f"{OLD}/art-7"),
    (f"{CITY}/addenda-7026/art-4", "ko", "제7조제4항", f"{CITY}/art-7/para-4"),
    (f"{REVIEW}/sec-4.1", "ko", "붙임2", f"{REVIEW}/annex-2"),
    (f"{REVIEW}/sec-4.2.4", "ko", "「서울특별시 스마트도시 및 정보화 조례」", CITY),
    # The bill and the statutes are at hand where the report quotes them.
    (f"{REVIEW}/sec-4.2.3", "ko", "안 제7조", f"{REVIEW}/sec-4.2.3/seoul-ai-bill/art-7"),
    (f"{REVIEW}/sec-3.7", "ko", "안 제16조", f"{BILL}/art-16"),
    (f"{BILL}/art-16/para-2", "ko", "제1항", f"{BILL}/art-16/para-1"),
    (f"{DRAFT}/art-6/para-4", "ko", "제2항", f"{DRAFT}/art-6/para-2"),
    (f"{DRAFT}/art-6/para-4", "ko", "제6조", f"{CITY}/art-6"),
    (f"{REVIEW}/sec-4.2.1/seoul-ai-bill/art-3", "ko", "이 조례", f"{REVIEW}/sec-4.2.1/seoul-ai-bill"),
    (f"{REVIEW}/note-14", "ko", "제5조", f"{REVIEW}/annex-1/seoul-committees-ordinance/art-5"),
    (f"{REVIEW}/note-15", "ko", "제1항", f"{REVIEW}/annex-1/seoul-committees-ordinance/art-12/para-1"),
    (f"{REVIEW}/annex-4/sec-3.2", "ko", "안 제2조", f"{REVIEW}/sec-4.2.1/national-ai-framework-bill/art-2"),
]
UNRESOLVED = [
    (f"{AI}/addenda-9834/art-2", "ko", "제6조제2항제5호", Reason.DELETED, ""),
    (
        f"{AI}/addenda-9834/art-1",
        "ko",
        "이 조례",
        Reason.WORK_NOT_HELD,
        "서울특별시 인공지능윤리 기반 조성에 관한 조례",
    ),
    (f"{CITY}/art-5/para-3", "ko", "제4조", Reason.WORK_NOT_HELD, SMART_ACT),
    (f"{CITY}/art-18/para-1", "ko", "제28조", Reason.WORK_NOT_HELD, f"{SMART_ACT} 시행령"),
    (f"{CITY}/art-18/para-1", "ko", "제2조제6호", Reason.WORK_NOT_HELD, SMART_ACT),
    (
        f"{CITY}/art-18/para-1",
        "en",
        "Article 28",
        Reason.WORK_NOT_HELD,
        "Enforcement Decree of the Act on the Promotion of Smart City Development and Industry",
    ),
    (f"{CITY}/art-7/para-6", "ko", "제8조의2", Reason.WORK_NOT_HELD, COMMITTEES),
    (f"{CITY}/art-24/para-2", "ko", "별표", Reason.NOT_THERE, ""),
    (f"{REVIEW}/note-16", "ko", "제9조의2", Reason.NOT_THERE, "서울특별시 스마트도시 및 정보화 조례"),
    (f"{REVIEW}/sec-3.1", "ko", "안 제1조", Reason.WORK_NOT_HELD, "서울특별시 인공지능 기본조례안"),
    (f"{REVIEW}/sec-4.2.4/table-2", "ko", "제18조", Reason.AMBIGUOUS, ""),
    (f"{REVIEW}/annex-4/sec-3.4", "ko", "제8조", Reason.WORK_NOT_HELD, NATIONAL_BILL),
    (f"{REVIEW}/annex-4/sec-3.14", "ko", "이 법", Reason.WORK_NOT_HELD, NATIONAL_BILL),
    (f"{REVIEW}/sec-4.2.1", "ko", "‘인공지능 기본법안’", Reason.WORK_NOT_HELD, NATIONAL_BILL),
    (f"{REVIEW}/note-12", "ko", "제2항", Reason.WORK_NOT_HELD, NATIONAL_BILL),
    (f"{REVIEW}/note-14", "ko", "이 조례", Reason.WORK_NOT_HELD, COMMITTEES),
]


def every():
    """The cross-references of every provision in every language it speaks."""
    law = read_law()
    for each in law:
        for lang in LANGS:
            if each.speaks(lang):
                yield from ((each.id, found) for found in cross_references(law, each.id, lang))


def test_each_leads_somewhere_or_has_a_reason():
    law = read_law()
    found = list(every())
    held = {(work.slug, version.effective) for work in law.works.values() for version in work.versions if version.held}
    for key, each in found:
        assert each.text, key
        if each.reason in (None, Reason.DELETED):
            target = each.target
            assert target in law or (not target.units and (target.work, target.version) in held), (key, each)
        else:
            assert each.target is None, (key, each)
        assert (each.reason is Reason.DELETED) == (each.deleted is not None), (key, each)
        assert each.named or each.reason is not Reason.WORK_NOT_HELD, (key, each)
    counts = Counter(each.reason for _, each in found)
    assert counts[None] > 100
    assert counts[Reason.WORK_NOT_HELD] > 100


def test_what_is_not_there_is_really_not_there():
    """The annex of the 2019 text is not in its source, and Article 9-2 was inserted in 2023."""
    missing = {(str(key), each.text) for key, each in every() if each.reason is Reason.NOT_THERE}
    assert missing == {
        (f"{CITY}/art-24/para-2", "attached Table"),
        (f"{CITY}/art-24/para-2", "별표"),
        (f"{REVIEW}/note-16", "제9조의2"),
    }


def test_what_the_ordinances_refer_to_is_never_ambiguous():
    assert [key for key, each in every() if each.reason is Reason.AMBIGUOUS and key.version] == []


@pytest.mark.parametrize("lang", LANGS)
def test_each_language_leads_to_the_same_provisions(lang):
    """The Korean rendition and the English text of an article refer to the same articles."""
    law = read_law()
    other = "en" if lang == "ko" else "ko"
    both = [each.id for each in law if each.speaks("ko") and each.speaks("en")]
    assert len(both) > 150
    for key in both:
        targets = [
            {(each.target, each.reason) for each in cross_references(law, key, one) if each.reference.units}
            for one in (lang, other)
        ]
        assert targets[0] == targets[1], key


@pytest.mark.parametrize(("key", "lang", "text", "target"), RESOLVED)
def test_a_reference_leads_to_its_provision(key, lang, text, target):
    found = cross_references(read_law(), ProvisionId.parse(key), lang)
    assert str(next(each.target for each in found if each.text == text)) == target


@pytest.mark.parametrize(("key", "lang", "text", "reason", "named"), UNRESOLVED)
def test_a_reference_that_leads_nowhere_says_why(key, lang, text, reason, named):
    found = [each for each in cross_references(read_law(), ProvisionId.parse(key), lang) if each.text == text]
    assert {(each.reason, each.named) for each in found} == {(reason, named)}


def test_a_deleted_provision_has_the_date_of_its_deletion():
    (found,) = [each for key, each in every() if each.reason is Reason.DELETED and each.text == "Article 6 (2) 5"]
    assert (str(found.target), found.deleted) == (f"{AI}/art-6/para-2/sub-5", date(2025, 9, 29))


def test_a_member_that_a_range_leaves_out_is_written_as_the_range():
    found = cross_references(read_law(), ProvisionId.parse(f"{REVIEW}/sec-4.2.4"), "ko")
    in_text = [each for each in found if each.reference.filled and not each.in_heading]
    assert {each.text for each in in_text} == {"안 제8조부터 안 제15조"}
    assert ["/".join(map(str, each.reference.units)) for each in in_text] == [f"art-{n}" for n in range(9, 15)]


@pytest.mark.parametrize(
    "text",
    [
        "<개정 2021.5.20, 2023.10.4>",
        "<제9조에서 이동, 종전 제10조는 제11조로 이동 2020.1.1>",
        "[본조신설 2013.8.1]",
        "[제9조에서 이동, 종전 제10조는 제11조로 이동 <2023.10.4>]",
        "<This Article Wholly Amended by Ordinance No. 6820, Mar. 22, 2018>",
        "[This Article Newly Inserted by Ordinance No. 5527, Aug. 1, 2013]",
    ],
)
def test_a_note_of_amendment_is_no_text(text):
    assert blanked(f"제1조 {text} 제2조") == f"제1조 {' ' * len(text)} 제2조"
    assert blanked("부칙 <제9834호, 2025.9.29> 제2조") == "부칙 <제9834호, 2025.9.29> 제2조"


def test_a_provision_that_is_not_there_refers_to_nothing():
    with pytest.raises(UnknownProvisionError):
        cross_references(read_law(), ProvisionId.parse(f"{AI}/art-99"), "ko")


ETHICS = "seoul-ai-ethics-ordinance@2025-09-29/addenda-9834/art-2"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "이 조례에 맞추어 「서울특별시 스마트도시 및 정보화 조례」 일부를 다음과 같이 개정한다. 제8조제3항 중"),
        ("ko", "서울특별시 스마트도시 및 정보화 조례 일부를 다음과 같이 개정한다. 제8조제3항을 삭제한다."),
        (
            "en",
            "The Ordinance on Smart Cities and Informatization shall be amended in part as follows: Article 8 (3) is",
        ),
    ],
)
def test_articles_after_a_clause_that_amends_are_of_what_it_amends(lang, text):
    law, key = read_law(), ProvisionId.parse(ETHICS)
    amending = Provision(key, (Rendition(lang, Authority.OFFICIAL, "", "", text, "source", 1),))
    found = cross_references(Law(law.works.values(), [*law, amending]), key, lang)
    assert str(found[-1].target) == f"{CITY}/art-8/para-3"


QUOTED = f"{REVIEW}/annex-1"
WRITTEN = {
    f"{QUOTED}/seoul-committees-ordinance": "",
    f"{QUOTED}/seoul-committees-ordinance/art-7": "",
    f"{QUOTED}/seoul-committees-ordinance/art-7/para-1": "이 조례에 따른 제2항과 제3조, 제12조제2항 및 제20조",
    f"{QUOTED}/seoul-committees-ordinance/art-7/para-2": "제1항, 전항 및 제4항 또는 같은 조 제1항",
    f"{QUOTED}/seoul-committees-ordinance/art-12": "",
    f"{QUOTED}/seoul-committees-ordinance/art-12/para-2": "",
    f"{QUOTED}/seoul-smart-city-ordinance": "",
    f"{QUOTED}/seoul-smart-city-ordinance/art-5": "제6조와 제99조, 스마트도시법 제4조",
    f"{QUOTED}/act-on-libraries/art-2": "이 법 제3조 및 제1항",
}


@pytest.fixture(scope="module")
def quoting():
    """The law with articles that the review report quotes as provisions of their own."""
    law = read_law()
    quoted = [
        Provision(ProvisionId.parse(key), (Rendition("ko", Authority.REPORT, "", "", text, "report", 1),))
        for key, text in WRITTEN.items()
    ]
    return Law(law.works.values(), [*law, *quoted])


def test_a_quoted_article_refers_to_what_is_quoted_with_it(quoting):
    def led(key):
        found = cross_references(quoting, ProvisionId.parse(f"{QUOTED}/{key}"), "ko")
        return [(each.text, str(each.target) if each.target else each.reason, each.named) for each in found]

    committees = f"{QUOTED}/seoul-committees-ordinance"
    assert led("seoul-committees-ordinance/art-7/para-1") == [
        ("이 조례", committees, ""),
        ("제2항", f"{committees}/art-7/para-2", ""),
        ("제3조", f"{committees}/art-3", ""),
        ("제12조제2항", f"{committees}/art-12/para-2", ""),
        ("제20조", Reason.WORK_NOT_HELD, COMMITTEES),
    ]
    assert led("seoul-committees-ordinance/art-7/para-2") == [
        ("제1항", f"{committees}/art-7/para-1", ""),
        ("전항", f"{committees}/art-7/para-1", ""),
        ("제4항", Reason.WORK_NOT_HELD, COMMITTEES),
        ("같은 조 제1항", f"{committees}/art-7/para-1", ""),
    ]
    city = "서울특별시 스마트도시 및 정보화 조례"
    assert led("seoul-smart-city-ordinance/art-5") == [
        ("제6조", f"{CITY}/art-6", city),
        ("제99조", Reason.NOT_THERE, city),
        ("제4조", Reason.WORK_NOT_HELD, "스마트도시법"),
    ]
    assert led("act-on-libraries/art-2") == [
        ("제3조", Reason.WORK_NOT_HELD, "Act on Libraries"),
        ("제1항", Reason.WORK_NOT_HELD, "Act on Libraries"),
    ]
