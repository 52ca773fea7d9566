"""A published standard as commands read it."""

from __future__ import annotations

from ontology.errors import NotFoundError
from ontology.store import KnowledgeBase
from pathways.agreements import PublishedStandard, UnpublishedError, published_standard
from standards.publishing import commands_ahead, standing
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
        message = f"{error}; {misnamed(base, error.slug) or _todo(base, error.slug)}"
        raise NotFoundError(message) from error


def _todo(base: KnowledgeBase, slug: str) -> str:
    """Return the commands that publish a version."""
    working = standing(base, slug).working
    return f"publish one first: {', then '.join(commands_ahead(slug, working.stands if working else None))}"
