"""Answers: where a question leads, and the sentences that say what stands there."""
