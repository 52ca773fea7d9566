"""A revision: what a newer version changes, as those who live by it read it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ontology.frozen import Frozen


class Part(StrEnum):
    """The parts of a revision, in their order."""

    NEW = "New"
    REWORDED = "In other words"
    FOLLOWED = "Split, merged or replaced"
    DROPPED = "Dropped"
    ASKED = "Asked for otherwise"
    OTHER = "Moved, recoded or tidied up"


class Named(Frozen):
    """A thing as it is named.

    Parameters
    ----------
    text
        What it says in full, where that is more than its name.
    """

    address: str
    code: str = ""
    name: str
    text: str = ""


class Change(Frozen):
    """What was changed of one field; of several texts or values only those that differ.

    Parameters
    ----------
    field
        What people call it: ``statement``, ``category``.
    """

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Demand(Frozen):
    """How an occupation asks for it.

    Parameters
    ----------
    of
        Code, or else name, of what it asks for: of what was split or merged, of which part.
    before, after
        In words, for instance ``essential, level 4``; empty where it does not ask, of both only what differs.
    jobs
        What the firm that reads calls its own jobs there.
    """

    occupation: str
    of: str
    before: str = ""
    after: str = ""
    jobs: tuple[str, ...] = ()


class Said(Frozen):
    """The published position of an organization.

    Parameters
    ----------
    organization
        Its name.
    """

    organization: str
    position: str
    change: str = ""
    reason: str = ""


class Own(Frozen):
    """How the firm that reads stands to a thing.

    Parameters
    ----------
    before, now
        Its positions in the two versions; ``None`` where it took none.
    """

    before: Said | None = None
    now: Said | None = None

    @property
    def has_spoken(self) -> bool:
        """Whether it took a position in either version."""
        return bool(self.before or self.now)


class Stands(Frozen):
    """Who stands how to one of the things that an item is of: to each part of what was split, and to the whole.

    Parameters
    ----------
    address
        Of the thing, that of now where one took the place of one.
    adopters
        How many firms adopt it, where it is new or reads otherwise, as published; ``None`` where nobody was asked.
    said
        Published positions that are more than an endorsement: with a change, or a reason.
    own
        ``None`` where no firm reads.
    """

    address: str
    adopters: int | None = None
    said: tuple[Said, ...] = ()
    own: Own | None = None


class Item(Frozen):
    """One thing with all that was changed of it.

    Parameters
    ----------
    kind
        What people call it: ``skill``, ``occupation``.
    how
        ``split``, ``merged``, ``replaced``, ``moved to another address``; else empty.
    older, newer
        What it was before, and what it is now; one of the two is empty where it is new or dropped.
    stands
        Who stands how to the things that it is of; only those that somebody was asked about or spoke on.
    words
        Those of the firm that reads, in its own list; nobody else reads them.
    """

    kind: str
    how: str = ""
    older: tuple[Named, ...] = ()
    newer: tuple[Named, ...] = ()
    changes: tuple[Change, ...] = ()
    demands: tuple[Demand, ...] = ()
    stands: tuple[Stands, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def named(self) -> Named:
        """What it is called now, or was called last; of what was split, the whole."""
        first = self.older if len(self.newer) != 1 else self.newer
        return first[0]

    @property
    def concerns(self) -> bool:
        """Whether it touches the words, a position or the jobs of the firm that reads."""
        return bool(self.words) or self.has_spoken or any(one.jobs for one in self.demands)

    @property
    def has_spoken(self) -> bool:
        """Whether the firm that reads took a position on any of the things that it is of."""
        return any(one.own and one.own.has_spoken for one in self.stands)

    @property
    def is_of_several(self) -> bool:
        """Whether it was split or merged, so that of everything is told what it is about."""
        return len(self.older) > 1 or len(self.newer) > 1

    def called(self, address: str) -> str:
        """Return the code, or else the name, of one of the things that it is of."""
        one = next(one for one in (*self.newer, *self.older) if one.address == address)
        return one.code or one.name


class Section(Frozen):
    """The items of a part, by code and name."""

    part: Part
    items: tuple[Item, ...]


class Turn(Frozen):
    """That a member stands otherwise than before, with ``None`` where it takes no position.

    Parameters
    ----------
    organization
        Its name.
    subject
        A statement, or the standard.
    """

    organization: str
    subject: Named
    before: Said | None = None
    now: Said | None = None


class Version(Frozen):
    """One of the two versions.

    Parameters
    ----------
    name
        As commands name it, for instance ``harbor@1.0``.
    day
        When it was published, where that is known.
    firms
        How many firms are members; 0 where it has none.
    """

    name: str
    version: str
    day: date | None = None
    firms: int = 0


class Revision(Frozen):
    """What a newer version changes.

    Parameters
    ----------
    title
        Of the standard, or of the source.
    firm
        Name of the firm that reads; empty where anybody may.
    last_day
        On which that firm was a member, of one that left and where it is known.
    withdrawn
        Which of the two versions, and of those that were published between them, were withdrawn: ``1.1``.
    came, gone
        Names of the organizations that take part now, and of those that do no more.
    ratified
        Names of the unions that ratify the newer version.
    positions
        Who stands otherwise to a statement that goes on as it was; to the others, their items say it.
    whole
        Who stands otherwise to the standard, but for the unions that ratify it.
    """

    title: str
    older: Version
    newer: Version
    firm: str = ""
    last_day: date | None = None
    withdrawn: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    came: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    ratified: tuple[str, ...] = ()
    positions: tuple[Turn, ...] = ()
    whole: tuple[Turn, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def has_joined(self) -> bool:
        """Whether the firm that reads is a member now and was none before."""
        return self.firm in self.came

    @property
    def has_left(self) -> bool:
        """Whether the firm that reads was a member before and is none now."""
        return self.firm in self.gone

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order of the page."""
        return tuple(item for section in self.sections for item in section.items)

    def of(self, part: Part) -> tuple[Item, ...]:
        """Return the items of a part."""
        return next((section.items for section in self.sections if section.part is part), ())
