"""Matching: which concepts of a framework a statement in someone's own words may mean."""

from standards.matching.compounds import parts
from standards.matching.confidence import UNMATCHED
from standards.matching.embedding import embed
from standards.matching.index import Index
from standards.matching.lines import Lines
from standards.matching.saved import load_index, save_index
from standards.matching.statements import clean
from standards.matching.suggestion import Entry, Evidence, Glance, Suggestion
from standards.matching.terms import tfidf

__all__ = [
    "UNMATCHED",
    "Entry",
    "Evidence",
    "Glance",
    "Index",
    "Lines",
    "Suggestion",
    "clean",
    "embed",
    "load_index",
    "parts",
    "save_index",
    "tfidf",
]
