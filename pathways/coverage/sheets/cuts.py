"""What a workbook cannot hold whole: outcomes that are longer than a cell."""

from __future__ import annotations

from pathways.amounts import count
from pathways.coverage.curriculum_map import CurriculumMap
from standards.workbook import CUT, MOST, fitted


def cut_words(curriculum: CurriculumMap) -> str:
    """Return how many outcomes a workbook cuts, and what has them whole; empty where it holds all."""
    cut = sum(fitted(outcome.statement) != outcome.statement for outcome in curriculum.outcomes)
    if not cut:
        return ""
    ends = "is" if cut == 1 else "are"
    return (
        f"{count(cut, 'outcome')} {ends} longer than a cell of a workbook holds ({MOST:,} characters), and cut there "
        f"with “{CUT}”: CSV, JSON and HTML have the whole text"
    )
