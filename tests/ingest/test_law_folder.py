"""Official texts from folders beside the package: what becomes of the works, and of files that are amiss."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from register_form import OWN, as_xml

from corpus.errors import SourceError, UnknownProvisionError
from corpus.glossary import load_glossary
from corpus.identifiers import ProvisionId
from corpus.manifest import read_source
from corpus.works import Authority
from ingest.index import Contents
from ingest.law_folder import works_at_hand
from ingest.passages import passages
from ingest.reading import READERS, read_law

CITY, AI, COMMITTEES, ETHICS = (
    "seoul-smart-city-ordinance", "seoul-ai-ordinance", "seoul-committees-ordinance", "seoul-ai-ethics-ordinance"
)  # fmt: skip
RULE = "ordinance-2017704"
SMART = OWN / "smart-city_9889_2025-09-29.md"
TODAY = date(2026, 3, 10)


@pytest.fixture(scope="module")
def law(law_dir):
    return read_law([law_dir])


@pytest.fixture
def folder(tmp_path):
    """A folder with two texts that a test may spoil."""
    place = tmp_path / "본문 폴더"
    place.mkdir()
    for name in ("smart-city_9889_2025-09-29.md", "committees_9487_2025-01-03.md"):
        shutil.copy(OWN / name, place)
    return place


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A folder with the texts of 202 ordinances, all good."""
    place = tmp_path_factory.mktemp("많은 본문")
    for name in ("smart-city_9889_2025-09-29.md", "committees_9487_2025-01-03.md"):
        shutil.copy(OWN / name, place)
    for number in range(200):
        text = SMART.read_text(encoding="utf-8").replace("'2000663'", f"'9{number:05}'")
        (place / f"good-{number}.md").write_text(text, encoding="utf-8")
    assert len(read_law([place]).works) == 207
    return place


def texts_of(law, key, day=TODAY):
    provision = law.provision(law.dated(ProvisionId.parse(key), day))
    return {words.lang: words for words in provision.renditions}


def test_without_folders_the_law_is_that_of_the_package():
    assert read_law([]) is read_law()
    assert {each.authority for one in read_law() for each in one.renditions} == set(Authority) - {Authority.OFFICIAL}


@pytest.mark.parametrize("slug", [CITY, AI, COMMITTEES, ETHICS, RULE])
def test_the_text_in_force_is_held_and_official(law, slug):
    work = law.work(slug)
    version = work.in_force(TODAY)
    assert version.held
    assert version is work.versions[-1]
    korean = [each for each in law if (each.id.work, each.id.version) == (slug, version.effective)]
    assert korean
    assert {each.rendition("ko").authority for each in korean} == {Authority.OFFICIAL}


def test_the_smart_city_ordinance_of_2026_and_of_2020(law):
    now, then = (texts_of(law, f"{CITY}/art-7/para-2", day) for day in (TODAY, date(2020, 1, 1)))
    assert set(now) == {"ko"}
    assert "30명" in now["ko"].text
    assert (now["ko"].authority, then["ko"].authority, then["en"].authority) == (
        Authority.OFFICIAL, Authority.UNOFFICIAL_RENDITION, Authority.OFFICIAL_TRANSLATION
    )  # fmt: skip
    assert "25명" in then["ko"].text


@pytest.mark.parametrize(
    ("key", "day", "said"),
    [
        (f"{CITY}/art-9-2", TODAY, "2027년 12월 31일"),
        (f"{CITY}/art-18/para-2", TODAY, "25명"),
        (f"{CITY}/art-7/para-2", date(2019, 3, 27), "members"),
        (f"{COMMITTEES}/art-10/para-1", TODAY, "15일 전"),
        (f"{RULE}/art-4/para-1", TODAY, "화상"),
        (f"{ETHICS}/art-6/para-2", TODAY, ""),
        (f"{AI}/art-14/para-2", TODAY, "과반수"),
    ],
)
def test_what_the_texts_say(law, key, day, said):
    provision = law.provision(law.dated(ProvisionId.parse(key), day))
    assert said in provision.renditions[0].text


def test_the_official_korean_takes_the_place_of_our_rendition_and_the_english_stays(law):
    provisions = [each for each in law if each.id.work == AI]
    apart = {
        str(each.id).partition("/")[2]: [(words.lang, words.authority) for words in each.renditions]
        for each in provisions
        if {(words.lang, words.authority) for words in each.renditions}
        != {("ko", Authority.OFFICIAL), ("en", Authority.OFFICIAL_TRANSLATION)}
    }
    # The English page leaves out the addenda of No. 9752, which the register prints.
    assert apart in ({}, {"addenda-9752": [("ko", Authority.OFFICIAL)]})
    english = {str(each.id) for each in read_law() if each.id.work == AI}
    assert english <= {str(each.id) for each in provisions}


