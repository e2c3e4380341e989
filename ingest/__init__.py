"""Documents in: readers, the morphemes of passages, and the index on disk."""
