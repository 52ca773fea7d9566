"""Views that are shown beside relatedness and have no vote in it: technology, and ESCO's skills over a crosswalk.

With either among the views that are fused, fewer textbook ladders are found (`DECISIONS.md`, "Technology and ESCO's
skills are shown and do not count"). They are evidence all the same: who asks why two occupations are near, or are not,
sees what both work with, and what ESCO asks of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from ontology.namespaces import ESCO, LW, OWL, SKOS
from ontology.records import Release
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import Occupations
from pathways.relatedness.fusion import shared
from pathways.relatedness.sides.linked import Links
from pathways.relatedness.views import Texts, View, names_of, view_of

TECHNOLOGY: Final = "technology"
ESCO_SKILLS: Final = "skills of ESCO"

ESSENTIAL_COUNTS: Final = 2
"""How often an essential skill is listed where an optional one is once: by `shared`, it weighs 1.69 times as much."""


def beside(base: KnowledgeBase, occupations: Occupations) -> list[View]:
    """Return the views without a vote that the releases allow.

    Technology is compared by its kind (a commodity, such as spreadsheet software), whatever the product.
    """
    releases = base.current()
    links = Links(base, releases)
    used, kinds = links.grouped(LW.usesTechnology), links.grouped(SKOS.broader)
    technology = tuple(tuple(chain.from_iterable(kinds.get(t, ()) for t in used.get(o.iri, ()))) for o in occupations)
    found = (
        view_of(TECHNOLOGY, technology, shared, _saying(base, releases, LW.usesTechnology)),
        view_of(ESCO_SKILLS, esco_skills(links, occupations), shared, _esco(base, releases, occupations)),
    )
    return [view for view in found if view.known.sum() > 1]


SKILLS: Final = (ESCO.relatedEssentialSkill, ESCO.relatedOptionalSkill)


def esco_skills(links: Links, occupations: Occupations) -> Texts:
    """Return the skills that ESCO names for the occupations that a crosswalk matches to each, essential ones twice."""
    essential, optional = (links.grouped(predicate) for predicate in SKILLS)
    return tuple(
        tuple(
            skill
            for match in occupation.matches
            for skill in (*[*essential.get(match, ())] * ESSENTIAL_COUNTS, *optional.get(match, ()))
        )
        for occupation in occupations
    )


def _esco(base: KnowledgeBase, releases: Sequence[Release], occupations: Occupations) -> str:
    """Return the names of the releases that name ESCO's skills, and of those that match its occupations to ours."""
    matched = {match for occupation in occupations for match in occupation.matches}
    mapping = [r for r in releases if any(iri in matched for _, iri in base.pairs(r, OWL.annotatedSource))]
    return ", ".join(filter(None, (_saying(base, releases, *SKILLS), names_of(mapping))))


def _saying(base: KnowledgeBase, releases: Sequence[Release], *predicates: str) -> str:
    """Return the names of the releases that say any of it."""
    return names_of(r for r in releases if any(any(True for _ in base.pairs(r, one)) for one in predicates))
