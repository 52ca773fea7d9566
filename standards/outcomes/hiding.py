"""Which observations of a knowledge base are not shown: small ones, and those that would tell a small one.

What readers of the table can do: add and subtract all that is shown, knowing which organization is a member of which
partnership, which program is whose, and that groups have nobody in common. What they are kept from: any figure of fewer
people than the limit, and any share that counts, or leaves out, fewer than a few. What is not prevented: that a member,
who knows its own figures, subtracts them too; that two tables of different days are compared, between which a figure
was added or corrected; and that a reader knows some of the people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from ontology.records import Iri, OutcomeMeasure, OutcomeObservation
from standards.outcomes.measures import MEASURES, Kind
from standards.outcomes.subjects import Subjects
from standards.outcomes.suppression import Figure, Limits, Place, suppress

Key = tuple[OutcomeMeasure, str, str]
"""A measure and the two ends of a period."""


def hidden(observations: Iterable[OutcomeObservation], subjects: Subjects, limits: Limits) -> frozenset[Iri]:
    """Return the addresses of the observations that must not be shown."""
    trees = Trees(subjects)
    kept: dict[Key | None, Set[Place]] = {}
    found: set[Iri] = set()
    for key, same in _by_key(observations).items():
        at = trees.places(same)
        figures = [_figure(one, at[one.iri]) for one in same if one.iri in at]
        kept[key] = suppress(figures, limits, kept.get(_among(key), frozenset())).keys()
        found |= {one.iri for one in same if one.iri not in at or at[one.iri] in kept[key]}
    return frozenset(found)


def _by_key(observations: Iterable[OutcomeObservation]) -> dict[Key, list[OutcomeObservation]]:
    """Return what is of one measure and period together, the measures first whose people another's are among."""
    found: dict[Key, list[OutcomeObservation]] = defaultdict(list)
    for one in sorted(observations, key=lambda one: MEASURES[one.measured].among is not None):
        found[one.measured, str(one.start), str(one.end)].append(one)
    return found


def _among(key: Key) -> Key | None:
    """Return the measure whose people those of another are among, in the same period."""
    measured, start, end = key
    among = MEASURES[measured].among
    return (among, start, end) if among else None


def _figure(one: OutcomeObservation, place: Place) -> Figure:
    counts = MEASURES[one.measured].kind is Kind.PEOPLE
    return Figure(place, one.people, one.numerator if counts else None)


@dataclass(frozen=True)
class Trees:
    """Where observations of one measure and period stand to each other."""

    subjects: Subjects

    def places(self, observations: Sequence[OutcomeObservation]) -> Mapping[Iri, Place]:
        """Return the place of each observation; a partnership that shares a member with another one has none.

        Two totals that have people in common make no tree, and neither is shown.
        """
        wholes = {one.of: name for one in observations for name, iri in self.subjects.wholes.items() if iri == one.of}
        alone = {iri: name for iri, name in wholes.items() if not self._shares(name, wholes.values())}
        found: dict[Iri, Place] = {}
        for one in observations:
            if one.of in alone:
                found[one.iri] = ("partnership", alone[one.of])
            elif one.of not in wholes:
                found[one.iri] = (*self._inside(one.of, alone.values()), *_group(one))
        return found

    def _shares(self, whole: str, others: Iterable[str]) -> bool:
        own = {*self.subjects.members.get(whole, ())}
        return any(own & {*self.subjects.members.get(other, ())} for other in others if other != whole)

    def _inside(self, of: Iri, wholes: Iterable[str]) -> Iterator[str]:
        """Yield the names of the place of an organization or a program."""
        names = self.subjects.names(of) or (of,)
        within = [name for name in wholes if names[0] in self.subjects.members.get(name, ())]
        yield from ("partnership", within[0]) if within else ("outside", "")
        yield from names


def _group(one: OutcomeObservation) -> Iterator[str]:
    if one.group:
        yield f"group {one.group}"
