"""What may be written to a terminal: letters and line ends, whatever stands in a document or in an argument."""

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_UNIT = 4


def visible(text: str) -> str:
    r"""The text with what steers a terminal or hides written out, as \u001b; JSON says the same as before."""
    return _UNSEEN.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + _UNIT]}" for at in range(0, len(units), _UNIT))
