"""Exposure: what can be told of the lists that are private still, now that the list of one firm is public."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.named_releases import published_releases
from ontology.records import Footing, Iri, Release, SkillRequirement
from ontology.shown import FOOTING, released
from ontology.store import KnowledgeBase
from standards.agreement.requirements import FEWEST
from standards.firm_lists import firm_lists, list_firm
from standards.harmonizing.lists import named_list
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
    footings = [one for one in base.current() if one.reader == FOOTING]
    private = (left for one in footings for left in _private(base, one, own))
    few = [left for left in private if 0 < len(left) < FEWEST]
    return Exposure(len(few), tuple(sorted(iri.rpartition("/")[2] for iri in set[Iri]().union(*few))))


def _private(base: KnowledgeBase, footing: Release, own: Release) -> Iterator[frozenset[Iri]]:
    """Yield the firms whose lists are private behind each number of a standard that rests on a list."""
    behind = [*_behind(base, footing)]
    lists = _lists(base, footing.source.removeprefix(own_source(FOOTING, "")), frozenset[Iri]().union(*behind))
    whose = {firm for firm, one in lists.items() if one.iri == own.iri}
    public = {firm for firm, one in lists.items() if released(base, one)}
    return (firms - public for firms in behind if firms & whose)


def _lists(base: KnowledgeBase, standard: str, firms: Iterable[Iri]) -> dict[Iri, Release]:
    """Return the list that a standard has of each firm: its own, or else the one that goes by the firm's name alone."""
    prefix = base.identifiers.mint("organization", "")
    held = {list_firm(base, one): one for one in firm_lists(base, standard)}
    found = {firm: held.get(firm) or named_list(base, firm.removeprefix(prefix)) for firm in firms}
    return {firm: one for firm, one in found.items() if one}


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
