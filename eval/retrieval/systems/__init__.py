"""The systems that are compared, one kind a module."""
