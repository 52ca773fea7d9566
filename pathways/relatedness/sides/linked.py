"""Sides of what occupations are linked to: tools, technology, activities, ESCO's skills, programs of study."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ontology.namespaces import ESCO, LW, OWL, SKOS, SSSOM
from ontology.records import Release
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import Occupations
from pathways.relatedness.sides.side import Side
from pathways.relatedness.views import Texts, Writings

SOC = 7
"""Letters of a code of the SOC, as in ``29-1141``."""

GROUP = 5
"""Letters of a group of programs in the CIP, as in ``51.38``."""

PROGRAMS = (
    f"SELECT ?program ?work {{ ?link <{OWL.annotatedProperty}> <{SKOS.relatedMatch}> ; "
    f"<{OWL.annotatedSource}> ?program ; <{OWL.annotatedTarget}> ?work "
    f"FILTER (?program != <{SSSOM.NoTermFound}>) }}"
)
"""Programs of study with the work that they prepare for; that no program does is no program."""


@dataclass(frozen=True)
class Links:
    """What the releases link, by predicate."""

    base: KnowledgeBase
    releases: Sequence[Release]

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Yield subjects and objects over all releases."""
        return (pair for release in self.releases for pair in self.base.pairs(release, predicate))

    def grouped(self, *predicates: str) -> Mapping[str, Sequence[str]]:
        """Return the objects of each subject, in order."""
        found: dict[str, list[str]] = {}
        for predicate in predicates:
            for one, other in self.pairs(predicate):
                found.setdefault(one, []).append(other)
        return {one: sorted(others) for one, others in found.items()}


def linked(links: Links, occupations: Occupations, writings: Writings) -> Iterator[Side]:
    """Yield the sides of what occupations are linked to."""
    broader = links.grouped(SKOS.broader)

    def groups(things: Sequence[str]) -> list[str]:
        return [group for thing in things for group in broader.get(thing, ())]

    for name, predicate in (("tools", LW.usesTool), ("technology", LW.usesTechnology)):
        used = links.grouped(predicate)
        yield Side.of_items(name, [groups(used.get(o.iri, ())) for o in occupations])
    yield Side.of_items("activities", [groups(own) for own in writings.activities])
    yield Side.of_items("skills of ESCO", _skills(links, occupations))
    yield Side.of_items("programs of study", _programs(links, occupations))


def worded_activities(links: Links, writings: Writings) -> Texts:
    """Return the words of the detailed work activities of each occupation."""
    words = dict(links.pairs(SKOS.prefLabel))
    return tuple(tuple(words[activity] for activity in own if activity in words) for own in writings.activities)


def _skills(links: Links, occupations: Occupations) -> list[list[str]]:
    """Return ESCO's skills of the occupations that each one is mapped to."""
    skills = links.grouped(ESCO.relatedEssentialSkill, ESCO.relatedOptionalSkill)
    return [[skill for match in occupation.matches for skill in skills.get(match, ())] for occupation in occupations]


def _programs(links: Links, occupations: Occupations) -> list[list[str]]:
    """Return the groups of the programs that prepare for each occupation, by its code of the SOC."""
    found: dict[str, list[str]] = {}
    for release in links.releases:
        for program, work in links.base.rows(PROGRAMS, [release.iri]):
            found.setdefault(_name(work), []).append(_name(program)[:GROUP])
    return [sorted(found.get(occupation.code[:SOC], ())) for occupation in occupations]


def _name(iri: str) -> str:
    return iri.rpartition("/")[2]
