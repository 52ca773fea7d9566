"""Occupations known by title alone: nothing rates them, so no step can be judged, and a job beside is to be named."""

from __future__ import annotations

from typing import Final

from pathways.occupations.catalog import MILITARY_GROUP
from pathways.snapshot import Snapshot

CIVILIAN_JOBS: Final = "https://www.onetonline.org/crosswalk/MOC/ lists the civilian occupations of each military code"
"""Where who served finds the civilian jobs beside a military one."""

CLOSE: Final = 0.65
"""Relatedness from which on a job is named beside one known by title alone. Of the military jobs of O*NET 29.3 it names
airfield operations beside those who launch aircraft (0.68 to 0.77), and neither forest fire inspectors beside artillery
(0.52) nor fire-prevention engineers beside infantry (0.38)."""


def is_unrated(snapshot: Snapshot, place: int) -> bool:
    """Return whether no release rates an occupation or says what preparation it takes, though others are rated.

    Military occupations and what is left of a group are; software developers, whose tasks and job zone are known, not.
    """
    known = snapshot.zones[place] > 0 or any(rating.rated[place] for rating in snapshot.requirements)
    return bool(snapshot.requirements) and not known


def unjudged(snapshot: Snapshot, *places: int) -> str:
    """Return that no step between some occupations can be judged, and what to name instead; empty where all are known.

    A clause without a capital or a period, to stand behind "because".
    """
    if not (unrated := [place for place in dict.fromkeys(places) if is_unrated(snapshot, place)]):
        return ""
    names = " and ".join(str(snapshot.occupations[place].label) for place in unrated)
    return f"nothing rates {names}, so no step can be judged; {instead(snapshot, *unrated)}"


def instead(snapshot: Snapshot, *unrated: int) -> str:
    """Return which job to name in the stead of those that nothing rates; of a military one, where to find it, too."""
    if any(snapshot.occupations[place].code.startswith(MILITARY_GROUP) for place in unrated):
        return f"name the civilian job whose work it is ({CIVILIAN_JOBS})"
    return "name a job that is rated and whose work is like it"
