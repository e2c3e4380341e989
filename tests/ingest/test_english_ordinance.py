from datetime import date

import pytest

from corpus.identifiers import ProvisionId, UnitKind
from corpus.manifest import load_works, read_source
from ingest.readers.outline import fold
from ingest.reading import READERS

AI, OLD, NEW = (
    "seoul-ai-ordinance@2025-09-29",
    "seoul-smart-city-ordinance@2018-03-22",
    "seoul-smart-city-ordinance@2019-03-28",
)
# What the register's page has before the text: nothing else may be left out.
FURNITURE = {
    "seoul-ai-ordinance/2025-09-29.en.txt": [
        "home Home > Regulations Search > Integrated Search",
        "• 본문저장",
        "• 인쇄하기",
        "• 신구대조",
        "• 돌아가기",
        "SEOUL METROPOLITAN GOVERNMENT FRAMEWORK ORDINANCE ON ARTIFICIAL INTELLIGENCE",
        "SEOUL METROPOLITAN GOVERNMENT FRAMEWORK ORDINANCE ON ARTIFICIAL INTELLIGENCE",
    ],
    "seoul-smart-city-ordinance/2018-03-22_2019-03-28.en.txt": [
        "home Home > Regulations Search > Integrated Search",
        "•",
        "• list",
        "• the body",
        "SEOUL METROPOLITAN GOVERNMENT FRAMEWORK ORDINANCE ON INFORMATIZATION",
        "Amendment of Other Laws No. 6851, Mar. 22, 2018 Whole Amendment No. 7026, Mar. 28, 2019",
    ],
}
AI_ARTICLES = [  # number, title, title in Korean, paragraphs, subparagraphs of the article or of each paragraph
    ("1", "Purpose", "목적", 0, {}),
    ("2", "Basic Principles", "기본원칙", 0, {"": 4}),
    ("3", "Definition", "정의", 0, {"": 3}),
    ("4", "Responsibilities of the Mayor", "시장의 책무", 3, {}),
    ("5", "Relationship to Other Ordinances", "다른 조례와의 관계", 0, {}),
    ("6", "Master Plans", "기본계획", 4, {"2": 7}),
    ("7", "", "", 0, {}),
    ("8", "Establishment and Functions of the Committee", "위원회의 설치 및 기능", 4, {"2": 7}),
    ("9", "Composition", "구성", 3, {"3": 3}),
    ("10", "Members’ Term of Office", "위원의 임기", 0, {}),
    ("11", "Dismissal of Members", "위원의 해촉", 0, {"": 5}),
    ("12", "Exclusion, Challenge, and Recusal of Members", "위원의 제척ㆍ기피ㆍ회피", 3, {"1": 4}),
    ("13", "Duties of the Chairperson", "위원장의 직무", 2, {}),
    ("14", "Meetings", "회의", 2, {}),
    ("15", "Secretary", "간사", 2, {}),
    ("16", "Support Projects", "지원사업", 2, {"1": 6}),
    ("17", "Establishment of Cooperative Systems", "협력체계의 구축", 0, {}),
]
DELETED = [
    (f"{AI}/art-6/para-2/sub-5", date(2025, 9, 29), "Deleted <Sep. 29, 2025>"),
    (f"{AI}/art-7", date(2025, 9, 29), "Deleted<Sep. 29, 2025>"),
    (f"{AI}/art-8/para-2/sub-4", date(2025, 9, 29), "Deleted<Sep. 29, 2025>"),
    (f"{OLD}/art-11/para-1/sub-1", date(2017, 5, 18), "Deleted. <by Ordinance No. 6487, May 18, 2017>"),
    (f"{OLD}/art-11/para-1/sub-2", date(2017, 5, 18), "Deleted. <by Ordinance No. 6487, May 18, 2017>"),
    (f"{OLD}/art-11/para-1/sub-3", date(2017, 5, 18), "Deleted. <by Ordinance No. 6487, May 18, 2017>"),
    (f"{OLD}/art-19/para-2", date(2014, 1, 9), "Deleted. <by Ordinance No. 5622, Jan. 9, 2014>"),
]
APART = [  # provision, what only the 2018 text says there, what only the 2019 text says there
    ("art-1", "Framework Act on National Informatization", "developing a smart city"),
    ("art-3", "narrowing the digital divide", "Collaborate with the related private sector"),
    ("art-4", "endeavor to meet the objectives", "the policy shall be governed by this Ordinance"),
    ("art-5/para-2", "Informatization Strategy Committee", "The master plan shall include the following"),
    ("art-6/para-1", "after deliberation by the Committee", "for the smart city and informatization"),
    ("art-7/para-2", "not more than 31 members", "not more than 25 members"),
    ("art-7/para-3", "The Mayor shall serve as the chairperson", "shall be elected from among and by the members"),
    ("art-8", "Decision on and adjustment of the order of priority", "at the request of 1/3 of all incumbent members"),
    ("art-9", "represent the Committee and preside", "Subcommittees may be established"),
    ("art-10/para-2", "online deliberation", "attract private investment"),
    ("art-11/para-2", "deliberation and coordination of a subcommittee", "shall serve as the responsible official"),
    ("art-12", "seek opinions from relevant public officials", "a separate policy for each area"),
    ("art-14/para-1", "official in charge of informatization", "linked to smart city infrastructure"),
    ("art-16", "Promotion of Informatization by Field", "smart city exhibition hall"),
    ("art-17", "knowledge information resources", "World Smart Sustainable Cities Organization"),
    ("art-18/para-1", "process civil petitions", "consultative council for smart city projects"),
    ("art-20/para-1", "may compensate excellent users", "benefit from the use of"),
    ("art-22/para-1", "construct the ubiquitous city", "protect personal information from planning to completion"),
    ("art-23", "Prior Consultation on Informatization Projects", "Registration of Copyrights"),
    ("art-24", "facilitate standardization", "as specified in the attached Table"),
]
CHAPTERS = [  # chapter, its heading, the article that follows it
    (f"{OLD}/chapter-1", "GENERAL PROVISIONS", "art-1"),
    (f"{OLD}/chapter-2", "FORMULATION ANDPROMOTION SYSTEM OF INFORMATIZATION POLICIES", "art-5"),
    (f"{OLD}/chapter-3", "PROMOTION OF INFORMATIZATION", "art-16"),
    (f"{OLD}/chapter-4", "PREVENTION OF ADVERSE EFFECTS OF INFORMATIZATION", "art-32"),
    (f"{OLD}/chapter-5", "MANAGEMENT OF INFORMATIZED DATA", "art-40"),
    (f"{NEW}/chapter-1", "GENERAL PROVISIONS", "art-1"),
    (f"{NEW}/chapter-2", "SYSTEM OF POLICY FORMULATION AND PROMOTION", "art-5"),
    (f"{NEW}/chapter-3", "POLICY PROMOTION", "art-12"),
    (f"{NEW}/chapter-4", "SUPPLEMENTARY PROVISIONS", "art-23"),
]
ADDENDA = [  # addenda, number of articles, words of theirs
    (f"{AI}/addenda-9834", 2, "Article 6 (2) 5 shall be deleted."),
    (f"{OLD}/addenda", 5, "Ordinance on Narrowing the Digital Divide is hereby repealed"),
    (f"{OLD}/addenda-5176", 0, "on the date of its promulgation"),
    (f"{OLD}/addenda-5527", 3, "Article 5-2 shall enter into force on November 23, 2013"),
    (f"{OLD}/addenda-5622", 2, "Omitted."),
    (f"{OLD}/addenda-6487", 0, "on the date of its promulgation"),
    (f"{OLD}/addenda-6820", 0, "on the date of its promulgation"),
    (f"{OLD}/addenda-6851", 0, "on the date of its promulgation"),
    (f"{NEW}/addenda-7026", 4, "shall be deemed the Smart City Committee"),
]


