"""Lists that are cut: the first entries, and how many more there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from ontology.records.record import printed
from ontology.report import excerpt
from pathways.amounts import count
from standards.differences.thing import Thing

PLURALS: Final = {
    "ability": "abilities",
    "competency": "competencies",
    "knowledge": "pieces of knowledge",
    "technology": "technologies",
    "detailed work activity": "detailed work activities",
    "work activity": "work activities",
}


LONGEST: Final = 200
"""Characters of a code or a label that are shown."""


class Section(NamedTuple):
    """One kind of change: a row of the totals, and a list of as many entries.

    Parameters
    ----------
    of
        What its entries are, in words.
    entries
        One a thing, or one a need; an entry may have several lines.
    """

    name: str
    of: str
    entries: Sequence[str]


def kinds(things: Iterable[Thing]) -> str:
    """Return how many things there are of each kind.

    Example
    -------
    >>> kinds([Thing(iri="x:1", label="Weld", kind="skill"), Thing(iri="x:2", label="Lift", kind="ability")])
    '1 ability, 1 skill'
    """
    counted = Counter(thing.kind for thing in things)
    return ", ".join(count(number, kind, PLURALS.get(kind, "")) for kind, number in sorted(counted.items()))


def named(thing: Thing) -> str:
    """Return a thing as a line names it: its code and its label.

    Example
    -------
    >>> named(Thing(iri="x:1", label="Weld pipes", kind="skill", code="C-101"))
    'C-101 Weld pipes'
    """
    return " ".join(excerpt(printed(" ".join(said.split())), LONGEST) for said in (thing.code, thing.label) if said)


def enumerated(words: Sequence[str]) -> str:
    """Return words as a sentence has them.

    Example
    -------
    >>> enumerated(["@1.1", "@1.0", "@draft"]), enumerated(["@1.1"])
    ('@1.1, @1.0 and @draft', '@1.1')
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def listed(heading: str, lines: Sequence[str], top: int) -> Iterator[str]:
    """Yield a heading with how many lines there are, and the first of them; nothing where there are none."""
    if lines:
        yield f"\n{heading} ({len(lines):,})"
        yield from first(lines, top)


def first(lines: Sequence[str], top: int) -> Iterator[str]:
    """Yield the first lines, and how many more there are."""
    yield from (f"  {line}" for line in lines[:top])
    if len(lines) > top:
        yield f"  … and {len(lines) - top:,} more; --top N lists more, -o FILE.json all"
