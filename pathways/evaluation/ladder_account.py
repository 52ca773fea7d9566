"""An evaluation of ladders as tables, and as a file: JSON with everything, CSV by figure, Markdown to read."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from pathways.amounts import count
from pathways.evaluation.families import FamilyResults
from pathways.evaluation.ladders import TEST, Figure, Group, LadderEvaluation, Measure
from pathways.ladders.wording import place_name
from standards.evaluation.section import Section
from standards.workbook import literal

NOTHING: Final = "\N{EN DASH}"

COMPARED: Final = (Measure.WHOLE, Measure.RUNGS, Measure.MOVES)
"""Measures by which finders are compared; more rungs drawn is neither better nor worse."""

MEANINGS: Final = (
    "whole: share of the ladders of which every rung is drawn, in order along drawn steps; the finder is told only the "
    "first rung and the last.",
    "rungs: share of the rungs between the ends that are drawn. moves: share of the moves that are drawn as one step.",
    "drawn: rungs between the ends that are drawn for a ladder; who draws more finds more.",
)
"""What the columns mean."""


def head(evaluation: LadderEvaluation) -> str:
    """Return what was measured on what."""
    splits = ", ".join(f"{group.ladders} for {group.split}" for group in evaluation.splits)
    ladders = count(sum(group.ladders for group in evaluation.splits), "textbook ladder")
    pay = f"pay and jobs of {place_name(evaluation.region)}" if evaluation.region else "no pay loaded"
    return (
        f"Ladders between the ends of {ladders} ({splits}), among "
        f"{evaluation.occupations:,} occupations, {pay}. In brackets 95% intervals ({evaluation.samples:,} draws of "
        f"the ladders, seed {evaluation.seed})."
    )


def account(evaluation: LadderEvaluation) -> Iterator[Section]:
    """Yield the tables: each split by finder, by how much the engine is ahead, sector by sector, role families."""
    *ahead, last = (_split(evaluation, split) for split in evaluation.splits)
    yield from ahead
    yield Section(last.title, last.header, last.rows, MEANINGS)
    if len(evaluation.finders) > 1:
        yield _compared(evaluation)
    if any(group.sector for group in evaluation.groups):
        yield _sectors(evaluation)
    if evaluation.families:
        yield _families(evaluation.families)


def shown(figure: Figure | None) -> str:
    """Return a figure with its interval; a share as a percentage.

    Example
    -------
    >>> one = Figure(split="", sector="", finder="", measure=Measure.WHOLE, value=0.7273, low=0.6136, high=0.8409)
    >>> shown(one).replace("\N{EN DASH}", " to ")
    '73% [61 to 84]'
    >>> shown(one.model_copy(update={"against": "other", "value": -0.05, "low": -0.1, "high": 0.004}))
    '-5 [-10, +0]'
    """
    if figure is None or figure.value is None or figure.low is None or figure.high is None:
        return NOTHING
    value, low, high = figure.value, figure.low, figure.high
    if figure.measure is Measure.DRAWN:
        sign = "+" if figure.against else ""
        return f"{value:{sign}.1f} [{low:{sign}.1f}{', ' if figure.against else NOTHING}{high:{sign}.1f}]"
    if figure.against:
        return f"{100 * value:+.0f} [{100 * low:+.0f}, {100 * high:+.0f}]"
    return f"{value:.0%} [{100 * low:.0f}{NOTHING}{100 * high:.0f}]"


def _split(evaluation: LadderEvaluation, group: Group) -> Section:
    rows = tuple(
        (finder, *(shown(evaluation.figure(group.split, "", finder, measure)) for measure in Measure))
        for finder in evaluation.finders
    )
    return Section(f"{group.split}: {count(group.ladders, 'ladder')}", ("found by", *Measure), rows)


def _compared(evaluation: LadderEvaluation) -> Section:
    own, *others = evaluation.finders
    rows = tuple(
        (group.split, other, *(shown(evaluation.figure(group.split, "", own, measure, other)) for measure in COMPARED))
        for group in evaluation.splits
        for other in others
    )
    notes = ("In hundredths, on the same draws of ladders; where the brackets leave out 0, the difference holds.",)
    return Section(f"By how much {own} is ahead", ("ladders", "of", *COMPARED), rows, notes)


def _sectors(evaluation: LadderEvaluation) -> Section:
    own = evaluation.finders[0]
    rows = tuple(
        (
            of.sector,
            of.split,
            str(of.ladders),
            *(shown(evaluation.figure(of.split, of.sector, own, measure)) for measure in Measure),
        )
        for of in evaluation.groups
        if of.sector
    )
    notes = (f"Of the split {TEST} neither sectors nor single ladders are told, so that nobody tunes on them.",)
    return Section(f"{own}, sector by sector", ("sector", "split", "ladders", *Measure), rows, notes)


def _families(found: FamilyResults) -> Section:
    low, high = found.tau_interval
    least, most = found.steps_interval
    rows = (
        ("order of levels (Kendall's tau)", f"{found.tau:.2f} [{low:.2f}, {high:.2f}]", f"{found.by_skills:.2f}"),
        (
            "next level found",
            f"{found.steps:.0%} [{100 * least:.0f}{NOTHING}{100 * most:.0f}]",
            f"{found.by_overlap:.0%}",
        ),
    )
    notes = (
        "order: levels by all that they require, against the order that their names say; baseline: by the number of "
        "skills. next level: the one of least gap among those to which the gap is greater than back; baseline: the one "
        "with the most skills in common.",
        f"{count(found.left_out, 'role')} with fewer than three levels whose names say their order left out.",
    )
    title = f"Role families of {found.source}: {count(found.roles, 'role')}"
    return Section(title, ("what is recovered", "by requirements and gap", "baseline"), rows, notes)


def to_json(evaluation: LadderEvaluation) -> bytes:
    """Return everything, ladder by ladder as well, but for those of the split for testing."""
    return f"{evaluation.model_dump_json(indent=2)}\n".encode()


def to_csv(evaluation: LadderEvaluation) -> bytes:
    """Return a row for each figure and each difference."""
    columns = tuple(Figure.model_fields)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([literal(getattr(figure, name)) for name in columns] for figure in evaluation.figures)
    return text.getvalue().encode()


def to_markdown(evaluation: LadderEvaluation) -> bytes:
    """Return the tables with their words, and which rungs of which ladder are missed."""
    missed = tuple(
        (one.ladder, "yes" if one.whole else "no", ", ".join(one.rungs_found), ", ".join(one.rungs_missed))
        for one in evaluation.single
    )
    singly = Section("Ladder by ladder", ("ladder", "whole", "rungs found", "rungs missed"), missed)
    sections = (*account(evaluation), *((singly,) if missed else ()))
    return "\n".join([f"# {head(evaluation)}\n", *map(Section.to_markdown, sections)]).encode()


FORMS: Final[Mapping[str, Callable[[LadderEvaluation], bytes]]] = {
    "json": to_json,
    "csv": to_csv,
    "md": to_markdown,
}
"""What writes each form, by its extension."""
