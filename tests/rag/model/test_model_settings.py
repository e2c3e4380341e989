"""The settings of a language model, and what cannot be followed in one line."""

import subprocess
import sys

import pytest

from corpus.errors import SettingsError
from rag.model.chat import Chat
from rag.model.writing import open_writer
from rag.settings import Settings

WITHOUT = """
import sys
sys.modules["langchain_openai"] = None
from rag.model.chat import Chat
try:
    Chat("openai:qwen3", key="k").open()
except Exception as error:  # whichever it is, the test reads its name
    print(type(error).__name__, error)
"""


def read(**given):
    return Settings.from_environment({f"JORYE_{name.upper()}": value for name, value in given.items()})


@pytest.mark.parametrize(
    ("given", "model", "url"),
    [
        ({}, "", ""),
        ({"model": " openai:qwen3 "}, "openai:qwen3", ""),
        ({"model": "qwen3:8b", "model_url": "http://10.0.0.7:8001/v1/"}, "qwen3:8b", "http://10.0.0.7:8001/v1"),
        ({"model": "Qwen/Qwen3-8B", "model_url": "https://llm.city.internal/v1"}, "Qwen/Qwen3-8B", None),
    ],
)
def test_a_model_by_its_name_and_address(given, model, url):
    found = read(**given)
    assert found.model == model
    assert found.model_url == (given["model_url"] if url is None else url)
    assert found.model_timeout == 20
    assert (open_writer(found) is None) == (not model)


def test_the_key_is_never_shown():
    found = read(model="openai:qwen3", model_key="sk-secret")
    assert found.model_key == "sk-secret"
    assert "sk-secret" not in repr(found)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"model_url": "http://localhost:8001/v1"}, "JORYE_MODEL"),
        ({"model": "two words"}, "JORYE_MODEL"),
        ({"model": "a\nb"}, "JORYE_MODEL"),
        ({"model": "m", "model_url": "localhost:8001"}, "JORYE_MODEL_URL"),
        ({"model": "m", "model_url": "ftp://localhost/v1"}, "JORYE_MODEL_URL"),
        ({"model": "m", "model_url": "http://u:p4ss@localhost/v1"}, "JORYE_MODEL_URL"),
        ({"model": "m", "model_url": "http://localhost/v1?key=p4ss"}, "JORYE_MODEL_URL"),
        ({"model": "m", "model_key": "p4ss p4ss"}, "JORYE_MODEL_KEY"),
        ({"model": "m", "model_key": "p4ss키"}, "JORYE_MODEL_KEY"),
        ({"model": "m", "model_key": "p4ss\nx"}, "JORYE_MODEL_KEY"),
        *(({"model_timeout": each}, "JORYE_MODEL_TIMEOUT") for each in ("0", "-1", "nan", "inf", "601", "soon", "1e9")),
    ],
)
def test_what_cannot_be_followed_is_one_line_without_secrets(given, named):
    with pytest.raises(SettingsError) as error:
        read(**given)
    assert str(error.value).startswith(named)
    assert "\n" not in str(error.value)
    assert "p4ss" not in str(error.value)


@pytest.mark.parametrize("seconds", ["0.5", "20", "600"])
def test_seconds_are_a_number(seconds):
    assert read(model_timeout=seconds).model_timeout == float(seconds)


@pytest.mark.parametrize(
    ("name", "key", "said"),
    [
        ("anthropic:claude", "sk-p4ss", "pip install 'jorye[models]'"),
        ("nobody:model", "sk-p4ss", "openai:qwen3"),
        ("qwen3", "", "JORYE_MODEL_URL"),
        ("openai:qwen3", "", "JORYE_MODEL_KEY"),
    ],
)
def test_a_model_that_cannot_be_opened_is_one_line(monkeypatch, name, key, said):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(SettingsError) as error:
        Chat(name, key=key).open()
    assert str(error.value).startswith(f"JORYE_MODEL={name} ")
    assert said in str(error.value)
    assert "\n" not in str(error.value)
    assert "p4ss" not in str(error.value)


def test_without_the_extra_the_error_names_it(root):
    ran = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, cwd=root, check=True)
    assert ran.stdout.startswith("SettingsError JORYE_MODEL=openai:qwen3 needs a package")
    assert "jorye[models]" in ran.stdout
    assert ran.stdout.count("\n") == 1
