"""The part of a partnership's working copy that is its standard.

Colleges' programs and wages are in the working copy too; none of them is published with the standard. Where something
was decided of a proposal for the standard, its competencies are those that were agreed on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from ontology.records import (
    Competency,
    Credential,
    Framework,
    Iri,
    Occupation,
    Organization,
    Partnership,
    Predecessor,
    Record,
    Region,
    Release,
    SkillRequirement,
    WorkTask,
)
from ontology.store import KnowledgeBase
from ontology.triples import to_triples
from standards.membership import last_days
from standards.publishing.agreed import AgreedStandard, agreed_standard
from standards.publishing.functions import with_functions

WHOLE = (Occupation, WorkTask, Credential, Organization, Partnership, Predecessor)
"""Records of which all are published: for which work a standard is, what attests it, and whose it is."""


def extract(
    base: KnowledgeBase, working: Release, framework: Iri, version: str, agreed: AgreedStandard | None = None
) -> tuple[Record, ...]:
    """Return what is published of a working copy, under the name of a version.

    Parameters
    ----------
    framework
        Address of the standard's framework.
    agreed
        What follows from its agreement, where that was read already.
    """
    agreed = agreed or agreed_standard(base, working)
    content = agreed.records(version) if agreed else _stated(base, working, framework)
    whole = chain.from_iterable(base.records(working, record) for record in WHOLE)
    named = _framework(base, working, framework, version)
    said = (
        *map(_public, _without([*named, *content, *whole], last_days(base, working.source))),
        *_regions(base, working),
    )
    placed = tuple(map(agreed.lineage.placed, said)) if agreed else said
    return with_functions(base, working, placed)


def _without(records: Sequence[Record], leavers: Collection[Iri]) -> Iterator[Record]:
    """Yield records without the organizations that have left, where nothing else among them is of these."""
    left = {str(iri) for iri in leavers}
    if left:
        left -= {str(value) for one in records if one.iri not in left for _, _, value in to_triples(one)}
    yield from (one for one in records if one.iri not in left)


def _public(record: Record) -> Record:
    """Return a record without what of an organization is not the standard's: how many it employs, and when it left."""
    private = {"employees": None, "left": None}
    return record.model_copy(update=private) if isinstance(record, Organization) else record


def _stated(base: KnowledgeBase, working: Release, framework: Iri) -> Iterator[Record]:
    """Yield the competencies of a working copy, and what occupations need of them."""
    items = [one for one in base.records(working, Competency) if framework in one.in_scheme]
    listed = {item.iri for item in items}
    yield from items
    yield from (one for one in base.records(working, SkillRequirement) if one.competency in listed)


def _framework(base: KnowledgeBase, working: Release, framework: Iri, version: str) -> Iterator[Framework]:
    for one in base.records(working, Framework):
        if one.iri == framework:
            yield one.model_copy(update={"version": version})


def _regions(base: KnowledgeBase, working: Release) -> Iterator[Region]:
    """Yield the regions that partnerships work in; others are there for their wages only."""
    worked_in = {area for one in base.records(working, Partnership) for area in (one.region, *one.areas)}
    yield from (region for region in base.records(working, Region) if region.iri in worked_in)
