"""What was agreed, as the records of a standard: competencies, what occupations need of them, and who stands how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.named_releases import published_releases
from ontology.records import (
    Competency,
    Credential,
    Endorsement,
    Iri,
    Job,
    JobRequirement,
    Occupation,
    Record,
    Release,
    SkillRequirement,
    rdf_fields,
)
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.agreement import Agreement, Need, Statement, has_agreement, read_agreement
from standards.agreement.requirements import Work
from standards.sources.own import PARTNERSHIP, SHEET

LEADING: Final = (Competency, Credential)
"""Records that lead to competencies of the standard."""

FORMER: Final = ("revises", "derived_from")
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
class AgreedStandard:
    """The part of a standard that follows from its agreement.

    Parameters
    ----------
    occupations
        Those that the standard describes, by address.
    stated
        What the working copy says that they need.
    published
        The competencies that any version ever had.
    work
        The jobs of the firms.
    """

    agreement: Agreement
    identifiers: Identifiers
    occupations: frozenset[Iri]
    stated: tuple[SkillRequirement, ...]
    published: frozenset[Iri]
    work: Work

    @classmethod
    def of(cls, base: KnowledgeBase, working: Release) -> AgreedStandard:
        """Return what follows from the agreement on the standard of a working copy."""
        return cls(
            agreement=read_agreement(base, working.source),
            identifiers=base.identifiers,
            occupations=frozenset(one.iri for one in base.records(working, Occupation)),
            stated=tuple(base.records(working, SkillRequirement)),
            published=frozenset(_published(base, working.source)),
            work=_work(base),
        )

    def records(self, version: str) -> Iterator[Record]:
        """Yield what a version says of what was agreed."""
        for one in self.agreement.agreed:
            item = self._competency(one)
            yield item
            yield from self._requirements(one, item.iri)
            yield from self._endorsements(self.agreement.tallies[one.iri].positions, item.iri, version)
        yield from self._endorsements(self.agreement.ratifications, self.agreement.standard, version)

    # --- Competencies -----------------------------------------------------------------

    @cached_property
    def addresses(self) -> dict[Iri, Iri]:
        """The competency of each agreed statement: what it was published as, what it stands for, or its code's."""
        found: dict[Iri, Iri] = {}
        taken: set[Iri] = set()
        for one in self.agreement.agreed:
            offered = (*self.agreement.published_as.get(one.iri, ()), one.stands_for, self._minted(one))
            found[one.iri] = next(iri for iri in offered if iri and iri not in taken)
            taken.add(found[one.iri])
        return found

    def _minted(self, one: Statement) -> Iri:
        return Iri(self.identifiers.mint(self.agreement.slug, one.code or one.iri.rsplit("/", 1)[-1]))

    def _competency(self, one: Statement) -> Competency:
        """Return the competency that a statement becomes; where there is one already, with what was decided of it."""
        iri = self.addresses[one.iri]
        known = self.agreement.items.get(iri)
        item = known or Competency(iri=iri, label=one.label or one.wording, statement=one.wording)
        said = {
            "label": one.label,
            "statement": one.wording if one.reworded else None,
            "category": one.category if known is None or one.category != self._proposed_category(one) else None,
            "notation": one.code,
        }
        return item.model_copy(
            update={
                **{name: value for name, value in said.items() if value},
                "in_scheme": (self.agreement.standard,),
                "derived_from": (one.iri,),
                "support": self._support(one),
                "revises": self._revised(one, item),
                "deprecated": None,
                "replaced_by": (),
            }
        )

    def _proposed_category(self, one: Statement) -> object:
        return next((each.category for each in self.agreement.candidates if each.iri == one.iri), None)

    def _revised(self, one: Statement, item: Competency) -> tuple[Iri, ...]:
        """Return what a competency takes the place of: what was merged into it, and what it was split off from."""
        merged = [each for each in self.agreement.statements.values() if each.into == one.iri]
        parted = self.agreement.statements.get(one.split_from) if one.split_from else None
        found = {known for each in (*merged, *([parted] if parted else [])) for known in self._known_as(each)}
        return tuple(sorted({*item.revises, *(found & self.published)} - {item.iri}))

    def _known_as(self, one: Statement) -> Iterator[Iri]:
        """Yield the competencies that a statement was published as, or stood for."""
        yield from self.agreement.published_as.get(one.iri, ())
        if one.stands_for:
            yield one.stands_for

    def _support(self, one: Statement) -> Iri:
        """Return how many firms say it, for all to know; which, and in what words, is theirs."""
        return Iri(self.agreement.support(one))

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

    # --- Requirements -----------------------------------------------------------------

    def _requirements(self, one: Statement, competency: Iri) -> Iterator[SkillRequirement]:
        """Yield what the occupations of the standard need of a statement."""
        for occupation, need in sorted(self._needs(one, competency).items()):
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

    def _needs(self, one: Statement, competency: Iri) -> dict[Iri, Need]:
        """Return what each occupation needs: as the firms ask, as the working copy says, and as was decided."""
        moves = {move.moved_from: move.moved_to for move in one.moves}
        said = [self.agreement.voice[voice].own_statement for voice in sorted(one.voices)]
        needs = self.work.needs(said, moves)
        for stated in self.stated:
            if stated.competency == competency:
                occupation, relation = stated.occupation, stated.relation
                needs[occupation] = Need(occupation, stated.level, stated.importance, relation)
        for moved_from, moved_to in moves.items():
            if gone := needs.pop(moved_from, None):
                needs.setdefault(moved_to, Need(moved_to, gone.level, gone.importance, gone.relation))
        for decided in one.needs:
            needs[decided.occupation] = _over(decided, needs.get(decided.occupation))
        return needs

    # --- Positions --------------------------------------------------------------------

    def _endorsements(self, said: Iterable[Endorsement], subject: Iri, version: str) -> Iterator[Endorsement]:
        """Yield how organizations stand to something in a version, without who spoke for them."""
        local = self.identifiers.local
        for one in said:
            name = (version, local(one.organization), local(subject))
            iri = Iri(self.identifiers.mint(self.agreement.slug, "endorsement", *name))
            at = one.at.replace(microsecond=0)  # a reasoner knows no finer times
            yield one.model_copy(update={"iri": iri, "subject": subject, "version": version, "by": None, "at": at})


def _over(decided: Need, before: Need | None) -> Need:
    """Return what was decided, with what was there before where nothing was."""
    if before is None:
        return decided
    return Need(
        decided.occupation,
        before.level if decided.level is None else decided.level,
        before.importance if decided.importance is None else decided.importance,
        decided.relation or before.relation,
    )


def _published(base: KnowledgeBase, slug: str) -> Iterator[Iri]:
    """Yield the competencies that any version of a standard ever had."""
    for release in published_releases(base.releases(), slug):
        yield from (one.iri for one in base.records(release, Competency))


def _work(base: KnowledgeBase) -> Work:
    """Return the jobs of all firms whose lists are here."""
    listed = [one for one in base.current() if one.reader in (SHEET, PARTNERSHIP) and not one.fixed]
    return Work(
        tuple(job for release in listed for job in base.records(release, Job)),
        tuple(need for release in listed for need in base.records(release, JobRequirement)),
    )
