"""Answers on what teaching does: which competencies open doors, and a ladder before and after a lesson."""

from __future__ import annotations

from ontology.frozen import Frozen
from ontology.records import Iri, Text
from pathways.questions.records import Answer, Named, Passage
from pathways.records.step import Reference, Share


class Door(Frozen):
    """What teaching one competency would do to the steps of a sector.

    Parameters
    ----------
    kind
        Of the competency: a skill and a knowledge may share a label.
    opened
        Steps that skills alone open after and not before: sound, short, without a license and without more schooling.
    eased
        Sound steps whose gap falls by a twentieth of itself or more.
    removed
        Sum of what the gaps of the sound steps fall by: 1 is the whole gap of one step.
    taught_by
        Courses that teach it already, as far as a release says.
    """

    competency: Iri
    label: Text
    kind: Iri
    opened: tuple[Passage, ...]
    eased: int
    removed: float
    taught_by: tuple[Reference, ...] = ()


class Doors(Answer):
    """Which competencies open the most doors in a sector.

    Parameters
    ----------
    steps
        How many sound steps lead up in the sector, gaps known.
    to_learn
        Sum of the gaps of these.
    competencies
        How many were taught, one at a time.
    """

    steps: int
    to_learn: float
    competencies: int
    found: tuple[Door, ...] = ()


class TaughtStep(Frozen):
    """A step before and after a skill is taught.

    Parameters
    ----------
    opens
        Whether skills alone open it after, and did not before.
    """

    passage: Passage
    gap_after: Share
    opens: bool = False


class Taught(Answer):
    """What happens to a sector's ladder when skills are taught in one more course.

    Parameters
    ----------
    competencies
        What is taught.
    courses
        How many courses teach any of it already.
    open_before, open_after
        Steps up that skills alone open: sound, short, without a license and without more schooling.
    reached_before, reached_after
        Rungs that are reached from the entry rungs by such steps without a license, more schooling or lower pay.
    newly_reached
        Those of the second that are not of the first.
    """

    competencies: tuple[Reference, ...]
    courses: int
    open_before: int
    open_after: int
    reached_before: int
    reached_after: int
    newly_reached: tuple[Named, ...] = ()
    found: tuple[TaughtStep, ...] = ()
