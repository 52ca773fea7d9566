"""Files of the demonstration: every form of a ladder and of a curriculum map, and what each is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from api.outward import write_outward
from api.programs.alignments import write_map
from ontology.identifiers import slug
from pathways.coverage import CurriculumMap
from pathways.coverage.pages import Link
from pathways.records.ladder import Ladder

LADDER = {
    "html": "picture and words as a page on its own",
    "pdf": "picture and words, for print",
    "png": "the picture, for slides",
    "svg": "the picture, scalable",
    "md": "in words, Markdown",
    "csv": "the steps and what they ask, for spreadsheets",
    "json": "as a record, for software",
    "ttl": "as linked data (CTDL), Turtle",
    "jsonld": "as linked data (CTDL), JSON-LD",
    "dot": "the graph, for Graphviz",
    "mmd": "the graph, for Mermaid: wikis, Markdown pages, slides",
}
"""What each form of a ladder is for."""

COVERAGE = {
    "html": "what firms ask for that it lacks, and what it covers, as a page",
    "xlsx": "the same as a workbook, with the outcomes to review",
    "csv": "what each outcome means, to review in a spreadsheet",
    "sssom.tsv": "what each outcome means, as SSSOM, to accept or reject",
    "ttl": "what each outcome means, as linked data (SSSOM), Turtle",
    "json": "what it covers as a record, for software",
}
"""What each form of a curriculum map is for."""


@dataclass(frozen=True)
class DemoFile:
    """A file of the demonstration, what it is in a few words, and of what."""

    name: str
    what: str
    content: bytes
    of: str

    @property
    def size(self) -> str:
        """Return its size in thousands of bytes.

        Example
        -------
        >>> DemoFile("a.csv", "the steps", b"x" * 1260, "The ladder").size
        '1.3 kB'
        """
        return f"{len(self.content) / 1000:.1f} kB"


def ladder_files(ladder: Ladder) -> Iterator[DemoFile]:
    """Yield a ladder in every form."""
    for extension, what in LADDER.items():
        yield DemoFile(f"ladder.{extension}", what, write_outward(ladder, extension), "The ladder")


def program_files(program: CurriculumMap, link: Link) -> Iterator[DemoFile]:
    """Yield what a program covers in every form.

    Parameters
    ----------
    link
        Says where addresses lead from its page.
    """
    for extension, what in COVERAGE.items():
        yield DemoFile(file_name(program, extension), what, write_map(program, extension, link), program.label)


def file_name(program: CurriculumMap, extension: str) -> str:
    """Return the name of one of a program's files."""
    return f"program-{slug(program.label)}.{extension}"
