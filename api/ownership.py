"""Whose packages are running: Ladderworks' four have everyday names that another distribution may install too."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import Distribution, distributions

PACKAGES = ("api", "ontology", "pathways", "standards")
OURS = "ladderworks"


class CollisionError(Exception):
    """Another distribution has installed a package under one of Ladderworks' names.

    Outside the tree of `ontology.errors`: which ``ontology`` that is, is what is in doubt.
    """


def check_owners(owners: Mapping[str, list[str]] | None = None) -> None:
    """Stop where another distribution owns one of the four packages.

    Parameters
    ----------
    owners
        Distributions by package; those that are installed, where none are given.

    Raises
    ------
    CollisionError
        With the names of both owners.

    Example
    -------
    >>> check_owners({"pathways": ["ladderworks"], "numpy": ["numpy"]})
    """
    installed = _installed(tuple(sys.path)) if owners is None else owners
    for package in PACKAGES:
        others = sorted({owner for owner in installed.get(package, []) if owner != OURS})
        if others:
            named = ", ".join(map(repr, others))
            message = (
                f"the package {package!r} belongs to two distributions here, {OURS!r} and {named}, "
                "and one has overwritten the other. Install Ladderworks into an environment of its own: "
                "`pipx install` or `uv tool install` does that"
            )
            raise CollisionError(message)


@cache
def _installed(path: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the distributions on a search path that own one of the four, by package.

    Each command asks this first, so the lists of files are searched, not parsed
    as `importlib.metadata.packages_distributions` does: a quarter of the time.
    """
    found: dict[str, list[str]] = {}
    for distribution in distributions(path=list(path)):
        for package in _owned(distribution):
            found.setdefault(package, []).append(distribution.metadata["Name"])
    return found


def _owned(distribution: Distribution) -> list[str]:
    declared = (distribution.read_text("top_level.txt") or "").split()
    files = f"\n{distribution.read_text('RECORD') or ''}"
    return [name for name in PACKAGES if name in declared or f"\n{name}/" in files or f"\n{name}.py," in files]
