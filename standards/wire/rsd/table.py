"""Rich Skill Descriptors out as a table: the shape that OSMT exports, which it and others import."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Final

from ontology.records import JsonText
from standards.json_documents import Json
from standards.wire.rsd.library import Library
from standards.wire.rsd.records import RichSkill
from standards.wire.rsd.rows import named
from standards.written_cells import literal

COLUMNS: Final = (
    "Canonical URL",
    "RSD Name",
    "Authors",
    "Skill Statement",
    "Categories",
    "Keywords",
    "Standards",
    "Certifications",
    "Occupation Major Groups",
    "Occupation Minor Groups",
    "Broad Occupations",
    "Detailed Occupations",
    "O*Net Job Codes",
    "Employers",
)
"""Those before the alignments."""

COLLECTION: Final = "Collection"
"""That of OSMT's batches; it stands where a skill is in any."""

SEPARATOR: Final = "; "
DETAILED: Final = 10
"""Characters of an O*NET-SOC code; those of the SOC have seven."""


def write_table(library: Library) -> bytes:
    """Return skills as CSV in UTF-8, a row each: everything in the same order for the same skills."""
    skills = sorted(library.skills, key=lambda skill: skill.iri)
    most = max((len(skill.alignments) for skill in skills), default=1)
    others = sorted({name for skill in skills for name in _others(skill)})
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    aligned = (name for number in range(max(most, 1)) for name in _aligned_columns(number + 1))
    writer.writerow([*COLUMNS, *others, *aligned])
    writer.writerows([literal(cell) for cell in _row(skill, others)] for skill in skills)
    return written.getvalue().encode()


def _others(skill: RichSkill) -> dict[str, str]:
    """Return the texts of a skill that OSMT's own table has no column for, by their headers: as tables had them."""
    said = json.loads(skill.extensions) if skill.extensions else {}
    collections = SEPARATOR.join(_said(skill.collections, "name"))
    texts = {name: text for name, text in said.items() if isinstance(text, str) and named(name) == name}
    return texts | ({COLLECTION: collections} if collections else {})


def _aligned_columns(number: int) -> tuple[str, ...]:
    named = "Alignment" if number == 1 else f"Alignment {number}"
    return f"{named} Name", f"{named} URL", f"{named} Framework"


def _row(skill: RichSkill, others: Iterable[str]) -> list[str]:
    codes, more = sorted(_said(skill.occupations, "code")), _others(skill)
    return [
        skill.iri,
        skill.name.value,
        SEPARATOR.join(skill.authors),
        skill.statement.value,
        SEPARATOR.join(text.value for text in skill.categories),
        SEPARATOR.join(text.value for text in skill.keywords),
        SEPARATOR.join(_said(skill.standards, "skillName")),
        SEPARATOR.join(_said(skill.certifications, "name")),
        *(SEPARATOR.join(code for code in codes if _level(code) == level) for level in range(5)),
        SEPARATOR.join(_said(skill.employers, "name")),
        *(more.get(name, "") for name in others),
        *(cell for alignment in skill.alignments for cell in _alignment(json.loads(alignment))),
    ]


def _said(objects: Iterable[JsonText], name: str) -> Iterator[str]:
    """Yield what objects say under a name; a text stands for itself."""
    for one in map(json.loads, objects):
        said = one.get(name) if isinstance(one, dict) else one
        if isinstance(said, str):
            yield said


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


def _alignment(said: Json) -> tuple[str, str, str]:
    if not isinstance(said, dict):
        return str(said), "", ""
    within = said.get("isPartOf")
    named = within.get("name", "") if isinstance(within, dict) else within or ""
    return str(said.get("skillName") or ""), str(said.get("id") or ""), str(named)
