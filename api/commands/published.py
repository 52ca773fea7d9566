"""A published standard as commands read it."""

from __future__ import annotations

from ontology.errors import NotFoundError
from ontology.store import KnowledgeBase
from pathways.agreements import PublishedStandard, UnpublishedError, published_standard


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
        message = f"{error}; publish one first: `ladderworks standard publish {error.slug} --by NAME`"
        raise NotFoundError(message) from error
