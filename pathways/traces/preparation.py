"""Where months of preparation come from: a partnership's word, the answers of those in the job, else its job zone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np

from ontology.namespaces import LW
from ontology.records import Release
from pathways.amounts import months
from pathways.occupations.preparation import education_months, expected_months
from pathways.traces import explained
from pathways.traces.ground import ONET, PARTNERSHIP, Ground
from pathways.traces.records import Basis, Figure, Input
from standards.citations import published as tables
from standards.citations.citation import Citation

Answered: TypeAlias = tuple[Release, dict[int, float]]
"""The shares of the answers to one question, in percent, and the release that has them."""

SCALES = {
    "RL": "required education",
    "RW": "related experience",
    "PT": "training in the plant",
    "OJ": "training on the job",
}

NOBODY = "nobody was asked, and its job zone is unknown"
STANDS_IN = "nobody was asked: the median of the occupations in the same job zone stands in"


def zone_figures(ground: Ground, place: int) -> Iterator[Figure]:
    """Yield the job zone of an occupation, where a release states it."""
    occupation = ground.snapshot.occupations[place]
    said = ground.first_said(occupation.iri, LW.jobZone)
    if not said:
        return
    release, value = said
    header = "job_zone" if release.reader == PARTNERSHIP else "Job Zone"
    stated = ground.input(
        "job zone", value, release, _fact(release, occupation.code, "Job Zones", header), [int(value)]
    )
    yield Figure(name="job zone", shown=value, basis=Basis.ASSERTED, how="as stated", inputs=(stated,))


def _fact(release: Release, code: str, table: str, header: str) -> Citation | None:
    """Return where a release states something of an occupation."""
    if release.reader == PARTNERSHIP:
        return tables.partnership_fact(code, header)
    return tables.onet_fact(code, table, header) if release.reader == ONET else None


def preparation_figures(ground: Ground, place: int) -> Iterator[Figure]:
    """Yield the months of preparation: of education, experience and training, and their sum."""
    preparation = ground.snapshot.preparation
    parts = (
        _months(ground, place, "education", ("RL",), preparation.said("education", place)),
        _months(ground, place, "experience", ("RW",), preparation.said("experience", place)),
        training_figure(ground, place),
    )
    yield from parts
    yield Figure(
        name="preparation in all",
        shown=known_time(preparation.said("total", place)),
        basis=Basis.COMPUTED,
        how=" + ".join(figure.shown for figure in parts),
        inputs=tuple(stated for figure in parts for stated in figure.inputs),
        parts=tuple(figure.name for figure in parts),
        explained=explained.PREPARATION,
    )


def training_figure(ground: Ground, place: int) -> Figure:
    """Return the months of training in an occupation."""
    return _months(ground, place, "training", ("PT", "OJ"), ground.snapshot.preparation.said("training", place))


def _months(ground: Ground, place: int, kind: str, scales: tuple[str, ...], value: float) -> Figure:
    """Return the months of one kind of preparation: stated, the mean of the answers, or those of its job zone."""
    name = f"months of {kind}"
    if said := _months_said(ground, place, kind):
        how = "as stated" if kind == "training" else "months of the least that these words ask for"
        basis = Basis.ASSERTED if kind == "training" else Basis.INFERRED
        place_ = "" if kind == "training" else explained.PREPARATION
        return Figure(name=name, shown=known_time(value), basis=basis, how=how, inputs=(said,), explained=place_)
    answered = [(scale, found) for scale in scales if (found := ground.answers(place, scale))]
    basis = Basis.COMPUTED if answered else Basis.INFERRED
    how = _mean_of(answered) if answered else _usual(ground.snapshot.occupations[place].zone)
    asked = tuple(answers_input(ground, place, scale, found) for scale, found in answered)
    inputs = asked or zone_inputs(ground, place)
    return Figure(
        name=name, shown=known_time(value), basis=basis, how=how, inputs=inputs, explained=explained.PREPARATION
    )


def _mean_of(answered: Sequence[tuple[str, Answered]]) -> str:
    means = [f"{known_time(expected_months(scale, shares))} ({scale})" for scale, (_, shares) in answered]
    how = f"mean of the categories' months over the answers: {' and '.join(means)}"
    return f"{how}; the longer counts" if len(means) > 1 else how


def _usual(zone: int) -> str:
    if not zone:
        return f"{NOBODY}; steps are compared as if it were none"
    return f"nobody was asked: the median of the occupations in job zone {zone}, or that zone's usual months"


def zone_inputs(ground: Ground, place: int) -> tuple[Input, ...]:
    """Return where the job zone of an occupation stands."""
    return tuple(stated for figure in zone_figures(ground, place) for stated in figure.inputs)


def answers_inputs(ground: Ground, place: int) -> tuple[Input, ...]:
    """Return what the school of an occupation is known from: a partnership's words, answers, else its job zone."""
    if said := _months_said(ground, place, "education"):
        return (said,)
    if answered := ground.answers(place, "RL"):
        return (answers_input(ground, place, "RL", answered),)
    return zone_inputs(ground, place)


def _months_said(ground: Ground, place: int, kind: str) -> Input | None:
    """Return what a partnership says of a kind of preparation, where its word decides."""
    occupation = ground.snapshot.occupations[place]
    if kind == "training" and occupation.training_months is not None:
        said = ground.first_said(occupation.iri, LW.trainingMonths)
        return stated_input(ground, place, said, "training_months", "months of training") if said else None
    if kind == "education" and not np.isnan(education_months(occupation.education)):
        said = ground.first_said(occupation.iri, LW.typicalEducation)
        return stated_input(ground, place, said, "education", "typical education") if said else None
    return None


def known_time(value: float) -> str:
    """Return months to a tenth; that they are not known where they are not."""
    return "not known" if np.isnan(value) else months(round(value, 1))


def stated_input(ground: Ground, place: int, said: tuple[Release, str], header: str, what: str) -> Input:
    """Return where a release, a partnership's mostly, states something of an occupation."""
    release, value = said
    code = ground.snapshot.occupations[place].code
    citation = tables.partnership_fact(code, header) if release.reader == PARTNERSHIP else None
    number = float(value) if header == "training_months" else value
    return ground.input(what, value, release, citation, [number])


def answers_input(ground: Ground, place: int, scale: str, answered: Answered) -> Input:
    """Return the rows of all answers to one question by those in the job."""
    release, shares = answered
    code = ground.snapshot.occupations[place].code
    citation = tables.onet_answers(code, scale) if release.reader == ONET else None
    value = ", ".join(f"{category}: {share:g}%" for category, share in shares.items() if share)
    first = next(iter(shares.items()))
    return ground.input(f"answers on {SCALES[scale]} ({scale})", value, release, citation, list(first))
