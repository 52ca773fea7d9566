"""Colleges: the names of who offers programs, also of one whose copy alone says it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from api.programs.copies import is_copy, is_named
from api.programs.curricula import stored_curriculum
from api.searching.names import ThingKind, read_names
from ontology.identifiers import slug
from ontology.namespaces import SKOS
from ontology.store import KnowledgeBase
from standards.curricula import Curriculum
from standards.preferred_language import preferred_text


def college_names(base: KnowledgeBase, curricula: Sequence[Curriculum]) -> dict[str, str]:
    """Return the names of who offers programs by their addresses; empty where it is not known."""
    offered = {curriculum.program.iri: curriculum.program.offered_by or "" for curriculum in curricula}
    names = _names(base, set(filter(None, offered.values())))
    return {c.program.iri: names.get(offered[c.program.iri]) or c.college for c in curricula}


def college_of(base: KnowledgeBase, curriculum: Curriculum) -> str:
    """Return the name of who offers a program; empty where neither it nor a stored copy of it says so.

    The name of a file stands in for a college that nothing names; it says nothing to a reader.
    """
    own = college_names(base, [curriculum])[curriculum.program.iri]
    if is_named(own):
        return own
    title = slug(curriculum.program.label.value)
    alike = [one.iri for one in read_names(base, ThingKind.PROGRAM) if slug(one.label) == title]
    others = [stored_curriculum(base, iri) for iri in alike if iri != curriculum.program.iri]
    copies = [other for other in others if is_copy(curriculum, other)]
    named = sorted(name for name in set(college_names(base, copies).values()) if is_named(name))
    return named[0] if len(named) == 1 else ""


def _names(base: KnowledgeBase, offering: Collection[str]) -> dict[str, str]:
    """Return what those who offer programs are called in the newest releases, by address."""
    said: dict[str, list[tuple[str, str]]] = {}
    asked = " ".join(f"<{iri}>" for iri in sorted(offering))
    query = f"SELECT ?s (LANG(?o) AS ?language) ?o {{ VALUES ?s {{ {asked} }} ?s <{SKOS.prefLabel}> ?o }}"
    for iri, language, name in base.rows(query, [release.iri for release in base.current()]):
        said.setdefault(iri, []).append((language, name))
    return {iri: preferred_text(names) for iri, names in said.items()}
