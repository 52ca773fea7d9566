"""Lots: which of the engine's suggestions a person reads, the same on every machine.

What is drawn depends on no order and on no random numbers: each outcome with what is suggested for it has the SHA-256
of the seed and both texts for its lot, and the lowest lots are read. So an engine that is fitted anew changes only
the rows that it suggests otherwise, and whoever has the texts can draw them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from api.programs.curricula import find_curriculum
from ontology.store import KnowledgeBase
from pathways.coverage.alignment import align
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.outcomes import OutcomeMatch
from pathways.coverage.target import Target
from standards.imports import import_release

EXAMPLE: Final = Path(__file__).parents[1] / "examples/power-generation"
OWN: Final = "the example's programs and their own standard"
COLLEGES: Final = EXAMPLE / "colleges"
CATALOG: Final = Path("curricula/umd_kuali/umd_courses_with_learning_objectives.json")
ESCO: Final = Path("esco/1.1.1")

SEED: Final = 1
DRAWN: Final = 20
LONGEST: Final = 150
"""Characters of an outcome that the page shows: catalogs have whole paragraphs."""

UNREAD: Final = "?"
"""The verdict on what nobody has read yet."""


@dataclass(frozen=True)
class Sheet:
    """A program, the framework that it is held against, and what the page calls both."""

    heading: str
    kind: str
    """Sheets of one kind are counted together."""
    program: Path
    framework: str
    outside: bool = False
    """Whether it needs data that a clone does not carry."""


SHEETS: Final = (
    Sheet(
        "Power Generation Technology, held against the example's standard",
        OWN,
        COLLEGES / "tamarack-valley-power-generation.csv",
        "power-generation",
    ),
    Sheet(
        "Wind Energy Maintenance, held against the example's standard",
        OWN,
        COLLEGES / "tamarack-valley-wind-energy.xlsx",
        "power-generation",
    ),
    Sheet(
        "Instrumentation and Control Technology, held against the example's standard",
        OWN,
        COLLEGES / "basin-rim-instrumentation.csv",
        "power-generation",
    ),
    Sheet(
        "A university's catalog of 187 courses, held against ESCO 1.1.1",
        "a university's catalog and ESCO",
        CATALOG,
        "esco",
        outside=True,
    ),
    Sheet(
        "The same catalog, held against the example's standard, which is of another field",
        "that catalog and a standard of another field",
        CATALOG,
        "power-generation",
        outside=True,
    ),
)


@dataclass(frozen=True)
class Row:
    """An outcome, what is suggested for it (or would be, were it surer), and what its reader said of that."""

    outcome: str
    concept: str
    confidence: float
    matched: bool = True
    verdict: str = UNREAD

    @property
    def subject(self) -> tuple[str, str]:
        """What is judged: the outcome with the concept, or that it has none, whichever is nearest."""
        return self.outcome, self.concept if self.matched else ""

    @property
    def lot(self) -> str:
        """The lowest are read.

        Examples
        --------
        >>> Row("Tune loops.", "Control Loop Tuning", 0.9).lot[:8]
        '3c71900f'
        """
        return sha256("\n".join((str(SEED), *self.subject)).encode()).hexdigest()

    @property
    def line(self) -> str:
        """The row of a table."""
        return f"| {self.outcome} | {self.concept} | {self.confidence:.2f} | {self.verdict} |"


@dataclass(frozen=True)
class Drawn:
    """What is read of one sheet, and how much there was to draw from."""

    sheet: Sheet
    courses: int
    outcomes: int
    unmatched: int
    different: int
    suggested: tuple[Row, ...]
    nothing: tuple[Row, ...]


def shown(statement: str) -> str:
    """Return an outcome in one line that fits a table.

    Examples
    --------
    >>> shown("Read  a|b drawings")
    'Read a/b drawings'
    """
    line = " ".join(statement.split()).replace("|", "/")
    return line if len(line) < LONGEST else line[: LONGEST - 3].rsplit(" ", 1)[0] + " …"


def draw(rows: Iterable[Row], number: int = DRAWN) -> tuple[Row, ...]:
    """Return the rows with the lowest lots, each outcome and concept once."""
    return tuple(sorted({row.subject: row for row in rows}.values(), key=lambda row: row.lot)[:number])


def draw_sheets(data: Path | None) -> Iterator[Drawn]:
    """Draw from each sheet, in the order of the page; without outside data from those of the example."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [EXAMPLE])
        if data:
            import_release(base, "esco", [data / ESCO])
        for sheet in SHEETS:
            if data or not sheet.outside:
                curriculum = find_curriculum(base, str((data or Path()) / sheet.program))
                yield drawn(sheet, align(curriculum, Target.of(base, sheet.framework)))


def drawn(sheet: Sheet, found: CurriculumMap) -> Drawn:
    """Draw what is suggested, and what is called unmatched."""
    suggested = [Row(shown(o.statement), s.label, s.confidence or 0) for o in found.outcomes for s in o.suggestions]
    nothing = [_nothing(outcome) for outcome in found.unmatched]
    different = len({row.subject for row in suggested})
    return Drawn(
        sheet, len(found.courses), len(found.outcomes), len(nothing), different, draw(suggested), draw(nothing)
    )


def _nothing(outcome: OutcomeMatch) -> Row:
    near = outcome.nearest
    return Row(
        shown(outcome.statement), near.label if near else "", (near.confidence or 0) if near else 0, matched=False
    )
