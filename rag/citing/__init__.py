"""Citations: which text holds on a day, what it is worth, and that each quote is word for word."""
