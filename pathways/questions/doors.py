"""Which competencies open the most doors in a sector: each is taught in turn, and its steps are counted anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from ontology.records import Iri, Text
from pathways.amounts import count
from pathways.arrays import Flags, Floats
from pathways.ladders.transitions import LONG
from pathways.questions.field import Field
from pathways.questions.lessons import Rated, rated_competencies, relief, taught
from pathways.questions.sources import sources
from pathways.questions.teaching_records import Door, Doors

MOST_DOORS = 12
"""Competencies that are named."""
EASED = 0.05
"""Share of a step's own gap from which on its fall makes the step easier: a twentieth of what is to be learned.

Held against the whole of what the upper rung asks, no competency counted where a release rates 161 of them."""


def doors(field: Field, most: int = MOST_DOORS) -> Doors:
    """Return the competencies that take most from the gaps of a field's sound steps when taught alone.

    The sum of what gaps fall by decides, not the number of steps that become short: of a step whose gap is a hair above
    one half almost anything makes a short one.

    Parameters
    ----------
    most
        Competencies to name; all are tried.
    """
    sound = _measured(field)
    tried = list(rated_competencies(field.snapshot, field.members)) if sound.any() else []
    to_learn = float(_gaps(field)[sound].sum())
    found = sorted((_door(field, sound, rated) for rated in tried), key=_rank)
    named = tuple(door for door in found if door.removed > 0)[:most]
    return Doors(
        title=f"Which competencies open the most doors: {field.label}",
        asked={"of": field.label},
        summary=_summary(field, (int(sound.sum()), to_learn), named),
        notes=(*field.notes, *_notes(field, named)),
        sources=sources(field),
        steps=int(sound.sum()),
        to_learn=round(to_learn, 3),
        competencies=len(tried),
        found=named,
    )


def open_steps(field: Field) -> Flags:
    """Return which steps up skills alone open: sound, no more than `LONG` of it new, no license, no more schooling."""
    sound = np.isfinite(field.steps) & (_gaps(field) <= LONG)
    return np.asarray(sound & ~field.licensed & ~field.schooled)


def opened(field: Field, fall: Floats) -> tuple[Field, Flags]:
    """Return a field in which gaps have fallen, and which steps skills alone open in it that they did not before."""
    after = replace(field, snapshot=taught(field.snapshot, field.members, fall))
    return after, np.asarray(open_steps(after) & ~open_steps(field))


def pairs(field: Field, chosen: Flags) -> Iterator[tuple[int, int]]:
    """Yield the steps that are chosen, as places."""
    return ((field.members[a], field.members[b]) for a, b in zip(*np.nonzero(chosen), strict=True))


def eased(field: Field, fall: Floats) -> Flags:
    """Return which steps a fall of their gaps makes easier: by a twentieth of the gap or more, sound ones or not.

    Parameters
    ----------
    fall
        As of `relief`.
    """
    return np.asarray((fall > 0) & (fall >= EASED * np.nan_to_num(_gaps(field))))


def lightened(field: Field, fall: Floats) -> float:
    """Return the share of all that is to be learned on the sound steps of a field that a fall of gaps takes away.

    Parameters
    ----------
    fall
        As of `relief`.
    """
    sound = _measured(field)
    whole = float(_gaps(field)[sound].sum())
    return float(fall[sound].sum()) / whole if whole else 0.0


def general_ratings(field: Field) -> list[str]:
    """Return that national ratings are of general skills, where no partnership rates the occupations."""
    said = "The ratings are national and of general skills; those of a partnership of the field say more."
    return [said] if field.national else []


def _measured(field: Field) -> Flags:
    """Return the sound steps of which the gap is known."""
    return np.asarray(np.isfinite(field.steps) & ~np.isnan(_gaps(field)))


def _gaps(field: Field) -> Floats:
    return np.asarray(field.snapshot.gaps[np.ix_(list(field.members), list(field.members))])


def _door(field: Field, sound: Flags, rated: Rated) -> Door:
    iri, label, kind = rated
    fall = relief(field.snapshot, field.members, {iri})
    _, new = opened(field, fall)
    return Door(
        competency=Iri(iri),
        label=Text(value=label),
        kind=kind,
        opened=tuple(field.passage(a, b) for a, b in pairs(field, new)),
        eased=int((sound & eased(field, fall)).sum()),
        removed=round(float(fall[sound].sum()), 3),
        taught_by=field.snapshot.teaching.taught_by.get(iri, ()),
    )


BY_WHOM = "by its college or by an accepted review (what a machine only thinks likely does not count here)"


def _rank(door: Door) -> tuple[float, int, str]:
    return -door.removed, -len(door.opened), door.label.value


def _summary(field: Field, counted: tuple[int, float], found: Sequence[Door]) -> str:
    steps, to_learn = counted
    if not steps:
        return (
            f"Which competencies open doors cannot be said of {field.label}: no sound step leads up between "
            "occupations whose skills a release rates."
        )
    if not found:
        return f"Nothing that is rated is missing on the {count(steps, 'sound step')} up in {field.label}."
    first, sound = found[0], count(steps, "sound step")
    new = len(first.opened)
    opens = (
        f", and opens {count(new, 'step')} that {'is' if new == 1 else 'are'} too long or too dear now" if new else ""
    )
    eases = f"makes {first.eased} of them easier by a twentieth or more" if first.eased else "makes none much easier"
    return (
        f"{first.label} opens the most doors: taught to who stands below, it takes away "
        f"{first.removed / to_learn:.1%} of all that is to be learned on the {sound} up in {field.label}. "
        f"It {eases}{opens}."
    )


def _notes(field: Field, found: Sequence[Door]) -> list[str]:
    if not found:
        return []
    notes = [
        "Each competency is taught alone, to the level that the rung above asks for; nothing else changes. A step is "
        "opened where it is too long or too dear before, is not after, and asks for no license and no more schooling."
    ]
    return [*notes, *general_ratings(field), _untaught(found)]


def _untaught(found: Sequence[Door]) -> str:
    """Return which of the competencies no course is said to teach."""
    named = [door.label.value for door in found if not door.taught_by]
    if not named:
        return "All are taught here."
    if len(named) == len(found):
        return f"No course here is said to teach any of these, {BY_WHOM}."
    return f"No course here is said to teach, {BY_WHOM}: {', '.join(named)}."
