"""Spans: the words of a statement that speak for a competency, by their places in the statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Final

from pydantic import Field

from pathways.coverage.part import Part
from standards.matching.statements import LONGEST
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


def spans(statement: str, terms: Iterable[str], part: str = "") -> tuple[Span, ...]:
    """Return the parts of a statement whose words are among some terms, whatever their endings; neighbors as one.

    Of a statement longer than `LONGEST`, only the beginning was matched, and only that is looked at.

    Parameters
    ----------
    part
        The part of a compound statement to which the terms belong; empty for the whole.

    Example
    -------
    >>> said = "Perform lockout/tagout on a training rig and verify zero energy."
    >>> [said[span.start : span.end] for span in spans(said, ["lockout", "tagout", "energies"])]
    ['lockout/tagout', 'energy']
    >>> said = "Install, test and repair motors"
    >>> [said[span.start : span.end] for span in spans(said, ["install", "repair", "motor"], "repair motors")]
    ['repair motors']
    """
    wanted = {stem for term in terms for stem in stems(term)}
    read, own = list(_WORD.finditer(statement, 0, LONGEST)), _WORD.findall(part)
    found: list[tuple[int, int]] = []
    for word in _within(read, own) if own else read:
        if wanted.intersection(stems(word[0])):
            if found and _BETWEEN.fullmatch(statement, found[-1][1], word.start()):
                found[-1] = (found[-1][0], word.end())
            else:
                found.append(word.span())
    return tuple(Span(start=start, end=end) for start, end in found)


def _within(read: Sequence[re.Match[str]], part: Sequence[str]) -> Iterator[re.Match[str]]:
    """Yield the words of a part: where they stand side by side, else one after another."""
    said = [word[0] for word in read]
    starts = (at for at, word in enumerate(said) if word == part[0] and said[at : at + len(part)] == part)
    together = next(starts, None)
    if together is not None:
        yield from read[together : together + len(part)]
        return
    left = iter(read)
    for wanted in filter(set(said).__contains__, part):
        if word := next((word for word in left if word[0] == wanted), None):
            yield word
