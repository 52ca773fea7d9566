"""Why one occupation is a step from another, or is none, and which way leads there instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.amounts import percent
from pathways.ladders.describing import sources
from pathways.ladders.goal import ways_to_goal
from pathways.ladders.refusals import UNRATED, refusals
from pathways.ladders.transitions import transition
from pathways.ladders.wording.reasons import FOLLOWS
from pathways.questions.dear import dear
from pathways.questions.field import Field
from pathways.questions.pleas import pleas
from pathways.questions.reasons import Why
from pathways.questions.records import Named
from pathways.records.ladder import Source
from pathways.records.refusal import Refusal
from pathways.records.step import Step


def why(field: Field, start: int, end: int) -> Why:
    """Return why one occupation is a step from another, or is none.

    Parameters
    ----------
    start, end
        Places in the snapshot of the field; they need not be among its members.
    """
    ends = [field.named(place) for place in (start, end)]
    answer = Why(
        title=f"Why from {ends[0].label} to {ends[1].label}?",
        asked={"from": ends[0].label.value, "to": ends[1].label.value},
        summary=f"{ends[0].label} are both ends: there is no step to ask about.",
        start=ends[0],
        end=ends[1],
        sound=False,
    )
    return answer if start == end else _answered(field, answer, start, end)


def _answered(field: Field, asked: Why, start: int, end: int) -> Why:
    """Return the answer for two different ends."""
    snapshot = field.snapshot
    step = transition(snapshot, start, end, field.region)
    barred = refusals(snapshot, start, end)
    best = () if _is_unrated(barred) else ways_to_goal(snapshot, start, end, field.region, 1)[0]
    way = tuple(field.named(place) for place in best)
    costly = "" if barred else dear(snapshot, start, end, field.region)
    verdict = _refused(asked, barred) if barred else _sound(asked, step, costly)
    return asked.model_copy(
        update={
            "summary": " ".join((verdict, *_instead(way, asked.end, sound=not barred))),
            "notes": (*step.notes, *field.notes),
            "sources": _sources(field, step, (start, end, *best)),
            "sound": not barred,
            "refusals": barred,
            "way": way,
            "step": step,
            "dear": costly,
            "found": tuple(pleas(field, step, start, end)),
        }
    )


def _is_unrated(barred: Sequence[Refusal]) -> bool:
    """Return whether nothing rates an end, so that nothing is known of ways either."""
    return any(one.rule == UNRATED for one in barred)


def _sources(field: Field, step: Step, places: Sequence[int]) -> tuple[Source, ...]:
    """Return the releases that the reasons and the way are from."""
    paid = field.snapshot.regional(field.region).common(*places[:2])
    return sources(field.snapshot, places, (), [step], [paid.source] if paid else [])


def _refused(asked: Why, barred: Sequence[Refusal]) -> str:
    """Return the rules that say that it is no step."""
    because = "; and because ".join(one.words for one in barred)
    return f"No. {asked.end.label} are no step from {asked.start.label}, because {because}."


def _sound(asked: Why, step: Step, costly: str) -> str:
    """Return that it is a step, by which rule where relatedness alone would not say so, and what makes it dear."""
    rule = f", because {FOLLOWS[step.follows]}" if step.follows else ""
    new = "" if step.gap is None else f": {percent(step.gap)} of what they ask is new"
    said = f"{asked.end.label} are a step from {asked.start.label}{rule}{new}."
    return f"Possible, but dear. {said} But {costly}." if costly else f"Yes. {said}"


def _instead(way: Sequence[Named], end: Named, *, sound: bool) -> Iterator[str]:
    """Yield which way is the best one, where one is known and is not the step itself."""
    if not way:
        return
    through = ", then ".join(str(rung.label) for rung in way[1:-1])
    if way[-1] != end and len(way) > 1:
        yield f"No way leads there; the nearest rung that can be reached is {way[-1].label}."
    elif way[-1] != end:
        yield "No way leads there, and no rung that can be reached is nearer."
    elif through and sound:
        yield f"A ladder goes through {through} first: those steps are easier together than this one is alone."
    elif through:
        yield f"A way leads there through {through}."
