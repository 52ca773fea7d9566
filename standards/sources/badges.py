"""Achievements of any issuer, as Open Badges: credentials with what they attest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path, PurePath

from ontology.identifiers import Identifiers
from ontology.records import Iri
from standards.sources.document import UNVERSIONED, Claimed, Told, delivered, the_document
from standards.sources.own import BADGES, titled_source
from standards.sources.publication import new_release
from standards.sources.source import Delivery
from standards.wire.badges.meeting import meant
from standards.wire.badges.reading import read_achievements


def read_badges(
    paths: Sequence[Path],
    identifiers: Identifiers,
    version: str | None = None,
    skip_bad_rows: bool = False,
    *,
    claimed: Claimed | None = None,
) -> Delivery:
    """Read achievements; see `standards.sources.source.Reader` and `standards.sources.document.delivered`."""
    file = the_document(paths)
    achievements, report = read_achievements(file, identifiers)
    title = achievements[0].name.value if len(achievements) == 1 else PurePath(file.plain_name).stem
    source = titled_source(BADGES, title, title)
    told = Told(
        release=new_release(identifiers, source, version or UNVERSIONED, title),
        framework=Iri(identifiers.mint("framework", source)),
        count=len(achievements),
        records=chain(achievements, meant(achievements)),
        report=report,
    )
    return delivered(told, file, identifiers, claimed or {})
