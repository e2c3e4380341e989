"""The law itself: works, versions, provisions, citations, dates, the glossary and the stored texts."""
