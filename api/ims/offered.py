"""Which frameworks everybody may have: the one place where that is decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ontology.named_releases import current_releases, release_in_force
from ontology.records import Release
from ontology.shown import told_releases
from ontology.store import KnowledgeBase
from standards.frameworks import frameworks
from standards.sources.own import CASE


@dataclass(frozen=True)
class Offered:
    """A framework that is offered.

    Parameters
    ----------
    edition
        Whether its items go by the addresses that they have in this version, for another one is in force.
    """

    release: Release
    edition: bool = False

    @property
    def name(self) -> str:
        """As `standards.wire.exporting.export` takes it."""
        return self.release.name


def offered(base: KnowledgeBase) -> Iterator[Offered]:
    """Yield what is offered to everybody, by source.

    Standards of partnerships are, and whatever came from another publisher. The list of a firm is only where the firm
    released it, be it part of a partnership's files or a file of its own: what was once handed to a harvester is never
    private again. Nor is what its own publisher keeps to itself. Of a standard every version is offered that was ever
    published; what is worked on is, until there is one in force.
    """
    releases, named = told_releases(base), frameworks(base)
    for release in current_releases(releases):
        if release.source not in named and release.reader != CASE:  # a document may come before its statements
            continue
        chosen = release_in_force(releases, release.source) or release
        yield Offered(chosen)
        yield from (
            Offered(r, edition=True) for r in releases if r.source == release.source and r.fixed and r != chosen
        )
