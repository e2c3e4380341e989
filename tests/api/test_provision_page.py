"""A provision as a page: two columns or one, what it is headed with, and what was done to it."""

import re
from datetime import date

import pytest

from api.columns import BETWEEN, cells, column_width
from api.comparison_page import comparison_page, marked
from api.provision_page import NARROW, amendment_line, provision_page
from corpus.amendments import find_notes
from corpus.comparison import compare, compare_with
from corpus.identifiers import ProvisionId
from corpus.provisions import Law, Provision
from corpus.works import Genre, Work
from ingest.reading import read_law

AI, OLD, NEW = (
    "seoul-ai-ordinance@2025-09-29",
    "seoul-smart-city-ordinance@2018-03-22",
    "seoul-smart-city-ordinance@2019-03-28",
)
NO_KOREAN = "한국어 본문은 수록되어 있지 않습니다. There is no Korean text of it in this collection."
NO_ENGLISH = "영문 본문은 수록되어 있지 않습니다. There is no English text of it in this collection."


def _page(text, lang=None, width=100):
    law = read_law()
    return provision_page(law, law.provision(ProvisionId.parse(text)), lang, width)


def _halves(page, width):
    """The lines of the two columns; a line without a column border belongs to neither."""
    column = column_width(width)
    for line in page.splitlines():
        end = max((end for end in range(len(line) + 1) if cells(line[:end]) == column), default=len(line))
        if line[end:].startswith(BETWEEN.rstrip()):
            yield line[:end].rstrip(), line[end:].removeprefix(BETWEEN.rstrip()).strip()


def _bare(text):
    return re.sub(r"\s", "", text)


SIDE_BY_SIDE = """\
seoul-ai-ordinance@2025-09-29/art-15

「서울특별시 인공지능 기본조례」   │ Article 15 of the Seoul
제15조                             │ Metropolitan Government Framework
                                   │ Ordinance on Artificial
                                   │ Intelligence
2025. 9. 29. 시행본 (제9834호)     │ version of September 29, 2025 (No.
                                   │ 9834)
한국어 · 비공식 번역               │ English · official translation
───────────────────────────────────┼───────────────────────────────────
제15조 (간사)                      │ Article 15 (Secretary)
                                   │
① 위원회는 위원회의 사무를 처리할  │ (1) The Committee shall appoint a
간사를 두어야 한다.                │ secretary to handle the
                                   │ Committee’s affairs.
                                   │
② 간사는 인공지능 정책을 담당하는  │ (2) The chief in charge of the
책임자가 된다.                     │ policy on artificial intelligence
                                   │ shall serve as the secretary."""
DELETED = """\
seoul-ai-ordinance@2025-09-29/art-7  (deleted 2025-09-29 · 2025. 9. 29. 삭제)

「서울특별시 인공지능 기본조례」 제7조
2025. 9. 29. 시행본 (제9834호)
한국어 · 비공식 번역

제7조 삭제 <2025.9.29>

삭제 2025. 9. 29. (제9834호)

Article 7 of the Seoul Metropolitan Government Framework Ordinance on Artificial Intelligence
version of September 29, 2025 (No. 9834)
English · official translation

Article 7 Deleted<Sep. 29, 2025>

Deleted 2025-09-29 (No. 9834)"""


def test_both_languages_stand_side_by_side():
    assert _page(f"{AI}/art-15", width=72) == SIDE_BY_SIDE


@pytest.mark.parametrize("width", [1, 40, NARROW - 1])
def test_one_after_the_other_where_there_is_no_room(width):
    assert _page(f"{AI}/art-7", width=width) == DELETED


@pytest.mark.parametrize(("lang", "shown", "hidden"), [("ko", "비공식 번역", "│"), ("en", "official translation", "│")])
def test_one_language_alone_has_no_columns(lang, shown, hidden):
    page = _page(f"{AI}/art-8", lang)
    assert (shown in page, hidden in page) == (True, False)
    assert read_law().full_text(ProvisionId.parse(f"{AI}/art-8"), lang) in page


