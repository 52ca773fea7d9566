"""Results: the competencies suggested for some rows of a corpus, as one Parquet file that is whole or not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import polars as pl
from pydantic import ValidationError

from ontology.errors import WriteError
from ontology.frozen import Frozen
from standards.corpora.rows import Rows
from standards.matching import Suggestion

MARK: Final = "ladderworks"
"""Under which a result file keeps its counts, beside the table."""

SUGGESTED: Final = {
    "rank": pl.Int64,
    "competency": pl.String,
    "label": pl.String,
    "confidence": pl.Float64,
    "matched": pl.String,
    "part": pl.String,
}
"""Columns that a suggestion fills; they are empty in the one row of a statement that nothing is suggested for."""


class Counts(Frozen):
    """What a result file holds; it stands in the file itself.

    Parameters
    ----------
    run
        Digest of all that decides what is in it.
    partition
        Its number.
    rows
        Rows of the corpus.
    written
        Rows of the result: one for each suggestion, and one for each statement without.
    matched
        Statements with a suggestion.
    findings
        How many rows have which finding, by its code.
    """

    run: str
    partition: int
    rows: int
    written: int
    matched: int
    findings: dict[str, int]


def write_results(
    path: Path, passing: Path, rows: Rows, found: Sequence[Sequence[Suggestion]], *, run: str, partition: int
) -> Counts:
    """Write a result file and return what it holds; the same rows and suggestions give the same bytes.

    Parameters
    ----------
    passing
        Where it is written first; on the same disk as ``path``.
    found
        Suggestions for each row, best first.

    Raises
    ------
    WriteError
        Where the disk is full or may not be written; what was there before is still there.
    """
    frame = _table(rows, found)
    counts = Counts(
        run=run,
        partition=partition,
        rows=len(rows),
        written=frame.height,
        matched=sum(map(bool, found)),
        findings=rows.findings,
    )
    try:
        frame.write_parquet(passing, compression="zstd", metadata={MARK: counts.model_dump_json()})
        passing.replace(path)
    except (OSError, pl.exceptions.ComputeError) as error:
        with suppress(OSError):
            passing.unlink()
        message = f"{path} could not be written: {error}; make room, and run the same command again"
        raise WriteError(message) from error
    return counts


def read_counts(path: Path) -> Counts | None:
    """Return what a result file says that it holds; ``None`` where it is none, is not there or is broken."""
    try:
        return Counts.model_validate_json(pl.read_parquet_metadata(path)[MARK])
    except (OSError, KeyError, ValidationError, pl.exceptions.PolarsError):
        return None


def _table(rows: Rows, found: Sequence[Sequence[Suggestion]]) -> pl.DataFrame:
    at = [n for n, suggestions in enumerate(found) for _ in suggestions or (None,)]
    suggested = pl.DataFrame(list(_suggested(found)), schema=SUGGESTED, orient="row")
    return pl.concat([rows.frame[at], suggested], how="horizontal")


def _suggested(found: Sequence[Sequence[Suggestion]]) -> Iterator[tuple[object, ...]]:
    for suggestions in found:
        if not suggestions:
            yield (None,) * len(SUGGESTED)
        for rank, one in enumerate(suggestions, start=1):
            yield rank, one.iri, one.label, one.confidence, one.matched, one.part or None
