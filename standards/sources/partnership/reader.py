"""A sector partnership's folder, read and judged as a whole: the panel's release, and what is kept back beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ontology.errors import MissingFileError
from ontology.identifiers import Identifiers
from ontology.records import Iri, Record, Release, Text
from standards.archives import DECLARATION, Archive
from standards.curricula import ProgramFacts, program_table, to_curriculum
from standards.encoding import encoded
from standards.skill_lists import SkillList, read_skill_list
from standards.sources.occupation_codes import OccupationCodes
from standards.sources.partnership.declaration import Declaration, doubtful, read_declaration
from standards.sources.partnership.employment import Employers
from standards.sources.partnership.firms import judged_list
from standards.sources.partnership.lists import Lists
from standards.sources.partnership.panel import Panel
from standards.sources.partnership.parts import ProgramFile
from standards.sources.partnership.reported import Reported
from standards.sources.partnership.tables import declared_file, read_tables
from standards.sources.publication import new_release
from standards.sources.reading import Reading
from standards.sources.source import Delivery
from standards.tables import Table

LINES: Final = "is kept for comparison with the computed ladder; nothing of it is imported, and nothing is lost"
"""What is said of the file of a panel's own steps."""

AGREED: Final = "is kept for `ladderworks standard decide` and `position`; nothing of it is imported or lost"
"""What is said of the files in which a panel decided."""


def read_partnership(
    paths: Sequence[Path],
    identifiers: Identifiers,
    version: str | None = None,
    skip_bad_rows: bool = False,
    codes: OccupationCodes | None = None,
) -> Delivery:
    """Read a partnership's folder: the panel's tables, its firms' lists and its colleges' programs.

    ``paths`` is the folder, a zip of it, or its ``partnership.toml``; ``version`` stands in place of the one that the
    declaration gives. See `Reader` for the other parameters and for what is raised.

    Parameters
    ----------
    codes
        Of the occupations that there are; without them, every code is taken as it is.
    """
    archive = Archive(paths)
    declared = _declaration(archive, paths)
    reading = Reading(archive, identifiers, declared.slug, skip_bad_rows)
    codes = codes or OccupationCodes()
    tables = read_tables(reading, declared.files, codes, declared.merges)
    reading.judge(Table.nothing(DECLARATION, ()), [])
    reading.add(doubtful(DECLARATION, declared))
    members = Members(reading, declared, codes, frozenset(tables.occupations.frame["code"]))
    lists, programs = members.lists(), members.programs()
    _keep_beside(reading, declared)
    panel = Panel(declared, identifiers)
    release = _release(declared, version or declared.version, identifiers)

    def triples() -> Iterator[bytes]:
        yield from panel.encoded(tables)
        yield encoded(members.curricula(programs), declared.tag)

    outcomes = Reported(reading, declared, panel, tables, tuple(members.curricula(programs)))
    outcomes.judge()
    whole = replace(reading.deliver(release, triples()), frameworks=(declared.slug, *lists), merges=declared.merges)
    return Employers(panel).part(outcomes.part(Lists(declared, identifiers, lists).part(whole)))


def _declaration(archive: Archive, paths: Sequence[Path]) -> Declaration:
    """Return what the folder declares."""
    file = archive.find(DECLARATION)
    if file is None:
        message = (
            f"there is no {DECLARATION} in {', '.join(map(str, paths))}; the example's README.md says what it holds"
        )
        raise MissingFileError(message)
    return read_declaration(file)


def _keep_beside(reading: Reading, declared: Declaration) -> None:
    """Say what the files are for that belong to the panel and of which nothing is imported."""
    purposes = {declared.files.lines: LINES, **dict.fromkeys(declared.files.agreement, AGREED)}
    for path, purpose in purposes.items():
        file = declared_file(reading, path) if path else None
        if file is not None and not isinstance(file, Table):
            reading.keep_beside(file, purpose)


@dataclass(frozen=True)
class Members:
    """Reads what the members of a partnership bring to it.

    Parameters
    ----------
    own
        The codes of the panel's own occupations.
    """

    reading: Reading
    declared: Declaration
    codes: OccupationCodes
    own: frozenset[str]

    def lists(self) -> dict[str, SkillList]:
        """Return the skill lists by firm."""
        found = {}
        for firm, path in self.declared.files.firms.items():
            file = declared_file(self.reading, path)
            if not isinstance(file, Table):
                found[firm] = judged_list(self.reading, read_skill_list(file), self.codes, self.own)
        return found

    def programs(self) -> list[tuple[ProgramFile, Table]]:
        """Return the colleges' programs as tables, those that can be read."""
        found = []
        for program in self.declared.files.programs:
            file = declared_file(self.reading, program.path)
            if not isinstance(file, Table):
                table = self.reading.judge(program_table(file, skip_bad_rows=self.reading.skip_bad_rows), [])
                found.append((program, table))
        return found

    def curricula(self, programs: Iterable[tuple[ProgramFile, Table]]) -> Iterator[Record]:
        """Yield the programs as records."""
        seen: set[str] = set()
        for program, table in programs:
            facts = ProgramFacts(program.college, program.slug, program.name, program.award, program.cip_code)
            for record in to_curriculum(table, self.reading.identifiers, facts).records:
                if record.iri not in seen:
                    yield record
                seen.add(record.iri)


def _release(declared: Declaration, version: str, identifiers: Identifiers) -> Release:
    return new_release(
        identifiers,
        declared.slug,
        version,
        declared.name,
        license=Iri(declared.license) if declared.license else None,
        attribution=Text(value=declared.attribution) if declared.attribution else None,
        page=Iri(declared.website) if declared.website else None,
        language=declared.tag,
    )