def _key(text):
    return ProvisionId.parse(text)


def _units(law, version, kind):
    """Numbers of the units of a kind right below a version, in order."""
    keys = [each.id for each in law if str(each.id).startswith(version + "/") and len(each.id.units) == 1]
    return [key.units[0].number for key in keys if key.units[0].kind is kind]


def _counts(law, key, kind):
    return sum(child.id.units[-1].kind is kind for child in law.children(key))


@pytest.mark.parametrize(("number", "english", "korean", "paragraphs", "lists"), AI_ARTICLES)
def test_an_article_of_the_ai_ordinance(law, number, english, korean, paragraphs, lists):
    key = _key(f"{AI}/art-{number}")
    article = law.provision(key)
    assert (article.rendition("en").heading, article.rendition("ko").heading) == (english, korean)
    assert _counts(law, key, UnitKind.PARAGRAPH) == paragraphs
    inside = {child.id.units[-1].number: child.id for child in law.children(key)} if paragraphs else {"": key}
    found = {name: _counts(law, each, UnitKind.SUBPARAGRAPH) for name, each in inside.items()}
    assert {name: count for name, count in found.items() if count} == lists


def test_the_ai_ordinance_has_nothing_else(law):
    articles = 17
    paragraphs = sum(paragraphs for *_, paragraphs, _ in AI_ARTICLES)
    entries = sum(sum(lists.values()) for *_, lists in AI_ARTICLES)
    assert _units(law, AI, UnitKind.ARTICLE) == [str(number) for number in range(1, 18)]
    assert sum(str(each.id).startswith(AI) for each in law) == articles + paragraphs + entries + 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            f"{AI}/art-14/para-2",
            "A meeting of the Committee shall be opened by the attendance of the majority of the members on the "
            "register, and they shall make a resolution by affirmative vote of a majority of the attending members.",
        ),
        (f"{AI}/art-8/para-4", "The duration of the Committee shall be until Dec. 31, 2027."),
        (
            f"{OLD}/art-7/para-2",
            "The Committee shall be comprised of not more than 31 members, including one chairperson and one vice "
            "chairperson.",
        ),
        (
            f"{NEW}/art-8/para-2",
            "Meetings shall be convened by the Chairperson or at the request of 1/3 of all incumbent members.",
        ),
    ],
)
def test_the_words_of_a_provision(law, text, words):
    assert law.provision(_key(text)).rendition("en").text == words


