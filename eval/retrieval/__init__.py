"""Retrieval measured over any folder of documents, queries and judgements: `python -m eval retrieval`."""
