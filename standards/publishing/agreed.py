"""What was agreed, as the records of a standard: competencies, what occupations need of them, and who stands how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC
from functools import cached_property
from typing import Final

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.named_releases import published_releases
from ontology.records import (
    Acceptance,
    Competency,
    Credential,
    Endorsement,
    Footing,
    Iri,
    Occupation,
    Record,
    Release,
    SkillRequirement,
    Text,
    WorkTask,
    rdf_fields,
)
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.agreement import Agreement, Need, Statement, Status, has_agreement, read_agreement
from standards.agreement.requirements import FEWEST, Work
from standards.agreement.statement import digest
from standards.harmonizing import support_of
from standards.publishing.demand import Demand, Demands, demanding
from standards.publishing.footing import Footings, Rows
from standards.publishing.links import Links
from standards.publishing.redefinitions import Redefinitions

AGREED: Final = (Status.AGREED,)

LEADING: Final = (Competency, Credential, WorkTask)
"""Records that lead to competencies of the standard."""

FORMER: Final = ("revises", "generated_by")
"""Fields that lead to what was there before."""


def refuse_unagreed(base: KnowledgeBase, slug: str) -> None:
    """Refuse to go on with a standard whose agreement does not carry it; one without any agreement goes on.

    Raises
    ------
    RefusedError
        With which statements are not agreed, and whose voices are missing.
    """
    if not has_agreement(base, slug):
        return
    report = Report(read_agreement(base, slug).obstacles())
    if report.refused:
        raise RefusedError(report)


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
class AgreedStandard:
    """The part of a standard that follows from its agreement.

    Parameters
    ----------
    occupations
        Those that the standard describes, by address.
    stated
        What the working copy says that they need.
    own
        The competencies that the working copy has itself, by address.
    published
        The competencies that any version ever had, each with the place of the first that had it, 0 for the oldest.
    work
        The jobs of the member firms.
    links
        What the matching engine takes the statements for elsewhere.
    statuses
        Of the statements that it has; of two for one competency, that of an earlier status is it.
    footings
        What the versions rest on that were published.
    """

    agreement: Agreement
    identifiers: Identifiers
    occupations: frozenset[Iri]
    stated: tuple[SkillRequirement, ...]
    own: frozenset[Iri]
    published: Mapping[Iri, int]
    work: Work
    links: Links
    statuses: tuple[Status, ...] = AGREED
    footings: Footings = field(default_factory=Footings)

    @classmethod
    def of(cls, base: KnowledgeBase, working: Release) -> AgreedStandard:
        """Return what follows from the agreement on the standard of a working copy."""
        return cls.from_agreement(base, working, read_agreement(base, working.source))

    @classmethod
    def from_agreement(
        cls, base: KnowledgeBase, working: Release, agreement: Agreement, statuses: tuple[Status, ...] = AGREED
    ) -> AgreedStandard:
        """Return what follows from an agreement, or what would where statements that stand otherwise were agreed, too.

        Parameters
        ----------
        statuses
            Of the statements that it has.
        """
        return cls(
            agreement=agreement,
            identifiers=base.identifiers,
            occupations=frozenset(one.iri for one in base.records(working, Occupation)),
            stated=tuple(base.records(working, SkillRequirement)),
            own=frozenset(one.iri for one in base.records(working, Competency)),
            published=_published(base, working.source),
            work=agreement.work,
            links=Links.read(base, working.source),
            statuses=statuses,
            footings=Footings.read(base, working),
        )

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What it has, by status, then by address."""
        return tuple(one for status in self.statuses for one in self.agreement.of(status))

    def records(self, version: str) -> Iterator[Record]:
        """Yield what a version says of what was agreed."""
        for one in self.statements:
            item = self._competency(one)
            yield item
            yield from self._acceptances(item)
            yield from self.links.of(one, item)
            yield from self._requirements(one, item.iri)
            yield from self._redefinitions.of(one, item.iri, self.known(one))
            yield from self._endorsements(self.agreement.tallies[one.iri].positions, item.iri, version)
        yield from self._endorsements(self.agreement.ratifications, self.agreement.standard, version)

    @cached_property
    def _redefinitions(self) -> Redefinitions:
        return Redefinitions(self.agreement, self.identifiers, self.occupations, self.work, self.footings.moved)

    # --- Competencies -----------------------------------------------------------------

    @cached_property
    def addresses(self) -> dict[Iri, Iri]:
        """The competency of each agreed statement: what it was published as, what it stands for, or its code's."""
        found: dict[Iri, Iri] = {}
        taken: set[Iri] = set()
        for one in self.statements:
            found[one.iri] = next(iri for iri in (*self._known_as(one), self._minted(one)) if iri not in taken)
            taken.add(found[one.iri])
        return found

    def _minted(self, one: Statement) -> Iri:
        local = one.code or self.identifiers.local(next(iter(self._accepted_by(one)), one.iri))
        return Iri(self.identifiers.mint(self.agreement.slug, local))

    def _competency(self, one: Statement) -> Competency:
        """Return the competency that a statement becomes; where there is one already, with what was decided of it."""
        iri = self.addresses[one.iri]
        item = self.agreement.items.get(iri) or Competency(iri=iri, label=one.wording)
        said = self._decided(one) if iri in self.own & {one.stands_for} else self._replayed(one)
        return item.model_copy(
            update={
                **said,
                **({"notation": one.code} if one.code else {}),
                "in_scheme": (self.agreement.standard,),
                "generated_by": self._accepted_by(one),
                "support": self._support(one),
                "revises": self._revised(one, item),
                "deprecated": None,
                "replaced_by": (),
            }
        )

    def _replayed(self, one: Statement) -> dict[str, Text | None]:
        """Return how a statement that came from a proposal is called now, whatever was published of it before."""
        return {"label": one.label or one.wording, "statement": one.wording, "category": one.category}

    def _decided(self, one: Statement) -> dict[str, Text | None]:
        """Return how what the working copy has is called otherwise than there."""
        proposed = self.agreement.proposed.get(one.iri)
        category = None if proposed and one.category == proposed.category else one.category
        said = {"label": one.label, "statement": one.wording if one.reworded else None, "category": category}
        return {name: value for name, value in said.items() if value}

    def _accepted_by(self, one: Statement) -> tuple[Iri, ...]:
        """Return the decision that first accepted a statement: what came of it is known by that in later rounds.

        The address of the statement itself follows from a firm's own words, so that guesses could be tried on it.
        """
        first = self.agreement.log.accepting.get(one.iri)
        return (first,) if first else ()

    def _acceptances(self, item: Competency) -> Iterator[Acceptance]:
        """Yield what anybody is told of the decisions that a competency came from: for which standard, on which day."""
        for decision in item.generated_by:
            day = self.agreement.log.decided[decision].at.astimezone(UTC).date()
            yield Acceptance(iri=decision, standard=self.agreement.standard, dated=day.isoformat())

    def _revised(self, one: Statement, item: Competency) -> tuple[Iri, ...]:
        """Return what a competency takes the place of: what was merged into it, and what it was split off from.

        It was split off from what a version had before it: what both came with for the first time, neither replaces.
        """
        merged = {known for each in self._merged.get(one.iri, ()) for known in self._known_as(each)}
        whole = self.agreement.statements.get(one.split_from) if one.split_from else None
        parted = {known for known in (self._known_as(whole) if whole else ()) if self._was_before(known, item)}
        found = (merged | parted) & self.published.keys()
        return tuple(sorted({*item.revises, *found} - {item.iri}))

    @cached_property
    def _merged(self) -> dict[Iri, list[Statement]]:
        """The statements that were merged into each."""
        found: dict[Iri, list[Statement]] = defaultdict(list)
        for each in self.agreement.statements.values():
            if each.into:
                found[each.into].append(each)
        return found

    def _was_before(self, known: Iri, item: Competency) -> bool:
        """Whether a competency was published earlier than another, which may be new."""
        first, own = self.published.get(known), self.published.get(item.iri)
        return first is not None and (own is None or first < own)

    def _known_as(self, one: Statement) -> Iterator[Iri]:
        """Yield the competencies that a statement was published as, or stood for."""
        yield from self.agreement.published_as.get(one.iri, ())
        if one.stands_for:
            yield one.stands_for

    def _support(self, one: Statement) -> Iri:
        """Return how many firms say it, for all to know; which, and in what words, is theirs."""
        heard = self._heard(one)
        return Iri(support_of(sum(heard.values()), len(heard)))

    def _heard(self, one: Statement) -> Mapping[Iri, bool]:
        """Return whose lists its support rests on, each with whether it says the statement.

        As it was published, unless so many firms say otherwise now, joined or left, that it tells of none whether it
        says the statement.
        """
        saying = {self.agreement.voice[iri].firm for iri in one.voices}
        now = {firm: firm in saying for firm in sorted(self.agreement.heard)}
        then: dict[Iri, bool] = {}
        for competency in sorted(self.known(one)):
            for firm, said in self.footings.heard.get(competency, {}).items():
                then[firm] = said or then.get(firm, False)
        differing = sum(then.get(firm) != now.get(firm) for firm in then.keys() | now.keys())
        return then if then and differing < FEWEST else now

    @cached_property
    def places(self) -> dict[Iri, Iri | None]:
        """What each competency that there was is in the version: itself, what it went into, or nothing."""
        kept = set(self.addresses.values())
        found = {item: item if item in kept else None for item in self.agreement.items}
        for one in self.agreement.statements.values():
            last = one
            while last.into:
                last = self.agreement.statements[last.into]
            for known in () if last == one else self._known_as(one):
                found[known] = found.get(known) or self.addresses.get(last.iri)
        return found

    def placed(self, record: Record) -> Record:
        """Return a record that leads only to competencies that are in the version."""
        if not isinstance(record, LEADING):
            return record
        told = {name: getattr(record, name) for name, field in rdf_fields(type(record)).items() if field.many}
        said = {name: links for name, links in told.items() if links and name not in FORMER}
        changed = {name: tuple(dict.fromkeys(filter(None, map(self._place, links)))) for name, links in said.items()}
        return record.model_copy(update={name: links for name, links in changed.items() if links != said[name]})

    def _place(self, value: object) -> object:
        return self.places.get(value, value) if isinstance(value, Iri) else value

    def known(self, one: Statement) -> frozenset[Iri]:
        """Return the published competencies that a statement is, or takes the place of for the first time.

        What went into it before the newest version is in what that rests on already.
        """
        own = self.addresses[one.iri]
        item = self.agreement.items.get(own)
        former = item.revises if item and not self.footings.knows(own) else ()
        return frozenset({own, *(self.footings.live & {*self._placed.get(own, ()), *former})})

    @cached_property
    def _placed(self) -> dict[Iri, list[Iri]]:
        """The competencies that are in the place of each of the version."""
        found: dict[Iri, list[Iri]] = defaultdict(list)
        for known, place in self.places.items():
            if place:
                found[place].append(known)
        return found

    # --- Requirements -----------------------------------------------------------------

    def _requirements(self, one: Statement, competency: Iri) -> Iterator[SkillRequirement]:
        """Yield what the occupations of the standard need of a statement."""
        for occupation, need in sorted(self.needs(one).items()):
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

    def _stated(self, competency: Iri) -> Iterator[SkillRequirement]:
        """Yield what the working copy says that occupations need of a competency, what counts most at last.

        What it says of a competency that went into this one is said of this one, where it says nothing of it itself;
        of several the one that asks for most.
        """
        stated = self._stated_of.get(competency, ())
        yield from sorted((one for one in stated if one.competency != competency), key=demanding)
        yield from (one for one in stated if one.competency == competency)

    @cached_property
    def _stated_of(self) -> dict[Iri, list[SkillRequirement]]:
        """What the working copy says of each competency of the version, and of what went into it."""
        found: dict[Iri, list[SkillRequirement]] = defaultdict(list)
        for one in self.stated:
            found[self.places.get(one.competency) or one.competency].append(one)
        return found

    def needs(self, one: Statement) -> dict[Iri, Need]:
        """Return what each occupation needs: as the firms ask, as the working copy says, and as was decided."""
        needs = {occupation: before.need for occupation, before in self.undecided(one).items() if before.need}
        for decided in one.needs:
            needs[decided.occupation] = decided.over(needs.get(decided.occupation))
        return {occupation: need for occupation, need in needs.items() if need.needed}

    def undecided(self, one: Statement) -> dict[Iri, Undecided]:
        """Return what each occupation needs as the firms ask and as the working copy says, by its address."""
        demands = self.demands(one)
        found = {occupation: Undecided(demand.need, demand=demand) for occupation, demand in demands.items()}
        for stated in self._stated(self.addresses[one.iri]):
            need = Need(stated.occupation, stated.level, stated.importance, stated.relation)
            found[stated.occupation] = Undecided(need, stated=True, demand=demands.get(stated.occupation))
        for move in one.moves:
            gone, there = found.pop(move.moved_from, None), found.get(move.moved_to)
            if gone and gone.need and not (there and there.need):
                found[move.moved_to] = replace(gone, need=replace(gone.need, occupation=move.moved_to))
        return found

    def demands(self, one: Statement) -> dict[Iri, Demand]:
        """Return what the firms' asking comes to by occupation, before a statement moves from one to another."""
        moves = {move.moved_from: move.moved_to for move in one.moves}
        said = [self.agreement.voice[voice].own_statement for voice in sorted(one.voices)]
        return self._demands.of(said, moves, self.known(one))

    @cached_property
    def _demands(self) -> Demands:
        return Demands(self.work, self.footings)

    def footing(self) -> Iterator[Footing]:
        """Yield what its requirements and their support rest on, and what those rest on that it has no more."""
        rows, own = Rows(self.identifiers, self.agreement.slug), set(self.addresses.values())
        for one in self.statements:
            competency = self.addresses[one.iri]
            yield from rows.heard(competency, self._heard(one))
            for occupation, demand in self.demands(one).items():
                if demand.need and (occupation in self.occupations or self.footings.covers({competency}, occupation)):
                    yield from rows.asked(competency, demand.need, demand.asked)
        yield from (row for row in self.footings.rows if self._is_dropped(row) and row.competency not in own)

    def _is_dropped(self, row: Footing) -> bool:
        """Return whether a competency was one of this standard, not of one that merged into it."""
        return row.competency in self.agreement.items

    # --- Positions --------------------------------------------------------------------

    @property
    def _published_wordings(self) -> str:
        """Digest of all that is agreed as anybody reads it; of what a ratification saw, firms' own jobs are a part."""
        return digest([[self.addresses[one.iri], one.seen] for one in self.statements])

    def _endorsements(self, said: Iterable[Endorsement], subject: Iri, version: str) -> Iterator[Endorsement]:
        """Yield how organizations stand to something in a version, without who spoke for them."""
        local = self.identifiers.local
        for one in said:
            name = (version, local(one.organization), local(subject))
            iri = Iri(self.identifiers.mint(self.agreement.slug, "endorsement", *name))
            seen = self._published_wordings if subject == self.agreement.standard else one.seen
            at = one.at.replace(microsecond=0)  # a reasoner knows no finer times
            nobody = {"by": None, "decider": None}
            told = {"iri": iri, "subject": subject, "version": version, "at": at, "seen": seen}
            yield one.model_copy(update={**told, **nobody})


def _published(base: KnowledgeBase, slug: str) -> dict[Iri, int]:
    """Return the competencies that any version of a standard ever had, each with the place of the first that had it."""
    found: dict[Iri, int] = {}
    for place, release in enumerate(published_releases(base.releases(), slug)):
        for one in base.records(release, Competency):
            found.setdefault(one.iri, place)
    return found
