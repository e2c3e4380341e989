"""The passages that meet a question, best first, of the texts that may be read on its day."""
