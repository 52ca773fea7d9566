"""Claims: what each part of a person's record says that the person can do, and what says nothing of it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field

from ontology.frozen import Frozen
from ontology.records import Iri
from pathways.records.step import Reference


class Basis(StrEnum):
    """Where a claim comes from, the surest first."""

    ATTESTED = "attested"
    """A credential or a badge says so."""
    ASSERTED = "asserted"
    """The person says so, by the name, another name or the code of the competency."""
    INFERRED = "inferred"
    """The person has or had a job that typically asks for it, up to the level that it asks for."""
    MATCHED = "matched"
    """A machine takes the person's words to mean it, with a confidence."""
    DONE = "done"
    """A machine takes the person's words to mean work that O*NET counts under it, with a confidence."""


READ_BY_A_MACHINE: Final = frozenset((Basis.MATCHED, Basis.DONE))


NO_CREDENTIAL: Final = "no course or credential of that name is known here"
"""Why a credential counts for nothing that no catalog has."""


class Claim(Frozen):
    """A part of a record says that the person has a competency.

    Parameters
    ----------
    said
        The words of the record.
    row
        Row of a table or line of a text that they stand in, from 1.
    level
        0 to 7; ``None`` where nobody says.
    confidence
        Of the machine, 0 to 1, where it is matched.
    through
        The work activity as which the words were read, where they speak of work that was done.
    """

    competency: Iri
    label: str
    basis: Basis
    said: str
    row: int | None = None
    level: float | None = None
    confidence: Annotated[float | None, Field(ge=0, le=1)] = None
    through: str = ""


class Unmatched(Frozen):
    """A part of a record that counts for nothing here, and why.

    Parameters
    ----------
    nearest
        What it comes nearest to without being taken for it; empty where nothing is near.
    """

    said: str
    row: int | None = None
    why: str
    nearest: str = ""


class HeldJob(Frozen):
    """A job of a record, and the occupation that it was read as.

    Parameters
    ----------
    others
        Occupations that have the same title and were not taken.
    present
        Whether it is the job of today.
    year
        The last year that is said of it.
    """

    said: str
    row: int | None = None
    occupation: Reference
    others: tuple[Reference, ...] = ()
    present: bool = False
    year: int | None = None


class Fitting(Frozen):
    """A part of a record that speaks of what a job on the way does or works with.

    Parameters
    ----------
    does
        The task, or the tool.
    occupation
        Whose it is.
    """

    said: str
    row: int | None = None
    does: str
    tool: bool = False
    occupation: Reference
    confidence: Annotated[float, Field(ge=0, le=1)]


class HeldName(Frozen):
    """A course or a credential of a record, as it is called there."""

    said: str
    row: int | None = None
    credential: Reference


class EarnedCredit(Frozen):
    """A course, or credits, that a record says were earned, and that no catalog here has.

    Parameters
    ----------
    credits
        ``None`` where the record does not say how many.
    """

    said: str
    row: int | None = None
    credits: Annotated[float | None, Field(ge=0)] = None


class HeldLicense(Frozen):
    """A license of a record, as occupations are said to ask for it."""

    said: str
    row: int | None = None
    license: str


class Holdings(Frozen):
    """What a record comes to, held against what a goal is rated by.

    Parameters
    ----------
    claims
        In the order of the record.
    jobs
        Occupations held.
    worked
        The jobs of the record, as they were read.
    fitting
        What of the record speaks of what the jobs on the way do or work with.
    named
        The courses and credentials of the record, as they are called there.
    credentials
        Credentials and courses of the catalog that are held.
    earned
        Courses and credits that no catalog here has.
    licenses
        Licenses that are held.
    notes
        What the reader must know of how it was read.
    """

    claims: tuple[Claim, ...] = ()
    jobs: tuple[Reference, ...] = ()
    worked: tuple[HeldJob, ...] = ()
    fitting: tuple[Fitting, ...] = ()
    named: tuple[HeldName, ...] = ()
    credentials: tuple[Reference, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    earned: tuple[EarnedCredit, ...] = ()
    licenses: tuple[HeldLicense, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def licensed(self) -> tuple[str, ...]:
        """Return the licenses that are held, as occupations ask for them."""
        return tuple(dict.fromkeys(held.license for held in self.licenses))

    def of(self, competency: str) -> tuple[Claim, ...]:
        """Return the claims to a competency, the surest first, each once."""
        found = {(claim.basis, claim.said): claim for claim in self.claims if claim.competency == competency}
        return surest(found.values())


def surest(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims with the surest first: by where they come from, then by level and confidence."""
    found = tuple(claims)
    return tuple(sorted(found, key=_doubt)) if len(found) > 1 else found


_ORDER: Final = {basis: place for place, basis in enumerate(Basis)}


def _doubt(claim: Claim) -> tuple[int, float, float]:
    level = 7.0 if claim.level is None else claim.level
    return _ORDER[claim.basis], -level, -(claim.confidence or 0.0)
