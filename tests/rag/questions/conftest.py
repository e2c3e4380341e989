"""All questions of the evaluation, in words."""

import json

import pytest


@pytest.fixture(scope="session")
def questions(root) -> list[str]:
    files = sorted((root / "eval" / "cases").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    cases = [case for case in map(json.loads, lines) if case.get("kind") not in ("attack", "privacy")]
    return [" ".join(case["question"].split()) for case in cases]
