"""Files of the demonstration: every form of a ladder and of a curriculum map, and what each is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from api.outward import write_outward
from api.programs.alignments import write_map
from ontology.identifiers import slug
from pathways.coverage import CurriculumMap
from pathways.records.ladder import Ladder

LADDER = {
    "json": "The ladder as a record, for programs",
    "svg": "The picture, scalable",
    "png": "The picture, for slides",
    "pdf": "The picture and the words, for print",
    "dot": "The graph, for Graphviz",
    "mmd": "The graph, for Mermaid: wikis, Markdown pages, slides",
    "ttl": "The ladder as linked data (CTDL), Turtle",
    "jsonld": "The ladder as linked data (CTDL), JSON-LD",
    "md": "The ladder in words, Markdown",
    "html": "The ladder as a page on its own",
    "csv": "The steps and what they ask, for spreadsheets",
}
"""What each form of a ladder is for."""

COVERAGE = {
    "json": "what it covers as a record, for programs",
    "sssom.tsv": "what each outcome means, as SSSOM, to accept or reject",
    "csv": "what each outcome means, to review in a spreadsheet",
    "xlsx": "what firms ask for that it lacks, outcomes to review, competencies by course",
    "html": "what firms ask for that it lacks, and what it covers, as a page",
    "ttl": "what each outcome means, as linked data (SSSOM), Turtle",
}
"""What each form of a curriculum map is for."""


@dataclass(frozen=True)
class DemoFile:
    """A file of the demonstration, and what it is in a few words."""

    name: str
    what: str
    content: bytes


def ladder_files(ladder: Ladder) -> Iterator[DemoFile]:
    """Yield a ladder in every form."""
    for extension, what in LADDER.items():
        yield DemoFile(f"ladder.{extension}", what, write_outward(ladder, extension))


def program_files(program: CurriculumMap) -> Iterator[DemoFile]:
    """Yield what a program covers in every form."""
    for extension, what in COVERAGE.items():
        content = write_map(program, extension)
        yield DemoFile(file_name(program, extension), f"{program.label}: {what}", content)


def file_name(program: CurriculumMap, extension: str) -> str:
    """Return the name of one of a program's files."""
    return f"program-{slug(program.label)}.{extension}"
