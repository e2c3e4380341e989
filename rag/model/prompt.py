"""What a model is told: its rules, the passages and the question fenced as data, and what was wrong with its answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from string import Template

from corpus.works import Lang
from rag.model.chat import Message
from rag.model.faults import Fault
from rag.model.passages import Passage
from rag.phrases import day, say
from rag.questions.question import Question

_SHOWN_AGAIN = 4_000


def asked(question: Question, given: Mapping[int, Passage]) -> list[Message]:
    """The messages that put a question and its passages to a model."""
    shown = [*(_shown(n, each, question.lang) for n, each in given.items()), ("question", question.text)]
    mark = _mark(shown)
    rules = _prompt(question.lang)[0].substitute(mark=mark, day=day(question.as_of, question.lang))
    return [("system", rules), ("human", "\n\n".join(_fenced(mark, name, words) for name, words in shown))]


def again(messages: Sequence[Message], written: str, faults: Iterable[Fault], lang: Lang) -> list[Message]:
    """The messages that put the question once more, with what the model wrote and what was wrong with it."""
    said = "\n".join(f"- {each.said(lang)}" for each in dict.fromkeys(faults))
    wrong = _prompt(lang)[1].substitute(faults=said)
    return [*messages, ("ai", written[:_SHOWN_AGAIN] or "-"), ("human", wrong)]


@cache
def _prompt(lang: Lang) -> tuple[Template, Template]:
    """The rules and the words of the second attempt, as the file of a language has them."""
    rules, _, wrong = (files("rag.model") / "prompts" / f"{lang}.md").read_text(encoding="utf-8").partition("\n---\n")
    return Template(rules), Template(wrong.strip())


def _shown(n: int, passage: Passage, lang: Lang) -> tuple[str, str]:
    """The name of a passage, and its words below where they stand, of which version, and what that is worth."""
    cited = passage.citation
    version = [say("version", lang, date=cited.id.version)] if cited.id.version else []
    worth = ", ".join([*version, say(cited.status.value, lang)])
    return f"passage {n}", f"{cited.label} ({worth})\n{passage.words}"


def _mark(shown: Iterable[tuple[str, str]]) -> str:
    """A mark that no passage and no question can hold, since it is a digest of them all; for the same, the same."""
    return blake2b("\0".join(_all(shown)).encode(), digest_size=9).hexdigest()


def _all(shown: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, words in shown:
        yield name
        yield words


def _fenced(mark: str, name: str, words: str) -> str:
    return f"{mark} {name}\n{words}\n{mark} end of {name}"
