"""The names of what a knowledge base holds, by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from api.searching.things import Named
from api.searching.words import words
from ontology.namespaces import CEASN, CETERMS, LW, SKOS
from ontology.store import KnowledgeBase
from pathways.occupations.facts import read_addresses


class ThingKind(StrEnum):
    """What can be searched for."""

    OCCUPATION = "occupation"
    SKILL = "skill"
    OUTCOME = "outcome"
    """What a college's course teaches; a competency in the college's words, and no skill of a framework."""
    CREDENTIAL = "credential"
    PROGRAM = "program"
    APPRENTICESHIP = "apprenticeship"


CLASSES = {
    ThingKind.OCCUPATION: CETERMS.Occupation,
    ThingKind.SKILL: CEASN.Competency,
    ThingKind.OUTCOME: LW.LearningOutcome,
    ThingKind.CREDENTIAL: CETERMS.Credential,
    ThingKind.PROGRAM: CETERMS.LearningProgram,
    ThingKind.APPRENTICESHIP: LW.Apprenticeship,
}
LABELS = (SKOS.prefLabel, CETERMS.name)
CODES = (SKOS.notation, CETERMS.codedNotation)
OTHERS = (SKOS.altLabel, LW.reportedTitle, CEASN.competencyText)


def read_names(base: KnowledgeBase, kind: ThingKind) -> list[Named]:
    """Return everything of a kind in the newest releases by its label, in the order of addresses."""
    of_kind = members(base, kind)
    labels: dict[str, set[str]] = {}
    for iri, label in _said(base, LABELS):
        if iri in of_kind:
            labels.setdefault(iri, set()).add(label)
    return [Named(iri, "", min(labels[iri])) for iri in sorted(labels)]


def find_names(base: KnowledgeBase, text: str = "") -> list[Named]:
    """Return the things that may have all words of a text in one name, with only those of their names.

    Without a text these are all things with all of their names, which takes some seconds of a large knowledge base.
    """
    wanted = " && ".join(f'CONTAINS(LCASE(STR(?o)), "{word}")' for word in words(text))
    labels: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for said, predicates in ((labels, LABELS), (others, (*CODES, *OTHERS))):
        for iri, name in _said(base, predicates, f"FILTER({wanted})" if wanted else ""):
            said.setdefault(iri, set()).add(name)
    climbed = read_addresses(base)
    return [
        Named(iri, "", min(labels.get(iri, {""})), tuple(sorted(others.get(iri, ()))), iri in climbed)
        for iri in sorted({*labels, *others})
    ]


def members(base: KnowledgeBase, kind: ThingKind) -> set[str]:
    """Return the addresses of everything of a kind."""
    releases = [release.iri for release in base.current()]
    besides = f"FILTER NOT EXISTS {{ ?s a <{LW.LearningOutcome}> }}" if kind is ThingKind.SKILL else ""
    return {iri for (iri,) in base.rows(f"SELECT ?s {{ ?s a <{CLASSES[kind]}> {besides} }}", releases)}


def code_of(base: KnowledgeBase, iri: str) -> str:
    """Return the code of a thing; empty where it has none."""
    asked = " ".join(f"<{predicate}>" for predicate in CODES)
    query = f"SELECT ?code {{ VALUES ?p {{ {asked} }} <{iri}> ?p ?code }}"
    return min((code for (code,) in base.rows(query, [release.iri for release in base.current()])), default="")


def _said(base: KnowledgeBase, predicates: Iterable[str], condition: str = "") -> Iterator[tuple[str, str]]:
    """Yield address and value of some properties."""
    for release in base.current():
        for predicate in predicates:
            query = f"SELECT ?s ?o {{ ?s <{predicate}> ?o {condition} }}"
            yield from ((iri, value) for iri, value in base.rows(query, [release.iri]))
