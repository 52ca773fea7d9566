"""The notes of a plan: how it was chosen, and what its reader must know besides."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.ladders.transitions import DEGREE_MONTHS
from pathways.plans.choice import Choice
from pathways.plans.covering import Cover
from pathways.plans.way import Way


def method(cover: Cover) -> str:
    """Return in a sentence whether a choice is the shortest; empty where nothing is chosen."""
    if not cover.chosen:
        return ""
    if cover.exact:
        return (
            "No shorter choice of these courses and credentials covers the same: proven by branch and bound, "
            "counted in hours."
        )
    return (
        "A good choice, not proven the shortest: there are too many courses and credentials to try all choices. "
        "None of it can be left out."
    )


def notes(choice: Choice) -> Iterator[str]:
    """Yield what the reader of a plan must know of it."""
    way = choice.way
    yield from way.ladder.notes if not way.places or not way.reachable else ()
    if way.start == way.goal:
        yield "You are there already. Held against the job is what the record says apart from it."
    if way.to_goal.gap is None:
        goal = way.reference(way.goal).label
        yield f"Nothing rates what {goal} need: what carries over and what is missing cannot be said."
    yield from way.held.notes
    yield from _schooling(way)
    if choice.waived:
        yield (
            f"Counted as passed, for they teach only what you have by then: {', '.join(choice.waived)}. "
            "Ask the college for credit for prior learning."
        )
    yield from _licenses(choice)


def _schooling(way: Way) -> Iterator[str]:
    """Yield which rungs ask for more school than the start has, where single courses would not do."""
    months = way.snapshot.preparation.degree
    for place in way.places:
        if months[place] - months[way.start] >= DEGREE_MONTHS:
            yield (
                f"{way.reference(place).label}: employers usually ask for schooling ({way.snapshot.education(place)}). "
                "Courses picked one by one lead to no degree; compare the whole programs below, if any is named."
            )


def _licenses(choice: Choice) -> Iterator[str]:
    """Yield which rungs need a license that no credential here leads to."""
    way = choice.way
    for place in way.places:
        rung, license_ = way.reference(place), way.snapshot.license(place)
        if license_ and not choice.required(rung.iri) and license_ != way.snapshot.license(way.start):
            yield (
                f"{rung.label} need a license ({license_}); no credential here says how to get it, "
                "so it is not in the plan. Ask the board that issues it."
            )
