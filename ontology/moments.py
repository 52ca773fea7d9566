"""Moments: when a knowledge base, and each graph in it, was last written to.

The default graph keeps them as ``dcterms:modified``: that of the whole with the address of the dataset, so that it
stays when what was written is gone again. Dates in HTTP count seconds, so no two writes share one; many in a row run
ahead of the clock by as many seconds.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pyoxigraph as ox

from ontology.identifiers import Identifiers
from ontology.lookups import rows
from ontology.namespaces import DCTERMS, LW, PROV, XSD
from ontology.records import Release


class Moments:
    """When things of a store were last written to."""

    def __init__(self, store: ox.Store, identifiers: Identifiers) -> None:
        self._store = store
        self._whole = identifiers.dataset

    def last(self) -> datetime | None:
        """Return when anything last changed, what is gone since included; ``None`` where nothing ever did."""
        marked = f"<{self._whole}> <{DCTERMS.modified}> ?at"
        imported = f"?release <{LW.source}> ?source ; <{DCTERMS.issued}> ?at"
        moved = f"?change a <{LW.StatusChange}> ; <{PROV.endedAtTime}> ?at"
        return self._latest(f"{{ {marked} }} UNION {{ {imported} }} UNION {{ {moved} }}")

    def of(self, release: Release) -> datetime:
        """Return when the graph of a release was last written to."""
        marked = self._latest(f"<{release.iri}> <{DCTERMS.modified}> ?at")
        return max(marked, release.imported) if marked else release.imported

    def marking(self, *graphs: str) -> str:
        """Return the update that says of the whole, and of some graphs, that they are written to now."""
        now = next_moment(self.last(), datetime.now(UTC)).isoformat()
        return ";\n".join(_marking(thing, now) for thing in (self._whole, *graphs))

    def _latest(self, pattern: str) -> datetime | None:
        found = rows(self._store, f"SELECT ?at {{ {pattern} FILTER(ISLITERAL(?at)) }}")
        return max((datetime.fromisoformat(at) for (at,) in found), default=None)


def next_moment(last: datetime | None, now: datetime) -> datetime:
    """Return the moment of a write: now, or the second after that of the one before.

    Example
    -------
    >>> last = datetime(2026, 11, 22, 14, 0, 7, 250, tzinfo=UTC)
    >>> str(next_moment(last, datetime(2026, 11, 22, 14, 0, 7, 900, tzinfo=UTC)))
    '2026-11-22 14:00:08+00:00'
    """
    return max(now, last.replace(microsecond=0) + timedelta(seconds=1)) if last else now


def _marking(thing: str, moment: str) -> str:
    said = f"<{thing}> <{DCTERMS.modified}>"
    return f'DELETE WHERE {{ {said} ?at }};\nINSERT DATA {{ {said} "{moment}"^^<{XSD.dateTime}> }}'
