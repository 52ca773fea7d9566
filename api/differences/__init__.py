"""Differences between releases and what they touch, as people read them on a terminal."""
