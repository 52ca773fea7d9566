"""The trace of a rung, of a step and of a ladder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ontology.errors import NotFoundError
from pathways.ladders.rungs import rung
from pathways.occupations.marks import bars
from pathways.occupations.wages import Region
from pathways.plans import Plan
from pathways.questions.field import Field, region_of
from pathways.questions.records import Answer
from pathways.records.ladder import Ladder, Rung
from pathways.routes import Comparison
from pathways.traces.bridges import bridge_figures
from pathways.traces.finding import showing
from pathways.traces.ground import Ground
from pathways.traces.ladders import ladder_figures
from pathways.traces.ladders import region_of as region_shown
from pathways.traces.marks import mark_figures
from pathways.traces.plans import plan_figures
from pathways.traces.questions import Questioned
from pathways.traces.records import Figure, File, Input, Traced
from pathways.traces.routes import region_of as region_compared
from pathways.traces.routes import route_figures
from pathways.traces.rungs import rung_figures
from pathways.traces.steps import step_figures
from standards.citations.citation import Finding, Standing


def trace_rung(ground: Ground, place: int, region: str = "") -> Traced:
    """Return where every figure of a rung comes from.

    Parameters
    ----------
    region
        Code or name of the region whose pay to show; the nation where empty. Of a county, that of its state stands in.

    Raises
    ------
    NotFoundError
        Where the region is unknown.
    """
    where, notes = region_of(ground.snapshot, None, region)
    title = str(ground.snapshot.occupations[place].label)
    shown, asked = rung(ground.snapshot, place, where), bars(ground.snapshot.regional(where))
    figures = (
        *rung_figures(ground, place, where),
        *mark_figures(ground, shown, where, asked),
        *bridge_figures(ground, shown.apprenticeships, place, where),
    )
    return _traced(ground, title, (place,), where, figures, notes)


def trace_step(ground: Ground, start: int, end: int, region: str = "") -> Traced:
    """Return where every figure of a step comes from; parameters and errors as of `trace_rung`."""
    where, notes = region_of(ground.snapshot, None, region)
    names = [ground.snapshot.occupations[place].label.value for place in (start, end)]
    figures = step_figures(ground, start, end, where)
    return _traced(ground, " to ".join(names), (start, end), where, figures, notes)


def trace_ladder(ground: Ground, ladder: Ladder) -> Traced:
    """Return where every figure of a ladder comes from: of all of it, of each rung, of each step.

    Parameters
    ----------
    ground
        On the snapshot that the ladder was drawn from; of a firm's own, as the firm sees it.
    """
    figures = ladder_figures(ground, ladder)
    return _traced(ground, ladder.title, _places(ground, ladder.rungs), region_shown(ground, ladder), figures)


def trace_routes(ground: Ground, comparison: Comparison) -> Traced:
    """Return where every figure of ways side by side comes from; the ground is on the snapshot of the comparison."""
    places, region = _places(ground, comparison.rungs), region_compared(ground, comparison)
    return _traced(ground, comparison.title, places, region, route_figures(ground, comparison))


def trace_plan(ground: Ground, plan: Plan) -> Traced:
    """Return where every figure of a plan comes from, and of its ladder; what the record says is said to be given."""
    places, region = _places(ground, plan.ladder.rungs), region_shown(ground, plan.ladder)
    return _traced(ground, plan.title, places, region, plan_figures(ground, plan))


def trace_answer(ground: Ground, answer: Answer, field: Field) -> Traced:
    """Return where every figure of the answer to a reverse question comes from.

    Parameters
    ----------
    field
        What the question was asked of, with the region whose pay counts.
    """
    figures = Questioned(ground, answer, field.members, field.region).figures()
    return _traced(ground, answer.title, field.members, field.region, figures, field.notes)


def _places(ground: Ground, rungs: Iterable[Rung]) -> tuple[int, ...]:
    return tuple(ground.snapshot.occupations.by_iri[rung.occupation] for rung in rungs)


def _traced(
    ground: Ground,
    of: str,
    places: tuple[int, ...],
    region: Region | None,
    figures: tuple[Figure, ...],
    notes: Sequence[str] = (),
) -> Traced:
    """Return figures as the trace of something, with their files and what must be known of these."""
    occupations = [ground.snapshot.occupations[place] for place in places]
    inputs = [stated for figure in figures for stated in figure.inputs]
    return Traced(
        title=f"{of}: where each figure comes from",
        occupations=tuple(occupation.iri for occupation in occupations),
        labels=tuple(occupation.label for occupation in occupations),
        region=f"{region.label}, {region.period}" if region else "",
        figures=figures,
        files=tuple(_files(inputs)),
        notes=(*notes, *_notes(ground, inputs, region)),
    )


def narrowed(found: Traced, text: str) -> Traced:
    """Return a trace with only the figures that show a text, or are called by it, and those that these take.

    Parameters
    ----------
    text
        As it stands on the diagram, ``$57,720``, ``4% to learn`` or ``Off-ramp``, as of `showing`.

    Raises
    ------
    NotFoundError
        Where no figure shows it.
    """
    by_key = {figure.key: figure for figure in found.figures}
    waiting = list(showing(found.figures, text))
    if not waiting:
        message = f"no figure of {found.title.partition(':')[0]} shows {text!r}; without it all {len(by_key)} are given"
        raise NotFoundError(message)
    kept: set[str] = set()
    while waiting:
        figure = waiting.pop()
        if figure.key not in kept:
            kept.add(figure.key)
            waiting.extend(by_key[part] for part in figure.parts)
    figures = tuple(figure for figure in found.figures if figure.key in kept)
    named = set(_files(stated for figure in figures for stated in figure.inputs))
    return found.model_copy(update={"figures": figures, "files": tuple(file for file in found.files if file in named)})


def _files(inputs: Iterable[Input]) -> Iterator[File]:
    """Yield the files that figures come from, each once, by release and name."""
    named = {(i.release, i.finding.file, i.finding.sha256) for i in inputs if i.finding and i.finding.file}
    return (File(release=release, name=name, sha256=sha256) for release, name, sha256 in sorted(named))


def _notes(ground: Ground, inputs: Sequence[Input], region: Region | None) -> Iterator[str]:
    """Yield what a reader must know of the files, and of pay."""
    yield from (_changed(finding) for finding in _of(inputs, Standing.CHANGED))
    if absent := _of(inputs, Standing.ABSENT):
        yield (
            f"Not at hand: {', '.join(finding.file for finding in absent)}. Name the folder or zip that they were "
            "imported from (--data) to see the rows; without it, look for the keys in the file with the digest that "
            "is named."
        )
    for finding in _of(inputs, Standing.NOWHERE):
        yield f"No row with the keys of an input was found in {finding.file or 'any file of the release'}."
    if any(stated.agrees is False for stated in inputs):
        yield "Some cells do not hold what the engine has: see the inputs that are marked as differing."
    if region is None:
        yield "No pay: name a region." if ground.snapshot.regions else "No pay is loaded."


def _of(inputs: Iterable[Input], standing: Standing) -> list[Finding]:
    """Return one finding of a standing by file, by name."""
    found = [stated.finding for stated in inputs if stated.finding and stated.finding.standing is standing]
    return [found for _, found in sorted({finding.file: finding for finding in reversed(found)}.items())]


def _changed(finding: Finding) -> str:
    return (
        f"{finding.file} is not the file that was imported: its SHA-256 is {finding.found_sha256}, and that of the "
        f"imported one {finding.sha256}. Its rows are not given; look in the file that was imported, or import the "
        "new one."
    )
