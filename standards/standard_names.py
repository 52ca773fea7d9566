"""The names of the standards that are worked on or were published here, and which of them is meant by another."""

from __future__ import annotations

from ontology.store import KnowledgeBase
from standards.headers import nearest


def standard_names(base: KnowledgeBase) -> list[str]:
    """Return the slugs of the standards, in their order."""
    return sorted({release.source for release in base.releases() if release.stands})


def misnamed(base: KnowledgeBase, slug: str) -> str:
    """Return what is to be said of a name that no standard has: which is meant, or which there are.

    Empty where a standard has the name.
    """
    names = standard_names(base)
    if slug in names:
        return ""
    if meant := nearest(slug, names):
        return f"no standard is called {slug!r}; do you mean {meant!r}?"
    there = ", ".join(names) or "none: import one with `ladderworks import partnership FOLDER`"
    return f"no standard is called {slug!r}; there are {there}"
