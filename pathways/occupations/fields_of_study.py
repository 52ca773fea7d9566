"""Fields of study as sectors: each family of instructional programs with the occupations that its programs lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ontology.identifiers import slug
from ontology.namespaces import SKOS
from ontology.store import KnowledgeBase
from pathways.occupations.sector import Sector, SectorKind

SOURCE = "cip"
"""Slug in the addresses of instructional programs."""

SMALL = frozenset({"and", "of", "in", "or"})
"""Words that have no capital inside a title."""

PROGRAMS = "Programs"

FAMILIES = (
    f"SELECT ?program ?code ?label {{ ?program <{SKOS.notation}> ?code ; <{SKOS.prefLabel}> ?label "
    "FILTER(STRLEN(?code) = 2) }"
)
LEADS = f"SELECT ?program ?code ?work {{ ?program <{SKOS.notation}> ?code ; <{SKOS.relatedMatch}> ?work }}"


def read_fields(base: KnowledgeBase, places: Mapping[str, int]) -> Iterator[Sector]:
    """Yield the fields of study that lead to two and more occupations, by the code of the family.

    Parameters
    ----------
    places
        The place of each occupation by its code.
    """
    ours, works = base.identifiers.mint(SOURCE, ""), base.identifiers.mint("soc", "")
    by_soc: dict[str, set[int]] = {}
    for code, place in places.items():
        by_soc.setdefault(f"{works}{code[:7]}", set()).add(place)
    for release in base.current():
        labels = {
            code: label for program, code, label in base.rows(FAMILIES, [release.iri]) if program.startswith(ours)
        }
        members: dict[str, set[int]] = {}
        for program, code, work in base.rows(LEADS, [release.iri]) if labels else ():
            if program.startswith(ours):
                members.setdefault(code[:2], set()).update(by_soc.get(work, ()))
        for code in sorted(code for code in labels if len(members.get(code, ())) > 1):
            label = title_of(labels[code])
            yield Sector(slug(label), label, tuple(sorted(members[code])), kind=SectorKind.FIELD)


def title_of(published: str) -> str:
    """Return the title of a family as it is read: published in capitals, and with a full stop.

    Example
    -------
    >>> title_of("ENGINEERING/ENGINEERING-RELATED TECHNOLOGIES/TECHNICIANS.")
    'Engineering/Engineering-Related Technologies/Technicians Programs'
    >>> title_of("HEALTH PROFESSIONS AND RELATED PROGRAMS.")
    'Health Professions and Related Programs'
    """
    words = [word if word in SMALL else word.title() for word in published.strip().rstrip(".").lower().split()]
    title = " ".join(words)
    return title if title.endswith(PROGRAMS) else f"{title} {PROGRAMS}"