@pytest.mark.parametrize("width", [NARROW, 61, 80, 100, 163])
@pytest.mark.parametrize("text", [f"{AI}/art-8", f"{AI}/art-12", f"{NEW}/art-7", f"{AI}/addenda-9834"])
def test_no_word_is_lost_or_altered_in_the_columns(text, width):
    law, key = read_law(), ProvisionId.parse(text)
    page = _page(text, width=width)
    assert [line for line in page.splitlines()[1:] if cells(line) > width] == []
    left, right = ("".join(half) for half in zip(*_halves(page, width), strict=True))
    for lang, column in (("ko", left), ("en", right)):
        words = f"{law.provision(key).rendition(lang).mark} {law.full_text(key, lang)}"
        assert _bare(words) in _bare(column)


def test_what_has_one_place_begins_on_one_line():
    pairs = [(left, right) for left, right in _halves(_page(f"{AI}/art-8"), 100) if left and right]
    begun = [(left[:2], right[:3]) for left, right in pairs]
    for pair in [("① ", "(1)"), ("② ", "(2)"), ("1.", "1. "), ("4.", "4. "), ("7.", "7. "), ("④ ", "(4)")]:
        assert pair in begun


def _one_language(lang):
    """The AI ordinance with the renditions of one language only."""
    law = read_law()
    kept = [
        Provision(each.id, tuple(words for words in each.renditions if words.lang == lang), each.deleted)
        for each in law
        if each.id.work == "seoul-ai-ordinance"
    ]
    return Law([law.work("seoul-ai-ordinance")], kept)


@pytest.mark.parametrize(
    ("lang", "asked", "said"),
    [
        ("en", None, NO_KOREAN),
        ("en", "ko", NO_KOREAN),
        ("ko", None, NO_ENGLISH),
        ("ko", "en", NO_ENGLISH),
        ("ko", "ko", ""),
        ("en", "en", ""),
    ],
)
def test_a_language_that_is_not_there_is_said_to_be_missing(lang, asked, said):
    law = _one_language(lang)
    key = ProvisionId.parse(f"{AI}/art-14")
    page = provision_page(law, law.provision(key), asked, 100)
    assert "│" not in page
    assert page.endswith(said)
    assert (NO_KOREAN in page or NO_ENGLISH in page) == bool(said)
    assert (law.full_text(key, lang) in page) == (asked in (None, lang))


def test_a_report_keeps_one_column():
    page = _page("seoul-ai-bill-review/sec-4.2.4")
    assert page.splitlines()[2:4] == ["「서울특별시 인공지능 기본조례안 검토보고서」 4. 나. (4)", "한국어 · 국문 원문"]
    assert "│" not in page
    assert page.endswith(NO_ENGLISH)


def test_units_deleted_by_one_line_are_printed_once():
    page = _page(f"{OLD}/art-11/para-1", "en")
    assert page.count("1. through 3. Deleted. <by Ordinance No. 6487, May 18, 2017>") == 1


@pytest.mark.parametrize(
    ("text", "lang", "lines"),
    [
        (f"{AI}/art-7", "ko", ["삭제 2025. 9. 29. (제9834호)"]),
        (f"{AI}/art-8/para-2/sub-4", "en", ["Deleted 2025-09-29 (No. 9834)"]),
        (
            f"{AI}/art-8",
            "ko",
            ["제8조제2항: 개정 2025. 9. 29. (제9834호)", "제8조제2항제4호: 삭제 2025. 9. 29. (제9834호)"],
        ),
        (f"{OLD}/art-5-2", "en", ["Newly inserted 2013-08-01 (No. 5527)"]),
        (f"{OLD}/art-13", "en", ["Wholly amended 2018-03-22 (No. 6820)"]),
        (
            f"{OLD}/art-35",
            "en",
            ["Amended 2013-08-01 (No. 5527), Amended 2018-03-22 (No. 6820), Amended 2018-03-22 (No. 6851)"],
        ),
        (f"{OLD}/addenda-5527", "en", ["Promulgated 2013-08-01 (No. 5527)"]),
        (f"{NEW}/addenda-7026", "ko", ["공포 2019. 3. 28. (제7026호)"]),
        (f"{AI}/art-14", "en", []),
    ],
)
def test_what_was_done_stands_under_the_text(text, lang, lines):
    law, key = read_law(), ProvisionId.parse(text)
    provision = law.provision(key)
    words = provision.rendition(lang).history or law.full_text(key, lang) or provision.rendition(lang).mark
    under = _page(text, lang).split(words.splitlines()[-1])[-1]
    assert [line for line in under.splitlines() if line] == lines


