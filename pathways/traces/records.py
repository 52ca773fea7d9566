"""A figure with where it came from."""

from __future__ import annotations

from enum import StrEnum

from ontology.records import Iri, Text
from pathways.records.step import Frozen
from standards.citations.citation import Finding


class Basis(StrEnum):
    """How a figure came about."""

    ASSERTED = "asserted"
    """As a release states it."""
    INFERRED = "inferred"
    """Taken over by a rule from what a release states of something else."""
    COMPUTED = "computed"
    """Worked out from several statements."""


class File(Frozen):
    """A file of a release as the knowledge base describes it.

    Parameters
    ----------
    sha256
        Of its bytes as they were imported, in hexadecimal.
    """

    release: str
    name: str
    sha256: str


class Input(Frozen):
    """A statement that a figure rests on, and where it stands.

    Parameters
    ----------
    what
        In words.
    value
        As the engine has it; empty where many rows are meant.
    release
        Name of the release, for instance ``onet@29.3``; empty for the engine's own lists.
    finding
        The rows; ``None`` where the release has no table that they could be told by.
    agrees
        Whether the cells in the file are what the engine has; ``None`` where that cannot be compared.
    """

    what: str
    value: str = ""
    release: str = ""
    finding: Finding | None = None
    agrees: bool | None = None


class Figure(Frozen):
    """A number, or words, as a diagram shows them.

    Parameters
    ----------
    how
        How it came about, in a sentence or a formula.
    """

    name: str
    shown: str
    basis: Basis
    how: str
    inputs: tuple[Input, ...] = ()


class Traced(Frozen):
    """A rung or a step, with all its figures.

    Parameters
    ----------
    occupations
        The one of a rung; from and to of a step.
    region
        Whose pay it is, empty where none is known.
    notes
        What a reader must know: files that changed or are not at hand.
    """

    title: str
    occupations: tuple[Iri, ...]
    labels: tuple[Text, ...]
    region: str = ""
    figures: tuple[Figure, ...]
    files: tuple[File, ...] = ()
    notes: tuple[str, ...] = ()
