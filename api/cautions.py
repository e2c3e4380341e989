"""What a reader must know of a text, as JSON and as lines for a terminal."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import BaseModel

from corpus.identifiers import ProvisionId
from corpus.provisions import Law
from corpus.works import LANGS, Lang
from rag.answer import Caution
from rag.citing.sources import provision_cautions


class WarningModel(BaseModel):
    """What the reader must know; `code` is stable, `message` in the language of the answer."""

    code: str
    message: str

    @classmethod
    def of(cls, caution: Caution) -> "WarningModel":
        """The shape of a caution."""
        return cls(code=caution.code, message=caution.message)


def cautions_of(law: Law, key: ProvisionId, as_of: date | None, lang: Lang | None) -> list[Caution]:
    """The cautions of a provision read for a day, in one language or in both; none for a version that was named."""
    langs = LANGS if lang is None else (lang,)
    return [each for said in langs for each in provision_cautions(law, key, as_of, said)] if as_of else []


def caution_lines(cautions: Iterable[Caution]) -> Iterator[str]:
    """A line for each caution."""
    return (f"⚠ {each.message}" for each in cautions)
