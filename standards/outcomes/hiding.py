"""Which observations of a knowledge base are not shown: small ones, and those that would tell a small one.

What readers of the table can do: add and subtract all that is shown, knowing which organization is a member of which
partnership, which program is whose, and that groups have nobody in common. What they are kept from: any figure of fewer
people than the limit, and any share that counts, or leaves out, fewer than a few. What is not prevented: that a member,
who knows its own figures, subtracts them too; that two tables of different days are compared, between which a figure
was added or corrected; and that a reader knows some of the people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    by_key: dict[Key, list[OutcomeObservation]] = defaultdict(list)
    for one in observations:
        by_key[one.measured, str(one.start), str(one.end)].append(one)
    places: dict[Key, set[Place]] = {}
    found: set[Iri] = set()
    for measure in sorted(MEASURES.values(), key=lambda one: one.among is not None):
        for key, same in ((key, same) for key, same in by_key.items() if key[0] == measure.concept):
            told = places.get((measure.among, *key[1:]), set()) if measure.among else set()
            at = trees.places(same)
            kept = suppress([_figure(one, at[one.iri]) for one in same if one.iri in at], limits, told)
            places[key] = {*kept}
            found |= {one.iri for one in same if at.get(one.iri) is None or at[one.iri] in kept}
    return frozenset(found)


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
