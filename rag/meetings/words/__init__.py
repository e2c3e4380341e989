"""From words to the facts of a committee meeting, in Korean and English, without a language model.

What is understood is in the tables beside: spellings of numbers, what a number counts, who presided, what is asked.
"""

from rag.meetings.words.reading import read_words
from rag.meetings.words.told import Asked, Conflict, Span, Told

__all__ = ["Asked", "Conflict", "Span", "Told", "read_words"]
