"""The rows that a view of two occupations compares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ontology.records import Release
from pathways.occupations.catalog import OccupationEntry
from pathways.records.step import Evidence
from pathways.relatedness.beside import TECHNOLOGY
from pathways.relatedness.views import RATINGS
from pathways.traces.ground import CROSSWALK, ESCO, ONET, PARTNERSHIP, Ground
from pathways.traces.records import Input
from standards.citations import published as tables
from standards.citations.citation import Citation, Column
from standards.sources.onet.ratings import REQUIREMENTS

VIEWED = {
    "activities": ("Tasks to DWAs", "DWA ID"),
    "task words": ("Task Statements", "Task"),
    "tasks": ("Task Statements", "Task"),
    "title words": ("Alternate Titles", "Alternate Title"),
    "titles": ("Alternate Titles", "Alternate Title"),
    "descriptions": ("Occupation Data", "Description"),
    TECHNOLOGY: ("Technology Skills", "Commodity Title"),
}
"""Tables of O*NET with what a view compares, by its name; ratings stand in several."""


def seen_rows(ground: Ground, evidence: Evidence, ends: Sequence[int]) -> Iterator[Input]:
    """Yield the rows that a view compares, of each release and each end."""
    for name in evidence.source.split(", "):
        release = ground.named(name)
        for place in ends:
            occupation = ground.snapshot.occupations[place]
            for what, citation in _viewed(ground, release, evidence.view, occupation):
                yield ground.input(f"{what} of {occupation.label}", "", release, citation)


def _viewed(
    ground: Ground, release: Release, view: str, occupation: OccupationEntry
) -> Iterator[tuple[str, Citation | None]]:
    code = occupation.code
    if release.reader == PARTNERSHIP:
        yield _of_partnership(view, code)
    elif release.reader == CROSSWALK:
        yield "match", tables.crosswalk_matches(code)
    elif release.reader == ESCO:
        yield "skills that ESCO names for the match", tables.esco_skills(occupation.matches)
    elif release.reader == ONET and view.startswith(RATINGS):
        stems = {file.name.rpartition(".")[0] for file in ground.files(release) if file.kept}
        for table in (table for table in REQUIREMENTS if table in stems):
            yield table.lower(), tables.onet_fact(code, table, "Element ID", "Scale ID", "Data Value")
    elif release.reader == ONET:
        table, header = VIEWED[view]
        yield table.lower(), tables.onet_fact(code, table, header)
    else:
        yield f"what {release.title} says", None


def _of_partnership(view: str, code: str) -> tuple[str, Citation]:
    if view.startswith(RATINGS):
        cells = tuple(Column(headers=(header,)) for header in ("competency", "importance", "level"))
        keys = (Column(headers=("occupation",), values=(code,)),)
        return "requirements", Citation(tables=("requirements",), keys=keys, cells=cells)
    headers = ("description",) if "description" in view else ("title", "alternate_titles")
    return headers[0], tables.partnership_fact(code, *headers)
