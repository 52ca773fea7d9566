"""What firms and colleges bring to a partnership, as records: their jobs and skills, their programs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

import polars as pl

from ontology.identifiers import Identifiers, slug
from ontology.records import Competency, Framework, Iri, Job, JobRequirement, Record, Text
from ontology.report import Finding, Report, Severity
from standards.headers import WHOLE_FILE
from standards.skill_lists import ListedSkill, SkillList
from standards.sources.occupation_codes import OccupationCodes
from standards.sources.reading import Reading
from standards.tables import Table


def firm_records(firm: str, name: str, listed: SkillList, identifiers: Identifiers) -> Iterator[Record]:
    """Yield a firm's own list: the list, each skill once, and each job with what it asks for of which skill.

    Parameters
    ----------
    firm, name
        Slug and name of the firm.
    """
    organization = Iri(identifiers.mint("organization", firm))
    framework = Iri(identifiers.mint("framework", firm))
    yield Framework(iri=framework, label=Text(value=f"Skill list of {name}"), publisher=organization)
    for statement, skill in {skill.statement: skill for skill in listed.skills}.items():
        yield Competency(
            iri=_skill(identifiers, firm, statement),
            label=Text(value=statement),
            description=Text(value=skill.note) if skill.note else None,
            category=Text(value=skill.area) if skill.area else None,
            in_scheme=(framework,),
        )
    for title, skills in _by_job(listed).items():
        job = _job(firm, title, skills, organization, identifiers)
        yield job
        yield from _requirements(job, skills, firm, identifiers)


def judged_list(reading: Reading, listed: SkillList, codes: OccupationCodes, said: Set[str] = frozenset()) -> SkillList:
    """Return a list without the skills of jobs whose codes there are not, reported on as a table is.

    Parameters
    ----------
    said
        The panel's own codes: those of them that cannot be judged are reported already.
    """
    good = tuple(skill for skill in listed.skills if not skill.code or codes.knows(skill.code))
    # Several skills may stand in one row, under one code.
    strange = {(s.row, s.code): _strange(listed, s, codes) for s in listed.skills if s.code and not codes.knows(s.code)}
    if codes.soc or codes.onet:  # else the finding about the panel's own codes says it for all
        reading.add(codes.finding(listed.name, listed.code_header, {s.code for s in good if s.code} - said))
    judged = replace(listed, skills=good, report=Report([*listed.report, *strange.values()]))
    reading.judge(_as_table(judged, skip_bad_rows=reading.skip_bad_rows), [])
    return judged


def _strange(listed: SkillList, skill: ListedSkill, codes: OccupationCodes) -> Finding:
    return Finding(
        code="unknown-code",
        severity=Severity.ERROR,
        file=listed.name,
        row=skill.row,
        column=listed.code_header,
        value=skill.code,
        message=codes.strange,
        remedy=codes.near(skill.code),
    )


def _as_table(listed: SkillList, *, skip_bad_rows: bool) -> Table:
    """Return a list as a table that a reading can count.

    Parameters
    ----------
    skip_bad_rows
        Whether bad rows are warnings instead of errors; what is wrong with the whole file stays an error.
    """
    rows = pl.DataFrame({"row": sorted({skill.row for skill in listed.skills})}, schema={"row": pl.Int64})
    findings = (_eased(finding) if skip_bad_rows else finding for finding in listed.report)
    return Table(listed.name, rows, Report(findings), listed.rows, {})


def _eased(finding: Finding) -> Finding:
    """Return an error of a row as a warning."""
    bad_row = finding.severity is Severity.ERROR and finding.code not in WHOLE_FILE
    return finding.model_copy(update={"severity": Severity.WARNING}) if bad_row else finding


def _by_job(listed: SkillList) -> dict[str, list[ListedSkill]]:
    """Return the skills of each job that a list names."""
    found: dict[str, list[ListedSkill]] = {}
    for skill in listed.skills:
        if skill.job:
            found.setdefault(skill.job, []).append(skill)
    return found


def _job(firm: str, title: str, skills: Sequence[ListedSkill], organization: Iri, identifiers: Identifiers) -> Job:
    codes = dict.fromkeys(skill.code for skill in skills if skill.code)
    asked = dict.fromkeys(_skill(identifiers, firm, skill.statement) for skill in skills)
    return Job(
        iri=Iri(identifiers.mint(firm, "job", slug(title))),
        label=Text(value=title),
        offered_by=organization,
        occupations=tuple(Iri(identifiers.mint("onet", onet_code(code))) for code in codes),
        skills=tuple(asked),
        annual_pay=next((skill.pay for skill in skills if skill.pay is not None), None),
    )


def _requirements(
    job: Job, skills: Sequence[ListedSkill], firm: str, identifiers: Identifiers
) -> Iterator[JobRequirement]:
    """Yield what a job asks for of each skill; of a skill that a list gives a job twice, what it says first."""
    for skill in {skill.statement: skill for skill in reversed(skills)}.values():
        iri = _skill(identifiers, firm, skill.statement)
        yield JobRequirement(
            iri=Iri(f"{job.iri}/asks/{iri.rpartition('/')[2]}"),
            job=job.iri,
            skill=iri,
            relation=Iri(skill.relation) if skill.relation else None,
            importance=skill.importance,
            level=skill.level,
            grade=skill.grade or None,
        )


def onet_code(code: str) -> str:
    """Return an O*NET-SOC code for a SOC code: the first of its details.

    Example
    -------
    >>> onet_code("51-8013"), onet_code("51-8013.04")
    ('51-8013.00', '51-8013.04')
    """
    return code if "." in code else f"{code}.00"


def _skill(identifiers: Identifiers, firm: str, statement: str) -> Iri:
    """Return the address of a statement: readable, and the same as long as its words are."""
    digest = hashlib.sha256(statement.encode()).hexdigest()[:8]
    return Iri(identifiers.mint(firm, "skill", f"{slug(statement)[:60].rstrip('-')}-{digest}"))
