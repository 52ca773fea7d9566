"""What every reader of an official release gives back, and how it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from ontology.identifiers import Identifiers
from ontology.records import Release, SourceFile
from ontology.report import Report
from ontology.store import KnowledgeBase


@dataclass(frozen=True)
class Delivery:
    """A release that was read and judged, ready for the knowledge base.

    Parameters
    ----------
    release
        Its address and its files are placeholders: the knowledge base fixes both.
    files
        Every file that was found, also those that nothing is taken from (``kept`` is 0 there).
    triples
        N-Triples in pieces of some megabytes, encoded as they are asked for. Only once.
    report
        Without errors: a reader that finds any raises `RefusedError`.
    continues
        Whether a stored release is an earlier state of the same thing; asked where only the name of a file says so.
    frameworks
        Slugs of the frameworks whose addresses are made here, of standards and firms.
    beside
        Releases that are stored with it or not at all: the lists of a partnership's firms.
    merges
        Slugs of the partnerships that go on in it.
    left
        The last day of each organization that was a member and is none any more, by its slug.
    """

    release: Release
    files: tuple[SourceFile, ...]
    triples: Iterable[bytes]
    report: Report
    continues: Callable[[KnowledgeBase, Release], bool] | None = None
    frameworks: tuple[str, ...] = ()
    beside: tuple[Delivery, ...] = ()
    merges: tuple[str, ...] = ()
    left: Mapping[str, date] = field(default_factory=dict)


def share_half(one: set[str], other: set[str]) -> bool:
    """Whether at least half of the smaller set is in the larger: so much is in common with an earlier state.

    Example
    -------
    >>> share_half({"a", "b"}, {"b", "c", "d"}), share_half({"a", "b", "c"}, {"c", "d", "e"}), share_half(set(), {"a"})
    (True, False, False)
    """
    return 2 * len(one & other) >= min(len(one), len(other)) > 0


class Reader(Protocol):
    """Reads the releases of one source.

    Some take one thing more, which the import gives them by name: ``form``, what is said of a program's form,
    ``codes``, the codes of occupations that there are, or ``holdings``, what documents are stored.
    """

    def __call__(
        self,
        paths: Sequence[Path],
        identifiers: Identifiers,
        version: str | None = None,
        skip_bad_rows: bool = False,
    ) -> Delivery:
        """Read and judge a release.

        Parameters
        ----------
        paths
            Files, folders and zips that hold it.
        version
            Name of the release, where its files do not say it or say it wrong.
        skip_bad_rows
            Leave bad rows out and name them as warnings, where otherwise they are errors.

        Raises
        ------
        RefusedError
            Where the report has errors; it carries the report.
        InputError
            Where the files cannot be read at all, or the release cannot be named.
        """
        ...
