"""The steps of a standard: who may follow on what, and who took them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from uuid import uuid4

from ontology.errors import InputError, NotFoundError
from ontology.records import Iri, PublicationStatus, Release, StatusChange
from ontology.store import KnowledgeBase
from standards.agreement import Agreement, has_agreement, read_agreement
from standards.harmonizing.storing import proposal_rounds
from standards.publishing.agreed import refuse_unagreed
from standards.publishing.standing import Standing, standing

NEXT: Final[Mapping[PublicationStatus, tuple[PublicationStatus, ...]]] = {
    PublicationStatus.DRAFT: (PublicationStatus.REVIEW,),
    PublicationStatus.REVIEW: (PublicationStatus.RATIFIED, PublicationStatus.DRAFT),
    PublicationStatus.RATIFIED: (PublicationStatus.DRAFT,),
}
"""What a working copy may be moved on to; what is ratified is published, as a version of its own."""

COMMANDS: Final[Mapping[PublicationStatus, str]] = {
    PublicationStatus.DRAFT: "reopen",
    PublicationStatus.REVIEW: "review",
    PublicationStatus.RATIFIED: "ratify",
}
"""The commands of `ladderworks standard` that lead there."""


@dataclass(frozen=True)
class Mover:
    """Who moves a standard on, and when.

    Parameters
    ----------
    by
        Name of the person.
    comment
        What they say to it; may be empty.
    at
        With time zone; now, without one.
    """

    by: str
    comment: str = ""
    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __post_init__(self) -> None:
        if not self.by.strip():
            message = "nobody is named; say with --by who moves the standard on"
            raise InputError(message)

    def change(self, of: Standing, base: KnowledgeBase, version: str, status: PublicationStatus) -> StatusChange:
        """Return the record that this person moves a version of a standard to a status."""
        return StatusChange(
            iri=Iri(base.identifiers.mint(of.slug, "status", uuid4().hex)),
            standard=of.framework,
            version=version,
            status=Iri(status),
            by=" ".join(self.by.split()),
            at=self.at,
            comment=self.comment.strip() or None,
        )


def move_on(base: KnowledgeBase, name: str, status: PublicationStatus, mover: Mover) -> Release:
    """Move the working copy of a standard to its next status.

    Parameters
    ----------
    name
        Slug of the standard.
    status
        `PublicationStatus.REVIEW` or `PublicationStatus.RATIFIED`, or `PublicationStatus.DRAFT` to open it again.

    Returns
    -------
    Release
        The working copy as it stands now.

    Raises
    ------
    NotFoundError
        Where there is no such standard, or no working copy of it.
    InputError
        Where that is not a step from where it stands.
    RefusedError
        Where something is proposed for it, and nothing is agreed, or the quorum does not carry what was decided.
    WriteError
        Where it cannot be written; it then stands where it stood.
    """
    of = standing(base, name)
    working = working_copy(of, name)
    stands = working.stands or PublicationStatus.DRAFT
    if status not in NEXT[stands]:
        raise InputError(_no_step(of, stands, status))
    if status is PublicationStatus.RATIFIED:
        refuse_unagreed(_agreement(base, of.slug))
    return base.move(working, mover.change(of, base, working.version, status))


def withdraw(base: KnowledgeBase, name: str, mover: Mover) -> Release:
    """Take a published version back: it stays to be read, marked as withdrawn, and is not in force any more.

    Parameters
    ----------
    name
        With the version, for instance ``power-generation@1.0``.

    Raises
    ------
    NotFoundError
        Where there is no such version.
    InputError
        Where none is named, it is withdrawn already, or nobody says why.
    WriteError
        Where it cannot be written; it then stands where it stood.
    """
    of, version = standing(base, name), name.partition("@")[2]
    there = ", ".join(one.name for one in of.versions) or "none yet"
    found = next((one for one in of.versions if one.version == version), None)
    if found is None:
        message = f"{name!r} is not a published version of {of.slug}; there are {there}"
        raise NotFoundError(message)
    if found.stands is PublicationStatus.WITHDRAWN:
        since = of.since(found)
        when = f", since {since.at:%Y-%m-%d} by {since.by}" if since else ""
        message = f"{found.name} is withdrawn already{when}; there is nothing left to do"
        raise InputError(message)
    if not mover.comment.strip():
        message = f"say with --comment why {found.name} is withdrawn: whoever relies on it will ask"
        raise InputError(message)
    return base.move(found, mover.change(of, base, version, PublicationStatus.WITHDRAWN))


def working_copy(of: Standing, name: str) -> Release:
    """Return the working copy of a standard.

    Parameters
    ----------
    name
        What was asked for: its slug, with or without the version of the working copy.

    Raises
    ------
    NotFoundError
        Where there is none.
    InputError
        Where another version is named: a published one is never moved on, and may only be withdrawn.
    """
    if of.working is None:
        message = f"there is no working copy of {of.slug} here; import it with `ladderworks import partnership FOLDER`"
        raise NotFoundError(message)
    if "@" in name and name != of.working.name:
        message = f"{name!r} is not the working copy, which alone is moved on; leave the version out: {of.slug}"
        raise InputError(message)
    return of.working


def next_commands(slug: str, stands: PublicationStatus) -> list[str]:
    """Return the commands that may follow where the working copy of a standard stands, as they are typed.

    Example
    -------
    >>> next_commands("harbor", PublicationStatus.DRAFT)
    ['`ladderworks standard review harbor --by NAME`']
    """
    commands = [COMMANDS[step] for step in NEXT[stands]]
    if stands is PublicationStatus.RATIFIED:
        commands.insert(0, "publish")
    return [f"`ladderworks standard {command} {slug} --by NAME`" for command in commands]


def commands_ahead(slug: str, stands: PublicationStatus | None) -> list[str]:
    """Return the commands that lead from where the working copy of a standard stands to its next version, in order.

    Parameters
    ----------
    stands
        `None` is a draft.

    Example
    -------
    >>> commands_ahead("harbor", PublicationStatus.REVIEW)
    ['`ladderworks standard ratify harbor --by NAME`', '`ladderworks standard publish harbor --by NAME`']
    """
    taken = [PublicationStatus.DRAFT, PublicationStatus.REVIEW, PublicationStatus.RATIFIED]
    steps = [COMMANDS[status] for status in taken[1:]] + ["publish"]
    return [f"`ladderworks standard {step} {slug} --by NAME`" for step in steps[taken.index(stands or taken[0]) :]]


def _agreement(base: KnowledgeBase, slug: str) -> Agreement | None:
    """Return the agreement on a standard, also where it is yet to begin; `None` where nothing is proposed for it."""
    asked = has_agreement(base, slug) or proposal_rounds(base, slug)
    return read_agreement(base, slug) if asked else None


def _no_step(of: Standing, stands: PublicationStatus, status: PublicationStatus) -> str:
    """Return why a standard cannot be moved to a status, and what can be done with it."""
    steps = " or ".join(next_commands(of.slug, stands))
    how = "is already" if stands is status else "cannot become"
    return f"{of.slug} stands at {stands.word} and {how} {status.word}; what can follow is {steps}"
