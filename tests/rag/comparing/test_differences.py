"""The numbers in which two wordings differ, paired by what they count."""

import pytest

from rag.comparing.differences import differences

OLD = "위원회는 위원장 1명과 부위원장 1명을 포함하여 31명 이내의 위원으로 구성한다."
NEW = "위원회는 위원장 1명과 부위원장 2명을 포함하여 25명 이내의 위원으로 구성한다."


@pytest.mark.parametrize(
    ("old", "new", "lang", "changed", "equal"),
    [
        (OLD, NEW, "ko", [("부위원장 1명", "부위원장 2명"), ("31명 이내", "25명 이내")], ["위원장 1명"]),
        ("5년마다 수립한다.", "3년마다 수립한다.", "ko", [("5년마다", "3년마다")], []),
        ("위원의 임기는 2년으로 한다.", "위원의 임기는 2년으로 하고 제7조에 따른다.", "ko", [], ["임기 2년"]),
        ("15인 이내로 구성", "15명 이내로 구성", "ko", [], ["15인 이내"]),
        ("재적위원 과반수의 출석", "재적위원 과반수의 출석으로 개의", "ko", [], ["재적위원 과반수"]),
        ("not more than 31 members", "not more than 25 members", "en", [("31 members", "25 members")], []),
        ("every five years", "every three years", "en", [("five years", "three years")], []),
        ("Article 8 and 1. Plans", "Article 9 and 2. Plans", "en", [], []),
    ],
)
def test_numbers_that_differ_and_that_do_not(old, new, lang, changed, equal):
    found = differences(old, new, lang)
    assert [(one.written, other.written) for one, other in found.changed] == changed
    assert [each.written for each in found.equal] == equal


def test_what_is_counted_in_one_text_alone_is_told_apart():
    found = differences("위원장 1명을 포함하여", "공동위원장 2명을 포함하여", "ko")
    assert ([each.written for each in found.lost], [each.written for each in found.added]) == (
        ["위원장 1명"],
        ["공동위원장 2명"],
    )


def test_a_wording_does_not_differ_from_itself():
    for lang, text in (("ko", OLD), ("en", "It has 25 members, one chairperson and two vice-chairpersons.")):
        found = differences(text, text, lang)
        assert (found.changed, found.lost, found.added, found.gone, found.new) == ((), (), (), (), ())
