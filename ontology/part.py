"""A part of a knowledge base: some of its releases, as if there were no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ontology.errors import StoreError
from ontology.records import Release, SourceFile
from ontology.store import KnowledgeBase


class Part(KnowledgeBase):
    """A knowledge base as if it had only some of its releases, to read from while the whole one is open.

    Parameters
    ----------
    keep
        Says of a release whether it is in the part.
    """

    def __init__(self, whole: KnowledgeBase, keep: Callable[[Release], bool]) -> None:
        super().__init__(whole._store, whole.identifiers)
        self._keep = keep

    def releases(self) -> list[Release]:
        """Return every release of the part, by source and version."""
        return [release for release in super().releases() if self._keep(release)]

    def close(self) -> None:
        """Do nothing: the folder belongs to the whole knowledge base."""

    def replace(self, release: Release, files: Iterable[SourceFile], triples: Iterable[bytes]) -> Release:
        """Refuse: to a part, all else would be something to sweep away."""
        raise _only_read(release)

    def remove(self, releases: Sequence[Release]) -> None:
        """Refuse, as `replace` does."""
        raise _only_read(*releases)


def _only_read(*releases: Release) -> StoreError:
    names = ", ".join(f"{release.source} {release.version}" for release in releases)
    return StoreError(f"{names} cannot be changed in a part of a knowledge base; open the whole one to write")