def test_the_official_text_gives_the_order(law):
    for slug in (AI, CITY):
        version = law.work(slug).versions[-1].effective
        lines = [each.rendition("ko").line for each in law if (each.id.work, each.id.version) == (slug, version)]
        assert lines == sorted(lines)


def test_the_articles_of_every_committee_are_in_the_newest_text(law):
    lacking = [
        f"{work.slug}/{article}"
        for work in law.works.values()
        for body in work.bodies
        if body.until is None
        for article in body.articles
        if ProvisionId.parse(f"{work.slug}@{work.versions[-1].effective}/{article}") not in law
    ]
    assert lacking == []


def test_sources_of_a_folder_are_found_with_their_text(law, law_dir):
    outside = [(work, source) for work in law.works.values() for source in work.sources if source.folder]
    assert len(outside) == len([path for path in law_dir.rglob("*.md") if not path.stem.isupper()])
    for work, source in outside:
        text = read_source(source)
        assert text == (Path(source.folder) / source.file).read_text(encoding="utf-8")
        ids = {each.id for each in READERS[source.reader](work, source, text)}
        assert {each for each in ids if each not in law} == set()


def test_the_rule_beside_the_ordinance_is_a_work_of_its_own(law):
    work = law.work(RULE)
    assert (work.genre, work.name_en) == ("ordinance", "서울특별시 각종 위원회의 설치ㆍ운영에 관한 조례 시행규칙")
    assert list(law.works)[: len(read_law().works)] == list(read_law().works)


@pytest.mark.parametrize("key", [f"{RULE}/art-4", f"{COMMITTEES}/art-1"])
def test_before_the_record_of_a_work_begins_nothing_is_known(law, key):
    with pytest.raises(UnknownProvisionError, match="nothing is known for 2022-01-01"):
        law.dated(ProvisionId.parse(key), date(2022, 1, 1))


def test_the_two_forms_of_a_version_are_one_text(folder):
    (folder / "city.xml").write_text(as_xml(SMART.read_text(encoding="utf-8")), encoding="utf-8")
    law = read_law([folder])
    assert [source.file for source in law.work(CITY).sources if source.folder] == ["city.xml"]
    assert len(law) == len(read_law([_without(folder, "city.xml")]))


def _without(folder, name):
    (folder / name).unlink()
    return folder


def test_a_text_in_the_form_of_the_api_alone(tmp_path):
    (tmp_path / "2000663_2025-09-29_9889.xml").write_text(as_xml(SMART.read_text(encoding="utf-8")), encoding="utf-8")
    assert "30명" in texts_of(read_law([tmp_path]), f"{CITY}/art-7/para-2")["ko"].text


