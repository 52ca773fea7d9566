"""The firm that reads a revision: its own words in the agreement, its positions and its jobs; nobody else's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ontology.errors import NotFoundError
from ontology.records import Iri, Job, Organization
from ontology.store import KnowledgeBase
from pathways.revisions.side import Side
from standards.agreement import has_agreement, read_agreement
from standards.membership import last_days
from standards.sources.own import PARTNERSHIP, SHEET


@dataclass(frozen=True)
class Reader:
    """A firm, or another member that takes positions.

    Parameters
    ----------
    slug
        Of the standard.
    """

    base: KnowledgeBase
    slug: str
    organization: Organization

    @cached_property
    def said(self) -> Mapping[Iri, tuple[str, ...]]:
        """The words of its own list, by the decisions that accept the candidate which they are in after all of them."""
        if not has_agreement(self.base, self.slug):
            return {}
        agreement = read_agreement(self.base, self.slug)
        found: dict[Iri, tuple[str, ...]] = {}
        for decision, candidate in agreement.log.accepted.items():
            one = agreement.statements.get(candidate)
            voices = (agreement.voice[iri] for iri in one.voices) if one else ()
            own = {voice.words.value for voice in voices if voice.firm == self.organization.iri}
            if own:
                found[decision] = tuple(sorted(own))
        return found

    def words(self, decisions: Iterable[Iri]) -> tuple[str, ...]:
        """Return the words of its own list in what some decisions accept."""
        return tuple(dict.fromkeys(words for one in decisions for words in self.said.get(one, ())))

    @property
    def last_day(self) -> date | None:
        """The last day on which it was a member, where its partnership says so now; nobody else reads it."""
        return last_days(self.base, self.slug).get(self.organization.iri)

    @cached_property
    def jobs(self) -> Mapping[str, tuple[str, ...]]:
        """What it calls its own jobs, by the occupation that they are in."""
        found: dict[str, set[str]] = {}
        for release in self.base.current():
            if release.reader in (SHEET, PARTNERSHIP) and not release.fixed:
                for job in self.base.records(release, Job):
                    for occupation in job.occupations if job.offered_by == self.organization.iri else ():
                        found.setdefault(occupation, set()).add(str(job.label))
        return {occupation: tuple(sorted(jobs)) for occupation, jobs in found.items()}


def find_reader(base: KnowledgeBase, name: str, sides: Iterable[Side]) -> Reader:
    """Return the member of either version that is meant by a slug, a name or an address.

    Raises
    ------
    NotFoundError
        Where no member of the two is called so, with those that there are.
    """
    known = list(sides)
    for side in known:
        found = side.parties.find(name)
        if found:
            return Reader(base, side.release.source, found)
    there = sorted({iri.rpartition("/")[2] for side in known for iri in side.parties.members})
    message = f"{name!r} is no member of {known[0].version.name}; there are {', '.join(there) or 'none'}"
    raise NotFoundError(message)
