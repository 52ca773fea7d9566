"""Who came to a partnership and left it, and how its members stand otherwise."""

from __future__ import annotations

from ontology.frozen import Frozen
from standards.differences.thing import Thing


class Membership(Frozen):
    """Who came to a partnership, and who left it; who left may still be described.

    Parameters
    ----------
    joined, left
        By address.
    """

    partnership: Thing
    joined: tuple[Thing, ...] = ()
    left: tuple[Thing, ...] = ()


class Stand(Frozen):
    """How a member stands to a statement, or to the whole standard.

    Parameters
    ----------
    position
        As people say it: ``endorse``, ``adopt with change``, ``dissent``, ``ratify``.
    change
        What it adopts instead, empty where it is nothing else.
    """

    position: str
    change: str = ""
    reason: str = ""


class PositionChange(Frozen):
    """How a member of the newer version stands otherwise to something, with what is not said on one side as ``None``.

    Parameters
    ----------
    subject
        A statement, or the standard.
    """

    member: Thing
    subject: Thing
    before: Stand | None
    after: Stand | None
