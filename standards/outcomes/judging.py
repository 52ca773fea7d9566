"""What must hold of observations: in each row, and between those of the same measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import Any, Final, NamedTuple

import polars as pl

from ontology.records import OutcomeObservation
from standards.outcomes.measures import BY_SLUG, Kind, Measure
from standards.outcomes.periods import first_day, is_day, last_day
from standards.outcomes.subjects import Subjects, near
from standards.tables import Rule

Row = Mapping[str, Any]

KEY: Final = ("measure", "organization", "program", "group", "from", "to")
"""What two rows may not have in common."""

ROUNDED: Final = 0.0051
"""What a share that is written may be off by, for it is rounded."""


FORMER: Final = "a member that has left stays in [[organizations]] of partnership.toml, with left = 2025-06-30, say"
"""What is done about the outcomes of an organization that is no member any more."""


class Problem(NamedTuple):
    """What is wrong with a row."""

    code: str
    column: str
    message: str
    remedy: str


def rules_of(problems: Sequence[Iterable[Problem]]) -> list[Rule]:
    """Return rules that say of each row of a table what is wrong with it; a list of problems for each row."""
    rows: dict[Problem, list[bool]] = defaultdict(lambda: [False] * len(problems))
    for at, found in enumerate(problems):
        for problem in found:
            rows[problem][at] = True
    return [
        Rule(problem.code, problem.column, pl.lit(pl.Series(flags)), problem.message, problem.remedy)
        for problem, flags in rows.items()
    ]


def row_problems(row: Row, subjects: Subjects, today: date) -> Iterator[Problem]:
    """Yield what is wrong with a row by itself.

    Parameters
    ----------
    row
        Whose cells are each of their kind.
    today
        No period ends after it, and nothing was reported after it.
    """
    yield from _subject(row, subjects)
    yield from _standard(row, subjects)
    yield from _period(row, today)
    yield from _after_leaving(row, subjects)
    measure = BY_SLUG[row["measure"]]
    yield from _fraction(row) if measure.kind.is_share else _amount(row, measure)
    yield from _people(row, measure)


def _subject(row: Row, subjects: Subjects) -> Iterator[Problem]:
    organization, program = row["organization"], row["program"]
    if not subjects.is_known(organization):
        names = {*subjects.organizations, *subjects.wholes}
        message = "is the slug of no partnership and of no organization that is known"
        yield Problem("unknown-organization", "organization", message, f"{near(organization, names)}; {FORMER}")
    elif program and (organization, program) not in subjects.programs:
        message = f"is the slug of no program of {organization}"
        yield Problem("unknown-program", "program", message, near(program, subjects.programs_of(organization)))
    if row["comparison"] == "yes" and not row["group"]:
        message = "says that a comparison group is meant, and the row names no group"
        yield Problem("unnamed-group", "comparison", message, "Name the group, or write no")
    if row["group"] and organization in subjects.wholes:
        message = "is a group of a whole partnership, of which nobody knows how it lies to those of its members"
        yield Problem("group-of-whole", "group", message, "Give groups of organizations or of programs")


def _standard(row: Row, subjects: Subjects) -> Iterator[Problem]:
    """Yield that there is no such standard; where none is named, the organization alone could have told it."""
    if row["standard"] in subjects.standards or not (row["standard"] or subjects.is_known(row["organization"])):
        return
    message = "is the slug of no standard that is known" if row["standard"] else "is empty, and could be several"
    yield Problem("unknown-standard", "standard", message, near(row["standard"] or "", subjects.standards))


def _period(row: Row, today: date) -> Iterator[Problem]:
    wrong = [column for column in ("from", "to") if not is_day(row[column])]
    for column in wrong:
        yield Problem("malformed-value", column, "is no day of the calendar", "Write a day that there is")
    if not wrong and first_day(row["from"]) > last_day(row["to"]):
        yield Problem("period-backwards", "to", f"is before {row['from']}, where the period begins", "Swap the two")
    if not wrong and last_day(row["to"]) > today:
        message, remedy = f"ends after {today}, the day of this import", "Report a period when it is over"
        yield Problem("future-date", "to", message, remedy)
    if row["reported"] > today:
        message, remedy = f"is after {today}, the day of this import", "Write the day on which the source gave it"
        yield Problem("future-date", "reported", message, remedy)
    elif not wrong and row["reported"] < first_day(row["from"]):
        message, remedy = f"is before {row['from']}, where the period begins", "Correct one of the two"
        yield Problem("reported-before", "reported", message, remedy)


def _after_leaving(row: Row, subjects: Subjects) -> Iterator[Problem]:
    """Yield that an organization was no member any more when the period began."""
    left = subjects.left.get(row["organization"])
    if left and is_day(row["from"]) and first_day(row["from"]) > left:
        message = f"begins after {left}, the last day on which {row['organization']} was a member"
        remedy = "Take the row out, or correct the day at left in partnership.toml"
        yield Problem("after-leaving", "from", message, remedy)


def _fraction(row: Row) -> Iterator[Problem]:
    numerator, denominator, value = row["numerator"], row["denominator"], row["value"]
    for column in ("numerator", "denominator"):
        if row[column] is None:
            remedy = "Write both counts; without them nothing can be shown"
            yield Problem("missing-count", column, "is empty, and the measure is a share", remedy)
    if numerator is None or denominator is None:
        return
    if numerator > denominator:
        message, remedy = f"is more than the denominator, {denominator}", "Correct one of the two"
        yield Problem("numerator-beyond", "numerator", message, remedy)
    elif value is not None and abs(value - numerator / denominator) > ROUNDED:
        share = f"{numerator / denominator:.3f}"
        remedy = f"Write {share}, a share of 0 to 1, or leave the cell empty"
        yield Problem("value-disagrees", "value", f"is not {numerator} over {denominator}, which is {share}", remedy)


def _amount(row: Row, measure: Measure) -> Iterator[Problem]:
    value = row["value"]
    if value is None:
        yield Problem("missing-value", "value", "is empty", f"Write it in {measure.unit}")
    elif not measure.lowest <= value <= measure.highest:
        message = f"is not between {measure.lowest:,g} and {measure.highest:,g} {measure.unit}"
        yield Problem("out-of-bounds", "value", message, "Correct the number or the measure")
    elif measure.kind is Kind.COUNT and value != int(value):
        yield Problem("out-of-bounds", "value", "is no whole number", "Count what was awarded")
    for column in ("numerator", "denominator"):
        if row[column] is not None:
            message, remedy = f"is given, and {measure.slug} is no share", "Leave it empty"
            yield Problem("not-a-share", column, message, remedy)


def _people(row: Row, measure: Measure) -> Iterator[Problem]:
    people, denominator = row["people"], row["denominator"]
    if people is None and measure.kind is not Kind.PEOPLE:
        remedy = "Write on how many people the value rests; without it nothing can be shown"
        yield Problem("missing-people", "people", "is empty", remedy)
    if measure.kind is Kind.PEOPLE and people is not None and denominator is not None and people != denominator:
        message = f"is not the denominator, {denominator}, which counts the people of this measure"
        yield Problem("people-disagree", "people", message, "Correct one of the two, or leave the cell empty")


def pair_problems(rows: Sequence[Row], subjects: Subjects) -> list[list[Problem]]:
    """Return for each row what is wrong with it beside the others; they are good by themselves."""
    found: list[list[Problem]] = [[] for _ in rows]
    by_measure: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        by_measure[row["measure"]].append(at)
    for same in by_measure.values():
        alike = [rows[at] for at in same]
        for place, at in enumerate(same):
            told = chain(_beside(rows[at], alike[:place], subjects), _parts(rows[at], alike, subjects))
            found[at] = list(islice(told, 1))
    return found


def _beside(row: Row, earlier: Iterable[Row], subjects: Subjects) -> Iterator[Problem]:
    """Yield what is wrong with a row beside earlier ones of the same measure."""
    for other in earlier:
        if _overlap(row, other):
            yield from _overlapping(row, other, subjects)


def overlaps(known: Sequence[tuple[str, OutcomeObservation]], subjects: Subjects) -> Iterator[tuple[str, str]]:
    """Yield the names of two files whose observations have people and days in common, and cannot both hold.

    Parameters
    ----------
    known
        Observations, each with the name of its file.
    """
    by_measure: dict[str, list[Row]] = defaultdict(list)
    for name, one in known:
        row = _row(one, subjects) | {"row": name}
        for other in by_measure[one.measure]:
            if other["row"] != name and _overlap(row, other) and any(_overlapping(row, other, subjects)):
                yield other["row"], name
        by_measure[one.measure].append(row)


def _row(one: OutcomeObservation, subjects: Subjects) -> dict[str, Any]:
    """Return an observation as a row of a file has it."""
    whole = next((name for name, iri in subjects.wholes.items() if iri == one.of), None)
    organization, program = (*(subjects.names(one.of) or (whole or one.of,)), None)[:2]
    names = {"organization": organization, "program": program, "group": one.group}
    return {**names, "from": str(one.start), "to": str(one.end)}


def _overlapping(row: Row, other: Row, subjects: Subjects) -> Iterator[Problem]:
    """Yield what is wrong with two rows that have days in common."""
    same, there = _days(row) == _days(other), f"row {other['row']}"
    related = _contains(row, other, subjects) or _contains(other, row, subjects)
    if _who(row) == _who(other):
        code = "duplicate-key" if same else "overlapping-periods"
        message = f"begins a period of which {there} has days, too, of the same people and measure"
        yield Problem(code, "from", message, "Keep one of the rows, or part the periods")
    elif related and not same:
        message = f"begins another period than {there}, which has days in common with it: one is a part of the other"
        yield Problem("overlapping-periods", "from", message, "Give whole and parts for the same periods")
    elif _divides(row) and _divides(other) and row["organization"] == other["organization"] and _crosses(row, other):
        message = f"divides an organization into groups, which {there} divides into programs, or the reverse"
        yield Problem("divided-twice", "organization", message, "Give groups of each program, or no programs")


def _parts(row: Row, rows: Sequence[Row], subjects: Subjects) -> Iterator[Problem]:
    """Yield that the parts of a row have more than it has itself."""
    within = [one for one in rows if one is not row and _days(one) == _days(row) and _contains(row, one, subjects)]
    outer = [one for one in within if not any(_contains(two, one, subjects) for two in within if two is not one)]
    for column in ("people", "numerator", "denominator"):
        own, parts = row[column], sum(one[column] or 0 for one in outer)
        if own is not None and parts > own:
            where = ", ".join(f"row {one['row']}" for one in outer)
            message = f"is less than the {parts} of its parts: {where}"
            yield Problem("parts-exceed-whole", column, message, "Count nobody twice, or correct a number")


def _contains(whole: Row, part: Row, subjects: Subjects) -> bool:
    """Return whether the people of one row are among those of another, or the same."""
    if whole["organization"] in subjects.wholes:
        inside = part["organization"] in subjects.members.get(whole["organization"], ())
        return inside or part["organization"] == whole["organization"]
    pairs = zip(_who(whole), _who(part), strict=True)
    return all(one in ("", other) for one, other in pairs)


def _divides(row: Row) -> bool:
    return bool(row["group"] or row["program"])


def _crosses(one: Row, other: Row) -> bool:
    """Return whether one of two parts of an organization is a group of it all, and the other in a program."""
    return bool(one["program"]) != bool(other["program"])


def _who(row: Row) -> tuple[str, ...]:
    return tuple(row[column] or "" for column in ("organization", "program", "group"))


def _days(row: Row) -> tuple[date, date]:
    return first_day(row["from"]), last_day(row["to"])


def _overlap(one: Row, other: Row) -> bool:
    (start, end), (first, last) = _days(one), _days(other)
    return start <= last and first <= end
