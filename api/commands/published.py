"""A published standard as commands read it."""

from __future__ import annotations

from ontology.errors import NotFoundError
from ontology.store import KnowledgeBase
from pathways.agreements import PublishedStandard, UnpublishedError, published_standard
from standards.standard_names import misnamed


def read_published(base: KnowledgeBase, name: str) -> PublishedStandard:
    """Return a version of a standard.

    Raises
    ------
    NotFoundError
        Where there is none, with the command that publishes one.
    """
    try:
        return published_standard(base, name)
    except UnpublishedError as error:
        todo = f"publish one first: `ladderworks standard publish {error.slug} --by NAME`"
        message = f"{error}; {misnamed(base, error.slug) or todo}"
        raise NotFoundError(message) from error
