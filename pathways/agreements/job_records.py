"""What a published standard asks of the people in each job, as a worker reads it."""

from __future__ import annotations

from ontology.frozen import Frozen
from ontology.records import Position, Role
from pathways.records.rung import Wage


class Said(Frozen):
    """How a member of the partnership stands to a statement or to the whole standard, as it was published.

    Parameters
    ----------
    organization
        Its name.
    """

    organization: str
    role: Role
    position: Position
    reason: str = ""


class JobCompetency(Frozen):
    """A statement of the standard, as a job needs it.

    Parameters
    ----------
    importance
        1 to 5; ``None`` where nobody said.
    level
        0 to 7; ``None`` where nobody said.
    attested_by
        Names of credentials that show it and are for that job.
    adopted_by
        Firms whose published position adopts it, also with a change.
    changed_by
        Those of them that adopt it with a change.
    dissents
        Of firms, unions and other members, with their reasons.
    """

    code: str
    wording: str
    essential: bool
    importance: float | None = None
    level: float | None = None
    attested_by: tuple[str, ...] = ()
    adopted_by: tuple[str, ...] = ()
    changed_by: tuple[str, ...] = ()
    dissents: tuple[Said, ...] = ()


class JobTask(Frozen):
    """A piece of work that is done in a job, as the panel of the standard says."""

    statement: str
    critical: bool = False


class Moved(Frozen):
    """That a statement came to a job from another, or went from it to another.

    Parameters
    ----------
    came_from, went_to
        Titles of the other occupation; one of them, or neither where it moved between jobs of one.
    both
        Whether both occupations ask for it now: it moved at one firm, and others have it where it was.
    firm, former_job, new_job
        Whose jobs they are and what it calls them, where it lets that be said.
    """

    wording: str
    came_from: str = ""
    went_to: str = ""
    both: bool = False
    firm: str = ""
    former_job: str = ""
    new_job: str = ""


class WorkFunction(Frozen):
    """A critical work function of a job.

    Parameters
    ----------
    importance
        Mean of its competencies', 1 to 5; ``None`` where nobody said.
    competencies
        What is essential first, then what is most important.
    tasks
        What is done, what is critical first.
    """

    name: str
    importance: float | None
    competencies: tuple[JobCompetency, ...]
    tasks: tuple[JobTask, ...] = ()


class JobReading(Frozen):
    """What a job asks for.

    Parameters
    ----------
    required, useful
        Credentials that nobody may do the job without, and others that help.
    pay
        Where the partnership is; ``None`` where none is known.
    """

    address: str
    code: str
    title: str
    description: str = ""
    required: tuple[str, ...] = ()
    useful: tuple[str, ...] = ()
    pay: Wage | None = None
    functions: tuple[WorkFunction, ...]
    moved: tuple[Moved, ...] = ()

    @property
    def competencies(self) -> list[JobCompetency]:
        """All competencies."""
        return [one for function in self.functions for one in function.competencies]


class WorkersReading(Frozen):
    """A standard as those read it who do the work.

    Parameters
    ----------
    silent
        Jobs of the sector of which the standard asks nothing.
    unions
        What the unions say of the whole.
    """

    slug: str
    title: str
    version: str
    license: str = ""
    jobs: tuple[JobReading, ...]
    silent: tuple[str, ...] = ()
    firms: tuple[str, ...] = ()
    unions: tuple[Said, ...] = ()
    notes: tuple[str, ...] = ()
