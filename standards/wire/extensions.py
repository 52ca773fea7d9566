"""What the extensions of a package carry for other formats, taken out for their writers."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

from ontology.namespaces import CASE
from ontology.records import Release
from ontology.store import KnowledgeBase
from standards.json_documents import Json
from standards.sources import own

Beside = dict[str, dict[str, Json]]
"""Values by their names with prefixes, by the addresses of things."""

RSD: Final = "rsd:"
"""Stands before a name of Rich Skill Descriptors."""


def taken_out(base: KnowledgeBase, release: Release, known: Callable[[str], bool]) -> Beside:
    """Return what the extensions of a stored package carry for another format.

    Parameters
    ----------
    known
        Whether a name is one of that format.
    """
    if release.reader != own.CASE:
        return {}
    found: Beside = {}
    for iri, text in base.pairs(release, CASE.extensions):
        said = json.loads(text)
        if isinstance(said, dict):
            found[iri] = {name: value for name, value in said.items() if known(name)}
    return found
