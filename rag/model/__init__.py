"""Answers that a language model words: what it may read, what it must write, and the check before any of it leaves."""
