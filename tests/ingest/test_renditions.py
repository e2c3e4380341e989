"""The law as a whole, and whether its two languages say the same."""

import re
from collections import Counter

import pytest

from corpus.citations import find_references
from corpus.identifiers import ProvisionId
from corpus.manifest import load_works, read_source
from corpus.works import Authority
from ingest.readers.outline import fold
from ingest.reading import READERS

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
ENGLISH_DAY = re.compile(rf"\b({'|'.join(MONTHS)})[a-z]*\.? ?(\d+), (\d{{4}})")
WORDS = {"one": 1, "once": 1, "two": 2, "three": 3, "four": 4, "five": 5, "fifteen": 15}
AI, OLD, NEW = BILINGUAL = (
    "seoul-ai-ordinance@2025-09-29",
    "seoul-smart-city-ordinance@2018-03-22",
    "seoul-smart-city-ordinance@2019-03-28",
)
NUMBERS_APART = {  # provision: numbers only in the English, numbers only in the Korean, why
    f"{OLD}/art-28-2/para-3": ([], [2], "February is 2월"),
    f"{NEW}/art-7/para-5": ([], [5], "Grade V is 5급"),
    f"{NEW}/art-17/para-3": ([], [2], "February is 2월"),
    f"{NEW}/art-21/para-4": ([7], [], "24/7 is 연중무휴 24시간"),
}
NEAR_EN = re.compile(r"\b(para|sub)(?:graph|paragraph) (?!\(?\d+\)? of Article)\(?(\d+)")
NEAR_KO = re.compile(r"(?<![조항\d])제(\d+)([항호])")
UNITS_KO = {"항": "para", "호": "sub"}
REFERENCES_APART: dict[str, tuple[list, list, str]] = {}  # likewise; so far both languages refer alike
NOTES_APART = {
    f"{NEW}/addenda-7026": (
        [],
        [("", "2019.3.28")],
        "only our head names the ordinance and its day, from the manifest",
    ),
}
NOTE = re.compile(r"<[^>]*>|\[[^\]]*\]")
NOTES = (  # what a note says, in English and Korean; the first that fits
    ("Deleted", "삭제"),
    ("This Article Wholly Amended", "전문개정"),
    ("This Article Newly Inserted", "본조신설"),
    ("Newly Inserted", "신설"),
    ("Amended", "개정"),
)
KOREAN = [(work, source) for work in load_works() for source in work.sources if source.reader == "register_markdown"]


def _english_numbers(text):
    """Dates as year, month, day; number words as figures; 'fifteen (15)' counted once."""
    text = ENGLISH_DAY.sub(lambda found: f"{found[3]} {MONTHS.index(found[1]) + 1} {found[2]}", text)
    words = "|".join(WORDS)
    text = re.sub(rf"(?i)\b({words})\b(?: \(\d+\))?", lambda found: str(WORDS[found[1].lower()]), text)
    return Counter(map(int, re.findall(r"\d+", text)))


def _korean_numbers(text):
    return Counter(map(int, re.findall(r"\d+", text.replace("한 차례", "1 차례"))))


def _provided(words):
    """Heading and text without the notes of amendment, whose forms differ: the Korean ones number no ordinance."""
    return NOTE.sub("", f"{words.heading} {words.text}")


def _references(words):
    """What is referred to, whether in an Act, and the paragraphs and subparagraphs of the same article."""
    text = f"{words.heading} {words.text} {words.history}"
    exact = [each for each in find_references(text) if each.exact]
    far = [("/".join(map(str, each.units)), bool(each.statute)) for each in exact]
    near = NEAR_EN.findall(text) + [(UNITS_KO[unit], number) for number, unit in NEAR_KO.findall(text)]
    return Counter(far + [(f"{unit}-{number}", False) for unit, number in near])


def _notes(words):
    """Every note of amendment with a day: what it says, in Korean, and the day."""
    text = ENGLISH_DAY.sub(
        lambda found: f"{found[3]}.{MONTHS.index(found[1]) + 1}.{found[2]}",
        f"{words.mark} {words.text} {words.history}",
    )
    found = set()
    for note in NOTE.finditer(text):
        said = text[max(0, note.start() - len("Deleted. ")) : note.end()]
        kind = next((korean for english, korean in NOTES if english in said or korean in said), "")
        found |= {(kind, day) for day in re.findall(r"\d{4}\.\d{1,2}\.\d{1,2}", note.group())}
    return found


def _apart(law, read):
    """Where what is read off the English and off the Korean differs: what only the one and only the other has."""
    apart = {}
    for key, en, ko in _both(law):
        english, korean = Counter(read(en)), Counter(read(ko))
        if english != korean:
            apart[key] = (sorted((english - korean).elements()), sorted((korean - english).elements()))
    return apart


def _known(table):
    return {key: (english, korean) for key, (english, korean, _) in table.items()}


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


def test_both_languages_have_their_provisions_in_the_same_order(law):
    for version in BILINGUAL:
        lines = [each.rendition("ko").line for each in law if str(each.id).startswith(version)]
        assert lines == sorted(lines)


def test_numbers_and_dates_agree(law):
    def numbers(words):
        return (_english_numbers if words.lang == "en" else _korean_numbers)(_provided(words))

    assert _apart(law, numbers) == _known(NUMBERS_APART)


def test_both_languages_refer_to_the_same_provisions(law):
    assert sum(len(_references(en)) for _, en, _ in _both(law)) > 30
    assert _apart(law, _references) == _known(REFERENCES_APART)


