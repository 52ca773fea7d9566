"""Occupations, skills, groups and schemes: one row a concept, in one language a file."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from ontology.namespaces import ESCO_DATA
from ontology.records import CompetencyKind, Concept, Record, Scheme, rdf_fields
from standards.columns import encode
from standards.rules import Column, Kind, Rule, Verdict, unique
from standards.sources.esco.records import EscoOccupation, EscoSkill
from standards.sources.esco.release import OWN_ROWS, SAME_RELEASE, EscoFile
from standards.sources.reading import Reading
from standards.tables import Table

IRI = Column("iri", "conceptUri", kind=Kind.ADDRESS)
LABEL = Column("label", "preferredLabel", verdict=Verdict.LEAVE_OUT)
ALTERNATIVES = Column("alt_labels", "altLabels", required=False)
HIDDEN = Column("hidden_labels", "hiddenLabels", required=False)
STATUS = Column("status", "status", required=False)
MODIFIED = Column("modified", "modifiedDate", required=False)
SCOPE = Column("scope_note", "scopeNote", required=False)
DEFINITION = Column("definition", "definition", required=False)
DESCRIPTION = Column("description", "description", required=False)
SCHEMES = Column("in_scheme", "inScheme", kind=Kind.ADDRESSES, required=False)
CODE = Column("notation", "code", required=False)
DESCRIBED = (IRI, LABEL, ALTERNATIVES, HIDDEN, STATUS, MODIFIED, SCOPE, DEFINITION, DESCRIPTION, SCHEMES)
"""What occupations and skills have in common."""

KINDS = {"skill/competence": CompetencyKind.SKILL.value, "knowledge": CompetencyKind.KNOWLEDGE.value}
REUSE_LEVELS = ("transversal", "cross-sector", "sector-specific", "occupation-specific")
UNTYPED = Rule(
    "empty-cell", "kind", pl.col("kind").is_null(), "is empty; the concept is taken as a skill", OWN_ROWS, Verdict.KEEP
)


@dataclass(frozen=True)
class Sheet:
    """How the files about one kind of concept are read."""

    record: type[Record]
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...] = (unique("iri"),)


SHEETS = {
    "ISCOGroups": Sheet(Concept, (IRI, CODE, LABEL, ALTERNATIVES, STATUS, DESCRIPTION, SCHEMES)),
    "occupations": Sheet(
        EscoOccupation,
        (
            *DESCRIBED,
            CODE,
            Column("isco_group", "iscoGroup", kind=Kind.CODE, pattern=r"\d{1,4}", required=False),
            Column("regulated_note", "regulatedProfessionNote", kind=Kind.ADDRESS, required=False),
            Column("industry_codes", "naceCode", required=False),
        ),
    ),
    "skills": Sheet(
        EscoSkill,
        (
            *DESCRIBED,
            Column("kind", "skillType", values=tuple(KINDS), required=False),
            Column("reuse_level", "reuseLevel", values=REUSE_LEVELS, required=False),
        ),
        (unique("iri"), UNTYPED),
    ),
    "skillGroups": Sheet(
        Concept, (IRI, LABEL, ALTERNATIVES, HIDDEN, STATUS, MODIFIED, SCOPE, DESCRIPTION, SCHEMES, CODE)
    ),
    "conceptSchemes": Sheet(
        Scheme,
        (
            Column("iri", "conceptSchemeUri", kind=Kind.ADDRESS),
            LABEL,
            STATUS,
            DESCRIPTION,
            Column("top_concepts", "hasTopConcept", kind=Kind.ADDRESSES, required=False),
        ),
    ),
}
"""By the start of the file's name; ISCO groups before the occupations that name them."""

IGNORED = ("conceptType", "title")
ISCO_GROUP = pl.concat_str(pl.lit(ESCO_DATA["isco/C"]), "isco_group")
MARKUP = r"</?[a-z][^>]*>|&[a-z]+;"


