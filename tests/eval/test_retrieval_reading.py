"""Folders of documents, queries and judgements: every form that is read, and every fault in one line."""

import json

import pytest

from corpus.errors import JoryeError, SourceError, UsageError
from eval.retrieval.collection import Collection, Document, PassedOver, Query
from eval.retrieval.reading import read_collection

DOCUMENTS = (
    '{"id": "d1", "title": "제3조", "text": "의장이 개회를 선포한다."}\n{"id": "d2", "text": "서기가 적는다."}\n'
)
QUERIES = '{"id": "q1", "text": "개회는 누가 선포하나?"}\n'
JUDGEMENTS = "q1\td1\t1\n"


@pytest.fixture
def folder(tmp_path):
    """Writes the files of a folder; text that is given takes the place of what is right."""

    def write(**changed):
        files = {"corpus.jsonl": DOCUMENTS, "queries.jsonl": QUERIES, "qrels.tsv": JUDGEMENTS}
        for name, text in {**files, **{name.replace("__", "."): text for name, text in changed.items()}}.items():
            if text is not None:
                data = text if isinstance(text, bytes) else text.encode("utf-8")
                (tmp_path / name).write_bytes(data)
        return tmp_path

    return write


def expected(folder):
    documents = (Document("d1", "제3조", "의장이 개회를 선포한다."), Document("d2", "", "서기가 적는다."))
    return Collection(folder.name, documents, (Query("q1", "개회는 누가 선포하나?"),), {"q1": {"d1": 1}})


