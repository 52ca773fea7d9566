"""What occupations ask for otherwise, and what moved from one to another."""

from __future__ import annotations

from ontology.frozen import Frozen
from standards.differences.thing import Thing


class Need(Frozen):
    """How an occupation asks for something; with nothing said, that it does.

    Parameters
    ----------
    relation
        ``essential``, ``optional``, ``task``, ``technology``, ``tool``; several are parted by commas.
    importance
        1 (not important) to 5 (extremely important).
    level
        0 to 7, on the scale of the competency's own anchors.
    """

    relation: str = ""
    importance: float | None = None
    level: float | None = None


class NeedChange(Frozen):
    """What an occupation asks for otherwise, or only before, or only now; of ratings only what was changed."""

    occupation: Thing
    competency: Thing
    before: Need | None
    after: Need | None


class JobChange(Frozen):
    """That another job or occupation asks for a competency than before.

    Parameters
    ----------
    before, after
        What a firm calls its job, with its name; else the title of the occupation.
    """

    competency: Thing
    before: str
    after: str
