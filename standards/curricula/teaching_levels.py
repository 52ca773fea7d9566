"""Teaching levels as colleges write them in curriculum maps: ``I``, ``R`` and ``M``, or in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from ontology.records import TeachingLevel
from standards.rules import Rule, Verdict

WORDS: Final = {
    TeachingLevel.INTRODUCED: "i intro introduce introduced introductory introduction introducing",
    TeachingLevel.REINFORCED: (
        "r reinforce reinforced reinforcing reinforcement p practice practiced practicing practised "
        "d develop developed developing development"
    ),
    TeachingLevel.MASTERED: "m master mastered mastery mastering",
}
"""What each is called, in small letters. Many colleges say developed for what is practiced, and write ``D``."""

_PART: Final = r"[A-Za-z]+"


def read_levels(column: str) -> pl.Expr:
    """Return the addresses of levels in cells of text: the highest of several, nothing where any word is none."""
    ranks = {word: at for at, words in enumerate(WORDS.values()) for word in words.split()}
    parts = pl.col(column).str.to_lowercase().str.extract_all(_PART)
    rank = pl.element().replace_strict(ranks, default=None, return_dtype=pl.Int64)
    known = parts.list.eval(rank.is_not_null()).list.all() & (parts.list.len() > 0)
    highest = parts.list.eval(rank).list.max().replace_strict(dict(enumerate(map(str, WORDS))), default=None)
    return pl.when(known).then(highest).alias(column)


def level_rules(column: str) -> Iterator[Rule]:
    """Yield the rules on cells with levels; whatever breaks one stays."""
    cell, read = pl.col(column), read_levels(column)
    unread = cell.is_not_null() & read.is_null()
    several = read.is_not_null() & (cell.str.extract_all(_PART).list.len() > 1)
    message = "is no teaching level; the outcome is read without one"
    remedy = "Write I, R or M: introduced, reinforced (or practiced, developed), mastered"
    yield Rule("unknown-value", column, unread, message, remedy, Verdict.KEEP)
    message = "is more than one teaching level; the highest is taken"
    yield Rule("ambiguous-value", column, several, message, "Write one of I, R and M", Verdict.KEEP)
