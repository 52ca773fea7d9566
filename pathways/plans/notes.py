"""The notes of a plan: how it was chosen, and what its reader must know besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.ladders.transitions import DEGREE_MONTHS
from pathways.ladders.unrated import instead, is_unrated
from pathways.ladders.wording import capital
from pathways.plans.choice import Choice
from pathways.plans.covering import Cover
from pathways.plans.plan import ProgramShare
from pathways.plans.way import PlannedWay


def method(cover: Cover) -> str:
    """Return in a sentence whether a choice is the shortest; empty where nothing is chosen."""
    if not cover.chosen:
        return ""
    if cover.exact:
        return (
            "No choice of these courses and credentials that takes fewer hours covers the same: all choices were "
            "weighed."
        )
    return (
        "A good choice, though a shorter one may exist: there are too many courses and credentials to try them all. "
        "None of it can be left out."
    )


def notes(choice: Choice, programs: Sequence[ProgramShare]) -> Iterator[str]:
    """Yield what the reader of a plan must know of it.

    Parameters
    ----------
    programs
        Whole ones that teach any of what is missing.
    """
    way = choice.way
    yield from way.ladder.notes if not way.reachable else ()
    if way.start == way.goal:
        yield "You are there already. Held against the job is what the record says apart from it."
    if not way.to_goal.needs:
        goal = way.reference(way.goal).label
        yield f"Nothing rates what {goal} need: what carries over and what is missing cannot be said."
    yield from _unrated(way)
    yield from way.held.notes
    yield from _schooling(way, programs)
    if choice.waived:
        yield (
            f"Counted as passed, for they teach only what you have by then: {', '.join(choice.waived)}. "
            "Ask the college for credit for prior learning."
        )


def _unrated(way: PlannedWay) -> Iterator[str]:
    """Yield that nothing rates the start, and which jobs to name instead: the nearest, and of a military one where."""
    if way.rating is None or way.rating.rated[way.start]:
        return
    told = [
        f"Nothing rates what {way.reference(way.start).label} do, so what that job brings is not known: only the lines "
        "of the record are counted."
    ]
    if near := way.rated_instead:
        told.append(
            f"Nearest of those that are rated is {near.label}: if that is your work as well, name it with from."
        )
    if way.reachable and is_unrated(way.snapshot, way.start):  # else the notes of the ladder say it
        told.append(f"{capital(instead(way.snapshot, way.start))}.")
    yield " ".join(told)


def _schooling(way: PlannedWay, programs: Sequence[ProgramShare]) -> Iterator[str]:
    """Yield which rungs ask for more school than the start has, where single courses would not do."""
    months = way.snapshot.preparation.degree
    whole = "compare the whole programs below" if programs else "look for a whole program"
    for place in way.places:
        if months[place] - months[way.start] >= DEGREE_MONTHS:
            yield (
                f"{way.reference(place).label}: employers usually ask for schooling ({way.snapshot.education(place)}). "
                f"Courses picked one by one lead to no degree; {whole}."
            )
