"""Previews: what an import would read as what and what it would change, with nothing stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.namespaces import CEASN, CETERMS, DCTERMS, LW, OWL, RDF, SKOS, SSSOM, short_name
from ontology.records import Release
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile, only_file
from standards.curricula import ProgramForm
from standards.curricula.reading import program_table
from standards.judged import judge_release
from standards.sheets import find_headings, fitting, read_sheet
from standards.skill_lists import SKILLS, called
from standards.sources.own import CASE, PROGRAM, SHEET
from standards.wanted import Wanted
from standards.wire.case.workbook import is_table, read_workbook

FIRST: Final = 3
"""Rows that a preview shows."""

NAMED: Final = tuple(
    map(str, (SKOS.prefLabel, CEASN.competencyLabel, CEASN.competencyText, CEASN.name, CETERMS.name, DCTERMS.title))
)
"""What things are called by, the best first."""


@dataclass(frozen=True)
class Columns:
    """What the columns of a table are read as.

    Parameters
    ----------
    read
        Headers with the fields that they are read as; the field is empty where nothing is read from a column.
    rows
        The first rows: number as a spreadsheet shows it, and the cells of these columns.
    """

    read: tuple[tuple[str, str], ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Change:
    """What would become of the named things of a release: their names, in order."""

    added: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]
    same: int


@dataclass(frozen=True)
class Preview:
    """What an import would do.

    Parameters
    ----------
    release
        As it would be stored.
    before
        What is stored of that version and would be replaced.
    """

    release: Release
    before: Release | None
    report: Report
    change: Change


def preview_columns(wanted: Wanted) -> Columns | None:
    """Return what the columns of a table are read as; nothing where a source has none, or the file is no table.

    Raises
    ------
    InputError
        Where the file cannot be read.
    """
    readers: dict[str, Callable[[ArchivedFile], Columns | None]] = {
        SHEET: lambda file: _of_list(file, wanted.form),
        CASE: _of_items,
        PROGRAM: lambda file: _of_program(file, wanted.form),
    }
    read = readers.get(wanted.source)
    return read(only_file(wanted.paths[0], "the table")) if read and len(wanted.paths) == 1 else None


def _of_list(file: ArchivedFile, form: ProgramForm | None) -> Columns:
    names = called(form.columns if form else {})
    sheet = read_sheet(file, fitting(find_headings(file, names), SKILLS), names)
    fields = {header: field for field, header in sheet.fields.items()}
    read = tuple((header, fields.get(header, "")) for header in sheet.headers if header)
    rows = ((row.number, tuple(row.cells.get(header, "") for header, _ in read)) for row in sheet.rows[:FIRST])
    return Columns(read, tuple(rows))


def _of_program(file: ArchivedFile, form: ProgramForm | None) -> Columns:
    table = program_table(file, skip_bad_rows=True, form=form)
    fields = [field for field in table.headers if field in table.frame.columns]
    rows = table.frame.head(FIRST).select("row", *fields).iter_rows()
    told = ((row, tuple("" if cell is None else str(cell) for cell in cells)) for row, *cells in rows)
    return Columns(tuple((table.headers[field], field) for field in fields), tuple(told))


def _of_items(file: ArchivedFile) -> Columns | None:
    if not is_table(file):
        return None
    book = read_workbook(file)
    read = tuple(book.headers["CFItems"])
    rows = zip(book.numbers["CFItems"][:FIRST], book.rows["CFItems"], strict=False)
    return Columns(read, tuple((number, tuple(row.get(own, "") for _, own in read)) for number, row in rows))


def preview(base: KnowledgeBase, wanted: Wanted) -> Preview:
    """Return what an import would do; nothing is stored.

    Raises
    ------
    RefusedError
        Where the import would be refused, with its report.
    InputError
        Where the files cannot be read, or the release cannot be named.
    """
    judged = judge_release(base, wanted)
    with KnowledgeBase.in_memory(base.identifiers) as aside:
        stored = aside.replace_all([judged.load, *(one.load for one in judged.beside)])
        after = _things(aside, stored)
    had = (one.before for one in (judged, *judged.beside))
    before = _things(base, [*filter(None, had), *judged.gone])
    return Preview(judged.release, judged.before, judged.report, _change(before, after))


Things = Mapping[str, tuple[str, frozenset[tuple[str, str]]]]
"""Names and statements of things, by address."""


def _things(base: KnowledgeBase, releases: Sequence[Release]) -> Things:
    """Return the named things of some releases; what people said of them in reviews is no part of it."""
    if not releases:  # without any graph, the store would tell of the releases themselves
        return {}
    said: dict[str, list[tuple[str, str]]] = {}
    graphs = [release.iri for release in releases]
    for subject, predicate, value in base.rows("SELECT ?s ?p ?o { ?s ?p ?o FILTER(isIRI(?s)) }", graphs):
        said.setdefault(subject, []).append((predicate, value))
    review = (str(RDF.type), str(LW.Review))
    named = {iri: _name(of) for iri, of in said.items() if review not in of}
    return {iri: (name, frozenset(said[iri])) for iri, name in named.items() if name}


def _name(said: Sequence[tuple[str, str]]) -> str:
    names = ((NAMED.index(predicate), value) for predicate, value in said if predicate in NAMED)
    return min(names, default=(0, _ends(dict(said))))[1]


def _ends(said: Mapping[str, str]) -> str:
    """Return what a mapping goes by, its two ends; of anything else, nothing."""
    if str(OWL.annotatedProperty) not in said:
        return ""
    ends = ((SSSOM.subject_label, OWL.annotatedSource), (SSSOM.object_label, OWL.annotatedTarget))
    named = (next((short_name(said[str(one)]) for one in end if str(one) in said), "") for end in ends)
    return " - ".join(named)


def _change(before: Things, after: Things) -> Change:
    both = before.keys() & after.keys()
    changed = {iri for iri in both if before[iri] != after[iri]}
    return Change(
        added=tuple(_names(after, after.keys() - both)),
        gone=tuple(_names(before, before.keys() - both)),
        changed=tuple(_names(after, changed)),
        same=len(both) - len(changed),
    )


def _names(things: Things, addresses: set[str]) -> Iterator[str]:
    return iter(sorted(things[iri][0] for iri in addresses))
