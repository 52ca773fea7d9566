"""An evaluation of harmonizing in words and tables, as Markdown, CSV and JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from standards.evaluation.harmonizing.evaluation import HarmonizingEvaluation, MethodResult
from standards.evaluation.harmonizing.methods import OWN
from standards.evaluation.section import Section

DASH: Final = "\u2013"
COLUMNS: Final = ("method", "part", "measure", "precision", "recall", "f1", "low", "high")


def head(found: HarmonizingEvaluation) -> str:
    """Return what was measured."""
    return f"Harmonizing: {len(found.firms)} lists, {found.statements:,} statements"


def account(found: HarmonizingEvaluation) -> Iterator[Section]:
    """Yield the tables: one for each part, then errors by firm."""
    for part, pairs, same in found.pairs:
        rows = tuple(_row(result) for result in found.results if result.part == part)
        header = ("method", "precision", "recall", "F1", "95% interval", "B-cubed P", "B-cubed R", "B-cubed F1")
        yield Section(
            f"Part {part}: {pairs:,} pairs, {same:,} of them the same", header, rows, tuple(_notes(found, part))
        )
    errors = tuple(
        (one.firm, one.part, str(one.pairs), str(one.same), str(one.over), str(one.under)) for one in found.errors
    )
    yield Section(f"Errors of {OWN} by firm", ("firm", "part", "pairs", "the same", "merged wrongly", "missed"), errors)


def _row(result: MethodResult) -> tuple[str, ...]:
    span = f"{_shown(result.low)}{DASH}{_shown(result.high)}"
    pair, cubed = result.pairwise, result.b_cubed
    figures = (pair.precision, pair.recall, pair.f1), (cubed.precision, cubed.recall, cubed.f1)
    return (result.method, *map(_shown, figures[0]), span, *map(_shown, figures[1]))


def _notes(found: HarmonizingEvaluation, part: str) -> Iterator[str]:
    chosen = f"the {found.learned_from} part" if found.learned_from else "these very pairs, which favors them"
    yield f"Thresholds of the others are those with the best F1 on {chosen}"
    for missed in found.missed:
        if missed.part == part:
            yield f"Of {missed.pairs} pairs that {OWN} misses, it tells {missed.near} to come near one another"
    if found.agreement is not None and part == found.pairs[0][0]:
        alike, kappa = found.agreement
        yield f"Two passes call {alike:.1%} of all pairs alike (Cohen's kappa {kappa:.2f})"


def _shown(value: float | None) -> str:
    return f"{value:.3f}" if value is not None else DASH


def to_markdown(found: HarmonizingEvaluation) -> bytes:
    """Return the tables with their words."""
    return "\n".join([f"# {head(found)}\n", *map(Section.to_markdown, account(found))]).encode()


def to_json(found: HarmonizingEvaluation) -> bytes:
    """Return everything."""
    return f"{found.model_dump_json(indent=2)}\n".encode()


def to_csv(found: HarmonizingEvaluation) -> bytes:
    """Return a row for each measure of each method on each part."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in found.results:
        pair, cubed = one.pairwise, one.b_cubed
        writer.writerow([one.method, one.part, "pairwise", pair.precision, pair.recall, pair.f1, one.low, one.high])
        writer.writerow([one.method, one.part, "b-cubed", cubed.precision, cubed.recall, cubed.f1, None, None])
    return text.getvalue().encode()


FORMS: Final[Mapping[str, Callable[[HarmonizingEvaluation], bytes]]] = {
    "json": to_json,
    "csv": to_csv,
    "md": to_markdown,
}
"""What writes each form, by its extension."""
