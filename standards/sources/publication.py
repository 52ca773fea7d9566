"""What a publisher says of all its releases, and the record of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version as installed

from ontology.identifiers import Identifiers
from ontology.records import Iri, Release, Text

TOOL = f"ladderworks {installed('ladderworks')}"
"""What reads releases, with its version."""

PUBLIC_DOMAIN = "https://creativecommons.org/publicdomain/mark/1.0/"
"""What agencies of the United States publish."""


@dataclass(frozen=True)
class Publication:
    """A classification or a series that comes out in releases.

    Parameters
    ----------
    source
        Its slug.
    attribution
        What its license asks to be shown.
    page
        Where it is downloaded.
    """

    source: str
    title: str
    license: str | None
    attribution: str
    page: str

    def release(
        self, identifiers: Identifiers, version: str, lacks: tuple[str, ...] = (), language: str | None = "en"
    ) -> Release:
        """Return the record of one release, imported now."""
        return Release(
            iri=Iri(identifiers.graph(self.source, version)),
            source=self.source,
            version=version,
            title=Text(value=f"{self.title} {version}"),
            license=Iri(self.license) if self.license else None,
            attribution=Text(value=self.attribution),
            page=Iri(self.page),
            language=language,
            imported=datetime.now(UTC),
            tool=TOOL,
            lacks=lacks,
        )
