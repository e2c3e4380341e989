"""All questions of the evaluation, in words."""

import json

import pytest


@pytest.fixture(scope="session")
def questions(root) -> list[str]:
    files = sorted((root / "eval" / "cases").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [" ".join(json.loads(line)["question"].split()) for line in lines]
