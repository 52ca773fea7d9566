"""What a reader of a ladder must know: what it leaves out, where it ends, and what its numbers are of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import numpy as np

from pathways.amounts import money, months, percent
from pathways.ladders.best_ways import best_ways
from pathways.ladders.refusals import refusals
from pathways.ladders.search import reachable
from pathways.ladders.sound import SUPPORTED
from pathways.ladders.transitions import transition
from pathways.ladders.unrated import is_unrated, unjudged
from pathways.ladders.wording import apprenticed, capital
from pathways.ladders.wording.pay import place_name
from pathways.ladders.wording.rungs import staying
from pathways.occupations.together import group_title
from pathways.occupations.wages import Region
from pathways.records.ladder import Direction, Step
from pathways.records.rung import Rung
from pathways.snapshot import Snapshot

MOST_NAMED = 3
"""Occupations that are named as leading to a goal."""
TRIED = 10
"""Of the occupations that can be reached at all, how many are looked at for one to which a way is drawn."""


def what_stands_between(snapshot: Snapshot, reached: int, goal: int) -> str:
    """Return how far one gets toward a goal that cannot be reached, and what the goal asks for."""
    near = str(snapshot.occupations[reached].label)
    between = _onward(snapshot, reached, goal)
    return f"The nearest rung that can be reached is {near}. {between}.{_asked(snapshot, reached, goal)}"


def _onward(snapshot: Snapshot, reached: int, goal: int) -> str:
    """Return how a ladder of its own leads on to the goal, else why the goal is no step from there."""
    far = str(snapshot.occupations[goal].label)
    if way := next(iter(best_ways(snapshot, reached, goal, None, 1)), ()):
        through = ", then ".join(str(snapshot.occupations[place].label) for place in way[1:-1])
        return f"From there a ladder of its own leads on to {far}{f' through {through}' if through else ''}"
    if is_unrated(snapshot, goal):
        return f"Whether {far} are a step from there cannot be judged"
    barred = [refusal.words for refusal in refusals(snapshot, reached, goal)]
    return f"{far} are no step from there, because {barred[0]}" if barred else f"{far} are too far from there"


def same_ends(snapshot: Snapshot, place: int) -> str:
    """Return that there is no way from an occupation to itself, and what to name."""
    return f"Start and goal are the same: {snapshot.occupations[place].label}. Name another goal, or none."


def too_far(snapshot: Snapshot, start: int, reached: int, goal: int) -> list[str]:
    """Say that no sound steps lead to a goal, how far one gets, what the goal asks for, and who gets there."""
    near, far = (str(snapshot.occupations[place].label) for place in (start, goal))
    asked, told = _asked(snapshot, start, goal), unjudged(snapshot, start, goal)
    new_start = f"{far}: a new start from {near}. No ladder of sound steps leads there."
    alone = asked.strip() if told else f"No rung toward it is close.{asked}"
    return [
        f"{capital(told)}." if told else new_start,
        *filter(None, [alone if reached == start else what_stands_between(snapshot, reached, goal)]),
        *_entered_from(snapshot, goal),
    ]


def _asked(snapshot: Snapshot, start: int, goal: int) -> str:
    """Return what a goal asks for besides skills: schooling and its subject, a license, an apprenticeship."""
    step = transition(snapshot, start, goal)
    education, subject = step.preparation.education, snapshot.programs.named(goal)
    schooling = f"{education} ({subject})" if education and subject else education or subject
    wanted = [words for words in (schooling, step.preparation.license, *apprenticed(step)) if words]
    return f" The goal asks for: {'; '.join(wanted)}." if wanted else ""


def _entered_from(snapshot: Snapshot, goal: int) -> list[str]:
    """Name the occupations in a lower job zone from which a sound step leads to a goal, the shortest steps first."""
    below = (snapshot.zones > 0) & (snapshot.zones < snapshot.zones[goal])
    sound = below & (snapshot.steps.support[:, goal] >= SUPPORTED)
    costs = np.where(sound, snapshot.steps.cost[:, goal], np.inf)
    best = [int(place) for place in np.argsort(costs, kind="stable")[:MOST_NAMED] if np.isfinite(costs[place])]
    names = "; ".join(str(snapshot.occupations[place].label) for place in best)
    return [f"Occupations from which a sound step leads there: {names}."] if best else []


def directly(snapshot: Snapshot, start: int, goal: int, ways: Sequence[Sequence[int]]) -> list[str]:
    """Say whether one step leads to a goal, too, where all ways drawn have rungs between: by what, or why not."""
    drawn = any(way[-1] == goal and len(way) > 2 for way in ways)
    if not drawn or any(len(way) == 2 for way in ways):
        return []
    near, far = (str(snapshot.occupations[place].label) for place in (start, goal))
    if barred := refusals(snapshot, start, goal):
        return [f"Not directly: {far} are no step from {near}, because {barred[0].words}."]
    opened = _opened(snapshot, start, goal)
    if opened and not snapshot.steps.another_degree[start, goal]:
        return [f"Also directly, with no rung between: by {opened}."]
    return [f"Not drawn directly: from {near} to {far} {_why_not_drawn(snapshot, start, goal)}."]


def _opened(snapshot: Snapshot, start: int, goal: int) -> str:
    """Return the schooling in a subject and the license that open a goal in one step, which skills alone would not."""
    if snapshot.steps.support[start, goal] < SUPPORTED:
        return ""
    education, subject = snapshot.education(goal), snapshot.programs.named(goal)
    schooling = f"{education} ({subject})" if education and subject else ""
    return "; ".join(filter(None, (schooling, snapshot.license(goal))))


def _why_not_drawn(snapshot: Snapshot, start: int, goal: int) -> str:
    """Return why a step that no rule bars is not drawn where there are rungs between."""
    steps, gap = snapshot.steps, float(snapshot.gaps[start, goal])
    if steps.another_degree[start, goal] or steps.another_apprenticeship[start, goal]:
        return "one would begin anew, with another degree or another apprenticeship"
    if steps.support[start, goal] < SUPPORTED:
        return "too little speaks for one step: what the work, its knowledge and its programs share"
    new = "" if np.isnan(gap) else f", {percent(gap)} of what the job asks at once"
    return f"one step is possible, and longer than those by the rungs between{new}"


def nothing_near(snapshot: Snapshot, start: int, region: Region | None) -> str:
    """Return that no next step is drawn from an occupation, and whether there are ways to a goal that one names."""
    if told := unjudged(snapshot, start):
        return f"{capital(told)}."
    name = str(snapshot.occupations[start].label)
    costs = reachable(snapshot, start)
    cheapest = np.argsort(costs, kind="stable")
    far = (int(place) for place in cheapest if np.isfinite(costs[place]) and place != start)
    if not any(best_ways(snapshot, start, place, region, 1) for place in islice(far, TRIED)):
        return f"No step up from {name} was found."
    return (
        f"No next step from {name} is close enough to be drawn without a goal. There are ways on to some occupations: "
        "name where you want to get, and they are drawn."
    )


def dead_ends(rungs: Sequence[Rung]) -> list[str]:
    """Name the rungs from which nothing leads up, those apart at which one can stay."""
    ends = [str(rung.label) for rung in rungs if rung.dead_end and not rung.off_ramp]
    return [f"Dead ends, from which no step leads up here: {', '.join(ends)}."] if ends else []


def off_ramps(rungs: Sequence[Rung], enough: float | None) -> list[str]:
    """Name the rungs that lead no further and at which one can stay, and why.

    Parameters
    ----------
    enough
        US dollars a year that are enough to stay; ``None`` where that is not known.
    """
    ramps = [f"{rung.label} ({staying(rung)})" for rung in rungs if rung.off_ramp]
    paid = f"; {money(enough)} a year counts as enough" if enough is not None else ""
    return [f"Off-ramps, where no step leads further but one can stay{paid}: {'; '.join(ramps)}."] if ramps else []


def no_way_in(snapshot: Snapshot, rungs: Sequence[Rung]) -> list[str]:
    """Name the rungs to which nothing leads and where one cannot begin, with what usually leads there."""
    closed = [f"{rung.label} ({usual_way(snapshot, rung)})" for rung in rungs if rung.no_way_in]
    if not closed:
        return []
    return [f"No step of this ladder leads to these; what usually does: {'; '.join(closed)}."]


def usual_way(snapshot: Snapshot, rung: Rung) -> str:
    """Return the schooling, training, experience and license that usually lead to a rung."""
    place, ready = snapshot.occupations.by_iri[rung.occupation], snapshot.preparation
    spells = ((ready.said("training", place), "of training"), (ready.said("experience", place), "of related work"))
    long = [f"about {months(round(time))} {what}" for time, what in spells if time >= 1]
    return ", ".join(filter(None, (rung.education, *long, rung.license))) or "not known"


def unknown_preparation(rungs: Sequence[Rung]) -> list[str]:
    """Name the rungs of which no release says what preparation they take."""
    strange = [str(rung.label) for rung in rungs if not rung.zone and not rung.education]
    if not strange:
        return []
    return [f"No release rates these or says what preparation they take: {', '.join(strange)}."]


def drawn_below(rungs: Sequence[Rung], steps: Sequence[Step]) -> list[str]:
    """Say of those who lead, and whose job zone is lower than that of those they lead, why the arrow points down."""
    by_iri = {rung.occupation: rung for rung in rungs}
    pairs = [(by_iri[step.start], by_iri[step.end]) for step in steps if step.direction is not Direction.LATERAL]
    return [
        f"{end.label} lead, and yet stand below {start.label}: their job zone says that they need less preparation."
        for start, end in pairs
        if 0 < end.zone < start.zone
    ]


def pay_stands_in(rungs: Sequence[Rung]) -> list[str]:
    """Name the rungs of which a region publishes no pay, and say whose stands in."""
    found: dict[tuple[str, str], list[str]] = {}
    for rung in rungs:
        if rung.wage and rung.wage.instead_of:
            found.setdefault((rung.wage.instead_of, rung.wage.region), []).append(str(rung.label))
    return [
        f"{own} publishes no pay of {'; '.join(names)}: that of {place_name(wider)} stands in."
        for (own, wider), names in found.items()
    ]


def grouped_pay(snapshot: Snapshot, places: Sequence[int], region: Region | None) -> list[str]:
    """Name the rungs whose pay is that of a group that is published together, and the group."""
    pay = snapshot.regional(region)
    groups: dict[str, list[str]] = {}
    for place in places:
        if pay.is_grouped(place):
            occupation = snapshot.occupations[place]
            groups.setdefault(group_title(occupation.code), []).append(str(occupation.label))
    return [_grouped(group, "; ".join(names)) for group, names in groups.items()]


def _grouped(group: str, names: str) -> str:
    if not group:
        return f"Pay is published only for a wider group that includes: {names}."
    return f"Pay of {names}: that of {group}, whom the Bureau of Labor Statistics publishes together."
