"""``ladderworks link``: the competencies that statements mean."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import typer

from api.knowledge import open_knowledge
from api.programs.targets import find_target, own_target
from api.settings import Settings
from api.terminal.console import note, progress, tab_separated
from api.terminal.exit_status import ExitStatus
from api.terminal.files import STANDARD_INPUT, STANDARD_OUTPUT, read_text, write_output
from api.terminal.findings import show
from api.terminal.licenses import LicenseOption, license_address
from ontology.report import excerpt
from pathways.amounts import count
from pathways.coverage import Target
from pathways.coverage.foreign import foreign
from standards.corpora import statement_lines
from standards.curricula.course_names import names_course
from standards.languages import languages_of
from standards.matching import UNMATCHED, Evidence, Suggestion
from standards.matching.index import CANDIDATES
from standards.own_lists import is_list
from standards.sssom import write_sssom
from standards.suggested_mappings import suggested_mappings

COLUMNS: Final = ("statement", "rank", "id", "label", "confidence")
EVIDENCE: Final = ("matched", "common", "part", *Evidence.model_fields)
"""Columns with the evidence: the name that matched, the words in common, the part that means it, and what each view
sees."""

SHOWN: Final = 300
"""Characters of a statement, or of a part of one, that each of its rows shows."""


@dataclass(frozen=True)
class Linked:
    """Statements, and what was found for each."""

    target: Target
    statements: Sequence[str]
    found: Sequence[Sequence[Suggestion]]

    @property
    def by_statement(self) -> Iterator[tuple[str, Sequence[Suggestion]]]:
        """Each statement with its suggestions."""
        return zip(self.statements, self.found, strict=True)


def run(
    framework: Annotated[
        str,
        typer.Option(
            "--to", help="A framework (`esco`, `onet`, a standard, a firm), or a file with a list of your own."
        ),
    ],
    file: Annotated[
        Path, typer.Argument(metavar="[FILE]", help="Statements, one a line; - or nothing for standard input.")
    ] = STANDARD_INPUT,
    top: Annotated[int, typer.Option(min=1, max=CANDIDATES, help="How many for each statement.")] = 5,
    output: Annotated[
        Path, typer.Option("-o", help="A TSV file, or one ending in sssom.tsv or json; - for standard output.")
    ] = STANDARD_OUTPUT,
    *,
    least: Annotated[
        float | None,
        typer.Option(
            min=0,
            max=1,
            help=f"Confidence from which one is suggested; {UNMATCHED:g} in SSSOM and 0 elsewhere, unless it is named.",
            show_default=False,
        ),
    ] = None,
    evidence: Annotated[bool, typer.Option("--evidence", help="Say in the TSV why each one is suggested.")] = False,
    license: LicenseOption = "",
) -> None:
    """Find the competencies that statements mean: statement, rank, id, label, confidence (0 to 1), as TSV."""
    licensed, statements = license_address(license), _statements(file)
    settings = Settings.read()
    target = own_target(framework, settings.identifiers) if is_list(framework) else _known(settings, framework)
    with progress(f"Linking to {framework}"):
        linked = Linked(target, statements, target.index.match(statements, top, _least(output, least)))
    if len(target.report):
        show(target.report, offered=False)
    if said := foreign(languages_of(statements), target, "statement"):
        note(f"warning: {said}")
    suggestions = sum(map(len, linked.found))
    what = f"{count(len(statements), 'statement')}, {count(suggestions, 'suggestion')}"
    write_output(output, _form(output, settings, evidence, licensed)(linked), what)
    if not suggestions:
        raise typer.Exit(ExitStatus.FOUND)


def _statements(file: Path) -> list[str]:
    """Return the statements of a file, one a line; what is wrong with a line is said."""
    text = read_text(file, "name one with a statement on each line")
    statements, report = statement_lines(text, "standard input" if file == STANDARD_INPUT else file.name)
    if len(report):
        show(report, offered=False)
    if not statements:
        note(f"there is no statement in {file if file != STANDARD_INPUT else 'standard input'}; write one on each line")
        raise typer.Exit(ExitStatus.FOUND)
    if heading := next(filter(names_course, statements), ""):
        note(
            f"info: {excerpt(heading)!r} looks like the heading of a course. Each line is taken for a statement here; "
            "`ladderworks align` reads a syllabus course by course"
        )
    return statements


def _least(output: Path, least: float | None) -> float:
    """Return the confidence that is asked for; a mapping set claims all that it holds, a table does not."""
    return (UNMATCHED if _is_sssom(output) else 0) if least is None else least


def _is_sssom(output: Path) -> bool:
    return output.name.lower().endswith(".sssom.tsv")


def _known(settings: Settings, name: str) -> Target:
    with open_knowledge(settings) as knowledge, progress(f"Indexing {name}"):
        return find_target(knowledge.base, name, knowledge.indexes)


def _form(output: Path, settings: Settings, evidence: bool, licensed: str) -> Callable[[Linked], bytes]:
    """Return what writes the form that a file's name asks for."""
    if _is_sssom(output):
        return lambda linked: to_sssom(linked, settings, licensed)
    if output.name.lower().endswith(".json"):
        return to_json
    return lambda linked: to_tsv(linked, evidence=evidence)


def to_tsv(linked: Linked, *, evidence: bool = False) -> bytes:
    """Return a row for each suggestion, with the evidence for it where that is wanted, and one for what has none."""
    header = (*COLUMNS, *(EVIDENCE if evidence else ()))
    rows = (row for statement, found in linked.by_statement for row in _rows(statement, found, evidence=evidence))
    return tab_separated([header, *((*row, *[""] * (len(header) - len(row))) for row in rows)])


def to_json(linked: Linked) -> bytes:
    """Return each statement with its suggestions, as the engine has them."""
    said: list[Mapping[str, object]] = [
        {"statement": statement, "suggestions": [suggestion.model_dump() for suggestion in suggestions]}
        for statement, suggestions in linked.by_statement
    ]
    return f"{json.dumps(said, indent=2, ensure_ascii=False)}\n".encode()


def to_sssom(linked: Linked, settings: Settings, licensed: str) -> bytes:
    """Return the suggestions as SSSOM/TSV, with their evidence in the slots that the standard has for it."""
    found = suggested_mappings(
        settings.identifiers, linked.statements, linked.found, (linked.target.iri, linked.target.label), licensed
    )
    return write_sssom(found).encode()


def _rows(statement: str, found: Sequence[Suggestion], *, evidence: bool) -> Iterator[tuple[object, ...]]:
    for rank, suggestion in enumerate(found, start=1):
        yield *_columns(statement, rank, suggestion), *(_evidence(suggestion) if evidence else ())
    if not found:
        yield (excerpt(statement, SHOWN),)


def _columns(statement: str, rank: int, suggestion: Suggestion) -> tuple[object, ...]:
    return excerpt(statement, SHOWN), rank, suggestion.iri, suggestion.label, f"{suggestion.confidence:.4f}"


def _evidence(suggestion: Suggestion) -> tuple[object, ...]:
    seen = (f"{value:.4f}" for _, value in suggestion.evidence)
    return suggestion.matched, excerpt(" ".join(suggestion.common), SHOWN), excerpt(suggestion.part, SHOWN), *seen
