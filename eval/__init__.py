"""Evaluation: hand-labelled questions, answers from the assistant, and measures over both."""
