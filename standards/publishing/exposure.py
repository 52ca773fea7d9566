"""Exposure: what can be told of the lists that are private still, now that the list of one firm is public."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.named_releases import published_releases
from ontology.records import Footing, Framework, Iri, Release, SkillRequirement
from ontology.shown import FOOTING, released
from ontology.store import KnowledgeBase
from standards.agreement.requirements import FEWEST
from standards.sources.own import own_source

SAID: Final = ("relation", "importance", "level")

Told = frozenset[tuple[Iri, Iri, str, object]]
"""What any version of a standard says: competency, occupation, which of `SAID`, and that."""


@dataclass(frozen=True)
class Exposure:
    """What rests on so few private lists, beside public ones, that whoever subtracts may tell what these say.

    Parameters
    ----------
    numbers
        How many published levels, importances, relations and degrees of support do.
    firms
        Slugs of the firms whose lists these are.
    """

    numbers: int
    firms: tuple[str, ...]


def exposure(base: KnowledgeBase, own: Release) -> Exposure:
    """Return what can be told of other firms' lists now that one is public.

    A number that rests on the list counts where fewer than `FEWEST` private ones stand behind it and at least one does.

    Parameters
    ----------
    own
        The list that is public now.
    """
    firms, public = set(_owners(base, own)), set(_public(base))
    footings = (one for one in base.current() if one.reader == FOOTING)
    private = (behind - public for one in footings for behind in _behind(base, one) if behind & firms)
    few = [left for left in private if 0 < len(left) < FEWEST]
    return Exposure(len(few), tuple(sorted(iri.rpartition("/")[2] for iri in set[Iri]().union(*few))))


def _owners(base: KnowledgeBase, release: Release) -> Iterator[Iri]:
    return (one.publisher for one in base.records(release, Framework) if one.publisher)


def _public(base: KnowledgeBase) -> Iterator[Iri]:
    """Yield the firms that have a public list."""
    return (firm for one in base.releases() if released(base, one) for firm in _owners(base, one))


def _behind(base: KnowledgeBase, footing: Release) -> Iterator[frozenset[Iri]]:
    """Yield the firms behind each number that a standard says of its competencies and follows from their lists."""
    of: dict[tuple[Iri, Iri | None], list[Footing]] = defaultdict(list)
    for row in base.records(footing, Footing):
        of[row.competency, row.occupation].append(row)
    told = _told(base, footing)
    for (_, occupation), known in of.items():
        yield from _asking(known, told) if occupation else (_firms(known),)


def _asking(rows: Sequence[Footing], told: Told) -> Iterator[frozenset[Iri]]:
    """Yield the firms behind each number of a requirement; what was stated or decided instead rests on none."""
    for came_to in (row for row in rows if row.firm is None):
        for name in SAID:
            if (came_to.competency, came_to.occupation, name, getattr(came_to, name)) in told:
                yield _firms(row for row in rows if name == "relation" or getattr(row, name) is not None)


def _firms(rows: Iterable[Footing]) -> frozenset[Iri]:
    return frozenset(row.firm for row in rows if row.firm)


def _told(base: KnowledgeBase, footing: Release) -> Told:
    versions = published_releases(base.releases(), footing.source.removeprefix(own_source(FOOTING, "")))
    return frozenset(
        (one.competency, one.occupation, name, said)
        for version in versions
        for one in base.records(version, SkillRequirement)
        for name in SAID
        if (said := getattr(one, name)) is not None
    )
