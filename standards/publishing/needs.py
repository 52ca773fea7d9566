"""Needs: what occupations need of what was agreed, and whose lists that and its support rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ontology.identifiers import Identifiers
from ontology.records import Footing, Iri, SkillRequirement
from standards.agreement import Agreement, Need, Statement
from standards.agreement.requirements import FEWEST, Work
from standards.publishing.demand import Demand, Demands, demanding
from standards.publishing.footing import Footings, Rows
from standards.publishing.lineage import Lineage
from standards.publishing.redefinitions import Redefinitions


@dataclass(frozen=True)
class Undecided:
    """What an occupation needs of a statement before anything is decided of that.

    Parameters
    ----------
    need
        `None` where no version will say that it needs it, though firms ask for it.
    stated
        Whether the working copy says so; otherwise it is what the firms ask for.
    demand
        What the firms ask for; `None` where none does or did.
    """

    need: Need | None
    stated: bool = False
    demand: Demand | None = None


@dataclass(frozen=True)
class Needs:
    """What the occupations of a standard need of the statements of a version.

    Parameters
    ----------
    lineage
        Which competencies the statements are.
    redefinitions
        What was decided to move of them.
    occupations
        Those that the standard describes, by address.
    stated
        What the working copy says that they need.
    work
        The jobs of the member firms.
    footings
        What the versions rest on that were published.
    """

    agreement: Agreement
    identifiers: Identifiers
    lineage: Lineage
    redefinitions: Redefinitions
    occupations: frozenset[Iri]
    stated: tuple[SkillRequirement, ...]
    work: Work
    footings: Footings

    def requirements(self, one: Statement) -> Iterator[SkillRequirement]:
        """Yield what the occupations of the standard need of a statement."""
        competency = self.lineage.addresses[one.iri]
        for occupation, need in sorted(self.of(one).items()):
            if occupation in self.occupations:
                yield SkillRequirement(
                    iri=self._requirement(occupation, competency),
                    occupation=occupation,
                    competency=competency,
                    relation=need.relation,
                    importance=need.importance,
                    level=need.level,
                )

    def _requirement(self, occupation: Iri, competency: Iri) -> Iri:
        """Return the address of a requirement, as the working copy has it."""
        local = self.identifiers.local
        return Iri(self.identifiers.mint(self.agreement.slug, "requirement", local(occupation), local(competency)))

    def of(self, one: Statement) -> dict[Iri, Need]:
        """Return what each occupation needs: as the firms ask, as the working copy says, and as was decided."""
        needs = {occupation: before.need for occupation, before in self.undecided(one).items() if before.need}
        for decided in one.needs:
            needs[decided.occupation] = decided.over(needs.get(decided.occupation))
        return {occupation: need for occupation, need in needs.items() if need.needed}

    def undecided(self, one: Statement) -> dict[Iri, Undecided]:
        """Return what each occupation needs as the firms ask and as the working copy says, by its address."""
        demands = self.demands[one.iri]
        found = {occupation: Undecided(demand.need, demand=demand) for occupation, demand in demands.items()}
        for stated in self._stated(self.lineage.addresses[one.iri]):
            need = Need(stated.occupation, stated.level, stated.importance, stated.relation)
            found[stated.occupation] = Undecided(need, stated=True, demand=demands.get(stated.occupation))
        for move in one.moves:
            gone, there = found.pop(move.moved_from, None), found.get(move.moved_to)
            if gone and gone.need and not (there and there.need):
                found[move.moved_to] = replace(gone, need=replace(gone.need, occupation=move.moved_to))
        return found

    def _stated(self, competency: Iri) -> Iterator[SkillRequirement]:
        """Yield what the working copy says that occupations need of a competency, what counts most at last.

        What it says of a competency that went into this one is said of this one, where it says nothing of it itself;
        of several the one that asks for most.
        """
        stated = self._stated_of.get(competency, ())
        yield from sorted((one for one in stated if one.competency != competency), key=demanding)
        yield from (one for one in stated if one.competency == competency)

    @cached_property
    def _stated_of(self) -> Mapping[Iri, list[SkillRequirement]]:
        """What the working copy says of each competency of the version, and of what went into it."""
        found: dict[Iri, list[SkillRequirement]] = defaultdict(list)
        for one in self.stated:
            found[self.lineage.places.get(one.competency) or one.competency].append(one)
        return found

    # --- What firms ask and say -------------------------------------------------------

    @cached_property
    def demands(self) -> Mapping[Iri, Mapping[Iri, Demand]]:
        """What the firms' asking comes to by statement and occupation, before it moves from one to another."""
        demands = Demands(self.work, self.footings)
        return {one.iri: self._demanded(demands, one) for one in self.lineage.statements}

    def _demanded(self, demands: Demands, one: Statement) -> Mapping[Iri, Demand]:
        moves = {move.moved_from: move.moved_to for move in one.moves}
        said = [self.agreement.voice[voice].own_statement for voice in sorted(one.voices)]
        known = self.lineage.known[one.iri]
        return demands.of(said, moves, known, self.redefinitions.undone(one, known))

    @cached_property
    def heard(self) -> Mapping[Iri, Mapping[Iri, bool]]:
        """Whose lists the support of each statement rests on, by its address, each with whether it says that.

        As it was published, unless so many firms say otherwise now, joined or left, that it tells of none whether it
        says the statement.
        """
        return {one.iri: self._heard(one) for one in self.lineage.statements}

    def _heard(self, one: Statement) -> Mapping[Iri, bool]:
        saying = {self.agreement.voice[iri].firm for iri in one.voices}
        now = {firm: firm in saying for firm in sorted(self.agreement.heard)}
        then: dict[Iri, bool] = {}
        for competency in sorted(self.lineage.known[one.iri]):
            for firm, said in self.footings.heard.get(competency, {}).items():
                then[firm] = said or then.get(firm, False)
        differing = sum(then.get(firm) != now.get(firm) for firm in then.keys() | now.keys())
        return then if then and differing < FEWEST else now

    def footing(self) -> Iterator[Footing]:
        """Yield what requirements and their support rest on, and what those rest on that the version has no more."""
        rows, own = Rows(self.identifiers, self.agreement.slug), set(self.lineage.addresses.values())
        for one in self.lineage.statements:
            competency = self.lineage.addresses[one.iri]
            yield from rows.heard(competency, self.heard[one.iri])
            for occupation, demand in self.demands[one.iri].items():
                if demand.need and (occupation in self.occupations or self.footings.covers({competency}, occupation)):
                    yield from rows.asked(competency, demand.need, demand.asked)
        yield from (row for row in self.footings.rows if self._is_dropped(row) and row.competency not in own)

    def _is_dropped(self, row: Footing) -> bool:
        """Return whether a competency was one of this standard, not of one that merged into it."""
        return row.competency in self.agreement.items
