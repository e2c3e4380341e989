"""How well each passage of an index meets a question, by its words, their letters and their sense."""
