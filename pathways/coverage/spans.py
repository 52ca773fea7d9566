"""Spans: the words of a statement that speak for a competency, by their places in the statement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Final

from pydantic import Field

from pathways.coverage.part import Part
from standards.matching.terms import stems

_WORD: Final = re.compile(r"[^\W_]+(?:\+\+|#)?")
_BETWEEN: Final = re.compile(r"[\s/-]*(?:(?:and|of|the|a|to|in|on|for|with)\s+)*")
"""What stands between two words of one span: spaces, hyphens, and words that carry no meaning."""


class Span(Part):
    """A part of a text.

    Parameters
    ----------
    start, end
        In characters from 0; the end is the place after the last one.
    """

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


def spans(statement: str, terms: Iterable[str]) -> tuple[Span, ...]:
    """Return the parts of a statement whose words are among some terms, whatever their endings; neighbors as one.

    Example
    -------
    >>> said = "Perform lockout/tagout on a training rig and verify zero energy."
    >>> [said[span.start : span.end] for span in spans(said, ["lockout", "tagout", "energies"])]
    ['lockout/tagout', 'energy']
    """
    wanted = {stem for term in terms for stem in stems(term)}
    found: list[tuple[int, int]] = []
    for word in _WORD.finditer(statement):
        if wanted.intersection(stems(word[0])):
            if found and _BETWEEN.fullmatch(statement, found[-1][1], word.start()):
                found[-1] = (found[-1][0], word.end())
            else:
                found.append(word.span())
    return tuple(Span(start=start, end=end) for start, end in found)
