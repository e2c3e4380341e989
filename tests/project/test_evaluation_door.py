"""The evaluation as a process, and its labels against the law."""

import json
import sys
from importlib.resources import files

import pytest

from eval.cases import load_cases
from eval.measures import REFUSED, is_part


@pytest.mark.slow
def test_the_evaluation_reports_its_measures_and_every_quote_stands(execute, home):
    ran = execute([sys.executable, "-m", "eval", "--json"], JORYE_HOME=home)
    assert (ran.code, ran.err) == (0, "")
    measures = json.loads(ran.out)
    assert measures["grounded"] == 1.0
    assert {"cites_right_ko", "cites_right_en", "recall@5", "refused_unanswerable"} <= set(measures)
    assert all(0 <= value <= 1 for value in measures.values())


def test_every_label_names_provisions_that_exist(assistant):
    known = {str(provision.id) for provision in assistant.law}
    labels = [(case.id, label) for case in load_cases() for label in (*case.gold, *case.acceptable)]
    assert len(labels) > 100
    assert [each for each in labels if not any(is_part(key, each[1]) for key in known)] == []


def test_every_case_has_a_name_of_its_own():
    names = [case.id for case in load_cases()]
    assert len(set(names)) == len(names) > 100


def test_a_case_has_gold_exactly_when_it_is_not_refused():
    assert [case.id for case in load_cases() if bool(case.gold) == (case.status in REFUSED)] == []


def test_the_readme_of_the_cases_describes_every_field():
    readme = (files("eval.cases") / "README.md").read_text(encoding="utf-8")
    fields = next(load_cases()).model_fields_set
    assert [name for name in sorted(fields) if f"`{name}`" not in readme] == []