FORMS = {
    "as it is": {},
    "ids as BEIR calls them": {"corpus__jsonl": DOCUMENTS.replace('"id"', '"_id"')},
    "a byte order mark": {"corpus__jsonl": b"\xef\xbb\xbf" + DOCUMENTS.encode()},
    "one before the judgements": {"qrels__tsv": b"\xef\xbb\xbf" + JUDGEMENTS.encode()},
    "Windows line ends": {"corpus__jsonl": DOCUMENTS.replace("\n", "\r\n"), "qrels__tsv": "q1\td1\t1\r\n"},
    "blank lines": {"queries__jsonl": f"\n{QUERIES}\n\n"},
    "no line end at the end": {"qrels__tsv": "q1\td1\t1"},
    "fields of no concern": {"queries__jsonl": QUERIES.replace("{", '{"lang": "ko", "metadata": {}, ')},
    "headings": {"qrels__tsv": f"query-id\tcorpus-id\tscore\n{JUDGEMENTS}"},
    "spaces": {"qrels__tsv": "q1  d1 1\n"},
    "the four columns of TREC": {"qrels__tsv": "q1 0 d1 1\n"},
    "a judgement said twice": {"qrels__tsv": JUDGEMENTS * 2},
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_forms_that_mean_the_same(folder, form):
    written = folder(**form)
    assert read_collection(written) == expected(written)


def test_judgements_in_the_place_of_beir(folder):
    written = folder(qrels__tsv=None)
    (written / "qrels").mkdir()
    (written / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\n", encoding="utf-8")
    assert read_collection(written) == expected(written)


def test_numbers_are_ids_and_line_ends_of_unicode_are_text(folder):
    documents = json.dumps({"_id": 7, "title": None, "text": "첫 줄\u2028둘째 줄\x85셋째 줄"}, ensure_ascii=False)
    read = read_collection(folder(corpus__jsonl=documents, qrels__tsv="q1 7 2"))
    assert read.documents == (Document("7", "", "첫 줄\u2028둘째 줄\x85셋째 줄"),)
    assert read.judgements == {"q1": {"7": 2}}


def test_what_does_no_harm_is_passed_over_and_counted(folder):
    documents = DOCUMENTS + '{"id": "d3", "title": " ", "text": ""}\n'
    queries = QUERIES + "".join(
        json.dumps({"id": key, "text": text}) + "\n"
        for key, text in [("q2", "?"), ("q3", "?"), ("q4", " "), ("q5", "")]
    )
    judgements = JUDGEMENTS + "q2\td2\t0\nq4\td2\t1\nq1\td9\t0\nq8\td1\t1\nq9\td8\t1\n"
    read = read_collection(folder(corpus__jsonl=documents, queries__jsonl=queries, qrels__tsv=judgements))
    assert [query.key for query in read.queries] == ["q1"]
    assert read.passed_over == PassedOver(
        unjudged_queries=2,
        blank_queries=2,
        blank_documents=1,
        judgements_of_unknown_queries=2,
        judgements_of_unknown_documents=1,
    )
    assert len(read.passed_over.remarks) == 5
    assert read.passed_over.remarks[0] == "queries not asked, for want of a relevant document: 2"


FAULTS = {
    "no documents": ({"corpus__jsonl": None}, UsageError, "has no file corpus.jsonl."),
    "no queries": ({"queries__jsonl": None}, UsageError, "has no file queries.jsonl."),
    "no judgements": ({"qrels__tsv": None}, UsageError, "has no file qrels.tsv or qrels/test.tsv."),
    "an empty corpus": ({"corpus__jsonl": "\n", "qrels__tsv": ""}, UsageError, "corpus.jsonl holds no document."),
    "nothing judged": ({"qrels__tsv": ""}, UsageError, "no query with a relevant document"),
    "nothing relevant": ({"qrels__tsv": "q1\td1\t0"}, UsageError, "no query with a relevant document"),
    "only a blank query": ({"queries__jsonl": '{"id": "q1", "text": ""}'}, UsageError, "no query with a relevant"),
    "no JSON": (
        {"corpus__jsonl": DOCUMENTS + "d3\n"},
        SourceError,
        "corpus.jsonl, line 3: expected one JSON object, but",
    ),
    "half a line": ({"queries__jsonl": '{"id": "q1", "te'}, SourceError, "queries.jsonl, line 1: expected one JSON"),
    "a list": ({"queries__jsonl": '["q1"]'}, SourceError, "line 1: expected one JSON object, but it is something else"),
    "nothing but brackets": (
        {"queries__jsonl": "[" * 200_000},
        SourceError,
        "queries.jsonl, line 1: expected one JSON",
    ),
    "no id": ({"queries__jsonl": '{"text": "?"}'}, SourceError, 'line 1: expected an "_id" or "id"'),
    "an id that is none": ({"queries__jsonl": '{"id": true, "text": "?"}'}, SourceError, 'expected an "_id" or "id"'),
    "a blank id": ({"queries__jsonl": '{"id": " ", "text": "?"}'}, SourceError, 'expected an "_id" or "id"'),
    "no text": ({"corpus__jsonl": '{"id": "d1"}'}, SourceError, 'corpus.jsonl, line 1: expected a "text" that is text'),
    "a number for a text": ({"queries__jsonl": '{"id": "q1", "text": 3}'}, SourceError, 'expected a "text"'),
    "a list for a title": ({"corpus__jsonl": '{"id": "d1", "text": "", "title": []}'}, SourceError, 'a "title" that'),
    "half a letter": ({"queries__jsonl": r'{"id": "q1", "text": "\ud800"}'}, SourceError, "half of a surrogate pair"),
    "an id twice": ({"corpus__jsonl": DOCUMENTS * 2}, SourceError, "corpus.jsonl, line 3: the id d1 was given"),
    "a long id of two lines": (
        {"queries__jsonl": 2 * (json.dumps({"id": "a\n" + "b" * 500, "text": "?"}) + "\n")},
        SourceError,
        "line 2: the id a bbb",
    ),
    "another encoding": (
        {"corpus__jsonl": DOCUMENTS.encode("cp949")},
        SourceError,
        "corpus.jsonl, line 1: this is not UTF-8",
    ),
    "UTF-16": ({"qrels__tsv": JUDGEMENTS.encode("utf-16")}, SourceError, "qrels.tsv, line 1: this is not UTF-8"),
    "two columns": ({"qrels__tsv": "q1\td1\n"}, SourceError, "qrels.tsv, line 1: expected query, document and grade"),
    "a word for a grade": ({"qrels__tsv": "q1\td1\thigh\n"}, SourceError, "line 1: the grade high is no whole number"),
    "headings in the middle": (
        {"qrels__tsv": f"{JUDGEMENTS}a\tb\tc\n"},
        SourceError,
        "line 2: the grade c is no whole",
    ),
    "a huge grade": ({"qrels__tsv": f"q1\td1\t{'9' * 5000}\n"}, SourceError, "is no whole number up to 100"),
    "a relevant stranger": (
        {"qrels__tsv": f"{JUDGEMENTS}q1\td9\t1\n"},
        SourceError,
        "line 2: document d9 is relevant, but",
    ),
    "a contradiction": (
        {"qrels__tsv": f"{JUDGEMENTS}q1\td1\t2\n"},
        SourceError,
        "line 2: document d1 was given another",
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_one_line_that_names_the_place(folder, fault):
    files, kind, told = fault
    with pytest.raises(JoryeError) as caught:
        read_collection(folder(**files))
    assert type(caught.value) is kind
    assert told in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_what_is_no_folder(tmp_path, name):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"is no folder; give one with corpus\.jsonl"):
        read_collection(tmp_path / name)


@pytest.mark.parametrize(
    ("count", "asked"), [(1, [0]), (2, [0, 5]), (3, [0, 3, 6]), (10, [*range(10)]), (None, [*range(10)])]
)
def test_a_quick_look_asks_queries_evenly_spaced(count, asked):
    queries = tuple(Query(str(number), "?") for number in range(10))
    whole = Collection("t", (), queries, {})
    assert [int(query.key) for query in whole.limited(count).queries] == asked
