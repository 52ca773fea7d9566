"""Results as one CSV file, for those whose programs do not read Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import polars as pl

from ontology.errors import WriteError
from standards.written_cells import FORMULAS

DECIMALS: Final = 4
"""Of a confidence."""


def write_table(results: Sequence[Path], path: Path, passing: Path) -> None:
    """Write the rows of result files, in their order, as CSV (RFC 4180); no cell is a formula to a spreadsheet.

    They are read a piece at a time, however many they are.

    Parameters
    ----------
    passing
        Where it is written first; on the same disk as ``path``.

    Raises
    ------
    WriteError
        Where the disk is full or may not be written; what was there before is still there.
    """
    rows = pl.concat([pl.scan_parquet(file) for file in results]).with_columns(_literal(pl.col(pl.String)))
    try:
        rows.sink_csv(passing, float_precision=DECIMALS)
        passing.replace(path)
    except (OSError, pl.exceptions.ComputeError) as error:
        with suppress(OSError):
            passing.unlink()
        message = f"{path} could not be written: {error}; make room, and run the same command again"
        raise WriteError(message) from error


def _literal(texts: pl.Expr) -> pl.Expr:
    """Return texts with an apostrophe before those that a spreadsheet takes for a formula, as `literal` has them."""
    begins = texts.str.slice(0, 1).is_in(FORMULAS)
    return pl.when(begins).then(pl.lit("'") + texts).otherwise(texts).name.keep()
