"""Revisions: what a newer version of a standard changes, as those who live by it read it."""

from pathways.revisions.page import to_html
from pathways.revisions.published import FirstVersionError, published_revision
from pathways.revisions.revising import revise
from pathways.revisions.revision import Revision

__all__ = ["FirstVersionError", "Revision", "published_revision", "revise", "to_html"]
