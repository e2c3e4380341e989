"""Questions: what is asked, which passages carry the answer, and the answer with every quote verified."""
