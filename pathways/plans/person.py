"""A person's record: skills, jobs and credentials, in the person's own words.

A record lives as long as the question that it comes with. Nothing here writes one to a file, a log or a cache.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field

from ontology.frozen import Frozen

MOST: Final = 1000
"""Different skills that are looked at; whoever pastes more is told how many were left."""

LONGEST_TEXT: Final = 200_000
"""Characters of a CV."""

Words = Annotated[str, Field(min_length=1, max_length=5000)]
Row = Annotated[int | None, Field(ge=1)]


class Skill(Frozen):
    """What somebody says to be able to do.

    Parameters
    ----------
    level
        0 to 7, on the scale of the standard; ``None`` where nobody says: then it counts as what the job asks for.
    row
        Of the file that it came from.
    """

    name: Words
    level: Annotated[float | None, Field(ge=0, le=7, allow_inf_nan=False)] = None
    row: Row = None


class Job(Frozen):
    """A job that somebody has or had.

    Parameters
    ----------
    name
        Code, address or title of the occupation.
    hours
        Worked in it, in all.
    """

    name: Words
    start: date | None = None
    end: date | None = None
    hours: Annotated[float | None, Field(ge=0, allow_inf_nan=False)] = None
    row: Row = None


class HeldCredential(Frozen):
    """A credential that somebody has, or a course that somebody passed.

    Parameters
    ----------
    name
        Its name, address or code.
    expires
        Day after which it does not count.
    """

    name: Words
    earned: date | None = None
    expires: date | None = None
    row: Row = None


def _named(value: object) -> object:
    """Return the record of what is only named."""
    return {"name": value} if isinstance(value, str) else value


class Person(Frozen):
    """What a person brings.

    Parameters
    ----------
    badges
        Open Badges 2.0 or 3.0 as JSON, or 3.0 as a signed JSON Web Token.
    text
        A CV, or any text with something a line.
    """

    skills: Annotated[tuple[Annotated[Skill, BeforeValidator(_named)], ...], Field(max_length=5000)] = ()
    jobs: Annotated[tuple[Annotated[Job, BeforeValidator(_named)], ...], Field(max_length=200)] = ()
    credentials: Annotated[tuple[Annotated[HeldCredential, BeforeValidator(_named)], ...], Field(max_length=500)] = ()
    badges: Annotated[tuple[dict[str, Any] | str, ...], Field(max_length=100)] = ()
    text: Annotated[str, Field(max_length=LONGEST_TEXT)] = ""

    @property
    def empty(self) -> bool:
        """Return whether nothing at all is said."""
        return not (self.skills or self.jobs or self.credentials or self.badges or self.text.strip())
