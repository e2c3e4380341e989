"""Whether the words of a text may be said as the answer's own, or only quoted as somebody else's."""

import re

from rag.questions.instructions import asking_part

_LONGEST = 5000
_CODE = re.compile(r"[{}<>\\$`]|\[\d+\]|https?://|\x1b|%s")
_NOTE = re.compile(r"<[^<>]{0,80}>")


def is_plain(text: str) -> bool:
    """Whether a text is plain prose: of some length, without code, and with nothing that addresses the program.

    Notes of amendment in angle brackets are no code.
    """
    said = " ".join(_NOTE.sub(" ", text).split())
    printable = all(each.isprintable() for each in said)
    return len(said) <= _LONGEST and printable and not _CODE.search(said) and asking_part(said) == said
