"""The work that a skill is for: the occupations that need it and the credentials that attest it, as a standard says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ontology.records import Credential, Iri, JsonText, Occupation, Release, SkillRequirement
from ontology.store import KnowledgeBase
from standards.code_order import code_order
from standards.wire.reading import json_text


@dataclass(frozen=True)
class Work:
    """What a release says of the work that its competencies are for, by their addresses; nothing where nothing.

    Parameters
    ----------
    occupations
        Those that need a competency, by code.
    certifications
        Credentials that attest it, by name.
    """

    occupations: dict[Iri, tuple[JsonText, ...]]
    certifications: dict[Iri, tuple[JsonText, ...]]


def work_of(base: KnowledgeBase, release: Release) -> Work:
    """Return the work that the competencies of a standard are for; of other releases nothing.

    Of a national release each competency is for nearly every occupation, which would say nothing of it.
    """
    return Work(_occupations(base, release), _certifications(base, release)) if release.stands else Work({}, {})


def _occupations(base: KnowledgeBase, release: Release) -> dict[Iri, tuple[JsonText, ...]]:
    known = {one.iri: one for one in base.records(release, Occupation) if one.notation}
    needing: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for need in base.records(release, SkillRequirement):
        if need.occupation in known:
            needing[need.competency].add(need.occupation)
    coded = {iri: (code_order(one.notation), iri) for iri, one in known.items()}
    return {
        competency: tuple(_occupation(known[iri]) for iri in sorted(jobs, key=coded.__getitem__))
        for competency, jobs in needing.items()
    }


def _occupation(one: Occupation) -> JsonText:
    return json_text({"code": one.notation, "targetNode": one.iri, "targetNodeName": one.label.value})


def _certifications(base: KnowledgeBase, release: Release) -> dict[Iri, tuple[JsonText, ...]]:
    found: defaultdict[Iri, list[JsonText]] = defaultdict(list)
    for one in sorted(base.records(release, Credential), key=lambda each: (each.label.value, each.iri)):
        for competency in one.attests:
            found[competency].append(json_text({"id": one.iri, "name": one.label.value}))
    return {competency: tuple(shown) for competency, shown in found.items()}
