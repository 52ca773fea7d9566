"""Rich Skill Descriptors of any library: a collection, or a list of skills named after its file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path, PurePath

from ontology.identifiers import Identifiers
from ontology.records import Iri, Text
from standards.sources.document import UNVERSIONED, Claimed, Told, delivered, the_document
from standards.sources.own import RSD, titled_source
from standards.sources.publication import new_release
from standards.sources.source import Delivery
from standards.wire.rsd.meeting import meant
from standards.wire.rsd.reading import read_library


def read_rsd(
    paths: Sequence[Path],
    identifiers: Identifiers,
    version: str | None = None,
    skip_bad_rows: bool = False,
    *,
    claimed: Claimed | None = None,
) -> Delivery:
    """Read a library of skills; see `standards.sources.source.Reader` and `standards.sources.document.delivered`."""
    file = the_document(paths)
    library, report = read_library(file, identifiers)
    title = library.collection.name.value if library.collection else PurePath(file.plain_name).stem
    source = titled_source(RSD, title, title)
    author = library.collection.author if library.collection else None
    framework = library.collection.iri if library.collection else Iri(identifiers.mint("framework", source))
    told = Told(
        release=new_release(
            identifiers, source, version or UNVERSIONED, title, attribution=Text(value=author) if author else None
        ),
        framework=framework,
        count=sum(1 for _ in library),
        records=chain(library, meant(library, framework, title)),
        report=report,
    )
    return delivered(told, file, identifiers, claimed or {})
