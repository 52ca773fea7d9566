"""Job redefinitions of what is published: which statement moved from which job to which, as far as all may know it.

What a firm calls its jobs is in its own list, which is private. Their names are said where the firm adopts the
statement by name, after it was decided that it moves; without that, the occupations are, which the standard describes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ontology.identifiers import Identifiers
from ontology.records import DecisionKind, Iri, Job, JobRedefinition
from standards.agreement import Agreement, JobMove, Statement
from standards.agreement.log import counting
from standards.agreement.requirements import Work
from standards.agreement.tally import ADOPTING
from standards.harmonizing.minting import minted


@dataclass(frozen=True)
class Redefinitions:
    """What was decided to move, told to all.

    Parameters
    ----------
    occupations
        Those that the standard describes.
    """

    agreement: Agreement
    identifiers: Identifiers
    occupations: frozenset[Iri]
    work: Work

    def of(self, one: Statement, competency: Iri) -> list[JobRedefinition]:
        """Return what moves of a statement, each thing once."""
        found = (self._told(one, move, competency) for move in one.moves)
        return list({made.iri: made for made in found if made}.values())

    def _told(self, one: Statement, move: JobMove, competency: Iri) -> JobRedefinition | None:
        """Return a move as all may know it; nothing where nothing of it is for all."""
        moved_from, moved_to = self._occupation(move.moved_from), self._occupation(move.moved_to)
        made = JobRedefinition(iri=one.iri, competency=competency, moved_from=moved_from, moved_to=moved_to)
        if jobs := self._named(one, move):
            former, new = jobs
            more = {"firm": former.offered_by, "former_job": former.label, "new_job": new.label}
            return self._minted(made.model_copy(update=more))
        return self._minted(made) if moved_from and moved_to and moved_from != moved_to else None

    def _minted(self, made: JobRedefinition) -> JobRedefinition:
        """Return a redefinition under an address that follows from what it says to all, and from nothing else."""
        said = (made.competency, made.moved_from, made.moved_to, made.firm, made.former_job, made.new_job)
        iri = minted(self.identifiers, self.agreement.slug, "redefinition", *(str(part or "") for part in said))
        return made.model_copy(update={"iri": iri})

    def _occupation(self, place: Iri) -> Iri | None:
        """Return an occupation, or the first that a job is coded to, where the standard describes it."""
        job = self.work.job.get(place)
        coded = job.occupations if job else (place,)
        return next((occupation for occupation in coded if occupation in self.occupations), None)

    def _named(self, one: Statement, move: JobMove) -> tuple[Job, Job] | None:
        """Return the two jobs of a firm that lets them be named."""
        former, new = self.work.job.get(move.moved_from), self.work.job.get(move.moved_to)
        if former is None or new is None or former.offered_by != new.offered_by:
            return None
        decided = self._decided(one, move)
        positions = self.agreement.tallies[one.iri].positions
        named = any(
            each.organization == former.offered_by and each.taken in ADOPTING and decided and each.at > decided
            for each in positions
        )
        return (former, new) if named else None

    def _decided(self, one: Statement, move: JobMove) -> datetime | None:
        """Return when it was last decided that a statement moves so."""
        moves = (each for each in counting(self.agreement.log.decisions) if each.decided is DecisionKind.MOVE)
        same = (
            each.at for each in moves if each.candidate == one.iri and (each.moved_from, each.moved_to) == _ends(move)
        )
        return max(same, default=None)


def _ends(move: JobMove) -> tuple[Iri, Iri]:
    return move.moved_from, move.moved_to
