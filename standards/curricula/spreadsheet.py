"""Programs in spreadsheets: a row an outcome, or a row a course, in the shapes that colleges keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

import polars as pl

from ontology.identifiers import slug
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.cells import read_cells
from standards.credits import credit_rules, read_credits
from standards.curricula.awards import apart
from standards.curricula.column_map import ColumnMap
from standards.curricula.column_remedies import guessed, headless, remedied, unmapped
from standards.curricula.column_values import Cells
from standards.curricula.course_cells import joined
from standards.curricula.doubtful_headers import judge_codes, judge_first_row, judge_swapped, judge_titles
from standards.curricula.fields import COLUMNS, NAMES, NEEDED, OWN_NAMES, REQUIRED
from standards.curricula.footers import without_footers
from standards.curricula.headers_abroad import judge_abroad
from standards.curricula.layout import NUMBER, NUMBERED, Layout, layout_of
from standards.curricula.lines import completed, to_table
from standards.curricula.matrix import Matrix, find_matrix, judge_matrix, matrix_lines
from standards.curricula.teaching_levels import level_rules, read_levels
from standards.curricula.titles import Title, said, titles
from standards.formulas import judge_formulas
from standards.headers import key
from standards.sheets import Heading, Names, find_headings, fitting, judge_heading, judge_sheets, read_sheet
from standards.tables import Column, Rule, Table, read_table

ORPHAN: Final = Rule(
    code="empty-cell",
    column="code",
    bad=pl.col("code").is_null(),
    message="is empty, and no course stands above it",
    remedy="Write the code of the course",
)
"""What a row is without a course."""

NO_MAP: Final[ColumnMap] = MappingProxyType({})


def read_spreadsheet(file: ArchivedFile, *, skip_bad_rows: bool = False, columns: ColumnMap = NO_MAP) -> Table:
    """Read and judge the rows of a program, on whichever sheet they are.

    Parameters
    ----------
    skip_bad_rows
        Leave bad rows out, with a warning.
    columns
        What the columns of some fields are called here; any other name of these fields then does not count.

    Raises
    ------
    UnreadableError
        Where the file is no table.
    """
    names = NAMES | {field: (header,) for field, header in columns.items()}
    headings = find_headings(file, _searched(names, columns))
    chosen = fitting(headings, [*NEEDED, *((field,) for field in columns)])
    if chosen is None:
        return to_table(file.name, (), Report([_empty(file.name)]), 0, {})
    cells = _below(file, chosen)
    layout = layout_of(chosen, _free(names, columns), cells, columns)
    if "code" not in layout.headers and (matrix := _matrix(file, columns)):
        return _of_matrix(file, matrix, headings)
    lacking = [*unmapped(file.name, chosen, columns)]
    alone = _is_list(headings, layout, names)
    if lacking or not (alone or layout.headers.keys() >= set(REQUIRED)):
        findings = lacking or headless(file.name, headings, layout, names, cells)
        return to_table(file.name, (), Report(findings), 0, {})
    table = _rows(file, chosen, layout, names, skip_bad_rows=skip_bad_rows)
    table = _of_list(file, table) if alone else _of_courses(file, table, chosen, names, _unread(layout, cells))
    named = [] if "program" in columns else titles(_above(file, chosen))
    named = [title for title in named if table.frame[title.what].is_null().all()]
    found = [
        *judge_sheets(file.name, headings, chosen, NEEDED),
        *judge_heading(file.name, chosen),
        *judge_abroad(file.name, chosen.at, _unsaid(layout, columns), OWN_NAMES),
        *said(file.name, named),
        *judge_formulas(file, chosen, names),
    ]
    report = Report([*found, *remedied(table.report, layout, names)])
    return replace(_titled(table, named), report=report)


def _rows(file: ArchivedFile, chosen: Heading, layout: Layout, names: Names, *, skip_bad_rows: bool) -> Table:
    """Return the rows below a heading, with cells put together that a layout has apart, and awards apart from names."""
    wanted = [_column(field, layout, names) for field in (*NAMES, *BESIDE)]
    wanted += [Column(header, header, required=False, prose=True) for header in layout.further]
    table = read_table(file, wanted, header_row=chosen, sheet=chosen.sheet, skip_bad_rows=skip_bad_rows)
    table = without_footers(table, ("outcome", *layout.further))
    return replace(table, frame=apart(joined(table.frame, layout)))


def _unsaid(layout: Layout, columns: ColumnMap) -> dict[str, str]:
    """Return the headers of the fields that a column map does not name."""
    return {field: header for field, header in layout.headers.items() if field not in columns}


def _unread(layout: Layout, cells: Cells) -> Cells:
    """Return what is filled below the headers that are not read."""
    read = {*layout.headers.values(), *layout.further, *layout.maps}
    return {header: filled for header, filled in cells.items() if header not in read}


def _of_courses(file: ArchivedFile, table: Table, chosen: Heading, names: Names, others: Cells) -> Table:
    """Return the lines of courses with their outcomes, with what is doubtful about their headers."""
    doubts = [
        *judge_first_row(file.name, read_sheet(file, chosen, {}), _searched(names, NO_MAP)),
        *judge_swapped(file.name, table.frame, chosen.at, table.headers["outcome"]),
        *judge_codes(file.name, table.frame, chosen.at, table.headers["code"], others),
        *judge_titles(file.name, table.frame, chosen.at, table.headers.get("title", "title")),
    ]
    table = _judged(table, [ORPHAN])
    return replace(table, report=Report([*doubts, *table.report]))


def _of_list(file: ArchivedFile, table: Table) -> Table:
    """Return the lines of outcomes without courses, as those of one course that is called like the file."""
    table, name = _judged(table), _stem(file)
    frame = table.frame.with_columns(course=pl.lit(slug(name)), title=pl.lit(name))
    return replace(table, frame=frame, report=Report([_one_course(file), *table.report]))


def _judged(table: Table, rules: Sequence[Rule] = ()) -> Table:
    """Return the lines of good rows, with credits and levels read."""
    table = table.judge([*rules, *credit_rules("credits"), *level_rules("level")])
    return replace(table, frame=completed(table.frame.with_columns(read_credits("credits"), read_levels("level"))))


def _titled(table: Table, named: Sequence[Title]) -> Table:
    """Return a table with what titles say of all its lines."""
    return replace(table, frame=table.frame.with_columns(pl.lit(title.name).alias(title.what) for title in named))


def is_spreadsheet(file: ArchivedFile) -> bool:
    """Whether a file is a table whose headers name courses and outcomes."""
    chosen = fitting(find_headings(file, _searched(NAMES, NO_MAP)), NEEDED)
    if chosen is not None and layout_of(chosen, NAMES, {}).headers.keys() >= set(REQUIRED):
        return True
    matrix = find_matrix(file)
    return matrix is not None and all(map(matrix.marks.knows, matrix.cells))


def _is_list(headings: Sequence[Heading], layout: Layout, names: Names) -> bool:
    """Whether a table has outcomes, and no column that could tell courses apart."""
    tells = {"code", "title", "subject"} & layout.headers.keys()
    return "outcome" in layout.headers and not tells and not guessed("code", headings, layout, names)


def _stem(file: ArchivedFile) -> str:
    return PurePath(file.plain_name).stem


def _one_course(file: ArchivedFile) -> Finding:
    """Return the finding that outcomes without courses are read as those of one."""
    return Finding(
        code="one-course",
        severity=Severity.INFO,
        file=file.name,
        message=f"no column names courses; all outcomes are read as those of one, called {_stem(file)!r}",
        remedy=f"Where they are of several courses, name these in a column {NAMES['code'][0]!r}",
    )


def _empty(file: str) -> Finding:
    """Return the finding that nothing at all stands in a file."""
    return Finding(
        code="no-rows",
        severity=Severity.ERROR,
        file=file,
        message="is empty: no cell of it holds anything",
        remedy="Write each course with its outcomes into it, or look whether another file is meant",
    )


def _matrix(file: ArchivedFile, columns: ColumnMap) -> Matrix | None:
    """Return the matrix of a file, unless columns are named that a matrix has not."""
    return find_matrix(file, columns.get("outcome", "")) if columns.keys() <= {"outcome"} else None


def _of_matrix(file: ArchivedFile, matrix: Matrix, headings: Sequence[Heading]) -> Table:
    """Return the lines of a matrix, with what was found in it."""
    others = [heading for heading in headings if heading.sheet != matrix.heading.sheet]
    named = titles(_above(file, matrix.heading))
    found = [
        *judge_sheets(file.name, [matrix.heading, *others], matrix.heading, NEEDED),
        *said(file.name, named),
        *judge_matrix(file.name, matrix),
    ]
    rows = len(matrix.rows) + len(matrix.passed_over)
    outcome = matrix.heading.cells[matrix.outcome]
    return _titled(to_table(file.name, matrix_lines(matrix), Report(found), rows, {"outcome": outcome}), named)


BESIDE: Final = ("subject", "outcome_code")
"""What a layout may find besides the fields."""


def _searched(names: Names, columns: ColumnMap) -> Names:
    """Return the names by which a header is looked for, those of parts of fields too."""
    more = {"code": NUMBER, "outcome": NUMBERED}
    return {field: (*known, *(more.get(field, ()) if field not in columns else ())) for field, known in names.items()}


def _free(names: Names, columns: ColumnMap) -> Names:
    """Return the names of fields without those headers that a column map gives to another field."""
    given = {key(header): field for field, header in columns.items()}
    return {
        field: tuple(name for name in known if given.get(key(name), field) == field) for field, known in names.items()
    }


def _column(field: str, layout: Layout, names: Names) -> Column:
    """Return a column, written by people, by the one header that it has here, or by all its names where it has none."""
    known = next((column for column in COLUMNS if column.name == field), None)
    column = known or Column(field, "", required=False, merged=field == "subject")
    header = layout.headers.get(field)
    taken = {key(each) for each in (*layout.headers.values(), *layout.further)}
    free = (header,) if header else tuple(name for name in names.get(field, ()) if key(name) not in taken)
    return replace(column, header=free[0] if free else f"({field})", aliases=free[1:], prose=True)


def _below(file: ArchivedFile, heading: Heading) -> dict[str, list[str]]:
    """Return what is filled below each header of a sheet, without the header itself where it stands there again."""
    sheet = read_sheet(file, heading, {})
    return {
        header: [row.cells[header] for row in sheet.rows if row.cells.get(header, header) != header]
        for header in sheet.headers
    }


def _above(file: ArchivedFile, heading: Heading) -> Iterator[tuple[int, str]]:
    """Yield the titles above a header: rows of a cell or two, with their numbers; of two, one may label the other."""
    last = min(heading.above or heading.at, heading.at)
    for number, *cells in read_cells(file, heading.sheet).frame.head(last - 1).iter_rows():
        filled = [" ".join(cell.split()) for cell in cells if cell and cell.strip()]
        if len(filled) == 2 and filled[0].endswith(":"):
            yield number, " ".join(filled)
        elif len(filled) <= 2:
            yield from ((number, cell) for cell in filled)
