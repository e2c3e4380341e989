"""Every rule stands on words of the law: verbatim, under the provision it names, with the rule's numbers in them."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from corpus.identifiers import ProvisionId
from ingest.reading import read_law
from rag.citing.grounding import fold
from rag.meetings.facts import Committee, Format, Presider, facts_of
from rag.meetings.sheets import Topic, load_bases, load_rulings, load_sheets
from rag.meetings.verdict import check_meeting

LAW = read_law()
SHEETS = load_sheets()
BASES = {basis.key: basis for basis in load_bases()}
RULES = [
    (f"{committee} {topic} {rule.since}", topic, rule)
    for committee, sheet in SHEETS.items()
    for topic, rules in sheet.rules.items()
    for rule in rules
]
COUNTED = {
    15: ("15명", "fifteen (15)"),
    25: ("25명", "25 members"),
    31: ("31명", "31 members"),
    30: ("30명", "30 members"),
}
OFFICES = {
    Presider.CHAIR: ("위원장", "chairperson"),
    Presider.VICE_CHAIR: ("부위원장", "vice[- ]chairperson"),
    Presider.COMMISSIONED_VICE_CHAIR: ("위촉직 부위원장", "commissioned vice[- ]chairperson"),
    Presider.EX_OFFICIO_VICE_CHAIR: ("당연직 부위원장", "ex officio vice[- ]chairperson"),
    Presider.DESIGNATED_MEMBER: ("지명한 위원", "member designated"),
}
FORMATS = {
    Format.IN_PERSON: None,
    Format.VIDEO: ("화상회의", "video"),
    Format.ONLINE_DELIBERATION: ("온라인 심의", "online deliberation"),
}


def rules_of(committee, topic):
    return SHEETS[committee].rules[topic]


def quoted(rule, lang):
    """All that a rule's bases quote or record in a language."""
    told = [(basis.quotes.get(lang, ""), basis.record[lang] if basis.record else "") for basis in rule.basis]
    return " ".join(part for parts in told for part in parts)


def provisions(rule, lang):
    """The whole text of the provisions that a rule rests on, in a language."""
    return " ".join(LAW.full_text(basis.id, lang) for basis in rule.basis if basis.quotes)


def says_both(rule, korean, english):
    return korean in quoted(rule, "ko") and english in quoted(rule, "en")


@pytest.mark.parametrize(("key", "lang"), [(key, lang) for key, basis in BASES.items() for lang in basis.quotes])
def test_a_quote_stands_verbatim_in_its_provision(key, lang):
    basis = BASES[key]
    assert basis.id in LAW
    assert LAW.provision(basis.id).speaks(lang)
    assert fold(basis.quotes[lang])
    assert fold(basis.quotes[lang]) in fold(LAW.full_text(basis.id, lang))


@pytest.mark.parametrize("basis", BASES.values(), ids=BASES)
def test_a_basis_is_words_of_the_law_or_a_recorded_fact_with_its_source(basis):
    if basis.quotes:
        assert basis.id.version or not LAW.works[basis.id.work].versions
        spoken = {lang for lang in ("ko", "en") if LAW.provision(basis.id).speaks(lang)}
        assert set(basis.quotes) == spoken
        assert (basis.record, basis.source) == (None, None)
    else:
        assert all((basis.record.ko, basis.record.en, basis.source.ko, basis.source.en))
        assert basis.id is None or (basis.id.version is None and basis.id not in LAW)


def test_every_basis_carries_a_rule_or_a_note():
    used = {basis.key for _, _, rule in RULES for basis in rule.basis}
    used |= {basis.key for sheet in SHEETS.values() for note in sheet.notes for basis in note.basis}
    assert set(BASES) - used == set()
    assert [name for name, _, rule in RULES if not rule.basis] == []
    assert [note.say for sheet in SHEETS.values() for note in sheet.notes if not note.basis] == []


@pytest.mark.parametrize(
    ("name", "topic", "rule"), [each for each in RULES if each[2].limit], ids=lambda each: str(each)[:60]
)
def test_a_limit_stands_in_its_basis(name, topic, rule):
    assert topic is Topic.COMPOSITION
    assert says_both(rule, *COUNTED[rule.limit]), name


@pytest.mark.parametrize(
    ("committee", "limits"),
    [
        (Committee.AI, [("2025-07-14", 15)]),
        (Committee.SMART_CITY, [("2019-03-28", 25), ("2021-05-20", 30)]),
        (Committee.SUBCOMMITTEE, [("2019-03-28", None)]),
        (Committee.INFORMATIZATION, [("2011-09-29", 31)]),
        (Committee.COUNCIL, [("2019-03-28", 25)]),
    ],
)
def test_the_limits_by_date(committee, limits):
    assert [(str(rule.since), rule.limit) for rule in rules_of(committee, Topic.COMPOSITION)] == limits


def test_the_share_that_calls_a_meeting_stands_in_its_basis():
    shared = {name: rule for name, _, rule in RULES if rule.share}
    assert {name.split()[0] for name in shared} == {Committee.SMART_CITY, Committee.SUBCOMMITTEE}
    for rule in shared.values():
        assert rule.share == 3
        assert says_both(rule, f"{rule.share}분의 1", f"1/{rule.share}")


