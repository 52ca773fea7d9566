"""The names of what a knowledge base holds, by kind."""

from __future__ import annotations

from enum import StrEnum

from api.search import Named
from ontology.namespaces import CEASN, CETERMS, LW, SKOS
from ontology.store import KnowledgeBase


class ThingKind(StrEnum):
    """What can be searched for."""

    OCCUPATION = "occupation"
    SKILL = "skill"
    CREDENTIAL = "credential"
    PROGRAM = "program"


CLASSES = {
    ThingKind.OCCUPATION: CETERMS.Occupation,
    ThingKind.SKILL: CEASN.Competency,
    ThingKind.CREDENTIAL: CETERMS.Credential,
    ThingKind.PROGRAM: CETERMS.LearningProgram,
}
LABELS = (SKOS.prefLabel, CETERMS.name)
OTHERS = (SKOS.altLabel, LW.reportedTitle, CEASN.competencyText)
CODES = (SKOS.notation, CETERMS.codedNotation)


def read_names(base: KnowledgeBase, kind: ThingKind) -> list[Named]:
    """Return everything of a kind in the newest releases, by address."""
    labels = _said(base, kind, LABELS)
    others = _said(base, kind, OTHERS)
    codes = _said(base, kind, CODES)
    return [
        Named(iri, min(codes.get(iri, [""])), min(own), tuple(sorted({*own, *others.get(iri, ())} - {min(own)})))
        for iri, own in sorted(labels.items())
    ]


def _said(base: KnowledgeBase, kind: ThingKind, predicates: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the values of some properties by address."""
    asked = " ".join(f"<{predicate}>" for predicate in predicates)
    query = f"SELECT ?s ?o {{ VALUES ?p {{ {asked} }} ?s a <{CLASSES[kind]}> ; ?p ?o }}"
    said: dict[str, list[str]] = {}
    for subject, value in base.rows(query, [release.iri for release in base.current()]):
        said.setdefault(subject, []).append(value)
    return said
