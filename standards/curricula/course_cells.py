"""Cells of courses and outcomes that are put together: codes in two columns, outcomes in several, names in one cell."""

from __future__ import annotations

from typing import Final

import polars as pl

from standards.curricula.course_names import course_name, names_course
from standards.curricula.layout import Layout

_SUBJECT: Final = r"^[A-Za-z][A-Za-z&/ ]{0,11}$"
_NUMBER: Final = r"^\d{1,4}[A-Za-z.\d]{0,4}$"


def joined(frame: pl.DataFrame, layout: Layout) -> pl.DataFrame:
    """Return the rows of a sheet with one code, one title and all outcomes in one cell.

    A code of digits takes its subject before it. Outcomes of several columns are lines of one cell. Where no column
    has titles, a cell with code and title (``ELEC 110 Circuits``) gives both.
    """
    if "subject" in layout.headers:
        both = pl.col("subject").str.contains(_SUBJECT) & pl.col("code").str.contains(_NUMBER)
        whole = pl.concat_str(pl.col("subject"), pl.col("code"), separator=" ")
        frame = frame.with_columns(pl.when(both).then(whole).otherwise(pl.col("code")).alias("code"))
    if layout.further:
        cells = [pl.col(name) for name in ("outcome", *layout.further)]
        lines = pl.concat_str(cells, separator="\n", ignore_nulls=True)
        frame = frame.with_columns(pl.when(lines != "").then(lines).alias("outcome"))
    return frame if "title" in layout.headers else _parted(frame)


def _parted(frame: pl.DataFrame) -> pl.DataFrame:
    """Return rows with the titles out of the cells of codes, where these have both."""
    names = {cell: course_name(cell) for cell in frame["code"].drop_nulls().unique() if names_course(cell)}
    titled = {cell: name for cell, name in names.items() if name.code and name.title != name.code}
    codes, titles = {cell: name.code for cell, name in titled.items()}, {c: name.title for c, name in titled.items()}
    credit = {cell: f"{name.credits:g}" for cell, name in titled.items() if name.credits is not None}
    cell = pl.col("code")
    return frame.with_columns(
        cell.replace(codes).alias("code"),
        cell.replace_strict(titles, default=None, return_dtype=pl.String).alias("title"),
        pl.col("credits").fill_null(cell.replace_strict(credit, default=None, return_dtype=pl.String)),
    )
