"""Doors: the command line and HTTP. They turn words into questions and answers into words, and decide nothing."""
