"""Job redefinitions of what is published: which statement moved from which job to which, as far as all may know it.

What a firm calls its jobs is in its own list, which is private. Their names are said where the firm adopts the
statement by name and says that it had the move in view: a position that is merely later may be of an older file.
Without that, the occupations are, which the standard describes. Of a job that no list has any more these stay as they
were published until the move is undone: else two versions would tell whose job it was when its firm leaves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from ontology.identifiers import Identifiers
from ontology.records import Decision, DecisionKind, Iri, Job, JobRedefinition
from standards.agreement import Agreement, JobMove, Statement
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
    before
        What was published last.
    """

    agreement: Agreement
    identifiers: Identifiers
    occupations: frozenset[Iri]
    work: Work
    before: tuple[JobRedefinition, ...] = ()

    def of(self, one: Statement, competency: Iri, known: Collection[Iri] = ()) -> list[JobRedefinition]:
        """Return what moves of a statement, each thing once.

        Parameters
        ----------
        known
            The published competencies that the statement is, or takes the place of.
        """
        told = (self._told(one, move, competency) for move in one.moves)
        found = [*(made for made in told if made), *self._standing(one, competency, known)]
        return list({made.iri: made for made in found}.values())

    def _standing(self, one: Statement, competency: Iri, known: Collection[Iri]) -> Iterator[JobRedefinition]:
        """Yield what was published of moves that still count, but of jobs that no list has any more."""
        gone = [move for move in one.moves if any(map(self._is_gone, _ends(move)))]
        for made in self.before:
            if made.firm is None and made.competency in known and any(self._fits(made, move) for move in gone):
                yield self._minted(made.model_copy(update={"competency": competency}))

    def undone(self, one: Statement, known: Collection[Iri]) -> dict[Iri, Iri]:
        """Return the moves that the newest version told and that count no more, from where to where.

        What a move that counts may be told as just the same is not among them.

        Parameters
        ----------
        known
            The published competencies that the statement is, or takes the place of.
        """
        told = {(made.moved_from, made.moved_to) for made in self.before if made.competency in known}
        gone = told - {self._coded(_ends(move)) for move in one.moves}
        ways = ((each.moved_from, each.moved_to) for each in self._moves.get(one.iri, ()))
        return {begin: end for begin, end in ways if begin and end and self._coded((begin, end)) in gone}

    @cached_property
    def _moves(self) -> Mapping[Iri, list[Decision]]:
        """What was ever decided to move of each statement, in the order of the log."""
        found: dict[Iri, list[Decision]] = defaultdict(list)
        for each in self.agreement.log.decisions:
            if each.decided is DecisionKind.MOVE:
                found[each.candidate].append(each)
        return found

    def _coded(self, ends: tuple[Iri, Iri]) -> tuple[Iri | None, Iri | None]:
        """Return the occupations of the two ends of a move."""
        return self._occupation(ends[0]), self._occupation(ends[1])

    def _is_gone(self, place: Iri) -> bool:
        """Return whether a place is neither a job in a list nor an occupation that the standard describes."""
        return place not in self.work.job and place not in self.occupations

    def _fits(self, made: JobRedefinition, move: JobMove) -> bool:
        """Return whether a move may be what was told so, and the standard describes both occupations still."""
        told = zip((made.moved_from, made.moved_to), _ends(move), strict=True)
        return all(end in self.occupations and (self._is_gone(at) or self._occupation(at) == end) for end, at in told)

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
        own = (each for each in positions if each.organization == former.offered_by and each.taken in ADOPTING)
        named = any(decided and each.moves_seen and each.at > decided for each in own)
        return (former, new) if named else None

    def _decided(self, one: Statement, move: JobMove) -> datetime | None:
        """Return when it was last decided that a statement moves so."""
        same = (each for each in self._moves.get(one.iri, ()) if (each.moved_from, each.moved_to) == _ends(move))
        return max((each.at for each in same if each.iri not in self.agreement.log.undone), default=None)


def _ends(move: JobMove) -> tuple[Iri, Iri]:
    return move.moved_from, move.moved_to
