"""Achievements of any issuer, as Open Badges: credentials with what they attest."""

from __future__ import annotations

from itertools import chain

from ontology.identifiers import Identifiers
from standards.archives import ArchivedFile
from standards.sources.document import Document, DocumentReader, title_of
from standards.sources.own import BADGES
from standards.wire.badges.meeting import meant
from standards.wire.badges.reading import read_achievements
from standards.wire.order import ordered


def _document(file: ArchivedFile, identifiers: Identifiers) -> Document:
    achievements, report = read_achievements(file, identifiers)
    listed = [one.iri for one in achievements]
    only = achievements[0] if len(achievements) == 1 else None
    return Document(
        title=only.name.value if only else title_of(file),
        address=only.iri if only else None,
        count=len(achievements),
        records=lambda _: chain(ordered(achievements), meant(achievements)),
        report=report,
        things=listed,
        items=listed,
    )


read_badges = DocumentReader(BADGES, _document)
"""Reads achievements."""
