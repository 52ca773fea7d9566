"""Frameworks of the knowledge base as libraries of Rich Skill Descriptors: as they came, else made of its records."""

from __future__ import annotations

from ontology.store import KnowledgeBase
from standards.sources.own import RSD
from standards.wire.listed import came_as, listed
from standards.wire.rsd.library import Library
from standards.wire.rsd.meeting import library_of
from standards.wire.rsd.records import RichSkill, RichSkillCollection


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
    if came := came_as(base, name, RSD):
        collection = next(base.records(came, RichSkillCollection), None)
        return Library(tuple(base.records(came, RichSkill)), collection)
    found = listed(base, name)
    return library_of(found.framework, found.competencies, found.creator, "draft" if found.draft else "published")
