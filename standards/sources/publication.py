"""What a publisher says of all its releases, and the record of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version as installed
from typing import TypedDict, Unpack

from ontology.identifiers import Identifiers
from ontology.records import Iri, Release, Text

TOOL = f"ladderworks {installed('ladderworks')}"
"""What reads releases, with its version."""

FIRST = "1"
"""The version of what names none."""

PUBLIC_DOMAIN = "https://creativecommons.org/publicdomain/mark/1.0/"
"""What agencies of the United States publish."""


class Terms(TypedDict, total=False):
    """What else is said of a release: see `Release`."""

    license: Iri | None
    attribution: Text | None
    page: Iri | None
    language: str | None
    lacks: tuple[str, ...]


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
        return new_release(
            identifiers,
            self.source,
            version,
            f"{self.title} {version}",
            license=Iri(self.license) if self.license else None,
            attribution=Text(value=self.attribution),
            page=Iri(self.page),
            language=language,
            lacks=lacks,
        )


def new_release(
    identifiers: Identifiers,
    source: str,
    version: str,
    title: str,
    about: Iri | None = None,
    **more: Unpack[Terms],
) -> Release:
    """Return the record of a release that is imported now; see `Release`."""
    return Release(
        iri=Iri(identifiers.graph(source, version)),
        source=source,
        version=version,
        title=Text(value=title),
        imported=datetime.now(UTC),
        tool=TOOL,
        about=about,
        **more,
    )