@pytest.mark.parametrize(
    ("note", "ko", "en"),
    [
        ("[제9조의2에서 이동 <2022.10.17>]", "제9조의2에서 이동 2022. 10. 17.", "Moved from Article 9-2 2022-10-17"),
        (
            "[종전 제9조는 제10조로 이동 <2022.10.17>]",
            "종전 규정은 제10조로 이동 2022. 10. 17.",
            "What bore this number before moved to Article 10 2022-10-17",
        ),
        ("<제3항에서 이동 2023.10.4>", "제7조제3항에서 이동 2023. 10. 4.", "Moved from Article 7(3) 2023-10-04"),
        (
            "<제2항은 제3항으로 이동 2023.10.4>",
            "종전 규정은 제7조제3항으로 이동 2023. 10. 4.",
            "What bore this number before moved to Article 7(3) 2023-10-04",
        ),
        ("[제목개정 2015.3.12]", "제목개정 2015. 3. 12.", "Title amended 2015-03-12"),
    ],
)
def test_a_move_names_the_place(note, ko, en):
    key = ProvisionId.parse(f"{NEW}/art-7/para-4")
    acts = [act for found in find_notes(note) for act in found.amendments]
    assert (amendment_line(acts, key, "ko"), amendment_line(acts, key, "en")) == (ko, en)


def test_a_comparison_shows_what_may_mislead_and_each_unit_with_its_sign():
    law, key = read_law(), ProvisionId.parse(f"{NEW}/art-7/para-2")
    page = comparison_page(law, compare_with(law, key, date(2018, 6, 1), "en"), "en")
    assert page.splitlines() == [
        f"{OLD}/art-7/para-2 → {NEW}/art-7/para-2",
        "English · official translation",
        "⚠ The ordinance was wholly amended in between and numbered anew: the same number need not be the same matter.",
        "⚠ An article bears another heading: the same number need not be the same matter.",
        "⚠ Neither text is the official Korean one: a difference in wording may be the translator's.",
        "[-removed-] {+added+} · = same ~ changed + added - removed x deleted · notes of amendment are not compared",
        "",
        "  Article 7 ({+Establishment of +}Committee)",
        "~ (2) The Committee shall be comprised of not more than [-31-]{+25+} members, including one "
        "[-chairperson and one vice chairperson-]{+Chairperson and two Vice Chairpersons, taking into account the "
        "gender+}.",
    ]


@pytest.mark.parametrize(
    ("units", "line", "times"),
    [
        ("art-7", "+ {+1. Formulating master plans;+}", 1),
        ("art-7", "    2018-03-22: Amended 2017-05-18 (No. 6487), Amended 2018-03-22 (No. 6820)", 1),
        ("art-11", "- [-1. through 3.-]", 1),
        ("art-5", "- [-(4) When the Mayor formulates a master plan, he/she shall consider the master plan for national "
         "informatization pursuant to Article 6 of the Framework Act on National Informatization.-]", 1),
    ],
)  # fmt: skip
def test_the_lines_of_a_comparison(units, line, times):
    law = read_law()
    found = compare_with(law, ProvisionId.parse(f"{OLD}/{units}"), date(2019, 3, 28), "en")
    assert comparison_page(law, found, "en").splitlines().count(line) == times


def test_a_comparison_says_which_text_is_missing():
    law = _one_language("ko")
    found = compare_with(law, ProvisionId.parse(f"{AI}/art-14"), date(2025, 9, 29), None)
    page = comparison_page(law, found, None)
    assert page.count("→") == 1
    assert page.splitlines()[-1] == f"{AI}/art-14: {NO_ENGLISH}"
    assert NO_ENGLISH not in comparison_page(law, found, "ko")


def test_the_marks_of_a_wording():
    assert marked(compare("위원은 5명", "위원은 7명")) == "위원은 [-5-]{+7+}명"


def test_a_provision_of_a_work_without_versions_has_no_version_in_its_head():
    law = read_law()
    work = Work("a-report", Genre.BACKGROUND, "메모", "Note", (), ())
    words = law.provision(ProvisionId.parse("national-ai-action-plan/sec-1")).renditions
    key = ProvisionId.parse("a-report/sec-1")
    page = provision_page(Law([work], [Provision(key, words)]), Provision(key, words), "en", 100)
    assert page.splitlines()[:4] == ["a-report/sec-1", "", "Note, section 1", "English · background"]