@pytest.mark.parametrize(("text", "day", "words"), DELETED)
def test_a_deleted_provision_stays_with_its_date(law, text, day, words):
    provision = law.provision(_key(text))
    assert (provision.deleted, provision.rendition("en").text) == (day, words)


def test_nothing_else_is_deleted(law):
    assert [str(each.id) for each in law if each.deleted] == [text for text, _, _ in DELETED]


@pytest.mark.parametrize(
    ("version", "articles"),
    [
        (OLD, ["1", "2", "3", "4", "5", "5-2", *map(str, range(6, 29)), "28-2", *map(str, range(29, 43))]),
        (NEW, [str(number) for number in range(1, 25)]),
    ],
)
def test_the_articles_of_a_version(law, version, articles):
    assert sorted(_units(law, version, UnitKind.ARTICLE)) == sorted(articles)


@pytest.mark.parametrize(("units", "old", "new"), APART)
def test_the_two_versions_are_kept_apart(law, units, old, new):
    found = []
    for version in (OLD, NEW):
        key = _key(f"{version}/{units}")
        found.append(f"{law.provision(key).rendition('en').heading} {law.full_text(key, 'en')}")
    assert [(old in each, new in each) for each in found] == [(True, False), (False, True)]


@pytest.mark.parametrize(("text", "heading", "follows"), CHAPTERS)
def test_a_chapter_stands_before_its_first_article(law, text, heading, follows):
    keys = [str(each.id) for each in law]
    assert law.provision(_key(text)).rendition("en").heading == heading
    assert keys[keys.index(text) + 1] == f"{text.partition('/')[0]}/{follows}"


def test_there_are_no_other_chapters(law):
    assert [str(each.id) for each in law if each.id.units[-1].kind is UnitKind.CHAPTER] == [row[0] for row in CHAPTERS]


@pytest.mark.parametrize(("text", "articles", "words"), ADDENDA)
def test_addenda(law, text, articles, words):
    assert _counts(law, _key(text), UnitKind.ARTICLE) == articles
    assert words in law.full_text(_key(text), "en")


def test_there_are_no_other_addenda(law):
    found = [str(each.id) for each in law if each.id.units[-1].kind is UnitKind.ADDENDA]
    assert found == [row[0] for row in ADDENDA]


@pytest.mark.parametrize(
    ("number", "title"),
    [
        ("1", "Standards for Collecting Commission Fees for Information Systems, Etc. (related to Article 31)"),
        ("2", "Standards for Collecting Fees for Informatized Data(related to Article 41)"),
    ],
)
def test_the_fee_tables_belong_to_the_text_with_articles_31_and_41(law, number, title):
    assert law.provision(_key(f"{OLD}/annex-{number}")).rendition("en").heading == title
    assert _units(law, NEW, UnitKind.ANNEX) == []


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (f"{OLD}/art-5-2", "[This Article Newly Inserted by Ordinance No. 5527, Aug. 1, 2013]"),
        (f"{OLD}/art-28-2", "[This Article Newly Inserted by Ordinance 5176, Sep. 29, 2011]"),
    ],
)
def test_a_note_of_insertion_is_the_history_of_the_article(law, text, note):
    assert law.provision(_key(text)).rendition("en").history == note


@pytest.mark.parametrize("file", FURNITURE)
def test_nothing_of_the_page_is_lost_but_its_furniture(file):
    work, source = next((work, each) for work in load_works() for each in work.sources if each.file == file)
    lines = [fold(line) for line in read_source(source).splitlines() if line.strip()]
    provisions = READERS[source.reader](work, source, read_source(source))
    written = {}
    for place, each in enumerate(provisions):
        (words,) = each.renditions
        through = "through" in words.mark  # "1. through 3. Deleted" is printed once and gives three provisions
        written.setdefault((words.line, words.mark if through else place), f"{words.mark} {words.text}")
        if words.history:
            below = [inner.renditions[0].line for inner in provisions if each.id.covers(inner.id)]
            written[max(below) + 0.5, place] = words.history
    ordered = [text for (_, text) in sorted(written.items(), key=lambda item: item[0][0])]
    assert lines[: len(FURNITURE[file])] == FURNITURE[file]
    assert fold(" ".join(ordered)) == " ".join(lines[len(FURNITURE[file]) :])
