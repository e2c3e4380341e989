"""Was the meeting valid: facts, dated rules, and the report that follows from them."""