def test_equal_texts_in_two_folders_are_fine_and_other_words_are_an_error_that_names_both(folder, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    assert len(read_law([folder, copy])) == len(read_law([folder]))
    changed = copy / SMART.name
    changed.write_text(changed.read_text(encoding="utf-8").replace("30명", "31명"), encoding="utf-8")
    with pytest.raises(SourceError) as refused:
        read_law([folder, copy])
    assert str(changed) in str(refused.value)
    assert str(folder / SMART.name) in str(refused.value)
    assert "take one of the two away" in str(refused.value)


@pytest.mark.parametrize(
    ("one", "other"),
    [("제7조 (", "제7조("), ("위원을 30명까지", "위원을\n30명까지"), ("ㆍ30명", "·30명"), ("ㆍ30명", "․30명")],
)
def test_white_space_and_the_kind_of_dots_make_no_other_text(folder, tmp_path, one, other):
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    text = (folder / SMART.name).read_text(encoding="utf-8").replace("30명", "ㆍ30명" if "ㆍ" in one else "30명")
    assert one in text
    (folder / SMART.name).write_text(text, encoding="utf-8")
    (copy / SMART.name).write_text(text.replace(one, other), encoding="utf-8")
    assert read_law([folder, copy])


def test_the_same_folder_twice_is_read_once(folder):
    (folder.parent / "link").symlink_to(folder)
    assert len(read_law([folder, folder, folder.parent / "link"]).work(CITY).sources) == len(
        read_law([folder]).work(CITY).sources
    )


def test_the_law_is_read_again_when_a_file_has_changed(folder):
    first = read_law([folder])
    assert read_law([folder]) is first
    file = folder / SMART.name
    file.write_text(file.read_text(encoding="utf-8").replace("30명", "32명"), encoding="utf-8")
    assert "32명" in texts_of(read_law([folder]), f"{CITY}/art-7/para-2")["ko"].text


def test_the_fingerprint_of_the_index_follows_the_texts(folder):
    def fingerprint():
        return Contents(tuple(passages(read_law([folder]))), load_glossary()).fingerprint

    plain = Contents(tuple(passages(read_law())), load_glossary()).fingerprint
    first = fingerprint()
    file = folder / SMART.name
    file.write_text(file.read_text(encoding="utf-8").replace("30명", "33명"), encoding="utf-8")
    second = fingerprint()
    shutil.move(file, folder / "another name.md")
    assert len({plain, first, second}) == 3
    assert fingerprint() == second


@pytest.mark.parametrize(
    ("place", "read"),
    [
        ("서울특별시/_본청/조례/견본/본문.md", True),
        ("UPPER.MD", False),
        ("README.md", False),
        ("AGENTS.md", False),
        (".git/본문.md", False),
        (".hidden.md", False),
        ("notes.txt", False),
        ("본문.MD", True),
    ],
)
def test_which_files_of_a_folder_are_texts(tmp_path, place, read):
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(SMART, tmp_path / place)
    assert [source.file for source in read_law([tmp_path]).work(CITY).sources if source.folder] == [place] * read


@pytest.mark.parametrize(
    ("name", "content", "line", "said"),
    [
        ("bad.md", b"", 1, "begins with no head"),
        ("bad.md", b"# only a title\n", 1, "begins with no head"),
        ("bad.md", "---\n자치법규ID: '1'\n---\n".encode(), 1, "시행일자"),
        ("bad.md", b"\xff\xfe\x00", 1, "is not in UTF-8"),
        ("bad.md", "---\n자치법규명: '".encode() + "조례".encode("euc-kr"), 2, "is not in UTF-8"),
        ("bad.xml", b"<html></html>", 1, "its root is html"),
        ("bad.xml", b"<LawService>", 1, "is no well-formed XML"),
        ("bad.xml", b"", 1, "is no well-formed XML"),
        ("a\nb.md", b"", 1, "begins with no head"),
    ],
)
def test_one_bad_file_of_many_is_one_line_that_names_it(many, tmp_path, name, content, line, said):
    folder = Path(shutil.copytree(many, tmp_path / "본문 폴더"))
    (folder / name).write_bytes(content)
    with pytest.raises(SourceError) as refused:
        read_law([folder])
    assert str(refused.value).startswith(f"{folder}/{name}, line {line}: ".replace("\n", "\\n"))
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("##### 제8조 (회의)", "##### 제7조 (회의)", "begins again"),
        ("##### 제8조 (회의)", "##### 회의", "no heading that is known"),
        ("  ③ 삭제 <2025.9.29>", "  ③ 삭제 <2025.9.31>", "삭제 <2025.9.31> names a day that no calendar has"),
    ],
)
def test_a_bad_text_names_its_file_and_line(folder, old, new, said):
    file = folder / SMART.name
    lines = file.read_text(encoding="utf-8").splitlines()
    at = lines.index(old)
    file.write_text("\n".join([*lines[:at], new, *lines[at + 1 :]]), encoding="utf-8")
    with pytest.raises(SourceError) as refused:
        read_law([folder])
    assert str(refused.value).startswith(f"{file}, line {at + 1}: ")
    assert said in str(refused.value)


def test_works_at_hand_are_told_without_their_texts_and_past_bad_files(folder):
    (folder / "bad.md").write_text("nothing", encoding="utf-8")
    shutil.copy(OWN / "committees-rule_4591_2023-10-19.md", folder)
    assert [work.slug for work in works_at_hand([folder])][-1] == RULE
    with pytest.raises(SourceError):
        read_law([folder])


def test_a_folder_that_is_not_there_is_named():
    with pytest.raises(SourceError, match=r"^/no/such/folder, line 1: cannot be read"):
        read_law([Path("/no/such/folder")])


def test_where_the_official_text_is_there_nothing_of_our_rendition_stays(tmp_path):
    """A shorter official text is not filled up from our rendition, which would pass for official beside it."""
    head = (OWN / "smart-city_9889_2025-09-29.md").read_text(encoding="utf-8").split("## ", 1)[0]
    for now, then in (("2025-09-29", "2019-03-28"), ("20250929", "20190328"), ("9889", "7026")):
        head = head.replace(now, then)
    (tmp_path / "short.md").write_text(f"{head}##### 제1조 (목적)\n\n견본으로 짧게 쓴 글이다.\n", encoding="utf-8")
    law = read_law([tmp_path])
    texts = [each for each in law if str(each.id).startswith("seoul-smart-city-ordinance@2019-03-28")]
    assert [str(each.id).partition("/")[2] for each in texts if each.speaks("ko")] == ["art-1"]
    assert len(texts) > 80


def test_a_file_that_no_ordinance_fills_is_refused_unread(tmp_path):
    with (tmp_path / "huge.md").open("wb") as file:
        file.truncate(31 * 2**20)
    with pytest.raises(SourceError, match=r"huge\.md, line 1: is larger than 30 MB"):
        read_law([tmp_path])
