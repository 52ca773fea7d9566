"""Matrices of outcomes by courses: a row an outcome of the program, a column a course, marks where one teaches it.

The common form of a curriculum map: ``Program outcome, IMT 101, IMT 120, …`` with ``I``, ``R`` and ``M`` in the cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.report import Finding, Severity
from standards.archives import ArchivedFile
from standards.cells import SEARCHED, read_cells, sheet_names
from standards.curricula.course_names import CourseName, course_name, names_course
from standards.curricula.footers import FOOTER, footer
from standards.curricula.layout import LABEL
from standards.curricula.lines import Line
from standards.curricula.marks import Marks, is_taught, legend, together
from standards.headers import key, listed
from standards.sheets import Heading

COURSES: Final = 2
"""Columns of courses that a matrix has at least."""

MATRIX: Final = "matrix"
"""Code of the finding that a sheet was read as a matrix."""

LONGEST: Final = 10
"""Characters of a mark that a remedy repeats."""

SHORT: Final = 2
"""Characters that a mark has at most whose meaning is not known."""

Cells = tuple[str, ...]
"""What stands in a row, empty cells too."""


@dataclass(frozen=True)
class Matrix:
    """A matrix as it stands on a sheet.

    Parameters
    ----------
    heading
        The row with the courses.
    courses
        By their columns, from 0.
    outcome, label
        Columns of the outcomes, and of what numbers them, if any does.
    rows
        Those with outcomes, by their numbers as a spreadsheet shows them.
    marks
        What the marks of its cells mean.
    passed_over
        Totals and footnotes below it, by the numbers of their rows.
    """

    heading: Heading
    courses: Mapping[int, CourseName]
    outcome: int
    label: int | None
    rows: Mapping[int, Cells]
    marks: Marks
    passed_over: Mapping[int, str]

    @property
    def cells(self) -> Iterator[str]:
        """What stands below its courses, row by row."""
        return (cells[place] for cells in self.rows.values() for place in self.courses)


def find_matrix(file: ArchivedFile, outcome: str = "") -> Matrix | None:
    """Return the first matrix of a file, if it has any.

    Parameters
    ----------
    outcome
        Header of its outcomes; empty for the column that looks most like them.

    Raises
    ------
    UnreadableError
        Where the file is no table.
    """
    return next((found for sheet in sheet_names(file) if (found := _on_sheet(file, sheet, outcome))), None)


def matrix_lines(matrix: Matrix) -> Iterator[Line]:
    """Yield a line for each outcome that a course teaches, course by course; one without any has a line of its own."""
    for place, name in matrix.courses.items():
        taught = [(row, cells) for row, cells in matrix.rows.items() if is_taught(cells[place])]
        for row, cells in taught or [(matrix.heading.at, ())]:
            yield Line(
                row=row,
                code=name.code,
                title=name.title,
                credits=name.credits,
                outcome=cells[matrix.outcome] if cells else None,
                outcome_code=(cells[matrix.label] or None) if cells and matrix.label is not None else None,
                level=matrix.marks.level(cells[place]) if cells else None,
            )


def judge_matrix(file: str, matrix: Matrix) -> Iterator[Finding]:
    """Yield how a matrix was read, which of its marks say no level, and which outcomes no course teaches."""
    for finding in (*_read(matrix), *_unread(matrix), *_strange(matrix), *_untaught(matrix)):
        yield finding.model_copy(update={"file": file})


def _read(matrix: Matrix) -> Iterator[Finding]:
    """Yield that the sheet is a matrix, and which rows below it are no outcomes."""
    message = (
        f"is a matrix of {len(matrix.rows)} outcomes by {len(matrix.courses)} courses: each marked outcome is read for "
        "the course above its mark"
    )
    if matrix.marks.legend:
        message += f"; marks mean what the sheet says of {listed(matrix.marks.legend)}"
    yield Finding(code=MATRIX, severity=Severity.INFO, row=matrix.heading.at, message=message)
    for row, words in matrix.passed_over.items():
        message = f"is a {footer(words)} and no outcome; the row is skipped"
        yield Finding(
            code=FOOTER,
            severity=Severity.INFO,
            row=row,
            column=matrix.heading.cells[matrix.outcome],
            value=words,
            message=message,
        )


def _unread(matrix: Matrix) -> Iterator[Finding]:
    """Yield each column that is neither a course nor an outcome nor what numbers one."""
    for place, header in enumerate(matrix.heading.cells):
        if header and place not in {*matrix.courses, matrix.outcome, matrix.label}:
            yield Finding(
                code="unknown-header",
                severity=Severity.WARNING,
                row=matrix.heading.at,
                column=header,
                message="nothing is read from this column: its header begins with no code of a course",
                remedy="If it is a course, begin its header with the code, as in 'IMT 101 Motors'",
            )


def _strange(matrix: Matrix) -> Iterator[Finding]:
    """Yield each mark that is not known, at its first place, with the number of its cells."""
    places: dict[str, list[tuple[int, int]]] = {}
    for row, cells in matrix.rows.items():
        for place in matrix.courses:
            if is_taught(cells[place]) and not matrix.marks.knows(cells[place]):
                places.setdefault(cells[place], []).append((row, place))
    for mark, ((row, place), *others) in places.items():
        more = f" here and in {len(others):,} other {'cells' if others[1:] else 'cell'}" if others else ""
        yield Finding(
            code="unknown-value",
            severity=Severity.WARNING,
            row=row,
            column=matrix.heading.cells[place],
            value=mark,
            message=f"is no mark that is known{more}; the outcome is read for the course without a level",
            remedy=f"Write I, R, M or X; or say below the table what it means: {mark[:LONGEST]} = Introduced; "
            "or empty the cell if the course does not teach it",
        )


def _untaught(matrix: Matrix) -> Iterator[Finding]:
    for row, cells in matrix.rows.items():
        if not any(is_taught(cells[place]) for place in matrix.courses):
            yield Finding(
                code="untaught-outcome",
                severity=Severity.WARNING,
                row=row,
                column=matrix.heading.cells[matrix.outcome],
                value=cells[matrix.outcome],
                message="has no mark below any course; it is read for none",
                remedy="Mark the courses that teach it, or take the row out if it is a heading",
            )


def _on_sheet(file: ArchivedFile, sheet: str, outcome: str) -> Matrix | None:
    rows = {number: _stripped(cells) for number, *cells in read_cells(file, sheet).frame.iter_rows()}
    for at, header in list(rows.items())[:SEARCHED]:
        courses = {place: course_name(cell) for place, cell in enumerate(header) if names_course(cell)}
        if len(courses) >= COURSES:
            below = {row: cells for row, cells in rows.items() if row > at and any(cells)}
            return _matrix(sheet, at, header, courses, below, rows, outcome)
    return None


def _matrix(
    sheet: str,
    at: int,
    header: Cells,
    courses: Mapping[int, CourseName],
    below: Mapping[int, Cells],
    rows: Mapping[int, Cells],
    outcome: str,
) -> Matrix | None:
    """Return the matrix below a header with courses; nothing where no column has outcomes."""
    legends = legend({row: cells for row, cells in rows.items() if row != at}, courses)
    below = {row: cells for row, cells in below.items() if row not in legends}
    said, numbers = _columns(header, courses, below, outcome)
    if said is None:
        return None
    courses, below = _titled(courses, below, said)
    stated = {row: cells for row, cells in below.items() if cells[said]}
    footers = {row: cells[said] for row, cells in stated.items() if footer(cells[said])}
    stated = {row: cells for row, cells in stated.items() if row not in footers}
    headers = tuple(cell for cell in header if cell)
    named = (*header[:said], header[said] or "outcome", *header[said + 1 :])
    heading = Heading(sheet, at, headers, frozenset({"code", "outcome"}), named)
    found = Matrix(heading, courses, said, numbers, stated, together(legends.values()), footers)
    return found if stated and _has_marks(found) else None


def _has_marks(matrix: Matrix) -> bool:
    """Whether most of what stands below the courses is a mark, and no text."""
    filled = [cell for cell in matrix.cells if is_taught(cell)]
    marks = [cell for cell in filled if matrix.marks.knows(cell) or len(cell) <= SHORT]
    return 2 * len(marks) > len(filled)


def _columns(
    header: Cells, courses: Mapping[int, CourseName], below: Mapping[int, Cells], outcome: str
) -> tuple[int | None, int | None]:
    """Return the columns of the outcomes, which have most words, and of what numbers them."""
    words = {
        place: sum(len(cells[place].split()) for cells in below.values())
        for place in range(len(header))
        if place not in courses
    }
    named = [place for place in words if outcome and key(header[place]) == key(outcome)]
    said = max(named or ([] if outcome else words), key=lambda place: (words[place], -place), default=None)
    if said is None or not words[said]:
        return None, None
    filled = {place: [cells[place] for cells in below.values() if cells[place]] for place in words if place != said}
    labels = (place for place, cells in filled.items() if cells and all(map(LABEL.fullmatch, cells)))
    return said, next(labels, None)


def _titled(
    courses: Mapping[int, CourseName], below: Mapping[int, Cells], said: int
) -> tuple[Mapping[int, CourseName], Mapping[int, Cells]]:
    """Return courses with the titles that stand right below their codes, and the rows without these."""
    row, first = next(iter(below.items()), (0, ()))
    titles = {place: first[place] for place in courses if first and len(first[place]) > len("I, R, M")}
    if not titles or first[said]:
        return courses, below
    named = {
        place: CourseName(titles.get(place, name.title), name.code, name.credits) for place, name in courses.items()
    }
    return named, {number: cells for number, cells in below.items() if number != row}


def _stripped(cells: Sequence[str | None]) -> Cells:
    return tuple(" ".join((cell or "").split()) for cell in cells)
