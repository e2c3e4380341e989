"""The vectors of Kiwi's language model, read from the file that it comes in.

The file of a contextual n-gram model holds, after a header of 64 bytes and its tables, a record for each
context and then for each morpheme: 256 numbers of four bits, a scale, and for every eight of them a byte with
a scale of their own (six bits) and a zero point (two bits); Kiwi (Apache 2.0), CoNgramModel.
What is read is compared with the similarities that Kiwi tells, so a file of another make is never trusted.
"""

import struct
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

DIMENSIONS = 256
_HEADER = struct.Struct("<QQHHBBBBQQQQQ")
_GROUP, _SCALE_BYTES, _CONTEXT_BYTES = 8, 2, 6
_ZERO_POINT, _SCALE_FROM = 6, 9
_PROBES = ((1000, 2000), (1330, 3363), (500, 5000), (12_000, 40_000))
_CLOSE = 0.02


class ModelFile:
    """The vectors of the morphemes of one model file, read as they are asked for.

    Raises OSError for a file that cannot be read, and ValueError for one of another make.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            begin = file.read(_HEADER.size)
        if len(begin) < _HEADER.size:
            raise ValueError(f"{path} has {len(begin)} bytes; its header alone would have {_HEADER.size}")
        head = _HEADER.unpack(begin)
        morphemes, contexts, dimensions, _, _, _, bits, group = head[:8]
        if (dimensions, bits, group) != (DIMENSIONS, 4, _GROUP):
            raise ValueError(f"{path} has {dimensions} numbers of {bits} bits in groups of {group}")
        packed, groups = dimensions * bits // 8, dimensions // group
        record = packed + _SCALE_BYTES + groups
        start = head[12] + contexts * (record + _CONTEXT_BYTES)
        if path.stat().st_size < start + morphemes * record:
            raise ValueError(f"{path} ends before the last of its {morphemes} vectors")
        self.count = morphemes
        self._packed = packed
        self._records = np.memmap(path, np.uint8, "r", start, (self.count, record))

    def vectors(self, morphemes: Sequence[int]) -> Vectors:
        """One unit vector a row for each morpheme number; zero where the model has none."""
        ids = np.array(morphemes, np.int64).reshape(-1)
        known = (ids >= 0) & (ids < self.count)
        rows = np.asarray(self._records[np.where(known, ids, 0)])
        packed, groups = rows[:, : self._packed], rows[:, self._packed + _SCALE_BYTES :]
        numbers = np.stack([packed & 15, packed >> 4], axis=2).reshape(len(rows), DIMENSIONS).astype(np.float32)
        zero = np.repeat((groups >> 6) + _ZERO_POINT, _GROUP, axis=1)
        scale = np.repeat((groups & 63).astype(np.float32) + _SCALE_FROM, _GROUP, axis=1)
        raw = (numbers - zero) * scale * known[:, None]
        unit: Vectors = raw / np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-6)
        return unit.astype(np.float32)

    def agrees(self, similarity: Callable[[int, int], float]) -> bool:
        """Whether the cosines of what is read are those that Kiwi tells."""
        if self.count <= max(max(pair) for pair in _PROBES):
            return False
        pairs = self.vectors([each for pair in _PROBES for each in pair])
        cosines = (pairs[::2] * pairs[1::2]).sum(axis=1)
        return all(abs(found - similarity(*pair)) < _CLOSE for found, pair in zip(cosines, _PROBES, strict=True))
