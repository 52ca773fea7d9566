"""Course catalogs out of Kuali: a JSON list of courses with code, title, description and learning objectives.

Objectives come without their order, as people once pasted them into a form: bullets, numbers, lead-ins and headings
are entries among the others. `unordered` sorts that out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.curricula.lines import Line, to_table
from standards.curricula.listing import unordered
from standards.json_documents import Json, looks_like_json, read_documents
from standards.markup import without_controls, without_tags
from standards.tables import Table

OBJECTIVES: Final = "learning_objectives"
HEADERS: Final = {"outcome": OBJECTIVES, "course": "clu_id"} | {name: name for name in ("code", "title", "description")}


def is_kuali(file: ArchivedFile) -> bool:
    """Whether a file is a JSON list of courses with a title and a code or objectives."""
    if not looks_like_json(file):
        return False
    first = next((entry for entry in _entries(file) if isinstance(entry, dict)), {})
    return "title" in first and ("code" in first or OBJECTIVES in first)


def read_kuali(file: ArchivedFile, *, skip_bad_rows: bool = False) -> Table:
    """Read a catalog; each entry of its list is a course, and several may be versions of one with the same code.

    Raises
    ------
    UnreadableError
        Where it is no JSON.
    """
    lines: list[Line] = []
    findings: list[Finding] = []
    entries = _entries(file)
    left_out = 0
    for row, entry in enumerate(entries, 1):
        if fault := _fault(entry):
            findings.append(_bad(file.name, row, fault, skip_bad_rows))
            left_out += 1
            continue
        stated = unordered([_plain(text) for text in _objectives(entry)])
        lines += [_line(row, entry, statement) for statement in stated.statements or (None,)]
        findings += [_no_outcome(file.name, row, text) for text in stated.left_out]
        left_out += len(stated.left_out)
    findings += _versions(file.name, entries)
    return to_table(file.name, lines, Report(findings), len(lines) + left_out, HEADERS)


def _entries(file: ArchivedFile) -> list[Json]:
    (document, *_) = [*read_documents(file), None]
    if isinstance(document, dict):
        document = document.get("courses")
    return document if isinstance(document, list) else []


def _fault(entry: Json) -> str:
    """Return what is wrong with an entry, empty where nothing is."""
    if not isinstance(entry, dict):
        return "is no course but a single value"
    if not (_text(entry, "code") or _text(entry, "title")):
        return "has neither a code nor a title"
    objectives = entry.get(OBJECTIVES) or []
    if not isinstance(objectives, str | list) or not all(isinstance(text, str | None) for text in objectives):
        return f"has {OBJECTIVES} that are no list of texts"
    return ""


def _objectives(entry: dict[str, Json]) -> list[str]:
    objectives = entry.get(OBJECTIVES) or []
    return [objectives] if isinstance(objectives, str) else [text for text in objectives if text and text.strip()]


def _plain(text: str) -> str:
    return without_tags(without_controls(text))


def _line(row: int, entry: dict[str, Json], statement: str | None) -> Line:
    return Line(
        row=row,
        course=_text(entry, "clu_id"),
        code=_text(entry, "code"),
        title=_text(entry, "title"),
        description=_text(entry, "description"),
        outcome=statement,
    )


def _text(entry: dict[str, Json], field: str) -> str | None:
    value = entry.get(field)
    return value.strip() or None if isinstance(value, str) else None


def _bad(file: str, row: int, fault: str, skip_bad_rows: bool) -> Finding:
    return Finding(
        code="malformed-entry",
        severity=Severity.WARNING if skip_bad_rows else Severity.ERROR,
        file=file,
        row=row,
        message=f"entry {row} of the list {fault}" + ("; it is left out" if skip_bad_rows else ""),
        remedy="Give each course a code or a title, and its objectives as a list of texts",
    )


def _no_outcome(file: str, row: int, text: str) -> Finding:
    return Finding(
        code="no-statement",
        severity=Severity.INFO,
        file=file,
        row=row,
        column=OBJECTIVES,
        value=text,
        message="leads in others, or says that there is nothing; it is no outcome of its own",
    )


def _versions(file: str, entries: list[Json]) -> Iterator[Finding]:
    codes = Counter(entry["code"] for entry in entries if isinstance(entry, dict) and entry.get("code"))
    several = [code for code, count in codes.items() if count > 1]
    if several:
        further = sum(codes[code] - 1 for code in several)
        message = (
            f"{further:,} entries have the code of another, {several[0]} for one: versions of a course; each is kept, "
            "and a curriculum map counts them as one course"
        )
        yield Finding(
            code="several-versions",
            severity=Severity.INFO,
            file=file,
            column="code",
            message=message,
            remedy="Export the current versions only",
        )
