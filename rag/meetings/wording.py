"""The sentences of reports, always in both languages at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from corpus.works import Lang
from rag.phrases import day
from rag.tables import load_table


@dataclass(frozen=True, slots=True)
class Words:
    """The same thing said in Korean and in English."""

    ko: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        """What is said in one language."""
        return self.ko if lang == "ko" else self.en


def both(name: str, /, **values: object) -> Words:
    """The sentence of a name in `wording.toml`; values that are themselves Words or dates are said in each language."""
    return filled(Words(**load_table("meetings/wording")[name]), **values)


def filled(sentence: Words, /, **values: object) -> Words:
    """A sentence with its values, each said in the language of the sentence where it differs."""
    return Words(_filled(sentence.ko, "ko", values), _filled(sentence.en, "en", values))


def joined(*parts: Words) -> Words:
    """Several sentences as one."""
    return Words(" ".join(each.ko for each in parts), " ".join(each.en for each in parts))


def term(kind: str, value: str) -> Words:
    """What a value of a fact is called, such as `presider.vice_chair`."""
    return Words(**load_table("meetings/wording")[kind][value])


def _filled(sentence: str, lang: Lang, values: Mapping[str, object]) -> str:
    return sentence.format(**{name: _said(value, lang) for name, value in values.items()})


def _said(value: object, lang: Lang) -> str:
    if isinstance(value, Words):
        return value[lang]
    return day(value, lang) if isinstance(value, date) else str(value)
