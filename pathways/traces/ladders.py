"""The trace of a whole ladder: of each rung, of each step, and of what its picture says of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pathways.amounts import count
from pathways.bridges import apprenticeships_into
from pathways.ladders import wording
from pathways.ladders.further import brought_up_to_date, left_out
from pathways.occupations.wages import Region
from pathways.records.coded import title_and_code
from pathways.records.ladder import Ladder, Rung, Source, Step
from pathways.records.mark import Bars
from pathways.traces import explained
from pathways.traces.bridges import bridge_figures
from pathways.traces.ground import DECLARATION, PARTNERSHIP, Ground
from pathways.traces.marks import bar_figures, mark_figures
from pathways.traces.names import step_name
from pathways.traces.pay import place_input
from pathways.traces.records import Basis, Figure, Input, computed
from pathways.traces.rungs import rung_figures
from pathways.traces.steps import step_figures
from pathways.traces.told import told_of_a_ladder, told_of_a_rung
from pathways.traces.words import job_figure


def ladder_figures(ground: Ground, ladder: Ladder) -> tuple[Figure, ...]:
    """Return the figures of a ladder, those of all of it first, then rung by rung and step by step.

    Parameters
    ----------
    ground
        On the snapshot that the ladder was drawn from.
    """
    region = region_of(ground, ladder)
    return (
        *_whole(ground, ladder, region),
        *_jobs(ground, ladder),
        *(figure for rung in ladder.rungs for figure in _rung(ground, rung, region, ladder.bars or Bars())),
        *(figure for step in ladder.steps for figure in _step(ground, ladder, step, region)),
    )


def region_of(ground: Ground, ladder: Ladder) -> Region | None:
    """Return the region whose pay a ladder shows, ``None`` where it shows none."""
    shown = {rung.wage.instead_of or rung.wage.region for rung in ladder.rungs if rung.wage}
    return next((region for region in ground.snapshot.regions if region.label in shown), None)


def owned(figures: Iterable[Figure], owner: str) -> Iterator[Figure]:
    """Yield figures as those of an owner, and so their parts."""
    for figure in figures:
        parts = tuple(f"{owner}: {part}" for part in figure.parts)
        yield figure.model_copy(update={"of": owner, "parts": parts})


def _rung(ground: Ground, rung: Rung, region: Region | None, asked: Bars) -> Iterator[Figure]:
    place = ground.snapshot.occupations.by_iri[rung.occupation]
    into = apprenticeships_into(ground.snapshot.offers, place, rung.wage)
    found = (*rung_figures(ground, place, region), *bridge_figures(ground, into, place, region))
    found = (*found, *mark_figures(ground, rung, region, asked), *told_of_a_rung(ground, rung))
    others = len(into) - 1
    if others > 0:
        name, shown = "apprenticeships", f"{count(others, 'more way')} like it"
        parts = tuple(figure.name for figure in found if figure.name.endswith(": hours at work"))
        found = (*found, _counted(name, shown, "those after the first", parts))
    return owned(found, title_and_code(rung))


def _step(ground: Ground, ladder: Ladder, step: Step, region: Region | None) -> Iterator[Figure]:
    start, end = (ground.snapshot.occupations.by_iri[iri] for iri in (step.start, step.end))
    found = [*step_figures(ground, start, end, region)]
    found += [*_more(step, [figure.name for figure in found])]
    return owned(found, step_name(ladder.rung(step.start), ladder.rung(step.end)))


def _more(step: Step, names: list[str]) -> Iterator[Figure]:
    """Yield how many needs and bridges a label leaves out."""
    for what, named, kept in (("needs", wording.needs(step), 2), ("bridges", wording.apprenticed(step), 1)):
        if len(named) > kept:
            parts = tuple(name for name in names if name.startswith("credential asked for") or "hours at work" in name)
            shown = f"and {len(named) - kept} more"
            yield _counted(f"{what} left out", shown, f"{len(named)} are known, {kept} are named", parts)


def _whole(ground: Ground, ladder: Ladder, region: Region | None) -> Iterator[Figure]:
    """Yield the figures of title, description and caption."""
    rungs = tuple(f"{title_and_code(rung)}: job zone" for rung in ladder.rungs if rung.zone)
    steps = tuple(f"{step_name(*_ends(ladder, step))}: relatedness" for step in ladder.steps)
    shown = f"{count(len(ladder.rungs), 'occupation')}, {count(len(ladder.rungs), 'rung')}"
    yield _counted("rungs", shown, "rungs that are drawn, each traced below", rungs)
    if steps:
        yield _counted("steps", count(len(steps), "step"), "steps that are drawn, each traced below", steps)
    if region:
        paid = next(rung for rung in ladder.rungs if rung.wage)
        place = ground.snapshot.occupations.by_iri[paid.occupation]
        inputs = place_input(ground, place, region)
        shown = f"{region.label}, {region.period}; {region.source}"
        yield Figure(name="whose pay", shown=shown, basis=Basis.ASSERTED, how="as published", inputs=inputs)
    yield from told_of_a_ladder(
        ladder, tuple(f"{title_and_code(rung)}: pay, median" for rung in ladder.rungs if rung.wage)
    )
    yield from bar_figures(ground, ladder, region)
    yield from _left_out(ground, ladder)
    for source in ladder.sources:
        yield _source(ground, source, ladder)
    if (more := len(ladder.notes) - wording.NOTES) > 0:
        yield _counted("notes left out", count(more, "more note"), f"{len(ladder.notes)} in all", ())


def _ends(ladder: Ladder, step: Step) -> tuple[Rung, Rung]:
    return ladder.rung(step.start), ladder.rung(step.end)


def _left_out(ground: Ground, ladder: Ladder) -> Iterator[Figure]:
    """Yield how many occupations of a sector are not drawn, and how many its list does not name, as the ladder says."""
    drawn, further = len(ladder.rungs), len(ladder.further)
    if further:
        how = f"{drawn + further} occupations of the sector, less the {drawn} that are drawn"
        for said in left_out(ladder.further):
            yield _counted("not drawn", said, how, ("rungs",))
    for found in ground.snapshot.sectors:
        for said in brought_up_to_date(found) if ladder.title.endswith(found.label) else ():
            if said in ladder.notes:
                how = f"{len(found.members)} occupations, less those in the list of {found.listed}"
                yield _counted("inferred", said, how, ("rungs",))
                return


def _source(ground: Ground, source: Source, ladder: Ladder) -> Figure:
    """Return what is said of a source, with where it says so: its files, or the row of the pay that names it."""
    shown = f"{source.title}. {source.attribution}".strip()
    known = next((r for r in ground.releases if r.name == source.name), None)
    if known is None:
        paid = next((rung for rung in ladder.rungs if rung.wage and rung.wage.source == source.name), None)
        place = ground.snapshot.occupations.by_iri[paid.occupation] if paid else 0
        region = ground.snapshot.regional(region_of(ground, ladder)).common(place)
        inputs = place_input(ground, place, region) if paid and region else ()
    elif known.reader == PARTNERSHIP and source.attribution:
        inputs = (ground.line("attribution", source.attribution, known, DECLARATION),)
    else:
        named = ", ".join(file.name for file in ground.files(known) if file.kept)
        what = f"release as imported on {known.imported:%Y-%m-%d}, from {named}"
        inputs = (Input(what=what, value=known.version, release=source.name),)
    return Figure(name=f"source: {source.name}", shown=shown, basis=Basis.ASSERTED, how="as stated", inputs=inputs)


def _jobs(ground: Ground, ladder: Ladder) -> Iterator[Figure]:
    """Yield the jobs of a firm's ladder: how many there are, which share a rung, and which have none."""
    drawn = {job.iri for rung in ladder.rungs for job in rung.jobs}
    if not drawn:
        return
    known = [job for job in ground.snapshot.jobs if job.iri in drawn]
    lost = [job for job in ground.snapshot.jobs if job.iri not in drawn]
    figures = [job_figure(ground, job) for job in (*known, *lost)]
    yield from (figure for figure in figures)
    names = tuple(figure.name for figure in figures)
    coded = "the firm's jobs with a known code"
    yield _counted("jobs on the ladder", count(len(known), "job"), coded, names[: len(known)])
    if uncoded := [job for job in lost if not job.strange]:
        yield _counted("jobs without a rung", count(len(uncoded), "job"), "the firm codes them to nothing", names)
    for rung in ladder.rungs:
        if len(rung.jobs) > 1:
            shown = f"{len(rung.jobs)} jobs share one rung ({rung.code})"
            parts = tuple(f"job: {job.label}" for job in rung.jobs)
            yield _counted(f"jobs on {title_and_code(rung)}", shown, "all coded to one occupation", parts)


def _counted(name: str, shown: str, how: str, parts: tuple[str, ...]) -> Figure:
    return computed(name, shown, how, parts, explained.DRAWN)
