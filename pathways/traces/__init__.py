"""Traces: from a number on a diagram to the rows of the files that it came from."""
