"""How the patterns of this package are written: a blank stands for white space, and no repetition is without bound.

So the time to read a text is in line with its length, whatever the text.
"""

import re

SPACE = r"\s{0,3}"
GAP = r"\s{1,3}"


def loose(pattern: str) -> re.Pattern[str]:
    """A pattern for Korean, in which a blank stands for at most three white spaces or none."""
    return re.compile(pattern.replace(" ", SPACE))


def words(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern for English, in which a blank stands for one to three white spaces; case does not count."""
    return re.compile(pattern.replace(" ", GAP), flags)
