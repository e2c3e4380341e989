"""The law as a whole, and whether its two languages say the same."""

import re
from collections import Counter

import pytest

from corpus.identifiers import ProvisionId
from corpus.manifest import load_works, read_source
from corpus.works import Authority
from ingest.readers.outline import fold
from ingest.reading import READERS

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WORDS = {"one": 1, "once": 1, "two": 2, "three": 3, "four": 4, "five": 5, "fifteen": 15}
BILINGUAL = ("seoul-ai-ordinance@2025-09-29", "seoul-smart-city-ordinance@2019-03-28")
NUMBERS_APART = {  # provision: numbers only in the English, numbers only in the Korean, why
    f"{BILINGUAL[1]}/art-7/para-5": ([], [5], "Grade V is 5급"),
    f"{BILINGUAL[1]}/art-17/para-3": ([], [2], "February is 2월"),
    f"{BILINGUAL[1]}/art-21/para-4": ([7], [], "24/7 is 연중무휴 24시간"),
}
KOREAN = [(work, source) for work in load_works() for source in work.sources if source.reader == "register_markdown"]


def _english_numbers(text):
    """Dates as year, month, day; number words as figures; 'fifteen (15)' counted once."""
    text = re.sub(
        rf"\b({'|'.join(MONTHS)})[a-z]*\. ?(\d+), (\d{{4}})",
        lambda found: f"{found[3]} {MONTHS.index(found[1]) + 1} {found[2]}",
        text,
    )
    words = "|".join(WORDS)
    text = re.sub(rf"(?i)\b({words})\b(?: \(\d+\))?", lambda found: str(WORDS[found[1].lower()]), text)
    return Counter(map(int, re.findall(r"\d+", text)))


def _korean_numbers(text):
    return Counter(map(int, re.findall(r"\d+", text.replace("한 차례", "1 차례"))))


def _both(law):
    for each in law:
        if len(each.renditions) == 2:
            yield str(each.id), each.rendition("en"), each.rendition("ko")


def test_every_provision_has_an_id_that_reads_back(law):
    assert [str(each.id) for each in law if ProvisionId.parse(str(each.id)) != each.id] == []
    assert len(law) == len(list(law))


def test_every_provision_begins_on_its_line(law):
    for work in law.works.values():
        for source in work.sources:
            lines = read_source(source).splitlines()
            for each in law:
                for words in each.renditions:
                    if words.source == source.file:
                        assert fold(words.mark) in fold(lines[words.line - 1]), str(each.id)
                        assert words.heading in words.mark, str(each.id)


def test_the_provisions_of_a_version_come_in_the_order_of_their_lines(law):
    versions = dict.fromkeys((each.id.work, each.id.version) for each in law)
    for version in versions:
        lines = [each.renditions[0].line for each in law if (each.id.work, each.id.version) == version]
        assert lines == sorted(lines)


@pytest.mark.parametrize("version", BILINGUAL)
def test_both_languages_have_the_same_provisions(law, version):
    missing = [str(each.id) for each in law if str(each.id).startswith(version) and len(each.renditions) != 2]
    assert missing == []


def test_the_korean_words_are_marked_as_our_own(law):
    authorities = {(en.authority, ko.authority) for _, en, ko in _both(law)}
    assert authorities == {(Authority.OFFICIAL_TRANSLATION, Authority.UNOFFICIAL_RENDITION)}


def test_numbers_and_dates_agree(law):
    apart = {}
    for key, en, ko in _both(law):
        english = _english_numbers(f"{en.heading} {en.text}")
        korean = _korean_numbers(f"{ko.heading} {ko.text}")
        if english != korean:
            apart[key] = (sorted((english - korean).elements()), sorted((korean - english).elements()))
    assert apart == {key: (english, korean) for key, (english, korean, _) in NUMBERS_APART.items()}


def test_what_may_be_done_may_be_done_in_korean(law):
    apart = []
    for key, en, ko in _both(law):
        may, can = len(re.findall(r"\bmay\b", en.text)), len(re.findall(r"수 (?:있|없)(?:다|고|으며)", ko.text))
        apart += [(key, may, can)] if may != can else []
    assert apart == []


def test_what_the_mayor_shall_do_is_a_duty_in_korean_and_no_duty_is_added(law):
    mayor = r"(?i)the (?:Seoul Metropolitan City )?Mayor (?:of [\w ]+)?(?:\(.*?\) )?shall"
    duty = r"[여어라]야 (?:한다|하고|하며)|아니 된다"
    weakened, added = [], []
    for key, en, ko in _both(law):
        if re.search(mayor, en.text) and not re.search(duty, ko.text):
            weakened.append(key)
        if re.search(duty, ko.text) and not re.search(r"\bshall\b", en.text):
            added.append(key)
    assert (weakened, added) == ([], [])


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("majority", "과반수"),
        ("on the register", "재적위원"),
        ("incumbent members", "재적위원"),
        ("mutatis mutandis", "준용"),
        ("subcommittee", "분과위원회"),
        ("Vice[- ]Chairperson", "부위원장"),
        ("ex officio", "당연직"),
        ("commissioned Vice", "위촉직 부위원장"),
        ("Provided,", "다만,"),
        ("Deleted", "삭제 <"),
        ("excluded from deliberation", "제척된다"),
        ("apply to the Committee to challenge", "기피 신청"),
        ("recuse himself", "회피하"),
        ("by and from among|from among and by", "호선"),
        ("24/7", "24시간"),
    ],
)
def test_a_term_is_rendered_by_the_word_of_the_field(law, english, korean):
    rows = [(key, ko.text) for key, en, ko in _both(law) if re.search(english, en.text)]
    assert rows != []
    assert [key for key, text in rows if korean not in text] == []


@pytest.mark.parametrize(("work", "source"), KOREAN, ids=[source.file for _, source in KOREAN])
def test_nothing_of_a_korean_rendition_is_lost(work, source):
    _, _, body = read_source(source).split("---\n", 2)
    lines = [fold(line.lstrip("# ")) for line in body.splitlines() if line.strip()]
    words = [each.renditions[0] for each in READERS[source.reader](work, source, read_source(source))]
    assert lines[0] == work.name_ko
    assert fold(" ".join(f"{each.mark} {each.text} {each.history}" for each in words)) == " ".join(lines[1:])