def test_the_days_of_notice_stand_in_its_basis():
    noticed = [rule for _, topic, rule in RULES if topic is Topic.NOTICE]
    assert {rule.days for rule in noticed} == {15}
    assert all(says_both(rule, f"{rule.days}일", f"{rule.days} days") for rule in noticed)


def test_the_end_of_a_term_stands_in_its_basis():
    ends = [
        (name, rule) for name, topic, rule in RULES if topic is Topic.EXISTENCE and rule.until == date(2027, 12, 31)
    ]
    assert len(ends) == 3
    for name, rule in ends:
        assert "2027년 12월 31일까지" in quoted(rule, "ko"), name
        assert "Dec. 31, 2027" in quoted(rule, "en") or {basis.key for basis in rule.basis} & {"sc-sunset"}, name


@pytest.mark.parametrize("topic", [Topic.OPENING, Topic.RESOLUTION])
def test_a_quorum_and_a_vote_are_by_majority_in_the_words_of_the_law(topic):
    said = {name: rule for name, each, rule in RULES if each is topic and not rule.silent}
    assert len(said) == 6
    for name, rule in said.items():
        assert says_both(rule, "과반수", "majority"), name
        assert ("재적위원" if topic is Topic.OPENING else "출석위원") in quoted(rule, "ko"), name


def test_where_the_law_is_silent_its_basis_has_no_number():
    silent = [(name, rule) for name, _, rule in RULES if rule.silent]
    assert {name.split()[0] for name, _ in silent} == {Committee.COUNCIL}
    for name, rule in silent:
        assert "준용" in quoted(rule, "ko"), name
        assert "과반수" not in quoted(rule, "ko") + provisions(rule, "ko"), name


@pytest.mark.parametrize(("name", "rule"), [(name, rule) for name, topic, rule in RULES if topic is Topic.PRESIDING])
def test_everyone_in_an_acting_order_is_named_by_the_provisions(name, rule):
    for office in rule.order:
        korean, english = OFFICES[office]
        assert korean in provisions(rule, "ko"), name
        assert re.search(english, provisions(rule, "en").lower()), name


@pytest.mark.parametrize(("name", "rule"), [(name, rule) for name, topic, rule in RULES if topic is Topic.FORMAT])
def test_a_format_other_than_in_person_is_named_by_its_basis(name, rule):
    for form in rule.formats:
        assert FORMATS[form] is None or says_both(rule, *FORMATS[form]), (name, form)
    assert Format.WRITTEN not in rule.formats


@pytest.mark.parametrize("committee", Committee)
def test_dated_rules_follow_each_other_without_overlap_or_gap(committee):
    for topic, rules in SHEETS[committee].rules.items():
        for rule in rules:
            assert rule.until is None or rule.since <= rule.until, topic
        for before, after in pairwise(rules):
            assert before.until is not None, topic
            assert before.until + timedelta(1) == after.since, topic


@pytest.mark.parametrize("committee", Committee)
def test_while_a_committee_exists_every_check_but_notice_and_exclusion_has_its_rule(committee):
    existence = rules_of(committee, Topic.EXISTENCE)
    first, last = existence[0].since, existence[-1].until or date(2030, 1, 1)
    for topic in Topic:
        missing = [day for day in (first, last) if SHEETS[committee].rule(topic, day) is None]
        assert missing == [] or topic in (Topic.NOTICE, Topic.EXCLUSION), topic


def test_a_rule_begins_with_a_version_of_its_ordinance():
    versions = {str(version.effective) for work in LAW.works.values() for version in work.versions}
    recorded = {"2015-03-12", "2022-10-17", "2023-03-27"}  # the committees ordinance and its rule, not at hand
    assert {str(rule.since) for _, _, rule in RULES} - versions == recorded


def test_the_rules_of_a_subcommittee_are_those_of_its_committee_applied():
    applied = SHEETS[Committee.SUBCOMMITTEE].rules
    for topic in (Topic.EXISTENCE, Topic.CONVENING, Topic.PRESIDING, Topic.OPENING, Topic.RESOLUTION):
        own = rules_of(Committee.SMART_CITY, topic)
        say = "deputies_by_analogy" if topic is Topic.PRESIDING else ""
        expected = tuple(replace(rule, basis=(BASES["sc-9-4"], *rule.basis), chairs=1, say=say) for rule in own)
        assert applied[topic] == expected


def test_a_subcommittee_opens_by_article_9_4_and_then_8_3():
    for rule in rules_of(Committee.SUBCOMMITTEE, Topic.OPENING):
        articles = [str(basis.id) for basis in rule.basis if basis.id]
        version = "seoul-smart-city-ordinance@2019-03-28"
        assert articles == [f"{version}/art-9/para-4", f"{version}/art-8/para-3"]


