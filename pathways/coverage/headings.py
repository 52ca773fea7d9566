"""Headings: where a competency stands in the hierarchy of a framework that gives it no category of its own.

ESCO keeps its skills under skill groups, these under larger ones, up to *skills*, *knowledge* and the like. The heading
is the widest group below these tops: *working with machinery and specialised equipment*.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final, TypeAlias

from ontology.namespaces import SKOS
from ontology.records import Iri, Release
from ontology.store import KnowledgeBase
from standards.preferred_language import preference

Headings: TypeAlias = Callable[[Collection[Iri]], Mapping[str, str]]
"""Returns the headings of competencies by their addresses; those that stand under none are left out."""

ABOVE: Final = (
    f"SELECT ?s ?label ?code (LANG(?label) AS ?language) {{{{ VALUES ?s {{{{ {{}} }}}} ?s <{SKOS.broader}>+ ?heading . "
    f"?heading <{SKOS.broader}> ?top ; <{SKOS.prefLabel}> ?label "
    f"FILTER NOT EXISTS {{{{ ?top <{SKOS.broader}> ?over }}}} "
    f"OPTIONAL {{{{ ?heading <{SKOS.notation}> ?code }}}} }}}}"
)

LAST: Final = "~"
"""What sorts behind all codes: groups that have none."""


def no_headings(_competencies: Collection[Iri]) -> Mapping[str, str]:
    """Return nothing: the framework has no hierarchy."""
    return {}


def read_headings(base: KnowledgeBase, release: Release, competencies: Collection[Iri]) -> Mapping[str, str]:
    """Return under which heading each competency stands; of several the first by code, then by language and label."""
    if not competencies:
        return {}
    query = ABOVE.format(" ".join(f"<{iri}>" for iri in sorted(competencies)))
    found: dict[str, tuple[str, tuple[bool, str], str]] = {}
    for competency, label, code, language in base.rows(query, [release.iri]):
        place = (code or LAST, preference(language), label)
        found[competency] = min(found.get(competency, place), place)
    return {competency: label for competency, (_, _, label) in found.items()}
