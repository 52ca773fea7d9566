"""What must hold in a table: what its columns are, and rules over whole rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from standards.cells import AS_UTF_8, NOT_UTF_8
from standards.code_forms import code_form
from standards.columns import no_addresses

NULLS = ("", "n/a")
"""What stands for nothing."""


class Kind(StrEnum):
    """What a cell must be, and what it becomes in the frame."""

    TEXT = "text"
    CODE = "a code"
    """Text that a pattern matches whole."""
    ADDRESS = "an absolute address"
    ADDRESSES = "a list of absolute addresses"
    """Parted by line breaks, bars or commas; becomes a list."""
    INTEGER = "a whole number"
    DECIMAL = "a number"
    FLAG = "Y or N"
    """Becomes a truth value."""
    MONTH = "a month MM/YYYY"
    """Becomes text, ``YYYY-MM``."""
    DATE = "a date YYYY-MM-DD"
    PERIOD = "a month YYYY-MM or a day YYYY-MM-DD"
    """Stays text."""


class Verdict(StrEnum):
    """What becomes of a row that breaks a rule."""

    REFUSE = "refuse"
    """An error: the release is refused; with ``skip_bad_rows`` the row is left out, with a warning."""
    LEAVE_OUT = "leave out"
    """A warning, and the row is not in the frame."""
    KEEP = "keep"
    """A warning, and the row stays; a cell that cannot be read as its kind is empty."""


@dataclass(frozen=True)
class Column:
    """A column that is wanted.

    Parameters
    ----------
    name
        In the frame.
    header, aliases
        In the file; case, spacing and punctuation do not matter. An empty header means the column behind the last one.
    required
        Whether the header must be there and every cell filled. A column that is not required and not there is
        empty in the frame.
    pattern
        Regular expression of `Kind.CODE`, for the whole cell.
    example
        What a cell may hold, for those who have to write one.
    values
        The only texts allowed, where there are any.
    lowest, highest
        Bounds of a number, both included.
    nulls
        What stands for nothing here, besides an empty cell and ``n/a``.
    trimmed
        Whether rows may end before it; only for the last columns of a file.
    thousands
        Whether commas may part the thousands of a `Kind.DECIMAL`: ``57,320``.
    prose
        Whether people write it: a single zero byte in it is then a control character, which is taken out.
    merged
        Whether a blank cell takes what stands above it, in a bad row too, as in cells that are merged.
    verdict
        Of cells that are not what they should be.
    """

    name: str
    header: str
    aliases: tuple[str, ...] = ()
    kind: Kind = Kind.TEXT
    required: bool = True
    pattern: str = ""
    example: str = ""
    values: tuple[str, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    nulls: tuple[str, ...] = ()
    trimmed: bool = False
    thousands: bool = False
    prose: bool = False
    merged: bool = False
    verdict: Verdict = Verdict.REFUSE

    @property
    def names(self) -> tuple[str, ...]:
        """All that its header may be."""
        return (self.header, *self.aliases)


@dataclass(frozen=True)
class Rule:
    """What must not be in a row.

    Parameters
    ----------
    code
        Of the findings, in kebab case.
    column
        Whose value and header the findings cite.
    bad
        True in the rows that break the rule; empty counts as false.
    message
        Said of the value: ``is not in Occupation Data``.
    cited
        What of the cell the findings cite as the value; all of it where nothing is said.
    """

    code: str
    column: str
    bad: pl.Expr
    message: str
    remedy: str
    verdict: Verdict = Verdict.REFUSE
    cited: pl.Expr | None = None

    @property
    def value(self) -> pl.Expr:
        """Return what the findings cite, as text."""
        return pl.col(self.column).cast(pl.String) if self.cited is None else self.cited


def known(column: str, codes: pl.Series, where: str, verdict: Verdict = Verdict.REFUSE) -> Rule:
    """Return the rule that every value of a column is among some codes; an empty cell passes."""
    bad = pl.col(column).is_in(codes.unique().implode()).not_()
    remedy = f"Correct it, or take {where} from the same release"
    return Rule("unknown-code", column, bad, f"is not in {where}", remedy, verdict)


def unique(*columns: str, verdict: Verdict = Verdict.REFUSE) -> Rule:
    """Return the rule that no two rows have the same key; the first of them passes."""
    bad = pl.struct(columns).is_first_distinct().not_()
    message = f"repeats an earlier row with the same {', '.join(columns)}"
    return Rule("duplicate-key", columns[0], bad, message, "Keep one of the rows", verdict)


def within(value: str, by: str, limits: pl.DataFrame, where: str, verdict: Verdict = Verdict.REFUSE) -> Rule:
    """Return the rule that a number lies within the bounds of its scale.

    Parameters
    ----------
    by
        The column with the name of the scale, here and in ``limits``.
    limits
        Columns ``by``, ``minimum`` and ``maximum``. A scale that is not there has no bounds: see `known`.
    """
    lowest, highest = (
        pl.col(by).replace_strict(limits[by], limits[bound], default=None) for bound in ("minimum", "maximum")
    )
    bad = (pl.col(value) < lowest) | (pl.col(value) > highest)
    message = f"is beyond the bounds of its scale in {where}"
    return Rule("out-of-bounds", value, bad, message, "Correct the number or the scale", verdict)


def shape_rules(columns: Sequence[Column], *, mended: bool) -> Iterator[Rule]:
    """Yield the rules on the form of a row: as many cells as headers, and text that is text."""
    first = columns[0].name
    remedy = "The file may be cut short: download it again"
    short, long = pl.col("_shape") < -sum(column.trimmed for column in columns), pl.col("_shape") > 0
    yield Rule("short-row", first, short, "is in a row with fewer cells than the header", remedy)
    yield Rule("long-row", first, long, "is in a row with more cells than the header", remedy)
    for column in columns:
        cell = pl.col(column.name)
        yield from _zero_rules(column, remedy)
        if mended:
            bad = cell.str.contains("\ufffd", literal=True)
            yield Rule("encoding", column.name, bad, NOT_UTF_8, AS_UTF_8)


def _zero_rules(column: Column, remedy: str) -> Iterator[Rule]:
    """Yield the rules on bytes of zero: several, or nothing else, come of a file that is cut short or in UTF-16."""
    cell, name = pl.col(column.name), column.name
    zero = cell.str.contains("\0", literal=True)
    broken = cell.str.contains(ZEROS) if column.prose else zero
    yield Rule("nul-byte", name, broken, "holds a NUL byte", remedy)
    if column.prose:
        message, look = "holds a NUL byte, which was taken out", "Look whether a letter is missing there"
        yield Rule("nul-byte", name, zero & ~broken, message, look, Verdict.KEEP)


def cell_rules(column: Column) -> Iterator[Rule]:
    """Yield the rules on the cells of a column as they are in the file."""
    cell, name, verdict = pl.col(column.name), column.name, column.verdict
    if column.required:
        yield Rule("empty-cell", name, cell.is_null(), "is empty", "Fill the cell", verdict)
    if column.kind is not Kind.TEXT:
        bad, remedy = cell.is_not_null() & _misread(column), f"Write {column.kind}{_form(column)}"
        yield Rule("malformed-value", name, bad, f"is not {column.kind}", remedy, verdict)
    if column.values:
        allowed = ", ".join(column.values)
        bad = cell.is_in(column.values).not_()
        yield Rule("unknown-value", name, bad, f"is none of {allowed}", "Correct it", verdict)


def _form(column: Column) -> str:
    if column.kind is Kind.CODE and (form := code_form(column.pattern, column.example)):
        return f": {form}"
    return f", such as {column.example}" if column.example else ""


def _misread(column: Column) -> pl.Expr:
    """Return whether a filled cell cannot be read as the kind of its column."""
    cell, read = pl.col(column.name), typed(column)
    if pattern := PATTERNS.get(column.kind):
        return cell.str.contains(pattern).not_()
    match column.kind:
        case Kind.ADDRESS:
            return cell.map_batches(no_addresses, pl.Boolean)
        case Kind.CODE:
            return cell.str.contains(f"^(?:{column.pattern})$").not_()
        case Kind.ADDRESSES:
            return read.list.eval(pl.element().map_batches(no_addresses, pl.Boolean)).list.any()
        case Kind.DECIMAL:
            return read.is_null() | read.is_finite().not_()
        case _:
            return read.is_null()


def typed(column: Column) -> pl.Expr:
    """Return the column in the type of its kind."""
    cell = pl.col(column.name)
    if column.thousands:
        cell = pl.when(cell.str.contains(GROUPED)).then(cell.str.replace_all(",", "", literal=True)).otherwise(cell)
    return TYPED[column.kind](cell) if column.kind in TYPED else cell


def _addresses(cell: pl.Expr) -> pl.Expr:
    return cell.str.extract_all(r"[^\s|]+").list.eval(pl.element().str.strip_chars_end(","))


PATTERNS = {
    Kind.FLAG: "^[YN]$",
    Kind.MONTH: r"^(0[1-9]|1[0-2])/\d{4}$",
    Kind.PERIOD: r"^[0-9]{4}-(0[1-9]|1[0-2])(-[0-9]{2})?$",
}
"""What a cell of some kinds must match."""

ZEROS = r"(?s)^\x00+$|\x00.?\x00"
"""Bytes of zero that are no slip within a text: alone, side by side, or at every other place."""

GROUPED = r"^\d{1,3}(,\d{3})+(\.\d+)?$"
"""A number with commas between its thousands."""

TYPED: dict[Kind, Callable[[pl.Expr], pl.Expr]] = {
    Kind.ADDRESSES: _addresses,
    Kind.DATE: lambda cell: cell.str.to_date("%Y-%m-%d", strict=False),
    Kind.DECIMAL: lambda cell: cell.cast(pl.Float64, strict=False),
    Kind.FLAG: lambda cell: cell.replace_strict(["Y", "N"], [True, False], default=None),
    Kind.INTEGER: lambda cell: cell.str.to_integer(strict=False),
    Kind.MONTH: lambda cell: pl.concat_str(cell.str.slice(3), pl.lit("-"), cell.str.slice(0, 2)),
}
"""What cells become; those of other kinds stay text."""


def bound_rules(column: Column) -> Iterator[Rule]:
    """Yield the rules on the numbers of a column, as they are in the file, so that findings quote what was written."""
    cell, name, verdict = typed(column), column.name, column.verdict
    if column.lowest is not None:
        bad, message = cell < column.lowest, f"is less than {column.lowest}"
        yield Rule("out-of-bounds", name, bad, message, "Correct the number", verdict)
    if column.highest is not None:
        bad, message = cell > column.highest, f"is more than {column.highest}"
        yield Rule("out-of-bounds", name, bad, message, "Correct the number", verdict)
