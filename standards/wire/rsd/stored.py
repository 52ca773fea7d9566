"""Frameworks of the knowledge base as libraries of Rich Skill Descriptors: as they came, else made of its records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from ontology.namespaces import CEASN
from ontology.records import Release, Text
from ontology.store import KnowledgeBase
from standards.json_documents import Json
from standards.sources import own
from standards.sources.own import DOCUMENTS
from standards.wire.extensions import RSD, taken_out
from standards.wire.graph import StoredGraph
from standards.wire.listed import came_as, listed
from standards.wire.order import restored
from standards.wire.reading import Door, read_object
from standards.wire.rsd.library import Library
from standards.wire.rsd.meeting import library_of
from standards.wire.rsd.records import RichSkill, RichSkillCollection
from standards.wire.rsd.work import Work, work_of
from standards.wire.rsd.writing import write_described

D = TypeVar("D", RichSkill, RichSkillCollection)


def stored_library(base: KnowledgeBase, name: str) -> Library:
    """Return a framework as a library of skills.

    Parameters
    ----------
    name
        Slug of a source, a standard or a firm, as for `standards.frameworks.read_framework`.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    if came := came_as(base, name, own.RSD):
        collection = next(restored(base.records(came, RichSkillCollection)), None)
        return Library(tuple(restored(base.records(came, RichSkill))), collection)
    found = listed(base, name)
    made = library_of(found.framework, found.competencies, found.creator, "draft" if found.draft else "published")
    return _completed(_employed(made, work_of(base, found.release)), base, found.release)


def _employed(library: Library, work: Work) -> Library:
    """Return skills with the occupations and the credentials that they are for."""
    skills = (
        one.model_copy(
            update={
                "occupations": work.occupations.get(one.iri, ()),
                "certifications": work.certifications.get(one.iri, ()),
            }
        )
        for one in library.skills
    )
    return Library(tuple(skills), library.collection)


def _completed(library: Library, base: KnowledgeBase, release: Release) -> Library:
    """Return skills with their keywords, and with what a package carries of them that came from such a library."""
    taken = taken_out(base, release, lambda name: name.startswith(RSD))
    said = StoredGraph(base, release).texts(CEASN.conceptKeyword) if release.reader in DOCUMENTS else {}
    skills = tuple(_skill(skill, tuple(said.get(skill.iri, ())), taken.get(skill.iri, {})) for skill in library.skills)
    collection = library.collection
    return Library(skills, collection and _taken(collection, taken.get(collection.iri, {})))


def _skill(skill: RichSkill, keywords: tuple[Text, ...], taken: Mapping[str, Json]) -> RichSkill:
    every = tuple(dict.fromkeys((*skill.keywords, *keywords)))
    return _taken(skill.model_copy(update={"keywords": every}), taken)


def _taken(one: D, taken: Mapping[str, Json]) -> D:
    """Return a skill or a collection as it was before it was written in another format."""
    if not taken:
        return one
    said = {**write_described(one), **{name.removeprefix(RSD): value for name, value in taken.items()}}
    known = Door("", elsewhere=frozenset(("@context", "type", "id")), language=one.name.language)
    return read_object(known, type(one), said, "", iri=one.iri) or one
