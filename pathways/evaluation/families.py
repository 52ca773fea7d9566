"""Role families: whether the gap between the levels of a role has the order and the steps that its framework says.

A framework of a profession, the United Kingdom's for digital and data for one, says which skills each level of a role
needs, and how well: four grades from awareness to expert. The engine is given only that, and no word of which level is
above which. It orders the levels of a role by all that they require, and takes for the next level the one of least gap
among those to which the gap is greater than the gap back.

References
----------
.. [1] Kendall, M. G. (1938). A New Measure of Rank Correlation. Biometrika 30, 81-93.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

import numpy as np

from ontology.errors import InputError
from ontology.frozen import Frozen
from ontology.namespaces import LW
from ontology.records import Iri
from pathways.arrays import Floats
from pathways.occupations.requirements import Requirements, gaps
from standards.evaluation.bootstrap import Bootstrap, interval, ratio

GRADES: Final[Mapping[str, float]] = {"awareness": 1, "working": 2, "practitioner": 3, "expert": 4}

HIGHEST: Final = 7.0
"""Level that the highest grade stands for, on the engine's scale from 0."""

IMPORTANCE: Final = 3.0
"""Of every skill that a framework asks for: it does not weigh them."""

RANKS: Final = (
    ("trainee", "apprentice"),
    ("junior", "associate"),
    (),
    ("senior",),
    ("lead",),
    ("principal",),
    ("head", "chief"),
)
"""First words of the names of levels, from the lowest; the level that only has the name of the role stands between."""

SIDE: Final = " - management"
"""End of the names of levels beside one of the same name, which are of no order to it."""

COLUMNS: Final = ("Role", "Role Level", "Skill Name", "Skill Level")

FEWEST: Final = 3
"""Levels of a role whose order says anything."""


@dataclass(frozen=True)
class Family:
    """The levels of a role, from the lowest up.

    Parameters
    ----------
    grades
        Levels by skills, 0 to `HIGHEST`; 0 where a skill is not asked for.
    """

    role: str
    levels: tuple[str, ...]
    skills: tuple[str, ...]
    grades: Floats


class FamilyResults(Frozen):
    """What is recovered of role families.

    Parameters
    ----------
    left_out
        Roles with fewer than three levels whose names say their order.
    tau
        Kendall's tau of the order by all that a level requires, the mean over roles, -1 to 1; `by_skills` of that by
        the number of its skills.
    steps
        Share of the levels but the highest from which the next one is found; `by_overlap` by the most skills in common.
    """

    source: str
    roles: int
    left_out: int
    tau: float
    tau_interval: tuple[float, float]
    by_skills: float
    steps: float
    steps_interval: tuple[float, float]
    by_overlap: float


