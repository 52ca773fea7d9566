"""What was agreed, as the records of a standard: competencies, what occupations need of them, and who stands how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from functools import cached_property
from typing import Final

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.named_releases import published_releases
from ontology.records import (
    Acceptance,
    Competency,
    Endorsement,
    Iri,
    Occupation,
    Record,
    Release,
    SkillRequirement,
    Text,
)
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.agreement import Agreement, Statement, Status, has_agreement, read_agreement
from standards.agreement.obstacles import obstacles
from standards.agreement.requirements import Work
from standards.agreement.statement import digest
from standards.harmonizing import support_of
from standards.publishing.footing import Footings
from standards.publishing.lineage import Lineage
from standards.publishing.links import Links
from standards.publishing.needs import Needs
from standards.publishing.redefinitions import Redefinitions

AGREED: Final = (Status.AGREED,)


def refuse_unagreed(agreement: Agreement | None) -> None:
    """Refuse to go on with a standard whose agreement does not carry it; one without any agreement goes on.

    Raises
    ------
    RefusedError
        With which statements are not agreed, and whose voices are missing.
    """
    report = Report(obstacles(agreement) if agreement else ())
    if report.refused:
        raise RefusedError(report)


def agreed_standard(base: KnowledgeBase, working: Release) -> AgreedStandard | None:
    """Return what follows from the agreement on the standard of a working copy; `None` where there is no agreement."""
    return AgreedStandard.of(base, working) if has_agreement(base, working.source) else None


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

    @cached_property
    def lineage(self) -> Lineage:
        """Which competency each of the statements is."""
        return Lineage(self.agreement, self.identifiers, self.statements, self.published, self.footings)

    @cached_property
    def needs(self) -> Needs:
        """What occupations need of the statements."""
        return Needs(
            agreement=self.agreement,
            identifiers=self.identifiers,
            lineage=self.lineage,
            redefinitions=self._redefinitions,
            occupations=self.occupations,
            stated=self.stated,
            work=self.work,
            footings=self.footings,
        )

    @cached_property
    def _redefinitions(self) -> Redefinitions:
        return Redefinitions(self.agreement, self.identifiers, self.occupations, self.work, self.footings.moved)

    def records(self, version: str) -> Iterator[Record]:
        """Yield what a version says of what was agreed."""
        for one in self.statements:
            item = self._competency(one)
            yield item
            yield from self._acceptances(item)
            yield from self.links.of(one, item)
            yield from self.needs.requirements(one)
            yield from self._redefinitions.of(one, item.iri, self.lineage.known[one.iri])
            yield from self._endorsements(self.agreement.tallies[one.iri].positions, item.iri, version)
        yield from self._endorsements(self.agreement.ratifications, self.agreement.standard, version)

    # --- Competencies -----------------------------------------------------------------

    def _competency(self, one: Statement) -> Competency:
        """Return the competency that a statement becomes; where there is one already, with what was decided of it."""
        iri = self.lineage.addresses[one.iri]
        item = self.agreement.items.get(iri) or Competency(iri=iri, label=one.wording)
        said = self._decided(one) if iri in self.own & {one.stands_for} else self._replayed(one)
        return item.model_copy(
            update={
                **said,
                **({"notation": one.code} if one.code else {}),
                "in_scheme": (self.agreement.standard,),
                "generated_by": self.lineage.accepted_by(one),
                "support": self._support(one),
                "revises": self.lineage.revised(one, item),
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

    def _acceptances(self, item: Competency) -> Iterator[Acceptance]:
        """Yield what anybody is told of the decisions that a competency came from: for which standard, on which day."""
        for decision in item.generated_by:
            day = self.agreement.log.decided[decision].at.astimezone(UTC).date()
            yield Acceptance(iri=decision, standard=self.agreement.standard, dated=day.isoformat())

    def _support(self, one: Statement) -> Iri:
        """Return how many firms say it, for all to know; which, and in what words, is theirs."""
        heard = self.needs.heard[one.iri]
        return Iri(support_of(sum(heard.values()), len(heard)))

    # --- Positions --------------------------------------------------------------------

    @cached_property
    def _published_wordings(self) -> str:
        """Digest of all that is agreed as anybody reads it; of what a ratification saw, firms' own jobs are a part."""
        return digest([[self.lineage.addresses[one.iri], one.seen] for one in self.statements])

    def _endorsements(self, said: Iterable[Endorsement], subject: Iri, version: str) -> Iterator[Endorsement]:
        """Yield how organizations stand to something in a version.

        Who spoke for them is left out, and the hour: it would tell who sat together.
        """
        local = self.identifiers.local
        for one in said:
            name = (version, local(one.organization), local(subject))
            iri = Iri(self.identifiers.mint(self.agreement.slug, "endorsement", *name))
            seen = self._published_wordings if subject == self.agreement.standard else one.seen
            day = one.at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
            nobody = {"by": None, "decider": None, "moves_seen": None}
            told = {"iri": iri, "subject": subject, "version": version, "at": day, "seen": seen}
            yield one.model_copy(update={**told, **nobody})


def _published(base: KnowledgeBase, slug: str) -> dict[Iri, int]:
    """Return the competencies that any version of a standard ever had, each with the place of the first that had it."""
    found: dict[Iri, int] = {}
    for place, release in enumerate(published_releases(base.releases(), slug)):
        for one in base.records(release, Competency):
            found.setdefault(one.iri, place)
    return found
