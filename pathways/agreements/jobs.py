"""What a published standard asks of the people in each job, before any format: from public records only.

The critical work functions of a job are those that the standard records, the most important first; under each stand
the tasks that people do, where the standard has any, and the competencies that these take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from statistics import fmean

from ontology.records import (
    Credential,
    Iri,
    Occupation,
    Organization,
    Position,
    RequirementType,
    Role,
    SkillRequirement,
)
from pathways.agreements.job_records import (
    JobCompetency,
    JobReading,
    JobTask,
    Moved,
    Said,
    WorkersReading,
    WorkFunction,
)
from pathways.agreements.matrix import UNNAMED
from pathways.agreements.names import plain_names
from pathways.agreements.published import PublishedStandard
from pathways.records.rung import Wage
from standards.agreement.tally import ADOPTING
from standards.code_order import CodeOrder, code_order

Pay = Callable[[Iri], Wage | None]
"""Says what an occupation pays, by its address."""

Spoken = Mapping[Iri, tuple[Said, ...]]
"""What members said, by the address of what they spoke of; by their names."""


def unpaid(_: Iri) -> None:
    """Return that nothing is known of the pay in an occupation."""


def workers_reading(standard: PublishedStandard, pay: Pay = unpaid) -> WorkersReading:
    """Return what a published standard asks of each job; the jobs by what they take to get into, then by title."""
    names, notes = plain_names(standard.members)
    spoken = _spoken(standard, names)
    by_job: dict[Iri, list[SkillRequirement]] = {}
    for one in standard.requirements:
        by_job.setdefault(one.occupation, []).append(one)
    known = sorted(standard.occupations.values(), key=lambda one: (one.job_zone or 0, str(one.label), one.iri))
    return WorkersReading(
        slug=standard.release.source,
        title=standard.title,
        version=standard.release.version,
        license=standard.release.license or "",
        jobs=tuple(_job(standard, one, by_job[one.iri], spoken, pay) for one in known if one.iri in by_job),
        silent=tuple(str(one.label) for one in known if one.iri not in by_job),
        firms=tuple(sorted(names[one.iri] for one in standard.members if one.is_a(Role.FIRM))),
        unions=tuple(one for one in spoken.get(standard.framework.iri, ()) if one.role is Role.UNION),
        notes=notes,
    )


def _spoken(standard: PublishedStandard, names: Mapping[Iri, str]) -> Spoken:
    """Return what members said, as was published."""
    found: dict[Iri, list[Said]] = {}
    for one in standard.positions:
        if one.organization in names:
            role = _role(standard.organizations[one.organization])
            said = Said(organization=names[one.organization], role=role, position=one.taken, reason=one.reason or "")
            found.setdefault(one.subject, []).append(said)
    return {iri: tuple(sorted(said, key=lambda one: one.organization)) for iri, said in found.items()}


def _role(organization: Organization) -> Role:
    """Return as what a member speaks: a firm as a firm, also where it is something else beside."""
    return next(role for role in Role if organization.is_a(role))


def _firms(spoken: Iterable[Said], *positions: Position) -> tuple[str, ...]:
    """Return the firms that took one of some positions, by name."""
    return tuple(one.organization for one in spoken if one.role is Role.FIRM and one.position in positions)


def _job(
    standard: PublishedStandard,
    job: Occupation,
    needs: Iterable[SkillRequirement],
    spoken: Spoken,
    pay: Pay,
) -> JobReading:
    tasks, grouped = _tasks(standard, job), _competencies(standard, job, needs, spoken)
    required = [one for one in standard.credentials if job.iri in one.required_for]
    useful = [one for one in standard.credentials if job.iri in one.useful_for and one not in required]
    functions = (
        _function(_named(standard, iri), grouped.get(iri, ()), tasks.get(iri, ())) for iri in {*grouped, *tasks}
    )
    return JobReading(
        address=job.iri,
        code=job.notation or "",
        title=str(job.label),
        description=str(job.description) if job.description else "",
        required=_names(required),
        useful=_names(useful),
        pay=pay(job.iri),
        functions=tuple(sorted(functions, key=_rank)),
        moved=tuple(_moved(standard, job)),
    )


def _competencies(
    standard: PublishedStandard,
    job: Occupation,
    needs: Iterable[SkillRequirement],
    spoken: Spoken,
) -> Mapping[Iri | None, list[JobCompetency]]:
    """Return what is needed in a job, by the function that takes it, with the credentials for that job."""
    items = {item.iri: item for item in standard.items}
    taking = {item: iri for iri, function in standard.functions.items() for item in function.competencies}
    credentials = [one for one in standard.credentials if job.iri in (*one.required_for, *one.useful_for)]
    grouped: dict[Iri | None, list[JobCompetency]] = {}
    for need in needs:
        if item := items.get(need.competency):
            said = spoken.get(item.iri, ())
            found = JobCompetency(
                code=item.notation or "",
                wording=str(item.statement or item.label),
                essential=need.relation != Iri(RequirementType.OPTIONAL),
                importance=need.importance,
                level=need.level,
                attested_by=_names(one for one in credentials if item.iri in one.attests),
                adopted_by=_firms(said, *ADOPTING),
                changed_by=_firms(said, Position.ADOPT_WITH_CHANGE),
                dissents=tuple(one for one in said if one.position is Position.DISSENT),
            )
            grouped.setdefault(taking.get(item.iri), []).append(found)
    return grouped


def _tasks(standard: PublishedStandard, job: Occupation) -> Mapping[Iri | None, tuple[JobTask, ...]]:
    """Return what is done in a job, by the function that it is a part of, what is critical first."""
    found: dict[Iri | None, list[JobTask]] = {}
    for task in standard.tasks:
        for function in task.functions if job.iri in task.occupations else ():
            if function in standard.functions:
                done = JobTask(statement=str(task.label), critical=bool(task.critical))
                found.setdefault(function, []).append(done)
    return {function: tuple(sorted(own, key=lambda one: not one.critical)) for function, own in found.items()}


def _named(standard: PublishedStandard, function: Iri | None) -> str:
    return str(standard.functions[function].label) if function else UNNAMED


def _moved(standard: PublishedStandard, job: Occupation) -> Iterator[Moved]:
    """Yield what came to a job, and what went from it, by competency."""
    items = {item.iri: item for item in standard.items}
    here = [one for one in standard.redefinitions if job.iri in (one.moved_from, one.moved_to)]
    asking = {(one.occupation, one.competency) for one in (standard.requirements if here else ())}
    for one in sorted(here, key=lambda each: (each.competency, each.iri)):
        item = items.get(one.competency)
        other = one.moved_from != one.moved_to
        if item:
            yield Moved(
                wording=str(item.statement or item.label),
                came_from=_title(standard, one.moved_from) if other and one.moved_to == job.iri else "",
                went_to=_title(standard, one.moved_to) if other and one.moved_from == job.iri else "",
                both=other and {(one.moved_from, one.competency), (one.moved_to, one.competency)} <= asking,
                firm=_firm(standard, one.firm),
                former_job=str(one.former_job or ""),
                new_job=str(one.new_job or ""),
            )


def _firm(standard: PublishedStandard, firm: Iri | None) -> str:
    known = standard.organizations.get(firm) if firm else None
    return str(known.label) if known else ""


def _title(standard: PublishedStandard, occupation: Iri | None) -> str:
    """Return what an occupation is called; empty where the standard does not describe it."""
    known = standard.occupations.get(occupation) if occupation else None
    return str(known.label) if known else ""


def _function(name: str, competencies: Iterable[JobCompetency], tasks: tuple[JobTask, ...]) -> WorkFunction:
    """Return a function with its competencies: what is essential first, then what is most important."""
    known = sorted(competencies, key=_weight)
    weights = [one.importance for one in known if one.importance is not None]
    importance = fmean(weights) if weights else None
    return WorkFunction(name=name, importance=importance, competencies=tuple(known), tasks=tasks)


def _weight(one: JobCompetency) -> tuple[bool, float, CodeOrder, str]:
    return not one.essential, -(one.importance or 0), code_order(one.code), one.wording


def _rank(function: WorkFunction) -> tuple[bool, float, int, str]:
    optional = not any(one.essential for one in function.competencies)
    return (optional, -(function.importance or 0), -len(function.competencies), function.name)


def _names(credentials: Iterable[Credential]) -> tuple[str, ...]:
    return tuple(sorted({str(one.label) for one in credentials}))
