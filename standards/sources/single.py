"""One file of one organization: a college's program, or a firm's skill list, without a partnership around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ontology.errors import InputError
from ontology.identifiers import Identifiers, slug
from ontology.namespaces import CEASN, CETERMS
from ontology.records import Iri, Organization, Record, Release, Role, Text
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.archives import Archive, ArchivedFile
from standards.curricula import (
    ProgramForm,
    StoredAddresses,
    named_college,
    named_program,
    own_facts,
    program_slug,
    program_table,
    to_curriculum,
)
from standards.encoding import encoded
from standards.skill_lists import read_skill_list
from standards.sources.occupation_codes import OccupationCodes
from standards.sources.own import PROGRAM, SHEET, own_source
from standards.sources.partnership.firms import firm_records, judged_list
from standards.sources.publication import FIRST, new_release
from standards.sources.reading import Reading
from standards.sources.source import Delivery, share_half
from standards.tables import Table


def read_college_program(
    paths: Sequence[Path],
    identifiers: Identifiers,
    version: str | None = None,
    skip_bad_rows: bool = False,
    form: ProgramForm | None = None,
    addresses: Callable[[str, str], StoredAddresses | None] = lambda _source, _name: None,
) -> Delivery:
    """Read a program; its file's name is its slug, and the college's where the file does not name the college.

    See `Reader` for the other parameters and for what is raised.

    Parameters
    ----------
    form
        What is said of the file's form besides its content.
    addresses
        Returns what the addresses are made of that the program has already, by its source and its slug.
    """
    archive, file, name = _only_file(paths)
    reading = Reading(archive, identifiers, own_source(PROGRAM, name), skip_bad_rows)
    table = reading.judge(program_table(file, skip_bad_rows=skip_bad_rows, form=form), [])
    college = named_college(table)
    if not college:
        table = reading.judge(replace(table, report=Report([*table.report, _unnamed(file, name)])), [])
    facts = own_facts(table, file.plain_name, addresses(own_source(PROGRAM, name), name))
    offering = _organization(facts.college, college or name, Role.COLLEGE, identifiers)

    def triples() -> Iterator[bytes]:
        records: list[Record] = [offering, *to_curriculum(table, identifiers, facts).records]
        yield encoded(records)

    def continues(base: KnowledgeBase, stored: Release) -> bool:
        courses = {code or title for code, title in table.frame.select("code", "title").iter_rows() if code or title}
        said = (named_program(table), college)
        return _same_program(base, stored, said, courses, unsaid=(Path(file.plain_name).stem, name))

    release = new_release(
        identifiers, own_source(PROGRAM, name), version or FIRST, _title(table, file.name), language="en"
    )
    return replace(reading.deliver(release, triples()), continues=continues)


def read_firm_list(
    paths: Sequence[Path],
    identifiers: Identifiers,
    version: str | None = None,
    skip_bad_rows: bool = False,
    codes: OccupationCodes | None = None,
    form: ProgramForm | None = None,
    called: Callable[[str], str] = lambda _firm: "",
) -> Delivery:
    """Read a firm's skill list; its file's name is the slug of the firm and of its framework, where no other is said.

    See `Reader` for the other parameters and for what is raised.

    Parameters
    ----------
    codes
        Of the occupations that there are; without them, every code is taken as it is.
    form
        What its columns are called, and whose list it is, where that is said.
    called
        Returns the name of a firm by its slug, empty where it is not known; the slug stands in for it.
    """
    archive, file, called_after = _only_file(paths)
    name = (form.firm if form else "") or called_after
    reading = Reading(archive, identifiers, own_source(SHEET, name), skip_bad_rows)
    official = codes or OccupationCodes()
    listed = judged_list(reading, read_skill_list(file, form.columns if form else None), official)
    reading.add(official.finding(listed.name, listed.code_header, (skill.code for skill in listed.skills)))
    label = called(name) or name
    firm = _organization(name, label, Role.FIRM, identifiers)

    def triples() -> Iterator[bytes]:
        records: list[Record] = [firm, *firm_records(name, label, listed, identifiers)]
        yield encoded(records)

    def continues(base: KnowledgeBase, stored: Release) -> bool:
        rows = base.rows(f"SELECT ?label {{ ?s a <{CEASN.Competency}>; skos:prefLabel ?label }}", [stored.iri])
        return share_half({skill.statement for skill in listed.skills}, {label for (label,) in rows})

    release = new_release(
        identifiers, own_source(SHEET, name), version or FIRST, f"Skill list {file.name}", language="en"
    )
    return replace(reading.deliver(release, triples()), continues=continues, frameworks=(name,))


def _title(table: Table, file: str) -> str:
    """Return what a program's release is called: after the program where that is named, and after its file."""
    named = named_program(table)
    return f"Program {named} ({file})" if named else f"Program {file}"


def _same_program(
    base: KnowledgeBase, stored: Release, said: tuple[str, str], courses: set[str], unsaid: tuple[str, str]
) -> bool:
    """Whether a stored program goes by the same names, or, where either names none, has half the courses in common.

    Parameters
    ----------
    said
        Title and college, empty where the file does not say them.
    unsaid
        What stands for them in the knowledge base then.
    """
    names = f"SELECT ?title ?college {{ ?p a <{CETERMS.LearningProgram}>; <{CETERMS.name}> ?title; "
    names += f"<{CETERMS.offeredBy}> ?c. ?c skos:prefLabel ?college }}"
    called = f"SELECT ?code {{ ?c a <{CETERMS.Course}>; <{CETERMS.codedNotation}>|<{CETERMS.name}> ?code }}"
    for before in base.rows(names, [stored.iri]):
        pairs = [(old if old != blank else "", new) for old, new, blank in zip(before, said, unsaid, strict=True)]
        if any(slug(old) != slug(new) for old, new in pairs if old and new):
            return False
        if all(old and new for old, new in pairs):
            return True
    return share_half(courses, {name for (name,) in base.rows(called, [stored.iri])})


def _organization(local: str, label: str, role: Role, identifiers: Identifiers) -> Organization:
    return Organization(iri=Iri(identifiers.mint("organization", local)), label=Text(value=label), roles=(Iri(role),))


def _unnamed(file: ArchivedFile, name: str) -> Finding:
    return Finding(
        code="unnamed-college",
        severity=Severity.UNKNOWN,
        file=file.name,
        column="College",
        message="nothing in it names the college; the file's name stands in for it",
        value=name,
        remedy="Name it with --college, or add a column College",
    )


def _only_file(paths: Sequence[Path]) -> tuple[Archive, ArchivedFile, str]:
    archive = Archive(paths)
    files = list(archive)
    if len(files) != 1:
        message = f"{', '.join(map(str, paths))} holds {len(files)} files; name one"
        raise InputError(message)
    return archive, files[0], program_slug(files[0].plain_name)
