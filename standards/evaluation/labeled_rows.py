"""The rows of labeled data: who says which concept of which words; every bad cell is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ontology.report import Finding, Report, Severity, excerpt
from standards.archives import ArchivedFile
from standards.evaluation.concept_names import ConceptNames
from standards.headers import OUTCOME_NAMES, advice, key, listed, repeated_headers, strangers
from standards.matching.statements import LONGEST
from standards.sheets import Row, Sheet, find_headings, fitting, judge_sheets, read_sheet

NAMES: Final = {
    "sentence": (
        *dict.fromkeys(("Sentence", "Statement", "Text", *OUTCOME_NAMES)),
        *("Skill statement", "Task statement"),
    ),
    "span": ("Span", "Phrase", "Mention"),
    "sub_span": ("Sub-span", "Subspan"),
    "answer": (
        *("Label", "Competency", "Concept", "Answer", "Competency code", "Competency ID", "Competency label"),
        *("Concept URI", "Address", "IRI", "URI", "Skill label", "Preferred label", "Code"),
    ),
}
"""What the columns may be called."""

REQUIRED: Final = (("sentence",), ("answer",))
NO_CONCEPT: Final = frozenset(
    {
        "",
        "-",
        "labelnotpresent",
        "none",
        "nomatch",
        "notermfound",
        "sssomnotermfound",
        "underspecified",
        "unmatched",
    }
)
"""What stands in the place of a concept, by its letters, where a text has none."""

SHOWN: Final = 40
"""Characters of a cell that a finding shows."""


@dataclass(frozen=True)
class Label:
    """One row: who says what of which words."""

    sentence: str
    span: str
    answers: tuple[frozenset[str], ...]
    unknown: bool


def read_labels(file: ArchivedFile, names: ConceptNames, report: Report) -> Iterator[Label]:
    """Yield the rows of a file; a file that lacks a column has none."""
    headings = find_headings(file, NAMES)
    chosen = fitting(headings, REQUIRED)
    sheet = read_sheet(file, chosen, NAMES)
    report.extend(repeated_headers(file.name, sheet.at, sheet.headers, [n for own in NAMES.values() for n in own]))
    if chosen is None or chosen.met(REQUIRED) < len(REQUIRED):
        report.extend(_headless(file.name, sheet))
        return
    report.extend(judge_sheets(file.name, headings, chosen, REQUIRED))
    for row in sheet.rows:
        if text := _text(file.name, sheet, row, report):
            span = sheet.get(row, "sub_span") or sheet.get(row, "span")
            yield _label(file.name, sheet, row, names, report, (text, span))


def _text(file: str, sheet: Sheet, row: Row, report: Report) -> str:
    """Return the text of a row; empty, with a finding, where it has none."""
    text = sheet.get(row, "sentence")
    column = sheet.fields["sentence"]
    if not any(map(str.isalnum, text)):
        remedy = "Write the text into each row, also where cells were merged"
        report.add(_cell(file, row, column, text, "no-text", "has no text; the row is left out", remedy))
        return ""
    if len(text) > LONGEST:
        message = f"has {len(text):,} characters; only the first {LONGEST:,} are linked"
        report.add(_cell(file, row, column, text, "long-text", message, "Part it into statements"))
    return text[:LONGEST]


def _label(file: str, sheet: Sheet, row: Row, names: ConceptNames, report: Report, words: tuple[str, str]) -> Label:
    answers, unknown = [], False
    for name in _answers(sheet.get(row, "answer")):
        if concepts := names.find(name):
            answers.append(concepts)
        else:
            unknown = True
            report.add(_unknown(file, row, sheet.fields["answer"], name, names))
    return Label(*words, tuple(answers), unknown)


def _answers(cell: str) -> list[str]:
    """Return the concepts that a cell names, none where it says that there are none.

    Example
    -------
    >>> _answers("PG-HYD-01 | PG-OPS-04"), _answers("LABEL NOT PRESENT")
    (['PG-HYD-01', 'PG-OPS-04'], [])
    """
    parts = (part.strip() for part in cell.replace("\n", "|").split("|"))
    return [part for part in parts if key(part) not in NO_CONCEPT]


def _unknown(file: str, row: Row, column: str, name: str, names: ConceptNames) -> Finding:
    near = names.nearest(name)
    remedy = f"Write {near!r} if that is meant" if near else "Name a concept by its address, code or label"
    message = "is no concept of the framework; it counts neither as right nor as missed"
    return _cell(file, row, column, name, "unknown-concept", message, remedy)


def _cell(file: str, row: Row, column: str, value: str, code: str, message: str, remedy: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        file=file,
        row=row.number,
        column=column,
        value=excerpt(value, SHOWN),
        message=message,
        remedy=remedy,
    )


def _headless(file: str, sheet: Sheet) -> Iterator[Finding]:
    """Yield what is missing of a file that is no labeled data."""
    unknown = strangers(sheet.headers, [name for own in NAMES.values() for name in own])
    for (wanted,) in REQUIRED:
        if wanted not in sheet.fields:
            what = "texts" if wanted == "sentence" else "right concepts"
            yield Finding(
                code="missing-header",
                severity=Severity.WARNING,
                file=file,
                row=sheet.at,
                message=f"no column holds {what}; there are {listed(sheet.headers)}; the file is left out",
                remedy=advice(NAMES[wanted], unknown),
            )
