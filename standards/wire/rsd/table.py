"""Rich Skill Descriptors out as a table, in each of the three shapes that OSMT has; see `standards.wire.rsd.rows`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ontology.records import JsonText
from standards.json_documents import Json
from standards.wire.rsd.library import Library
from standards.wire.rsd.records import RichSkill
from standards.wire.rsd.rows import named
from standards.written_cells import literal

Cell = Callable[[RichSkill], Iterable[str]]
"""Returns the values of a skill that stand in one cell."""

SEPARATOR: Final = "; "
DETAILED: Final = 10
"""Characters of an O*NET-SOC code; those of the SOC have seven."""


@dataclass(frozen=True)
class Shape:
    """A table as OSMT has it.

    Parameters
    ----------
    columns
        What stands under each header, before the alignments.
    aligned
        The headers of an alignment, and what of it stands there: a name in JSON.
    most
        Alignments that a row has room for; ``None`` where as many as there are.
    """

    columns: Mapping[str, Cell]
    aligned: Mapping[str, str]
    most: int | None = None

    def headers(self, alignments: int) -> Iterator[str]:
        """Yield the headers of so many alignments; from the second on they are numbered."""
        for number in range(1, alignments + 1):
            yield from (name if number == 1 else name.replace(" ", f" {number} ", 1) for name in self.aligned)


def _said(objects: Iterable[JsonText], name: str) -> Iterator[str]:
    """Yield what objects say under a name; a text stands for itself."""
    for one in map(json.loads, objects):
        said = one.get(name) if isinstance(one, dict) else one
        if isinstance(said, str):
            yield said


def _codes(skill: RichSkill) -> list[str]:
    return sorted(_said(skill.occupations, "code"))


def _level(code: str) -> int:
    """Return how far a code of an occupation goes: 0 for a major group, 3 for a detailed one, 4 for O*NET's.

    Example
    -------
    >>> [_level(code) for code in ("15-0000", "15-1200", "15-1250", "15-1251", "15-1251.00")]
    [0, 1, 2, 3, 4]
    """
    if len(code) >= DETAILED:
        return 4
    zeros = len(code) - len(code.rstrip("0"))
    return {0: 3, 1: 2, 2: 1, 3: 1}.get(zeros, 0)


def _of_level(level: int) -> Cell:
    return lambda skill: (code for code in _codes(skill) if _level(code) == level)


def _levels(*headers: str) -> dict[str, Cell]:
    return {header: _of_level(level) for level, header in enumerate(headers)}


def _name(skill: RichSkill) -> Iterable[str]:
    return (skill.name.value,)


def _statement(skill: RichSkill) -> Iterable[str]:
    return (skill.statement.value,)


def _authors(skill: RichSkill) -> Iterable[str]:
    return skill.authors


def _categories(skill: RichSkill) -> Iterable[str]:
    return (text.value for text in skill.categories)


def _keywords(skill: RichSkill) -> Iterable[str]:
    return (text.value for text in skill.keywords)


def _standards(skill: RichSkill) -> Iterable[str]:
    return _said(skill.standards, "skillName")


def _certifications(skill: RichSkill) -> Iterable[str]:
    return _said(skill.certifications, "name")


def _employers(skill: RichSkill) -> Iterable[str]:
    return _said(skill.employers, "name")


def _collections(skill: RichSkill) -> Iterable[str]:
    return _said(skill.collections, "name")


NAMED: Final[dict[str, Cell]] = {
    "RSD Name": _name,
    "Authors": _authors,
    "Skill Statement": _statement,
    "Categories": _categories,
    "Keywords": _keywords,
    "Standards": _standards,
    "Certifications": _certifications,
}
ALIGNED: Final = {"Alignment Name": "skillName", "Alignment URL": "id", "Alignment Framework": "isPartOf"}

EXPORTED: Final = Shape(
    {
        "Canonical URL": lambda skill: (skill.iri,),
        **NAMED,
        **_levels(
            *("Occupation Major Groups", "Occupation Minor Groups", "Broad Occupations", "Detailed Occupations"),
            "O*Net Job Codes",
        ),
        "Employers": _employers,
    },
    ALIGNED,
)
"""What OSMT exports: the only one with the addresses of the skills."""

BY_HAND: Final = Shape({**NAMED, "Occupations": _codes, "Employers": _employers}, ALIGNED, most=3)
"""What is imported over OSMT's pages."""

IN_BATCHES: Final = Shape(
    {
        "Collection": _collections,
        "Skill Name": _name,
        "Skill Categories": _categories,
        "Contextualized Skill Statement": _statement,
        "Keywords": _keywords,
        "Professional Standards": _standards,
        "Certifications": _certifications,
        **_levels(
            *("BLS Major Group", "BLS Minor Group", "BLS Broad Occupation", "BLS Detailed Occupation"),
            "O*NET Job Role",
        ),
        "Authors": _authors,
        "Employer": _employers,
    },
    {"Alignment Title": "skillName", "Alignment": "id"},
    most=1,
)
"""What is imported in batches."""

COLLECTION: Final = "Collection"
"""Where a skill is in any, this column stands in tables of the other shapes, too."""


def write_table(library: Library, shape: Shape = EXPORTED) -> bytes:
    """Return skills as CSV in UTF-8, a row each: everything in the same order for the same skills."""
    skills = sorted(library.skills, key=lambda skill: skill.iri)
    there = max((len(skill.alignments) for skill in skills), default=1)
    others = sorted({name for skill in skills for name in _others(skill)} - set(shape.columns))
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([*shape.columns, *others, *shape.headers(max(min(there, shape.most or there), 1))])
    writer.writerows([literal(cell) for cell in _row(skill, shape, others)] for skill in skills)
    return written.getvalue().encode()


def _others(skill: RichSkill) -> dict[str, str]:
    """Return the texts of a skill that no shape has a column for, by their headers: as tables had them."""
    said = json.loads(skill.extensions) if skill.extensions else {}
    collections = SEPARATOR.join(_collections(skill))
    texts = {name: text for name, text in said.items() if isinstance(text, str) and named(name) == name}
    return texts | ({COLLECTION: collections} if collections else {})


def _row(skill: RichSkill, shape: Shape, others: Iterable[str]) -> list[str]:
    more = _others(skill)
    return [
        *(SEPARATOR.join(values(skill)) for values in shape.columns.values()),
        *(more.get(name, "") for name in others),
        *(cell for one in skill.alignments[: shape.most] for cell in _alignment(json.loads(one), shape)),
    ]


def _alignment(said: Json, shape: Shape) -> Iterator[str]:
    """Yield the cells of an alignment; a text stands under the first header."""
    parts = said if isinstance(said, dict) else {next(iter(shape.aligned.values())): said}
    for name in shape.aligned.values():
        value = parts.get(name) or ""
        yield str(value.get("name", "") if isinstance(value, dict) else value)