def read_families(path: Path) -> tuple[list[Family], int]:
    """Read the role families of a table, and count the roles that are left out.

    Raises
    ------
    InputError
        Where it cannot be read, lacks a column or has no family.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = [{name: (row.get(name) or "").strip() for name in COLUMNS} for row in reader]
            header = reader.fieldnames or ()
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"{path.name} cannot be read as CSV in UTF-8: {error}"
        raise InputError(message) from error
    if missing := [name for name in COLUMNS if name not in header]:
        message = f"{path.name} has no column {', '.join(missing)}; it needs {', '.join(COLUMNS)}"
        raise InputError(message)
    roles = {role: [row for row in rows if row["Role"] == role] for role in dict.fromkeys(row["Role"] for row in rows)}
    found = [_family(role, own) for role, own in roles.items()]
    families = [family for family in found if family]
    if not families:
        message = f"{path.name} has no role with {FEWEST} levels in an order that their names say"
        raise InputError(message)
    return families, len(found) - len(families)


def rank(level: str, role: str) -> int | None:
    """Return how high a level is by the first word of its name, ``None`` where that does not say it.

    Example
    -------
    >>> rank("Trainee data scientist", "Data scientist"), rank("Data scientist", "Data scientist")
    (0, 2)
    >>> rank("Head of data science", "Data scientist"), rank("Problem analyst", "Problem manager")
    (6, None)
    """
    words = level.casefold().split()
    plain = " ".join(words)
    if plain == " ".join(role.casefold().split()):
        return RANKS.index(())
    return next((n for n, firsts in enumerate(RANKS) if words and words[0] in firsts), None)


def _family(role: str, rows: Sequence[Mapping[str, str]]) -> Family | None:
    """Return the levels of a role whose names say their order, ``None`` where they are too few or two are equal."""
    ranks = {row["Role Level"]: rank(row["Role Level"], role) for row in rows if SIDE not in row["Role Level"]}
    levels = sorted((level for level, n in ranks.items() if n is not None), key=lambda level: ranks[level] or 0)
    if len(levels) < FEWEST or len({ranks[level] for level in levels}) < len(levels):
        return None
    skills = tuple(sorted({row["Skill Name"] for row in rows}))
    grades = np.zeros((len(levels), len(skills)), dtype=np.float32)
    for row in rows:
        if row["Role Level"] in levels and (grade := GRADES.get(row["Skill Level"].casefold())):
            grades[levels.index(row["Role Level"]), skills.index(row["Skill Name"])] = grade * HIGHEST / len(GRADES)
    return Family(role, tuple(levels), skills, grades)


def evaluate_families(families: Sequence[Family], left_out: int, source: str, samples: int, seed: int) -> FamilyResults:
    """Measure the order and the steps that are recovered, with intervals over roles."""
    table = np.array([_counts(family) for family in families])
    totals, draws = table.sum(axis=0), Bootstrap([f.role for f in families], samples, seed).sums(table)
    tau, by_skills = (float(totals[n] / len(families)) for n in (0, 1))
    steps, by_overlap = (float(ratio(totals[n], totals[4])) for n in (2, 3))
    low, high = interval(draws[:, 0] / len(families)) or (tau, tau)
    least, most = interval(ratio(draws[:, 2], draws[:, 4])) or (steps, steps)
    return FamilyResults(
        source=source,
        roles=len(families),
        left_out=left_out,
        tau=round(tau, 4),
        tau_interval=(round(low, 4), round(high, 4)),
        by_skills=round(by_skills, 4),
        steps=round(steps, 4),
        steps_interval=(round(least, 4), round(most, 4)),
        by_overlap=round(by_overlap, 4),
    )


def _counts(family: Family) -> tuple[float, float, float, float, float]:
    """Return tau by all that is required and by the number of skills; the steps found by gap and by overlap; all."""
    asked = family.grades > 0
    between = _gaps(family)
    up = between > between.T
    found = [_least(np.where(up[a], between[a], np.inf)) == a + 1 for a in range(len(family.levels) - 1)]
    alike = (asked[:, None] & asked[None]).sum(axis=2) / np.maximum((asked[:, None] | asked[None]).sum(axis=2), 1)
    np.fill_diagonal(alike, -1)
    closest = [int(np.argmax(alike[a])) == a + 1 for a in range(len(family.levels) - 1)]
    taus = (kendall(family.grades.sum(axis=1)), kendall(asked.sum(axis=1)))
    return (*taus, float(sum(found)), float(sum(closest)), float(len(found)))


def _gaps(family: Family) -> Floats:
    importance = np.where(family.grades > 0, IMPORTANCE, 0).astype(np.float32)
    names = family.skills
    return gaps(Requirements("", names, names, tuple(Iri(LW.Skill) for _ in names), importance, family.grades))


def _least(values: Floats) -> int | None:
    return int(np.argmin(values)) if np.isfinite(values).any() else None


def kendall(values: Iterable[float]) -> float:
    """Return Kendall's tau-a of values with their places [1]_; two equal values are neither in order nor out of it.

    Example
    -------
    Of three pairs two are in order and one is not; of the next three, two are, and one is equal.

    >>> round(kendall([1, 3, 2]), 3), round(kendall([1, 1, 2]), 3), kendall([3, 2, 1])
    (0.333, 0.667, -1.0)
    """
    pairs = list(combinations(map(float, values), 2))
    return sum((b > a) - (b < a) for a, b in pairs) / len(pairs)
