"""Tables are judged at the door: what is good is in the frame, and what is bad is in the report."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn

import polars as pl
import pytest
import xlsxwriter

from ontology.errors import UnreadableError
from ontology.report import Severity
from standards.archives import Archive, ArchivedFile
from standards.cells import read_cells, sheet_names
from standards.tables import Column, Kind, Rule, Table, Verdict, known, read_table, unique, within
from standards.unpacking import CHUNK

CODE = Column("code", "Code", kind=Kind.CODE, pattern=r"[A-Z]\d")
VALUE = Column("value", "Data Value", aliases=("Value",), kind=Kind.DECIMAL, required=False)

Made = Callable[..., ArchivedFile]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    def made(content: str | bytes, name: str = "table.txt") -> ArchivedFile:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return Archive([path])[name]

    return made


def found(table: Table) -> list[tuple[str, Severity, int | None, str, str]]:
    return [(f.code, f.severity, f.row, f.column, f.value) for f in table.report]


def test_cells_are_read_by_header_stripped_and_typed(made: Made) -> None:
    columns = [
        Column("flag", "Flag", kind=Kind.FLAG),
        Column("month", "Month", kind=Kind.MONTH),
        Column("day", "Day", kind=Kind.DATE),
        Column("n", "N", kind=Kind.INTEGER, required=False),
        VALUE,
        CODE,
    ]
    file = made(
        "\ufeffCode\t value \tN\tDay\tMonth\tFlag\n A1 \t4.50\tn/a\t2024-02-29\t08/2023\tY\n\n"
        "B2\t\t7\t2024-01-01\t12/1999\tN\n"
    )

    table = read_table(file, columns)

    assert found(table) == []
    assert table.frame.rows() == [
        (2, True, "2023-08", date(2024, 2, 29), None, 4.5, "A1"),
        (4, False, "1999-12", date(2024, 1, 1), 7, None, "B2"),
    ]
    assert (table.rows, table.kept) == (2, 2)


def test_rows_are_numbered_as_a_spreadsheet_shows_them(made: Made) -> None:
    text = made('Code,Value\nA1,"1\n"\n,\n\nB2,x\n', "table.csv")

    assert found(read_table(text, [CODE, VALUE])) == [("malformed-value", Severity.ERROR, 5, "Value", "x")]


def test_a_spreadsheet_reads_like_text(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "table.xlsx")
    sheet = book.add_worksheet()
    for row, cells in enumerate([[], ["A table"], ["Code", "Value"], ["A1", 4.5], [], ["bad", "2"]]):
        sheet.write_row(row, 0, cells)
    book.close()

    table = read_table(Archive([tmp_path / "table.xlsx"])["table.xlsx"], [CODE, VALUE], header_row=None)

    assert table.frame.rows() == [(4, "A1", 4.5)]
    assert found(table) == [("malformed-value", Severity.ERROR, 6, "Code", "bad")]


def test_headers_that_are_missing_are_errors_and_those_unknown_are_warnings(made: Made) -> None:
    table = read_table(made("Kode\tData Value\tTitle\nA1\t1\tx\n"), [CODE, VALUE], ignored=["title"])

    assert found(table) == [
        ("missing-header", Severity.ERROR, 1, "Code", ""),
        ("unknown-header", Severity.WARNING, 1, "Kode", ""),
    ]
    assert "there are 'Kode', 'Data Value', 'Title'" in str(next(iter(table.report)))
    assert table.frame.columns == ["row", "code", "value"]


def test_a_header_that_is_there_twice_is_an_error(made: Made) -> None:
    assert found(read_table(made("Code\tcode\nA1\tA2\n"), [CODE]))[0] == (
        "repeated-header",
        Severity.ERROR,
        1,
        "Code",
        "",
    )


@pytest.mark.parametrize("name", ["table.txt", "table.csv"])
def test_ragged_rows_are_named(made: Made, name: str) -> None:
    separator = "\t" if name.endswith("txt") else ","
    file = made("Code,Value\nA1,1\nB2,1,2\nC3".replace(",", separator), name)

    table = read_table(file, [CODE, VALUE])

    assert found(table) == [
        ("long-row", Severity.ERROR, 3, "Code", "B2"),
        ("short-row", Severity.ERROR, 4, "Code", "C3"),
    ]
    assert table.frame["code"].to_list() == ["A1"]


def test_a_file_that_breaks_off_within_quotation_marks_is_unreadable(made: Made) -> None:
    with pytest.raises(UnreadableError, match="breaks off within quotation marks"):
        read_table(made('Code,Value\nA1,"1', "table.csv"), [CODE])


def test_bytes_that_are_not_utf8_are_named(made: Made) -> None:
    file = made("Code\tTitle\nA1\tcafé\nB2\tx\nC3\tnaïve\n".encode("latin-1"))

    table = read_table(file, [CODE, Column("title", "Title")])

    assert [(code, row, column) for code, _, row, column, _ in found(table)] == [
        ("encoding", 2, "Title"),
        ("encoding", 4, "Title"),
    ]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("name", ["table.txt", "table.csv"])
def test_every_other_encoding_is_answered_alike(made: Made, encoding: str, name: str) -> None:
    mark = "\ufeff" if encoding.endswith("be") else ""
    separator = "\t" if name.endswith("txt") else ","
    table = read_table(made(f"{mark}Code{separator}Title\nCafé{separator}x\n".encode(encoding), name), [CODE])

    (finding,) = [finding for finding in table.report if finding.code == "encoding"]
    assert (finding.severity, finding.column, finding.message) == (Severity.ERROR, "Code", "is not text in UTF-8")
    assert finding.remedy.startswith("Save the file as UTF-8")
    assert finding.row
    assert finding.value


def test_other_forms_are_unreadable(made: Made) -> None:
    with pytest.raises(UnreadableError, match=r"is packed, and no text; .* end in \.xlsx"):
        read_table(made(b"PK\x03\x04", "table.csv"), [CODE])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty; download it again"),
        (b"Code\nA1\n", "is called a spreadsheet, and is none"),
        (b"PK\x05\x06" + bytes(18), "is a damaged spreadsheet, or asks for a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a damaged spreadsheet, or asks for a password"),
    ],
)
def test_what_is_no_spreadsheet_is_said_in_plain_words(made: Made, content: bytes, said: str) -> None:
    for read in (lambda file: read_table(file, [CODE]), sheet_names):
        with pytest.raises(UnreadableError, match=rf"^table\.xlsx {said}") as refused:
            read(made(content, "table.xlsx"))

        assert "\n" not in str(refused.value)
        assert "calamine" not in str(refused.value)


def test_nul_bytes_are_named(made: Made) -> None:
    assert found(read_table(made("Title\na\0b\n"), [Column("title", "Title")])) == [
        ("nul-byte", Severity.ERROR, 2, "Title", "a\0b")
    ]


def test_every_bad_cell_is_found_and_its_row_left_out(made: Made) -> None:
    columns = [
        CODE,
        VALUE,
        Column("n", "N", kind=Kind.INTEGER, lowest=1, highest=5),
        Column("s", "S", values=("a", "b")),
    ]
    file = made("Code\tValue\tN\tS\nA1\t1\t1\ta\n\tx\t2\tb\nB2\tinf\t1.5\tc\nC3\t1\t6\ta\nD4\t\t0\tb\nE5\t2\t5\tb\n")

    table = read_table(file, columns)

    assert [(code, row, column, value) for code, _, row, column, value in found(table)] == [
        ("empty-cell", 3, "Code", ""),
        ("malformed-value", 3, "Value", "x"),
        ("malformed-value", 4, "Value", "inf"),
        ("malformed-value", 4, "N", "1.5"),
        ("unknown-value", 4, "S", "c"),
        ("out-of-bounds", 5, "N", "6"),
        ("out-of-bounds", 6, "N", "0"),
    ]
    assert table.frame["row"].to_list() == [2, 7]
    assert (table.rows, table.kept) == (6, 2)


def test_rules_see_typed_values(made: Made) -> None:
    scales = pl.DataFrame({"scale": ["IM", "LV"], "minimum": [1.0, 0.0], "maximum": [5.0, 7.0]})
    columns = [CODE, Column("scale", "Scale"), VALUE]
    rules = [
        known("code", pl.Series(["A1", "B2"]), "Occupation Data"),
        unique("code", "scale"),
        within("value", "scale", scales, "Scales Reference"),
    ]
    file = made("Code\tScale\tValue\nA1\tIM\t5\nA1\tIM\t5\nA1\tLV\t7\nB2\tIM\t0\nC3\tIM\t1\nB2\tLV\t\n")

    table = read_table(file, columns, rules)

    assert [(code, row, value) for code, _, row, _, value in found(table)] == [
        ("duplicate-key", 3, "A1"),
        ("out-of-bounds", 5, "0.0"),
        ("unknown-code", 6, "C3"),
    ]
    assert table.frame["row"].to_list() == [2, 4, 7]


def test_skipped_rows_are_warnings(made: Made) -> None:
    table = read_table(made("Code\nA1\nbad\n"), [CODE], skip_bad_rows=True)

    assert found(table) == [("malformed-value", Severity.WARNING, 3, "Code", "bad")]
    assert not table.report.refused
    assert table.kept == 1


def test_a_rule_may_keep_its_rows_or_leave_them_out_with_a_warning(made: Made) -> None:
    small, large = pl.col("value") < 1, pl.col("value") > 1
    rules = [
        Rule("small", "value", small, "is small", "", Verdict.KEEP),
        Rule("large", "value", large, "is large", "", Verdict.LEAVE_OUT),
    ]

    table = read_table(made("Value\n0\n1\n2\n"), [VALUE], rules)

    assert [(code, severity) for code, severity, *_ in found(table)] == [
        ("small", Severity.WARNING),
        ("large", Severity.WARNING),
    ]
    assert table.frame["row"].to_list() == [2, 3]


def test_an_empty_file_lacks_its_headers(made: Made) -> None:
    assert [code for code, *_ in found(read_table(made(""), [CODE, VALUE]))] == ["missing-header"]


def test_a_table_too_big_for_the_memory_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> NoReturn:
        raise MemoryError

    monkeypatch.setattr("standards.cells._text", full)
    with pytest.raises(UnreadableError, match=r"big\.csv is too big for the memory of this machine; split it"):
        read_cells(ArchivedFile("big.csv", "", b"a,b\n".__bytes__))


def test_text_is_checked_across_pieces() -> None:
    whole = b"a,b\n" * (CHUNK // 4)
    texts = [whole[:-1] + "é,\n".encode(), whole + b"\xe9,\n", whole + "é".encode()[:1]]

    assert [read_cells(ArchivedFile("a.csv", "", text.__bytes__)).mended for text in texts] == [False, True, True]


def test_a_number_out_of_bounds_is_quoted_as_it_was_written(made: Made) -> None:
    column = Column("importance", "Importance", kind=Kind.DECIMAL, lowest=1, highest=5)

    report = read_table(made("Importance\n0\n-1\n7.50\n3\n"), [column]).report

    assert [(finding.row, finding.value) for finding in report] == [(2, "0"), (3, "-1"), (4, "7.50")]


def test_a_code_that_is_none_is_answered_with_its_form(made: Made) -> None:
    column = Column("cip", "CIP", kind=Kind.CODE, pattern=r"\d{2}\.\d{4}", example="51.3902")

    (finding,) = read_table(made("CIP\n51.39O2\n"), [column]).report

    assert finding.remedy == "Write a code: two digits, a dot, four digits, such as 51.3902"


def test_a_blank_cell_takes_what_stands_above_even_in_a_bad_row(made: Made) -> None:
    merged = replace(CODE, merged=True)

    table = read_table(made("Code\tValue\nA1\t1\nA2\tx\n\t2\n"), [merged, VALUE])

    assert found(table) == [
        ("merged-cells", Severity.INFO, 4, "Code", "A2"),
        ("malformed-value", Severity.ERROR, 3, "Value", "x"),
    ]
    assert table.frame["code"].to_list() == ["A1", "A2"]
