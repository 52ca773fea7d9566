"""A figure with where it came from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from ontology.frozen import Frozen
from ontology.records import Iri, Text
from pathways.records.step import Basis
from standards.citations.citation import Finding

__all__ = ["Basis", "Figure", "File", "Input", "Traced", "computed"]


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
    given
        Whether it is no release that states it but whoever asks: a record, a wage, a level.
    """

    what: str
    value: str = ""
    release: str = ""
    finding: Finding | None = None
    agrees: bool | None = None
    given: bool = False

    def without_path(self) -> Self:
        """Return the input without where its file lies on this machine."""
        if self.finding is None:
            return self
        return self.model_copy(update={"finding": self.finding.model_copy(update={"path": ""})})


class Figure(Frozen):
    """A number, or words, as a diagram shows them.

    Parameters
    ----------
    how
        How it came about, in a sentence or a formula.
    inputs
        What releases state.
    of
        Whose figure it is, where a trace has those of several rungs, steps or ways; else empty.
    parts
        Keys of the figures of the same trace that a formula takes besides the inputs.
    explained
        Place in the documents that has the formula with its weights and limits; empty where nothing is computed.
    """

    name: str
    shown: str
    basis: Basis
    how: str
    inputs: tuple[Input, ...] = ()
    of: str = ""
    parts: tuple[str, ...] = ()
    explained: str = ""

    @property
    def key(self) -> str:
        """Return by what other figures name it.

        Example
        -------
        >>> Figure(name="job zone", shown="3", basis=Basis.ASSERTED, how="as stated", of="Electricians").key
        'Electricians: job zone'
        """
        return f"{self.of}: {self.name}" if self.of else self.name

    def without_paths(self) -> Self:
        """Return the figure without where files lie on this machine."""
        return self.model_copy(update={"inputs": tuple(stated.without_path() for stated in self.inputs)})


def computed(
    name: str,
    shown: str,
    how: str,
    parts: Iterable[str],
    at: str,
    owner: str = "",
    inputs: Iterable[Input] = (),
) -> Figure:
    """Return a figure that is worked out.

    Parameters
    ----------
    parts
        Keys of the figures that its formula takes; one that is named twice counts once.
    at
        Place in the documents that has the formula.

    Example
    -------
    >>> computed("steps", "2 steps", "counted", ["a: gap", "b: gap", "a: gap"], "docs/ladders.md#steps").parts
    ('a: gap', 'b: gap')
    """
    return Figure(
        name=name,
        shown=shown,
        basis=Basis.COMPUTED,
        how=how,
        inputs=tuple(inputs),
        of=owner,
        parts=tuple(dict.fromkeys(parts)),
        explained=at,
    )


class Traced(Frozen):
    """A rung, a step, a ladder or an answer, with all its figures.

    Parameters
    ----------
    occupations
        The one of a rung; from and to of a step; all rungs of a ladder.
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
