"""An evaluation as a file: JSON with everything, CSV with a row a figure, Markdown to read."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from standards.evaluation.account import DASH, account, head, headlines, named
from standards.evaluation.results import Evaluation, Reliability, Score
from standards.evaluation.section import Section
from standards.workbook import literal

COLUMNS: Final = tuple(Score.model_fields)


def to_json(evaluation: Evaluation) -> bytes:
    """Return everything, calibration bin by bin as well."""
    return f"{evaluation.model_dump_json(indent=2)}\n".encode()


def to_csv(evaluation: Evaluation) -> bytes:
    """Return a row for each figure and each difference, and for each speed (measures ``index`` and ``statements``)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([literal(cell) for cell in row] for row in _rows(evaluation))
    return text.getvalue().encode()


def _rows(evaluation: Evaluation) -> Iterator[Sequence[str | float | None]]:
    for score in evaluation.scores:
        yield [getattr(score, name) for name in COLUMNS]
    for speed in evaluation.speeds:
        for measure, value in (("index", speed.index), ("statements", speed.statements)):
            yield ["", "", speed.method, measure, "", value, None, None]


def to_markdown(evaluation: Evaluation) -> bytes:
    """Return the tables with their words, and the reliability of the confidences."""
    sections = [*account(evaluation), *map(_reliability, headlines(evaluation))]
    return "\n".join([f"# {head(evaluation)}\n", *map(Section.to_markdown, sections)]).encode()


def _reliability(each: Reliability) -> Section:
    rows = tuple(
        (f"{b.low:.2f}{DASH}{b.high:.2f}", str(b.suggestions), f"{b.confidence:.2f}", f"{b.right:.2f}")
        for b in each.bins
    )
    title = f"Reliability: {named(each)}, {each.method}"
    return Section(title, ("confidence", "first suggestions", "mean confidence", "share right"), rows)


FORMS: Final[Mapping[str, Callable[[Evaluation], bytes]]] = {"json": to_json, "csv": to_csv, "md": to_markdown}
"""What writes each form, by its extension."""
