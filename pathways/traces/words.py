"""Words with numbers in them, such as the title of a credential or the code of a course, and the rows they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ontology.namespaces import CETERMS, DCTERMS, LW, SKOS
from ontology.records import Release
from pathways.occupations.jobs import FirmJob
from pathways.records.step import Step
from pathways.traces.ground import ONET, PARTNERSHIP, Ground, local_id
from pathways.traces.records import Basis, Figure, Input
from standards.citations import published as tables
from standards.citations.citation import Citation

NUMBER = re.compile(r"\d")


def has_number(text: str) -> bool:
    """Return whether a text holds a digit.

    Example
    -------
    >>> has_number("OSHA 30-Hour General Industry"), has_number("Level II")
    (True, False)
    """
    return bool(NUMBER.search(text))


def rung_words(ground: Ground, place: int) -> Iterator[Figure]:
    """Yield title and description of an occupation where they hold a number, and a firm's jobs that stand on it."""
    occupation = ground.snapshot.occupations[place]
    jobs = [job for job in ground.snapshot.jobs if place in job.places and _names(job, occupation.label.value)]
    for job in jobs:
        yield job_figure(ground, job)
    said = (("title", SKOS.prefLabel, occupation.label.value), ("description", DCTERMS.description, ""))
    for header, predicate, text in said:
        shown = text or occupation.description
        if not has_number(shown):
            continue
        stated = ground.first_said(occupation.iri, predicate)
        inputs = (_words_input(ground, stated, occupation.code, header),) if stated else ()
        coded = (_code_input(ground, job) for job in jobs)
        yield Figure(name=header, shown=shown, basis=Basis.ASSERTED, how="as stated", inputs=(*coded, *inputs))


def _names(job: FirmJob, title: str) -> bool:
    """Return whether the title of a rung is that of a firm's job, or begins with it."""
    return any(part == job.label.value for part in title.split(" / ")) or title.startswith(f"{job.label.value} ")


def _words_input(ground: Ground, stated: tuple[Release, str], code: str, header: str) -> Input:
    release, text = stated
    citation: Citation | None = None
    if release.reader == PARTNERSHIP:
        citation = tables.partnership_fact(code, header)
    elif release.reader == ONET:
        citation = tables.onet_fact(code, "Occupation Data", header.capitalize())
    return ground.input(header, text, release, citation, [text] if citation else [])


def job_figure(ground: Ground, job: FirmJob) -> Figure:
    """Return a firm's job with the code that the firm gives it."""
    name, shown = f"job: {job.label}", f"{job.label}, coded to {_codes(ground, job)}"
    stated = (_code_input(ground, job),)
    return Figure(name=name, shown=shown, basis=Basis.ASSERTED, how="as the firm codes it", inputs=stated)


def _code_input(ground: Ground, job: FirmJob) -> Input:
    """Return the rows of a firm's list that name a job."""
    release = ground.named(job.source)
    what = f"job {job.label} of {job.firm_label}"
    return ground.input(what, _codes(ground, job), release, tables.mention(job.label.value))


def _codes(ground: Ground, job: FirmJob) -> str:
    return ", ".join((*(ground.snapshot.occupations[place].code for place in job.places), *job.strange))


def credential_inputs(ground: Ground, iri: str, label: str, *headers: str) -> Iterator[Input]:
    """Yield the row of each partnership that describes a credential.

    Parameters
    ----------
    headers
        Of the cells to give; name, occupations and those it is required for where none is named.
    """
    wanted = headers or ("name", "occupations", "required_for")
    for release in ground.releases:
        in_tables = release.reader == PARTNERSHIP and not release.fixed
        if in_tables and any(ground.base.rows(f"SELECT ?p {{ <{iri}> ?p ?o }}", [release.iri])):
            citation = tables.partnership_row("credentials", local_id(iri), *wanted)
            numbers = [label] if wanted[0] == "name" else []
            yield ground.input(f"credential {label}", label, release, citation, numbers)


def course_inputs(ground: Ground, iri: str, label: str) -> Iterator[Input]:
    """Yield the rows of a college's program that a course stands in, by its code, else by its title."""
    for release in ground.releases:
        code = next((v for (v,) in ground.base.rows(_said(iri, CETERMS.codedNotation), [release.iri])), None)
        name = next((v for (v,) in ground.base.rows(_said(iri, CETERMS.name), [release.iri])), None)
        if code or name:
            credits_ = next((v for (v,) in ground.base.rows(_said(iri, LW.credits), [release.iri])), "")
            value = f"{credits_} credits" if credits_ else ""
            yield ground.input(f"course {label}", value, release, tables.mention(code or name or ""))


def _said(iri: str, predicate: str) -> str:
    return f"SELECT ?v {{ <{iri}> <{predicate}> ?v }} ORDER BY ?v LIMIT 1"


def credential_figures(ground: Ground, step: Step) -> Iterator[Figure]:
    """Yield the credentials that the upper rung of a step asks for, or has use for, and the lower one has none for."""
    for asked, credentials in ((True, step.credentials), (False, step.helpful)):
        for credential in credentials:
            inputs = tuple(credential_inputs(ground, credential.iri, credential.label.value))
            kind = "asked for" if asked else "of use"
            how = "named for the upper rung and not for the lower one"
            yield Figure(
                name=f"credential {kind}: {credential.label}",
                shown=credential.label.value,
                basis=Basis.ASSERTED,
                how=how,
                inputs=inputs,
            )


def taught_figures(ground: Ground, step: Step) -> Iterator[Figure]:
    """Yield the courses and credentials that a step names beside what is to be learned, each once."""
    taught: dict[tuple[str, str], list[str]] = {}
    attested: dict[tuple[str, str], list[str]] = {}
    for gain in step.gains:
        for found, named in ((taught, gain.taught_by), (attested, gain.attested_by)):
            for one in named:
                found.setdefault((one.iri, one.label.value), []).append(gain.label.value)
    for (iri, label), competencies in taught.items():
        how = f"it teaches {', '.join(competencies)}, as a release or a reviewer says"
        inputs = tuple(course_inputs(ground, iri, label))
        yield Figure(name=f"taught in: {label}", shown=label, basis=Basis.ASSERTED, how=how, inputs=inputs)
    for (iri, label), competencies in attested.items():
        how = f"its holders have shown {', '.join(competencies)}"
        inputs = tuple(credential_inputs(ground, iri, label, "name", "attests"))
        yield Figure(name=f"attested by: {label}", shown=label, basis=Basis.ASSERTED, how=how, inputs=inputs)
