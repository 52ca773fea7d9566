"""Rich Skill Descriptors and the knowledge base's own records: what a library means, and back again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from ontology.addresses import is_address
from ontology.records import Competency, Framework, Iri, Record, Text
from standards.wire.reading import json_text
from standards.wire.rsd.library import Library
from standards.wire.rsd.records import RichSkill, RichSkillCollection
from standards.wire.uuids import uuid_of

MATCHES = ("exact_matches", "close_matches", "broad_matches", "narrow_matches", "related_matches")
"""The fields of a competency that are written as alignments, which say no kind."""


def meant(library: Library, framework: Iri, title: str) -> Iterator[Record]:
    """Yield what a library means in the records that the rest of the system asks for: its framework and competencies.

    An alignment does not say how close two skills are, so it is a ``skos:relatedMatch``.
    """
    yield Framework(iri=framework, label=Text(value=title, language="und"))
    for skill in library.skills:
        yield Competency(
            iri=skill.iri,
            label=skill.name,
            category=next(iter(skill.categories), None),
            in_scheme=(framework,),
            related_matches=tuple(dict.fromkeys(_aligned(skill))),
        )


def _aligned(skill: RichSkill) -> Iterator[Iri]:
    """Yield the addresses that a skill is aligned with."""
    for alignment in map(json.loads, skill.alignments):
        address = alignment.get("id") if isinstance(alignment, dict) else None
        if isinstance(address, str) and is_address(address):
            yield Iri(address)


def library_of(framework: Framework, competencies: Sequence[Competency], author: str, status: str) -> Library:
    """Return a framework of the knowledge base's own records as a collection of skills.

    Parameters
    ----------
    author
        Who stands behind it.
    status
        ``draft`` or ``published``.
    """
    collection = RichSkillCollection(
        iri=framework.iri,
        uuid=uuid_of(framework.iri),
        name=framework.label,
        description=framework.description,
        author=author,
        status=status,
    )
    return Library(tuple(_skill(one, author, status) for one in competencies), collection)


def _skill(competency: Competency, author: str, status: str) -> RichSkill:
    matched = dict.fromkeys(iri for field in MATCHES for iri in getattr(competency, field))
    return RichSkill(
        iri=competency.iri,
        uuid=uuid_of(competency.iri),
        name=competency.label,
        statement=competency.statement or competency.label,
        authors=(author,),
        status=status,
        keywords=competency.alt_labels,
        categories=(competency.category,) if competency.category else (),
        alignments=tuple(json_text({"id": iri}) for iri in matched),
    )
