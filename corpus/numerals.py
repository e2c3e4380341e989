"""Roman numerals, as chapters are numbered: letters (IV) and the single characters of Unicode (Ⅳ)."""

_VALUES = {"I": 1, "V": 5, "X": 10}
_FIRST = "Ⅰ"


def roman(numeral: str) -> int:
    """The number of a Roman numeral of I, V and X, or of one character from Ⅰ to Ⅻ."""
    if numeral >= _FIRST:
        return ord(numeral) - ord(_FIRST) + 1
    values = [_VALUES[letter] for letter in numeral.upper()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
