"""What a model claims: a sentence, the passages it rests on, and their words; or that the passages settle nothing."""

import json
from dataclasses import dataclass

from rag.model.faults import Fault

MOST_CITED = 8


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence as a model wrote it; `citations` are numbers of passages, `quotes` words said to stand in them."""

    text: str
    citations: tuple[int, ...]
    quotes: tuple[tuple[int, str], ...] = ()


class Nothing:
    """The model's word that the passages do not settle the question."""


def read_claim(line: str) -> Claim | Nothing | Fault:
    """What a line of JSON claims, or why it claims nothing."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return Fault.MALFORMED
    if not isinstance(told, dict):
        return Fault.MALFORMED
    if told.get("none") is True:
        return Nothing()
    text, cited, quoted = told.get("text"), told.get("citations"), told.get("quotes", [])
    if not isinstance(text, str) or not isinstance(cited, list) or not isinstance(quoted, list):
        return Fault.MALFORMED
    quotes = tuple(_quote(each) for each in quoted)
    numbered = len(cited) <= MOST_CITED and all(type(each) is int for each in cited)
    kept = tuple(each for each in quotes if each is not None)
    if not numbered or len(kept) < len(quotes):
        return Fault.MALFORMED
    return Claim(text, tuple(dict.fromkeys(cited)), kept) if cited else Fault.UNCITED


def _quote(told: object) -> tuple[int, str] | None:
    if isinstance(told, dict):
        n, quote = told.get("n"), told.get("quote")
        if type(n) is int and isinstance(quote, str):
            return n, quote
    return None