@pytest.mark.parametrize(("numbers", "day"), [((9, 5), "2019-03-28"), ((9, 4), "2020-01-01"), ((12, 7), "2024-07-01")])
def test_a_subcommittee_counts_as_its_committee_does(numbers, day):
    register, attending = numbers
    facts = {"date": day, "on_register": register, "attending": attending, "in_favor": attending // 2}
    one, other = (
        check_meeting(facts_of(facts | {"committee": each}), date(2026, 3, 10))
        for each in (Committee.SUBCOMMITTEE, Committee.SMART_CITY)
    )
    assert (one.verdict, one.opening, one.resolution) == (other.verdict, other.opening, other.resolution)


def test_each_ruling_names_its_court_day_and_number_in_both_languages():
    for ruling in load_rulings().values():
        said = {"대법원": ruling.said.ko, "Supreme Court": ruling.said.en}
        assert all(court in text for court, text in said.items())
        number = ruling.key.replace("da", "다")
        assert number in ruling.said.ko
        assert ruling.key.replace("da", "Da") in ruling.said.en
        assert re.search(r"\d{4}\. \d{1,2}\. \d{1,2}\. 선고", ruling.said.ko)


def test_each_language_has_its_own_letters():
    told = [words for basis in BASES.values() for words in (basis.record, basis.source) if words]
    told += [ruling.said for ruling in load_rulings().values()] + [sheet.name for sheet in SHEETS.values()]
    assert [words for words in told if not re.search("[가-힣]", words.ko) or re.search("[가-힣]", words.en)] == []
    assert [basis.key for basis in BASES.values() if re.search("[가-힣]", basis.quotes.get("en", ""))] == []


# What the official texts of 2025-09-29 and 2025-01-03 say, as numbers; in Korean, where JORYE_LAW_DIR has them.
OFFICIAL = [
    (
        "seoul-smart-city-ordinance@2025-09-29/art-7/para-2",
        r"(\d+)명",
        (Committee.SMART_CITY, Topic.COMPOSITION, "limit"),
    ),
    (
        "seoul-smart-city-ordinance@2025-09-29/art-8/para-2",
        r"(\d+)분의 1",
        (Committee.SMART_CITY, Topic.CONVENING, "share"),
    ),
    (
        "seoul-smart-city-ordinance@2025-09-29/art-18/para-2",
        r"(\d\d)명",
        (Committee.COUNCIL, Topic.COMPOSITION, "limit"),
    ),
    ("seoul-ai-ordinance@2025-09-29/art-9/para-1", r"(\d\d)명", (Committee.AI, Topic.COMPOSITION, "limit")),
    ("seoul-committees-ordinance@2025-01-03/art-10/para-1", r"(\d+)일", (Committee.AI, Topic.NOTICE, "days")),
]


@pytest.fixture(scope="module")
def official_law(law_dir):
    return read_law([law_dir])


def korean(law, key):
    return law.full_text(ProvisionId.parse(key), "ko")


@pytest.mark.parametrize(("key", "pattern", "place"), OFFICIAL, ids=lambda each: str(each))
def test_the_official_text_has_the_number_of_the_rule(official_law, key, pattern, place):
    committee, topic, name = place
    numbers = [int(each) for each in re.findall(pattern, korean(official_law, key))]
    assert getattr(SHEETS[committee].rule(topic, date(2026, 3, 10)), name) in numbers
    if name == "limit":
        assert max(numbers) == SHEETS[committee].rule(topic, date(2026, 3, 10)).limit


@pytest.mark.parametrize(
    ("key", "committee"),
    [
        ("seoul-smart-city-ordinance@2025-09-29/art-9-2", Committee.SMART_CITY),
        ("seoul-ai-ordinance@2025-09-29/art-8/para-4", Committee.AI),
    ],
)
def test_the_official_text_has_the_end_of_the_term(official_law, key, committee):
    ((year, month, day),) = re.findall(r"(\d{4})년 (\d+)월 (\d+)일", korean(official_law, key))
    assert rules_of(committee, Topic.EXISTENCE)[-1].until == date(int(year), int(month), int(day))


@pytest.mark.parametrize(
    "key", ["seoul-smart-city-ordinance@2025-09-29/art-8/para-3", "seoul-ai-ordinance@2025-09-29/art-14/para-2"]
)
def test_the_official_text_opens_and_resolves_by_majority(official_law, key):
    assert len(re.findall("과반수|반을 넘", korean(official_law, key))) == 2


@pytest.mark.parametrize(
    ("key", "committee", "topic"),
    [
        ("seoul-smart-city-ordinance@2025-09-29/art-7/para-2", Committee.SMART_CITY, Topic.COMPOSITION),
        ("seoul-smart-city-ordinance@2025-09-29/art-9-2", Committee.SMART_CITY, Topic.EXISTENCE),
        ("seoul-committees-ordinance@2025-01-03/art-9", Committee.SMART_CITY, Topic.EXCLUSION),
    ],
)
def test_the_official_text_was_amended_when_the_rule_begins(official_law, key, committee, topic):
    day = rules_of(committee, topic)[-1].since
    provision = official_law.provision(ProvisionId.parse(key))
    said = " ".join(f"{each.text} {each.history}" for each in provision.renditions if each.lang == "ko")
    assert f"{day.year}.{day.month}.{day.day}" in said
