"""The occupations that a Rich Skill Descriptor names, as alignments of CTDL."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ontology.addresses import is_address
from ontology.namespaces import RSD
from ontology.records import Release
from ontology.store import KnowledgeBase
from standards.json_documents import Json
from standards.wire.ctdl.objects import Node, alignment


def occupations(base: KnowledgeBase, release: Release) -> Iterator[tuple[str, str, Json]]:
    """Yield the skills that name occupations, with the term of CTDL for these and each alignment."""
    for iri, said in sorted(base.pairs(release, RSD.occupations)):
        if made := _alignment(json.loads(said)):
            yield iri, "ceterms:occupationType", made


def _alignment(said: Json) -> Node | None:
    """Return an alignment with an occupation; of a list in other forms, and of what has neither name nor code, none."""
    if not isinstance(said, dict):
        return None
    code, page = _text(said, "code"), _text(said, "url")
    name, framework = _text(said, "targetNodeName", "name") or code, _text(said, "frameworkName", "framework")
    target = page if page and is_address(page) else None
    return alignment(target, name, code=code, framework=(None, framework) if framework else None) if name else None


def _text(said: dict[str, Json], *names: str) -> str | None:
    """Return the first text that stands under some names."""
    return next((value for name in names if isinstance(value := said.get(name), str) and value), None)
