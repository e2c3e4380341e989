"""References to provisions in running text: what they are, and the parser of both languages."""

from corpus.citations.finding import NOTHING_SAID, Said, find_references, short_names
from corpus.citations.reference import Anchor, Part, Reference

__all__ = ["NOTHING_SAID", "Anchor", "Part", "Reference", "Said", "find_references", "short_names"]
