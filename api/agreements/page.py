"""The page about a published agreement: who ratifies, who dissents and why, and each statement."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup, escape

from api.pages.page import render
from api.pages.standard_pages import StandardPages
from pathways.agreements import MATRICES, RECORDS, Matrix, PublicAgreement
from pathways.agreements.marks import MARKS, Mark
from pathways.agreements.wording import SUPPORTS, day, listed

FITTING: Final = 8
"""Organizations whose columns have room on a wide screen; of more, the table moves under its heads."""

ELSEWHERE: Final = ("html", "board.html")
"""Forms that the page names in words."""


def write_page(told: PublicAgreement, matrix: Matrix, document: str) -> str:
    """Return the page.

    Parameters
    ----------
    matrix
        What anybody may read, of the same version.
    document
        Where the document about the standard is.
    """
    columns = _speaking(matrix)
    return render(
        "agreement.html",
        told=told,
        matrix=matrix,
        columns=columns,
        silent=listed(seat.name for place, seat in enumerate(matrix.seats) if place not in columns),
        fits=len(columns) <= FITTING,
        places={one.address: f"statement-{number}" for number, one in enumerate(told.statements, 1)},
        names=[escape(seat.name) for seat in matrix.seats],
        marks=MARKS,
        letters={word: _letter(mark) for word, mark in MARKS.items()},
        spoken={word: _letter(mark) + _heard(mark) for word, mark in MARKS.items()},
        supports=SUPPORTS,
        day=day,
        pages=StandardPages(told.version.name),
        of=StandardPages,
        document=document,
        downloads=[one for one in (*RECORDS.extensions, *MATRICES.extensions) if one not in ELSEWHERE],
    )


def _letter(mark: Mark) -> Markup:
    """Return the letter that stands for a position; those who hear the page hear words in its place."""
    return Markup('<span class="letter {}" aria-hidden="true">{}</span>').format(mark.shape, mark.letter)


def _heard(mark: Mark) -> Markup:
    return Markup('<span class="unseen">{}</span>').format(mark.says)


def _speaking(matrix: Matrix) -> list[int]:
    """Return which of the seats said anything, as places from 0."""
    rows = [matrix.whole, *(line.cells for line in matrix.lines)]
    return [place for place in range(len(matrix.seats)) if any(row[place].said for row in rows)]