def read_concepts(reading: Reading, file: EscoFile, known: dict[str, pl.Series]) -> Table:
    """Read and judge one of the files in `SHEETS`.

    Parameters
    ----------
    known
        The addresses in each file that was read before.
    """
    sheet = SHEETS[file.about]
    rules = [*sheet.rules, *_of_isco(file, known)]
    table = reading.table(file.file, sheet.columns, rules, ignored=IGNORED)
    _note(reading, table)
    return table


def encode_concepts(file: EscoFile, table: Table) -> Iterator[bytes]:
    """Yield the triples of a table that `read_concepts` read."""
    record = SHEETS[file.about].record
    fields = rdf_fields(record)
    lists = [name for name in table.frame.columns if name in fields and fields[name].many]
    cells = table.frame.drop("row", *lists)
    yield encode(cells.with_columns(_worked_out(cells)), record, language=file.language)
    for name in lists:
        yield encode(_listed(table.frame, name), record, language=file.language, typed=False)


def _of_isco(file: EscoFile, known: dict[str, pl.Series]) -> list[Rule]:
    """Return the rule that an occupation's ISCO group is one, where the groups are there."""
    if file.about != "occupations" or "ISCOGroups" not in known:
        return []
    bad = ISCO_GROUP.is_in(known["ISCOGroups"].implode()).not_()
    message = "is not in ISCOGroups"
    return [Rule("unknown-concept", "isco_group", bad, message, SAME_RELEASE, Verdict.KEEP)]


def _note(reading: Reading, table: Table) -> None:
    """Report what becomes of markup and of labels that are there twice."""
    frame = table.frame
    for name in ("scope_note", "description"):
        if name in frame.columns:
            count = int(frame[name].str.contains(MARKUP).sum())
            reading.note(table.name, name, "markup", count, "cells have markup; their words are kept")
    if "alt_labels" in frame.columns:
        count = _parts(frame, "alt_labels").filter(pl.col("alt_labels") == pl.col("label")).height
        message = "alternative labels repeat the preferred one and are left out"
        reading.note(table.name, "altLabels", "repeated-label", count, message)


def _worked_out(cells: pl.DataFrame) -> list[pl.Expr]:
    """Return the columns of which the file has only a short form."""
    forms = {
        "kind": pl.col("kind").fill_null("skill/competence").replace_strict(KINDS),
        "reuse_level": pl.concat_str(pl.lit(ESCO_DATA["skill-reuse-level/"]), "reuse_level"),
        "isco_group": ISCO_GROUP,
        "scope_note": _words(cells, "scope_note"),
        "description": _words(cells, "description"),
    }
    return [form.alias(name) for name, form in forms.items() if name in cells.columns]


def _words(cells: pl.DataFrame, name: str) -> pl.Expr:
    """Return text without the tags and entities that some of it has."""
    if name not in cells.columns:
        return pl.lit(None)
    marked = cells[name].filter(cells[name].str.contains(MARKUP)).unique().to_list()
    return pl.col(name).replace(marked, [html.unescape(re.sub(r"</?[a-z][^>]*>", "", text)) for text in marked])


def _listed(frame: pl.DataFrame, name: str) -> pl.DataFrame:
    """Return what a list column holds, one value a row, without the labels that are the preferred one."""
    if isinstance(frame.schema[name], pl.List):
        return frame.select("iri", name)
    parts = _parts(frame, name)
    if name in ("alt_labels", "hidden_labels"):
        parts = parts.filter(pl.col(name) != pl.col("label"))
    return parts.select("iri", name)


def _parts(frame: pl.DataFrame, name: str) -> pl.DataFrame:
    """Return a column of cells that list texts, parted by line breaks or bars, with each text on a row of its own."""
    parted = pl.col(name).str.replace_all("|", "\n", literal=True).str.split("\n")
    parts = frame.select("iri", "label", parted).explode(name).with_columns(pl.col(name).str.strip_chars())
    return parts.filter(pl.col(name) != "")
