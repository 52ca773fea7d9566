"""What occupations ask for in one release and not in another, or otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ontology.namespaces import LW
from ontology.records import Release, RequirementType
from ontology.store import KnowledgeBase
from standards.differences.fields import NEEDS, RATINGS
from standards.differences.need import Need, NeedChange
from standards.differences.shown import Shown
from standards.differences.statements import Statement, asked_for, has_any, only_in, rated_only_in

RELATIONS = {RequirementType.ESSENTIAL.value: "essential", RequirementType.OPTIONAL.value: "optional"}


@dataclass
class _Draft:
    """What is found of one occupation and one competency."""

    relations: set[str] = field(default_factory=set)
    importance: float | None = None
    level: float | None = None

    def need(self) -> Need:
        return Need(relation=", ".join(sorted(self.relations)), importance=self.importance, level=self.level)


Pair = tuple[str, str]
"""An occupation and a competency."""


@dataclass
class Needs:
    """What one release asks for that the other does not.

    Parameters
    ----------
    heirs
        The newer address of each older one that is the same.
    """

    base: KnowledgeBase
    graph: str
    other: str
    heirs: Mapping[str, str] = field(default_factory=dict)
    rated: bool = True

    def with_kept(self, found: Mapping[Pair, _Draft], other: Iterable[Pair]) -> dict[Pair, _Draft]:
        """Return what was found, and with nothing to tell what this release asks for as well of what the other does.

        Without it, what only the other release rates would be told as new there.
        """
        missing = {*other} - found.keys()
        former = {heir: old for old, heir in self.heirs.items()}
        occupations = {former.get(occupation, occupation) for occupation, _ in missing}
        asked = asked_for(self.base, self.graph, occupations) if missing else ()
        return {**found, **{pair: _Draft() for pair in map(self._followed, asked) if pair in missing}}

    def drafts(self, listed: Mapping[str, Iterable[Statement]]) -> dict[Pair, _Draft]:
        """Return what is asked for, by occupation and competency."""
        found: dict[Pair, _Draft] = {}
        for predicate, relation in NEEDS.items():
            for statement in listed[predicate]:
                self._of(found, statement.subject, statement.object).relations.add(relation)
        for predicate in RATINGS if self.rated else ():
            for one in rated_only_in(self.base, self.graph, self.other, predicate):
                _rate(self._of(found, one.occupation, one.competency), one.property, one.value)
        return found

    def _of(self, found: dict[Pair, _Draft], occupation: str, competency: str) -> _Draft:
        return found.setdefault(self._followed((occupation, competency)), _Draft())

    def _followed(self, pair: Pair) -> Pair:
        """Return a pair by the newer addresses of both."""
        occupation, competency = pair
        return self.heirs.get(occupation, occupation), self.heirs.get(competency, competency)


def _rate(draft: _Draft, predicate: str, value: str) -> None:
    if predicate == str(LW.importance):
        draft.importance = float(value)
    elif predicate == str(LW.level):
        draft.level = float(value)
    else:
        draft.relations.add(RELATIONS.get(value, value))


def comparable(base: KnowledgeBase, older: Release, newer: Release) -> bool:
    """Return whether no release lacks its ratings only because it was imported without the files that hold them."""
    rated = {release.iri: has_any(base, release.iri, LW.SkillRequirement) for release in (older, newer)}
    return all(rated[release.iri] or not release.lacks for release in (older, newer)) or not any(rated.values())


def need_changes(before: Mapping[Pair, _Draft], after: Mapping[Pair, _Draft], shown: Shown) -> Iterator[NeedChange]:
    """Yield what changed, by occupation and competency, each in the order of its address."""
    pairs = sorted({*before, *after})
    shown.read({iri for pair in pairs for iri in pair})
    for pair in pairs:
        then, now = _differing(*(side[pair].need() if pair in side else None for side in (before, after)))
        if then != now:
            yield NeedChange(occupation=shown.thing(pair[0]), competency=shown.thing(pair[1]), before=then, after=now)


def _differing(then: Need | None, now: Need | None) -> tuple[Need | None, Need | None]:
    """Return what an occupation asked for and asks for, of both only what was changed."""
    if then is None or now is None or then == now:
        return then, now
    same = {name: Need.model_fields[name].default for name, value in then if value == getattr(now, name)}
    return then.model_copy(update=same), now.model_copy(update=same)


def listed_only_in(base: KnowledgeBase, graph: str, other: str) -> dict[str, set[Statement]]:
    """Return what occupations name outright in one graph and not in another, by property."""
    return {predicate: only_in(base, graph, other, predicate) for predicate in NEEDS}
