"""The tree of errors, and the one table that says what each is at the doors."""

import re

import pytest

from api.failures import failure
from corpus import errors
from corpus.errors import JoryeError

TABLE = [
    (errors.QuestionError("?"), 2, 422),
    (errors.IdentifierError("?"), 2, 422),
    (errors.LabelError("?"), 2, 422),
    (errors.SearchError("?"), 2, 422),
    (errors.FactsError("on_register", "?"), 2, 422),
    (errors.SettingsError("?"), 2, 422),
    (errors.UsageError("?"), 2, 422),
    (errors.UnknownProvisionError("?"), 1, 404),
    (errors.SourceError("works.toml", 3, "?"), 1, 500),
    (errors.RegisterError("?"), 1, 502),
    (errors.ModelError("late"), 1, 502),
    (errors.AddressError("the port is taken"), 1, 500),
    (errors.StorageError("?"), 1, 503),
    (errors.DamagedIndexError("?"), 1, 503),
    (errors.JoryeError("?"), 1, 500),
]


def tree(kind: type[JoryeError]) -> dict[str, str]:
    """The classes below one, each with the name of its parent."""
    below = {each.__name__: kind.__name__ for each in kind.__subclasses__()}
    return below | {name: parent for each in kind.__subclasses__() for name, parent in tree(each).items()}


@pytest.mark.parametrize(("error", "exit_code", "http_status"), TABLE, ids=[type(row[0]).__name__ for row in TABLE])
def test_each_error_has_its_exit_code_and_status(error, exit_code, http_status):
    found = failure(error)
    assert (found.exit_code, found.http_status) == (exit_code, http_status)
    assert found.title


def test_no_error_is_left_out_of_the_table():
    assert {type(error).__name__ for error, _, _ in TABLE} == {"JoryeError", *tree(JoryeError)}


def test_only_the_root_falls_to_the_last_entry():
    last = failure(JoryeError("?"))
    assert [type(error).__name__ for error, _, _ in TABLE if failure(error) == last] == ["JoryeError"]


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes():
    drawn, above = {}, {}
    for branch, name in re.findall(r"^([ │├└─]*)(\w+Error)\b", errors.__doc__, re.MULTILINE):
        above[len(branch)] = name
        drawn[name] = above.get(len(branch) - 4)
    assert drawn == {"JoryeError": None} | tree(JoryeError)


def test_an_error_of_a_source_names_the_place():
    assert str(errors.SourceError("glossary.tsv", 7, "too short")) == "glossary.tsv, line 7: too short"
