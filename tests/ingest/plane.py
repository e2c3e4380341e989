"""A made-up embedding, and a progress that shows nothing, for tests of the index."""


class Plane:
    """Embeds texts, which it notes, into the plane: how much they speak of meetings and of votes."""

    def __init__(self):
        self.seen = []

    def embed_documents(self, texts):
        self.seen += texts
        return [[float("회의" in text), float("의결" in text)] for text in texts]


def same(passages, _total):
    return passages
