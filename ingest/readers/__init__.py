"""Readers: one module for each form in which a source document comes, and the table of them all."""