def test_both_languages_name_as_many_terms(law):
    def terms(words):
        return ["term"] * len(re.findall(r'["“][^"”]+["”]', words.text))

    assert _apart(law, terms) == {}


def test_both_languages_have_the_same_notes_of_amendment(law):
    assert {kind for _, en, _ in _both(law) for kind, _ in _notes(en)} == {"", *(korean for _, korean in NOTES)}
    assert _apart(law, _notes) == _known(NOTES_APART)


def test_what_may_be_done_may_be_done_in_korean(law):
    apart = []
    purpose = r"\bso that [^;.]*?\bmay\b"  # 수 있도록: no leave is given
    for key, en, ko in _both(law):
        english = re.sub(purpose, "", en.text.replace("etc.", ""))
        may, can = len(re.findall(r"\bmay\b", english)), len(re.findall(r"수 (?:있|없)(?:다|고|으며)", ko.text))
        apart += [(key, may, can)] if may != can else []
    assert apart == []


def test_every_duty_of_the_mayor_is_a_duty_in_korean_and_no_duty_is_added(law):
    mayor = r"(?i)the (?:Seoul Metropolitan City )?Mayor (?:of [\w ]+)?(?:\(.*?\) )?shall(?! serve as)"
    acts = r"(?<!who )\bshall\b(?! be| serve as)"
    duty = r"[여어라]야 (?:한다|하고|하며)|아니 된다"
    counts, added = {}, []
    for key, en, ko in _both(law):
        if re.search(mayor, en.text):
            counts[key] = (len(re.findall(acts, en.text)), len(re.findall(duty, ko.text)))
        if re.search(duty, ko.text) and not re.search(r"\bshall\b", en.text):
            added.append(key)
    assert len(counts) > 50
    assert ({key: both for key, both in counts.items() if both[0] != both[1]}, added) == ({}, [])


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        (r"majority", r"과반수"),
        (r"on the register|incumbent members", r"재적위원"),
        (r"unavoidable", r"부득이한 사유"),
        (r"mutatis mutandis", r"준용한다"),
        (r"subcommittee", r"분과위원회"),
        (r"vice[- ]chairperson", r"부위원장"),
        (r"commissioned vice", r"위촉직 부위원장"),
        (r"ex officio", r"당연직"),
        (r"excluded from deliberation", r"제척된다"),
        (r"application for challenge", r"기피 신청"),
        (r"recuse himself", r"회피하"),
        (r"elected (?:by|from)", r"호선"),
        (r"deliberat(?:ion|e on) and coordinat", r"심의ㆍ조정"),
        (r"online deliberation", r"온라인 심의"),
        (r"provided,", r"다만,"),
        (r"\bexcept\b", r"제외하고|외에는"),
        (r"deleted", r"삭제"),
        (r"omitted", r"생략"),
        (r"hereinafter", r"이하 \""),
        (r"shall (?:endeavor|make efforts)", r"노력하여야 한다"),
        (r"shall be deemed", r"로 본다"),
        (r"deems|(?<!shall be )deemed", r"인정[하되]"),
        (r"any of the (?:following|subparagraphs)", r"어느 하나"),
        (r"following(?! year)|as follows", r"다음 각 호|다음과 같"),
        (r"not more than|or fewer", r"이내"),
        (r"within the (?:available )?budget", r"예산의 범위에서"),
        (r"prescribed by rule|by rule of", r"규칙으로 정"),
        (r"separately prescribed by ordinance", r"조례로 따로 정한다"),
        (r"each year|every year|annual", r"매년"),
        (r"once a year", r"연 1회"),
        (r"only once", r"한 차례만"),
        (r"without delay", r"지체 없이"),
        (r"taking into account the gender|in consideration of sex", r"성별을 고려"),
        (r"master plan", r"기본계획"),
        (r"implementation plan", r"시행계획"),
        (r"official in charge of informatization|officials in charge", r"정보화책임관"),
        (r"amended provisions", r"개정규정"),
        (r"date of its promulgation", r"공포일부터"),
        (r"personal information", r"개인정보"),
        (r"24/7", r"24시간"),
    ],
)
def test_what_the_law_hangs_on_is_said_where_the_other_language_says_it(law, english, korean):
    said = {key for key, en, _ in _both(law) if re.search(english, f"{en.heading} {en.text}", re.IGNORECASE)}
    assert said != set()
    assert {key for key, _, ko in _both(law) if re.search(korean, f"{ko.heading} {ko.text}")} == said


@pytest.mark.parametrize(("work", "source"), KOREAN, ids=[source.file for _, source in KOREAN])
def test_nothing_of_a_korean_rendition_is_lost(work, source):
    _, _, body = read_source(source).split("---\n", 2)
    lines = [fold(line.lstrip("# ")) for line in body.splitlines() if line.strip()]
    provisions = READERS[source.reader](work, source, read_source(source))
    written = {}
    for place, each in enumerate(provisions):
        (words,) = each.renditions
        through = "부터" in words.mark  # "1.부터 3.까지 삭제" is printed once and gives three provisions
        written.setdefault((words.line, words.mark if through else place), f"{words.mark} {words.text}")
        if words.history:
            below = [inner.renditions[0].line for inner in provisions if each.id.covers(inner.id)]
            written[max(below) + 0.5, place] = words.history
    assert lines[0] == work.name("ko", source.versions[0])
    assert fold(" ".join(text for (_, text) in sorted(written.items(), key=lambda item: item[0][0]))) == " ".join(
        lines[1:]
    )
