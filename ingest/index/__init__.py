"""The index on disk: the words, bigrams and vectors of all passages, ready to be searched.

An index lies in `<home>/index/<fingerprint>-<n>`; the fingerprint covers what is indexed, the glossary, the way
words are made and the embedding, so an index of other contents is never used; n counts how often it was built.
It is written in a hidden folder beside and renamed when complete, which is one step: a builder may be killed at
any moment, and what was complete stays so. Nothing in a complete index is ever written again: its manifest holds
the SHA-256 of each file, checked when it is opened.
"""

from ingest.index.bags import Bags, bags_of
from ingest.index.building import build_index
from ingest.index.contents import Contents, Indexed, Item
from ingest.index.gathering import EmbedsAnalyses, Progress
from ingest.index.opening import Index, open_index

__all__ = [
    "Bags",
    "Contents",
    "EmbedsAnalyses",
    "Index",
    "Indexed",
    "Item",
    "Progress",
    "bags_of",
    "build_index",
    "open_index",
]
