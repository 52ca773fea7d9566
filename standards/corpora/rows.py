"""Rows of a corpus: a piece of one file, small enough to be held in memory."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import polars as pl

from ontology.errors import UnreadableError
from standards.corpora.columns import CARRIED
from standards.corpora.corpus import CorpusFile, tried
from standards.corpora.statements import judge_all

FIRST: Final = 2
"""Number of the first row below the header."""


@dataclass(frozen=True)
class Rows:
    """Some rows of one file.

    Parameters
    ----------
    frame
        ``file``, ``row`` (as everywhere: the header is row 1, also that of Parquet, so the first is `FIRST`), what is
        carried over (`CARRIED`), ``statement`` as it is read, and ``finding``, the code of what is wrong with it.
    """

    frame: pl.DataFrame

    def __len__(self) -> int:
        return self.frame.height

    @cached_property
    def statements(self) -> list[str]:
        """Return what is read of each statement, empty where there is nothing."""
        return self.frame["statement"].to_list()

    @property
    def findings(self) -> dict[str, int]:
        """Return how many rows have which finding, by its code."""
        counts = self.frame["finding"].drop_nulls().value_counts().sort("finding")
        return dict(counts.iter_rows())


def read_rows(file: CorpusFile, start: int, count: int, language: str = "") -> Rows:
    """Return some rows of a file of a corpus.

    Parameters
    ----------
    start
        Rows before the first one.
    count
        How many rows.
    language
        That they should be in, as a tag; empty where that does not matter.

    Raises
    ------
    UnreadableError
        Where the file is not there, is broken or has changed since it was counted.
    """
    names = {name: getattr(file.columns, name) for name in CARRIED}
    wanted = [
        pl.col(header).cast(pl.String).alias(name) if header else _nothing(name) for name, header in names.items()
    ]
    _check(file)
    given = pl.col(file.columns.statement).cast(pl.String).alias("statement")
    frame = tried(Path(file.path), file.scan().slice(start, count).select(*wanted, given).collect)
    judged = judge_all(frame["statement"].to_list(), language)
    read = pl.Series("statement", [text for text, _ in judged], dtype=pl.String)
    finding = pl.Series("finding", [code or None for _, code in judged], dtype=pl.String)
    place = pl.int_range(start + FIRST, start + FIRST + frame.height, eager=True).alias("row")
    placed = frame.with_columns(pl.lit(file.name).alias("file"), place, read, finding)
    return Rows(placed.select("file", "row", *names, "statement", "finding"))


def _check(file: CorpusFile) -> None:
    """Refuse a file that is not there or is not as large as it was."""
    path = Path(file.path)
    size = path.stat().st_size if path.is_file() else None
    if size != file.size:
        what = "is not there" if size is None else f"has changed: it has {size:,} bytes, and had {file.size:,}"
        message = f"{path} {what}; leave a corpus as it is, where all workers see it, while it is aligned"
        raise UnreadableError(message)


def _nothing(name: str) -> pl.Expr:
    return pl.lit(None, pl.String).alias(name)
