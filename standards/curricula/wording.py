"""Wording of a program: markup away, languages told, and what is too long said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

import polars as pl

from ontology.report import Finding, Report, Severity, excerpt
from standards.curricula.curriculum import outcome_count
from standards.curricula.wordless import wordless
from standards.formulas import is_like_formula, unquoted
from standards.languages import language_name, languages_of
from standards.markup import without_controls, without_tags
from standards.matching.statements import LONGEST
from standards.tables import Table

TEXTS: Final = ("program", "college", "code", "title", "prerequisites", "description", "outcome")
"""The columns with words of people."""

CLEANERS: Final = (
    (without_controls, "control-characters", "control characters or others that nobody sees", "were taken out"),
    (unquoted, "formula-mark", "apostrophes that keep a spreadsheet from computing the text", "were taken out"),
    (without_tags, "markup", "HTML tags or entities", "were taken out, or put as the characters that they stand for"),
)

QUOTED: Final = 80
"""Characters of a statement that a finding quotes."""

ENGLISH: Final = "en"
"""What is taken for the language of a program where no words tell."""

_SAYS: Final = pl.col("outcome").str.contains(r"[\p{L}\p{N}]")
"""Whether an outcome says something; empty where there is none."""


def worded(table: Table) -> Table:
    """Return the lines of a program with their text cleaned and its language told, and with what was found."""
    frame = table.frame
    findings: list[Finding] = [*_like_formulas(table)]
    for clean, code, what, done in CLEANERS:
        for column in TEXTS:
            frame, rows = _cleaned(frame, column, clean)
            findings += _of_cleaned(table, column, rows, (code, what, done))
    findings += _wordless(table, frame)
    frame = frame.with_columns(pl.when(_SAYS).then(pl.col("outcome")).alias("outcome"))
    frame = frame.with_columns(_languages(frame))
    findings += _long(table, frame)
    findings += _foreign(table, frame)
    return replace(table, frame=frame, report=Report([*table.report, *findings]))


def _like_formulas(table: Table) -> Iterator[Finding]:
    """Yield for each column how many cells hold what a spreadsheet would compute, and are taken as they stand."""
    for column in TEXTS:
        rows = [
            (row, cell) for row, cell in table.frame.select("row", column).iter_rows() if is_like_formula(cell or "")
        ]
        if rows:
            row, cell = rows[0]
            cells = "1 cell holds" if len(rows) == 1 else f"{len(rows):,} cells, the first of them here, hold"
            message = f"{cells} what a spreadsheet takes for a formula; nothing is computed, the text was taken"
            finding = Finding(code="formula", severity=Severity.INFO, row=row, value=excerpt(cell), message=message)
            yield _in(table, column, finding)


def _cleaned(frame: pl.DataFrame, column: str, clean: Callable[[str], str]) -> tuple[pl.DataFrame, list[int]]:
    """Return a frame with a column cleaned, and the rows in which that changed anything."""
    before = frame[column].to_list()
    after = [None if cell is None else clean(cell) or None for cell in before]
    changed = [row for row, was, now in zip(frame["row"].to_list(), before, after, strict=True) if was != now]
    return frame.with_columns(pl.Series(column, after, pl.String)) if changed else frame, list(dict.fromkeys(changed))


def _of_cleaned(table: Table, column: str, rows: list[int], said: tuple[str, str, str]) -> Iterator[Finding]:
    code, what, done = said
    if rows:
        cells = "1 cell holds" if len(rows) == 1 else f"{len(rows):,} cells, the first of them here, hold"
        message = f"{cells} {what}; they {done}"
        yield _in(table, column, Finding(code=code, severity=Severity.INFO, row=rows[0], message=message))


def _languages(frame: pl.DataFrame) -> pl.Series:
    """Return the language of each outcome: what the file says, what the words tell, or else the program's.

    That is the language of more than half of all outcomes, those that do not tell among them; else `ENGLISH`. So one
    outcome in another language says nothing of those that are too short to tell.
    """
    unsaid = frame["language"].fill_null("").eq("") & frame["outcome"].is_not_null()
    told_of = iter(languages_of(frame["outcome"].filter(unsaid).to_list()))
    known = [next(told_of) if asked else said or "" for asked, said in zip(unsaid, frame["language"], strict=True)]
    told, stated = Counter(filter(None, known)), frame["outcome"].count()
    main = next((tag for tag, number in told.items() if 2 * number > stated), ENGLISH)
    return pl.Series("language", [tag or main for tag in known], pl.String)


def _wordless(table: Table, frame: pl.DataFrame) -> Iterator[Finding]:
    """Yield what stands in place of an outcome and has no word: a full stop, a dash."""
    for row, outcome in frame.filter(~_SAYS).select("row", "outcome").iter_rows():
        yield wordless(table.name, row, table.headers.get("outcome", "outcome"), outcome)


def _long(table: Table, frame: pl.DataFrame) -> Iterator[Finding]:
    stated = frame.filter(pl.col("outcome").str.len_chars() > LONGEST)
    for row, outcome in stated.select("row", "outcome").iter_rows():
        longest = max(map(len, outcome.splitlines()))
        if longest > LONGEST:
            message = (
                f"is one statement of {longest:,} characters; it is kept whole, and matched by its first {LONGEST:,}"
            )
            finding = Finding(
                code="long-statement",
                severity=Severity.WARNING,
                row=row,
                value=f"{outcome[:QUOTED]}\u2026",
                message=message,
                remedy="Write one outcome a line",
            )
            yield _in(table, "outcome", finding)


def _foreign(table: Table, frame: pl.DataFrame) -> Iterator[Finding]:
    stated = frame.filter(pl.col("outcome").is_not_null())
    primary = pl.col("language").str.to_lowercase().str.split("-").list.first()
    for (tag,), rows in stated.group_by(primary, maintain_order=True):
        number = 0 if tag == ENGLISH else outcome_count(rows)
        if number:
            are = "outcome is" if number == 1 else "outcomes are"
            message = f"{number:,} {are} in {language_name(str(tag))}, as the words tell"
            finding = Finding(
                code="other-language",
                severity=Severity.INFO,
                row=int(rows["row"][0]),
                value=str(rows["outcome"][0])[:QUOTED],
                message=message,
            )
            yield _in(table, "outcome", finding)


def _in(table: Table, column: str, finding: Finding) -> Finding:
    """Return a finding at its place."""
    return finding.model_copy(update={"file": table.name, "column": table.headers.get(column, column)})
