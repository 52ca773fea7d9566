"""Counts of what a release holds: statements, things, classes and properties, made once and kept."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from ontology.namespaces import CEASN, CETERMS, SKOS
from ontology.records import Release
from ontology.store import KnowledgeBase


class Count(BaseModel):
    """How often a class or a property occurs."""

    model_config = ConfigDict(frozen=True)

    iri: str
    number: int


class Counts(BaseModel):
    """What a release holds.

    Parameters
    ----------
    entities
        Things that have a class.
    classes, properties
        By how often they occur, the most first.
    example
        A thing that shows what the release is about; empty where nothing has a class.
    """

    model_config = ConfigDict(frozen=True)

    triples: int
    entities: int
    classes: tuple[Count, ...]
    properties: tuple[Count, ...]
    example: str = ""


class Kept(BaseModel):
    """Counts as they are kept.

    Parameters
    ----------
    moment
        When what is counted was last written to.
    """

    model_config = ConfigDict(frozen=True)

    moment: datetime
    counts: Counts


TELLING = (CETERMS.Occupation, CEASN.Competency, SKOS.Concept)
"""Classes of things that show best what a release is about."""

CLASSES = "SELECT ?class (COUNT(*) AS ?n) { ?s a ?class } GROUP BY ?class"
PROPERTIES = "SELECT ?property (COUNT(*) AS ?n) { ?s ?property ?o } GROUP BY ?property"
ENTITIES = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ?class }"


def count(base: KnowledgeBase, release: Release) -> Counts:
    """Count what a release holds; that takes seconds for each million of statements."""
    properties, classes = _counted(base, PROPERTIES, release), _counted(base, CLASSES, release)
    ((entities,),) = base.rows(ENTITIES, [release.iri])
    return Counts(
        triples=sum(one.number for one in properties),
        entities=int(entities),
        classes=classes,
        properties=properties,
        example=_example(base, release, classes),
    )


def kept_counts(base: KnowledgeBase, release: Release, folder: Path | None) -> Counts:
    """Return the counts of a release, from the folder where they are kept; keep them there where that can be."""
    if folder is None:
        return count(base, release)
    path = folder / f"{hashlib.sha256(release.iri.encode()).hexdigest()[:32]}.json"
    moment = base.moments.of(release)
    with suppress(OSError, ValidationError):
        if (kept := Kept.model_validate_json(path.read_bytes())).moment == moment:
            return kept.counts
    counted = count(base, release)
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        fresh = path.with_suffix(".fresh")
        fresh.write_text(Kept(moment=moment, counts=counted).model_dump_json(), encoding="utf-8")
        fresh.rename(path)
    return counted


def _counted(base: KnowledgeBase, query: str, release: Release) -> tuple[Count, ...]:
    found = [Count(iri=iri, number=int(number)) for iri, number in base.rows(query, [release.iri])]
    return tuple(sorted(found, key=lambda one: (-one.number, one.iri)))


def _example(base: KnowledgeBase, release: Release, classes: tuple[Count, ...]) -> str:
    """Return the first thing by address among few of a class: of a telling one, else of the one that most have."""
    held = [one.iri for one in classes]
    for iri in [*(str(name) for name in TELLING if str(name) in held), *held]:
        few = base.rows(f"SELECT ?s {{ ?s a <{iri}> FILTER(isIRI(?s)) }} LIMIT 100", [release.iri])
        return min((thing for (thing,) in few), default="")
    return ""
