"""Occupations: what a knowledge base says of each, from its ratings and pay to its schooling and licenses."""
