"""Tab-separated values: every cell comes back, whatever is in it and however long it is."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from standards.tsv import records

CELLS = st.text(st.sampled_from('ab"\t\n\r\x0b\u2028 é'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=4))
def test_what_a_writer_of_csv_quotes_comes_back(rows: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter="\t", lineterminator="\r\n").writerows(rows)

    assert [list(cells) for _, cells in records(written.getvalue())] == [row for row in rows if any(row)]


def test_records_are_numbered_by_the_line_that_they_begin_on() -> None:
    assert [line for line, _ in records('a\tb\n\n"x\r\ny"\tz\nlast')] == [1, 3, 5]


def test_quotation_marks_that_enclose_no_cell_are_text() -> None:
    ((_, cells), (_, more)) = records('"Weld" pipes\t5"\n"never closed\tz\n')

    assert cells == ('"Weld" pipes', '5"')
    assert more == ('"never closed', "z")


def test_a_cell_of_megabytes_is_read() -> None:
    long = 'x "" ' * 500_000
    ((_, (cell, other)),) = records(f'"{long}"\tb\n')

    assert len(cell) == len(long) - 500_000
    assert other == "b"
