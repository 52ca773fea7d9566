"""Reading ESCO: concepts first, so that what relates them can be judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import polars as pl

from ontology.identifiers import Identifiers
from standards.archives import Archive
from standards.sources.esco.collections import SCHEMES, encode_collection, read_collection
from standards.sources.esco.concepts import SHEETS, encode_concepts, read_concepts
from standards.sources.esco.hierarchy import encode_hierarchy, read_hierarchy
from standards.sources.esco.relations import RELATIONS, encode_relations, read_relations
from standards.sources.esco.release import ESCO_PUBLICATION, EscoFile, esco_files, lacks, languages, version_of
from standards.sources.reading import Reading
from standards.sources.source import Delivery

Encoder = Callable[[], Iterable[bytes]]
"""Gives the triples of a file once they are asked for."""


def read_esco(
    paths: Sequence[Path], identifiers: Identifiers, version: str | None = None, skip_bad_rows: bool = False
) -> Delivery:
    """Read a release of ESCO from its zips, unpacked or not: one language or several, with the relations.

    See `Reader` for the parameters and for what is raised.
    """
    archive = Archive(paths)
    files = esco_files(archive)
    version = version or version_of(archive, files)
    reading = Reading(archive, identifiers, ESCO_PUBLICATION.source, skip_bad_rows)
    known: dict[str, pl.Series] = {}
    encoders = [*_concepts(reading, files, known), *_hierarchy(reading, files, known), *_pairs(reading, files, known)]
    release = ESCO_PUBLICATION.release(identifiers, version, lacks(files), languages(files))
    return reading.deliver(release, (part for encoder in encoders for part in encoder()))


def _concepts(reading: Reading, files: list[EscoFile], known: dict[str, pl.Series]) -> Iterator[Encoder]:
    for about in SHEETS:
        for file in _about(files, about):
            table = read_concepts(reading, file, known)
            if reading.can_judge_by(table):
                _learn(known, about, table.frame["iri"])
            yield partial(encode_concepts, file, table)


def _hierarchy(reading: Reading, files: list[EscoFile], known: dict[str, pl.Series]) -> Iterator[Encoder]:
    for file in _about(files, "skillsHierarchy"):
        hierarchy = read_hierarchy(reading, file, known.get("skillGroups"))
        _learn(known, file.about, hierarchy.concepts["iri"])
        yield partial(encode_hierarchy, file, hierarchy)


def _pairs(reading: Reading, files: list[EscoFile], known: dict[str, pl.Series]) -> Iterator[Encoder]:
    for file in files:
        if file.about in RELATIONS:
            yield partial(encode_relations, file, read_relations(reading, file, known))
        elif file.about in SCHEMES:
            yield partial(encode_collection, file, read_collection(reading, file))


def _about(files: list[EscoFile], about: str) -> Iterator[EscoFile]:
    return (file for file in files if file.about == about)


def _learn(known: dict[str, pl.Series], about: str, addresses: pl.Series) -> None:
    known[about] = pl.concat([known.get(about, addresses), addresses]).unique()
