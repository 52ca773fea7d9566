"""Which entry jobs lead to an occupation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from pathways.amounts import count, money, months
from pathways.ladders.best_ways import best_ways
from pathways.ladders.climbs import MOST_COST, NEXT_RELATED
from pathways.ladders.notes import what_stands_between
from pathways.ladders.search import Way
from pathways.ladders.standing import ENTRY_MONTHS, ENTRY_ZONE, passable
from pathways.ladders.transitions import DEGREE_MONTHS, preparation_of
from pathways.ladders.unrated import unjudged
from pathways.ladders.wording.pay import in_place
from pathways.occupations.licenses import license_field
from pathways.questions.field import Field
from pathways.questions.records import EntryWay, LeadsTo
from pathways.questions.sources import sources
from pathways.snapshot import Snapshot
from pathways.steps.costs import TRADES
from pathways.steps.leadership import in_field

MOST_WAYS = 10
"""Entry jobs that are named."""
MOST_PASSED = 5
"""Rungs between that are named."""
MOST_MISSED = 5
"""Rungs just below the goal, left out, that are named."""
_LESS_SKILL = re.compile(r"^help\b.*\b(?:less(?:er)? skill|for other workers)", re.IGNORECASE)
"""How the SOC defines helpers: "Help electricians by performing duties requiring less skill"."""
MOST_STEPS = 4
"""Steps of a way from an entry job that somebody would plan for."""
DETOUR, DEARER = 1.5, 0.75
"""What a way may cost in times of the cheapest from any entry job, or beside it, before it is a detour: most entry jobs
lead to nurses by way of other work."""

RELATED = 0.2
"""Least relatedness of an entry job to the goal: with less, it has nothing to do with it, whatever lies between. Of the
entry jobs of seven goals, from nurses to truck drivers, those below had no more in common than being entry jobs."""


def leads_to(field: Field, goal: int, most: int = MOST_WAYS) -> LeadsTo:
    """Return the entry jobs of a field that lead to an occupation by sound steps, the cheapest way first.

    Parameters
    ----------
    goal
        A place in the snapshot; it need not be in the field.
    most
        Entry jobs to name; all are counted.
    """
    begin = [place for place in field.entries if place != goal]
    lowest, missed = lowest_rungs(field, goal)
    entries = [*begin, *lowest]
    worth = _worth(field, goal, entries)
    found = [way for way, _ in worth[:most]]
    return LeadsTo(
        title=f"Which entry jobs lead to {field.named(goal).label}",
        asked={"goal": field.snapshot.occupations[goal].code, "of": field.label},
        summary=_summary(field, goal, (len(entries), len(worth)), found),
        notes=(
            *field.notes,
            *_notes(field, goal),
            *_passed(field, [ways for _, ways in worth]),
            *_left_out(field, goal, lowest, missed),
        ),
        sources=sources(field),
        goal=field.named(goal),
        entries=len(entries),
        reaching=len(worth),
        pay=field.pay(goal),
        wage_region=field.wider(goal),
        found=tuple(found),
    )


def _worth(field: Field, goal: int, entries: Sequence[int]) -> list[tuple[EntryWay, Sequence[Way]]]:
    """Return the ways from entry jobs that are no detour, the cheapest first, each with all sound ones from there."""
    near = [place for place in entries if _has_to_do_with(field.snapshot, place, goal)]
    costs = {place: cost for place in near if np.isfinite(cost := _cost(field, place, goal))}
    cheapest = min(costs.values(), default=0.0)
    most_cost = max(DETOUR * cheapest, cheapest + DEARER)
    sound = [ways for place in costs if (ways := _sound_ways(field, place, goal))]
    worth = [(way, ways) for ways in sound if (way := _entry_way(field, ways)).cost <= most_cost]
    return sorted(worth, key=lambda pair: pair[0].cost)


def lowest_rungs(field: Field, goal: int) -> tuple[list[int], list[int]]:
    """Return the helpers of the trade of a goal, though they ask for more than an entry job, and what else is missed.

    All are in job zone 1 or 2, closely related to the goal and one sound step below it. What helpers report of
    experience is taken for the time that they have been helpers: nothing stands below them in their trade.
    """
    low = [place for place in field.members if 1 <= field.snapshot.zones[place] <= ENTRY_ZONE and place != goal]
    near = [place for place in low if place not in field.entries and _is_just_below(field, place, goal)]
    near.sort(key=lambda place: float(field.snapshot.steps.cost[place, goal]))
    helpers = [place for place in near if _helps(field, place)]
    return helpers, [place for place in near if place not in helpers]


def _helps(field: Field, place: int) -> bool:
    """Return whether the SOC defines an occupation by whom it helps, with duties of less skill than theirs."""
    return bool(_LESS_SKILL.search(field.snapshot.occupations[place].description))


def _is_just_below(field: Field, place: int, goal: int) -> bool:
    """Return whether one sound step leads from a rung of less preparation, and of no entry job, to the goal."""
    snapshot = field.snapshot
    total = snapshot.preparation.total
    lower = snapshot.zones[place] <= snapshot.zones[goal] and total[place] < total[goal] and not _declared(field, place)
    sound = snapshot.steps.cost[place, goal] <= MOST_COST and snapshot.steps.relatedness[place, goal] >= NEXT_RELATED
    return bool(lower and sound and passable(snapshot, place, goal)[goal])


def _declared(field: Field, place: int) -> bool:
    """Return whether a partnership says where one begins in this occupation."""
    return any(place in sector.members for sector in field.snapshot.sectors if sector.declared)


def _passed(field: Field, found: Sequence[Sequence[Way]]) -> Iterator[str]:
    """Yield the rungs between through which one may go from half of the entry jobs or more, those of the most first.

    The cheapest way alone would skip rungs on which many stand for a while.
    """
    passed = Counter(rung for ways in found for rung in {rung for way in ways for rung in way[1:-1]})
    often = [(rung, jobs) for rung, jobs in passed.most_common() if 2 * jobs >= len(found)][:MOST_PASSED]
    if often:
        names = ", ".join(f"{field.named(rung).label} ({jobs} of {len(found)})" for rung, jobs in often)
        yield f"Rungs between, with the number of entry jobs from which a way goes through them: {names}."


def _left_out(field: Field, goal: int, lowest: Sequence[int], missed: Sequence[int]) -> Iterator[str]:
    """Yield which rungs just below the goal count as entry jobs though they ask for more, and which do not."""
    total, title = field.snapshot.preparation.total, field.named(goal).label
    for place in lowest:
        yield (
            f"Those who are {field.named(place).label} report {months(round(float(total[place])))} of preparation in "
            f"all, more than the {ENTRY_MONTHS} of an entry job. They count as one all the same: nothing stands below "
            "them in their trade, and what helpers report may well be how long they have been helpers."
        )
    leaders = [place for place in missed if field.snapshot.ranks[place] > 0]
    if leaders:
        led = _few([str(field.named(place).label) for place in leaders])
        yield f"One step below {title}, but left out because nobody begins by leading others: {led}."
    if others := [place for place in missed if place not in leaders]:
        names = _few([f"{field.named(place).label} ({months(round(float(total[place])))})" for place in others])
        yield (
            f"One step below {title}, but left out because they ask for more preparation than the {ENTRY_MONTHS} "
            f"months of an entry job: {names}."
        )


def _few(names: Sequence[str]) -> str:
    """Return the first of some names, and how many more there are."""
    more = f" and {len(names) - MOST_MISSED} more" if len(names) > MOST_MISSED else ""
    return f"{', '.join(names[:MOST_MISSED])}{more}"


def _cost(field: Field, start: int, goal: int) -> float:
    """Return the cost of the cheapest chain of sound steps, tolls aside; infinite where there is none."""
    allowed = passable(field.snapshot, start, goal)
    if not allowed[goal]:
        return float("inf")
    roads = _sound(field)
    roads.data = np.where(allowed[roads.indices], roads.data, np.inf)
    return float(dijkstra(roads, indices=start)[goal])


def _sound(field: Field) -> csr_matrix:
    """Return the roads without the steps that are too long to be drawn as one."""
    roads = field.snapshot.roads.copy()
    roads.data = np.where(roads.data <= MOST_COST, roads.data, np.inf)
    return roads


def _has_to_do_with(snapshot: Snapshot, start: int, goal: int) -> bool:
    """Return whether an entry job is related to a goal, or is of the field that it manages.

    What managers do all day is unlike the work of those who become them.
    """
    related = snapshot.steps.relatedness[start, goal] >= RELATED
    return bool(related or in_field(str(snapshot.soc[start]), str(snapshot.soc[goal])))


def _sound_ways(field: Field, start: int, goal: int) -> list[Way]:
    """Return the ways from an entry job, the cheapest first, without those that are long, or have a step that is."""
    cost = field.snapshot.steps.cost
    ways = [way for way in best_ways(field.snapshot, start, goal, field.region) if len(way) <= MOST_STEPS + 1]
    near = [way for way in ways if all(cost[pair] <= MOST_COST for pair in pairwise(way))]
    return [way for way in near if not any(_is_other_trade(field, rung, goal) for rung in way[1:-1])]


def _entry_way(field: Field, ways: Sequence[Way]) -> EntryWay:
    """Return an entry job by its ways, the best of them first."""
    best, cost, total = ways[0], field.snapshot.steps.cost, field.snapshot.preparation.total
    start, goal = best[0], best[-1]
    return EntryWay(
        entry=field.named(start),
        ways=len(ways),
        cost=round(float(sum(cost[pair] for pair in pairwise(best))), 2),
        months=round(max(0.0, float(total[goal] - total[start])), 1),
        rungs=tuple(field.named(place) for place in best),
        asks=tuple(dict.fromkeys(ask for pair in pairwise(best) for ask in _asks(field, start, *pair))),
        pay=field.pay(start),
        wage_region=field.wider(start),
    )


def _is_other_trade(field: Field, rung: int, goal: int) -> bool:
    """Return whether a rung is a licensed trade of its own beside the one of the goal: nobody is apprenticed twice."""
    codes = [field.snapshot.occupations[place].code[:2] for place in (rung, goal)]
    licenses = [license_field(field.snapshot.license(place)) for place in (rung, goal)]
    trades = all(code in TRADES for code in codes) and all(licenses)
    return bool(trades and licenses[0] != licenses[1] and field.snapshot.zones[rung] >= field.snapshot.zones[goal])


def _asks(field: Field, first: int, start: int, end: int) -> Sequence[str]:
    """Return the license and the schooling that a step asks for; schooling counts from where the way begins."""
    months = field.snapshot.preparation.degree
    more = months[end] > months[start] and months[end] - months[first] >= DEGREE_MONTHS
    preparation = preparation_of(field.snapshot, start, end)
    school = [preparation.education] if more and preparation.education else []
    return [*school, *([preparation.license] if preparation.license else [])]


def _summary(field: Field, goal: int, counted: tuple[int, int], found: Sequence[EntryWay]) -> str:
    entries, reaching = counted
    title = str(field.named(goal).label)
    if not entries:
        return f"No entry job is known among {field.label}, so none leads to {title}."
    if not found and (told := unjudged(field.snapshot, goal)):
        return f"Which entry jobs lead to {title} cannot be said: {told}."
    if not found:
        return f"No entry job of {field.label} leads to {title} by sound steps. {_instead(field, goal)}"
    first = found[0]
    pay = f" The median there is {money(pay)} a year{in_place(field.wider(goal))}." if (pay := field.pay(goal)) else ""
    steps = count(len(first.rungs) - 1, "step")
    lead = "leads" if reaching == 1 else "lead"
    return (
        f"{reaching} of {count(entries, 'entry job')} of {field.label} {lead} to {title} by sound steps without a "
        f"detour. The cheapest way, of {steps}, begins with {first.entry.label}.{pay}"
    )


def _instead(field: Field, goal: int) -> str:
    """Say which rung leads there, though nobody begins at it; else what stands between the closest entry job and it."""
    snapshot = field.snapshot
    before = (
        (snapshot.zones > 0)
        & (snapshot.steps.cost[:, goal] <= MOST_COST)
        & (snapshot.steps.relatedness[:, goal] >= NEXT_RELATED)
    )
    rungs = [int(place) for place in np.flatnonzero(before) if passable(snapshot, int(place), goal)[goal]]
    if rungs:
        lowest = min(rungs, key=lambda place: (int(snapshot.zones[place]), float(snapshot.steps.cost[place, goal])))
        asked = months(round(float(snapshot.preparation.total[lowest])))
        return (
            f"The closest of the lowest rungs below it is {field.named(lowest).label}, which asks for {asked} itself."
        )
    others = [place for place in field.entries if place != goal]
    nearest = max(others, key=lambda place: float(snapshot.relatedness[place, goal]))
    return what_stands_between(snapshot, nearest, goal)


def _notes(field: Field, goal: int) -> list[str]:
    title = str(field.named(goal).label)
    notes = [f"{title} can be an entry job itself."] if goal in field.entries else []
    return notes if field.region else [*notes, "No pay is known here, so pay did not count."]
