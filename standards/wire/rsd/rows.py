"""Rich Skill Descriptors as rows of a table: the three shapes that OSMT has, and the objects that each row is.

OSMT exports one shape, imports another by hand and a third in batches; they differ in their headers. Several values of
a cell stand apart by semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.errors import RefusedError, UnreadableError
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.formulas import unquoted
from standards.headers import key
from standards.json_documents import Json
from standards.wire.rows import read_rows

TEXTS: Final = {
    "canonicalurl": "id",
    "rsdname": "skillName",
    "skillname": "skillName",
    "skillstatement": "skillStatement",
    "contextualizedskillstatement": "skillStatement",
}
"""Headers of cells with one text, as `key` has them, with its name in JSON."""

LISTS: Final = {
    "author": "authors",
    "authors": "authors",
    "category": "categories",
    "categories": "categories",
    "skillcategory": "categories",
    "skillcategories": "categories",
    "keywords": "keywords",
}
"""Headers of cells with several texts."""

OBJECTS: Final = {
    "standards": ("standards", "skillName"),
    "professionalstandards": ("standards", "skillName"),
    "certifications": ("certifications", "name"),
    "employer": ("employers", "name"),
    "employers": ("employers", "name"),
    "collection": ("collections", "name"),
    "occupations": ("occupations", "code"),
    "occupationmajorgroups": ("occupations", "code"),
    "occupationminorgroups": ("occupations", "code"),
    "broadoccupations": ("occupations", "code"),
    "detailedoccupations": ("occupations", "code"),
    "onetjobcodes": ("occupations", "code"),
    "blsmajorgroup": ("occupations", "code"),
    "blsminorgroup": ("occupations", "code"),
    "blsbroadoccupation": ("occupations", "code"),
    "blsdetailedoccupation": ("occupations", "code"),
    "onetjobrole": ("occupations", "code"),
}
"""Headers of cells with several things, with their name in JSON and what an object says the cell's words as."""

ALIGNMENT: Final = re.compile(r"alignment(\d+)?(name|title|url|framework)?")
"""The header of a part of an alignment: its number, and which part; an address where it says none."""

PARTS: Final = {"name": "skillName", "title": "skillName", "url": "id", "": "id", "framework": "isPartOf"}

REQUIRED: Final = {"skillName": "RSD Name", "skillStatement": "Skill Statement"}
"""What every skill has, with a header of it."""

SEPARATOR: Final = re.compile(r"\s*;\s*")


@dataclass(frozen=True)
class SkillRows:
    """The skills of a table.

    Parameters
    ----------
    skills
        An object for each.
    numbers
        The row that each stands in, as a spreadsheet shows it.
    headers
        The headers by the names in JSON that they stand for.
    findings
        What stands where nothing may.
    """

    skills: list[dict[str, Json]]
    numbers: Sequence[int]
    headers: Mapping[str, str]
    findings: Sequence[Finding]

    def placed(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return findings with the row and the header that their JSON pointer stands for.

        A table without a column of addresses has none to be missed.
        """
        said = (one for one in findings if one.code != "no-address" or "id" in self.headers)
        return [self._placed(finding) for finding in said]

    def _placed(self, finding: Finding) -> Finding:
        at = re.match(r"/(\d+)(?:/([^/]+))?", finding.path)
        if at is None:
            return finding
        named = (at[2] or "").replace("~1", "/").replace("~0", "~")
        column = self.headers.get(named, named)
        return finding.model_copy(update={"row": self.numbers[int(at[1])], "column": column, "path": ""})


def read_skill_rows(file: ArchivedFile) -> SkillRows:
    """Return the skills of a table; a cell under a header that no shape has is kept under that header.

    Raises
    ------
    UnreadableError
        Where the file is no table.
    RefusedError
        Where no column has names, or none has statements.
    """
    read = read_rows(file, _meant)
    if not read.headers:
        message = f"{file.name} is empty; give a table with a row of headers"
        raise UnreadableError(message)
    if lacking := list(_lacking(read.headers, file.name)):
        raise RefusedError(Report(lacking))
    return SkillRows(
        [_object(read.headers, list(map(unquoted, cells))) for cells in read.cells],
        read.numbers,
        {named(name): name for name in read.headers if name},
        read.findings,
    )


def _lacking(headers: Iterable[str], file: str) -> Iterator[Finding]:
    """Yield what every skill must have and no column stands for."""
    there = set(map(named, headers))
    for name, header in REQUIRED.items():
        if name not in there:
            yield Finding(
                code="missing-header",
                severity=Severity.ERROR,
                file=file,
                row=1,
                message=f"no column is called {header}",
                remedy="Name the column so; the headers stand in the first row",
            )


def is_table(file: ArchivedFile) -> bool:
    """Whether a file is a table by the end of its name."""
    return file.plain_name.lower().endswith((".csv", ".tsv", ".xlsx"))


def named(header: str) -> str:
    """Return the name in JSON that a header stands for, or the header where it stands for none.

    Example
    -------
    >>> named("RSD Name"), named("Alignment 2 URL"), named("Reviewed by")
    ('skillName', 'alignments', 'Reviewed by')
    """
    plain = key(header)
    if plain in OBJECTS:
        return OBJECTS[plain][0]
    return "alignments" if ALIGNMENT.fullmatch(plain) else TEXTS.get(plain) or LISTS.get(plain) or header


def _meant(header: str) -> object:
    """Return what a column stands for, as no other may; columns of codes of occupations may stand beside each other."""
    plain = key(header)
    if part := ALIGNMENT.fullmatch(plain):
        return int(part[1] or 1), PARTS[part[2] or ""]
    return TEXTS.get(plain) or LISTS.get(plain) or plain


def _object(headers: Sequence[str], cells: Sequence[str]) -> dict[str, Json]:
    """Return the object that a row is."""
    made: dict[str, Json] = {}
    alignments: dict[int, dict[str, Json]] = {}
    for header, cell in zip(headers, cells, strict=False):
        plain = key(header)
        if not cell or not header:
            continue
        if plain in TEXTS:
            made[TEXTS[plain]] = cell
        elif plain in LISTS:
            made[LISTS[plain]] = parts(cell)
        elif plain in OBJECTS:
            name, said = OBJECTS[plain]
            made.setdefault(name, []).extend({said: part} for part in parts(cell))
        elif part := ALIGNMENT.fullmatch(plain):
            value = {"name": cell} if part[2] == "framework" else cell
            alignments.setdefault(int(part[1] or 1), {})[PARTS[part[2] or ""]] = value
        else:
            made[header] = cell
    return made | ({"alignments": [alignments[number] for number in sorted(alignments)]} if alignments else {})


def parts(cell: str) -> list[str]:
    """Return the values that stand apart by semicolons.

    Example
    -------
    >>> parts("steel; heat;")
    ['steel', 'heat']
    """
    return [part for part in SEPARATOR.split(cell) if part]
