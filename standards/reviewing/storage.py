"""Storage: where the reviews of a program are kept, which is the graph of the program's release."""

from __future__ import annotations

from typing import Final

from ontology.namespaces import CETERMS, LW
from ontology.records import Release, Review, rdf_fields
from ontology.store import KnowledgeBase
from standards.reviewing.reviewers import when

FIELDS: Final = {str(field.predicate): name for name, field in rdf_fields(Review).items()}
"""The field of a review that each property holds; a review has each at most once."""


def program_release(base: KnowledgeBase, program: str) -> Release | None:
    """Return the newest release that has a program, ``None`` where it is not stored."""
    holding = {
        graph for (graph,) in base.rows(f"SELECT ?g {{ GRAPH ?g {{ <{program}> a <{CETERMS.LearningProgram}> }} }}")
    }
    return next((release for release in base.current() if release.iri in holding), None)


def outcomes_of(base: KnowledgeBase, release: Release, program: str) -> frozenset[str]:
    """Return the addresses of what the courses of a program teach."""
    query = f"SELECT ?o {{ <{program}> <{CETERMS.hasPart}> ?c. ?o <{LW.outcomeOf}> ?c }}"
    return frozenset(iri for (iri,) in base.rows(query, [release.iri]))


def stored_reviews(base: KnowledgeBase, release: Release) -> list[Review]:
    """Return all reviews in the graph of a release, oldest first."""
    said: dict[str, dict[str, str]] = {}
    for iri, predicate, value in base.rows(f"SELECT ?r ?p ?o {{ ?r a <{LW.Review}>; ?p ?o }}", [release.iri]):
        if name := FIELDS.get(predicate):
            said.setdefault(iri, {"iri": iri})[name] = value
    return sorted(map(Review.model_validate, said.values()), key=when)
