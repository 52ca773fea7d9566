"""What concepts have to do with each other: skills of occupations and of skills, and what is broader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from ontology.records import Concept, Record
from standards.columns import encode
from standards.rules import Column, Kind, Rule, Verdict, unique
from standards.sources.esco.completeness import incomplete, judge_strangers
from standards.sources.esco.records import EscoOccupation, EscoSkill
from standards.sources.esco.release import OWN_ROWS, SAME_RELEASE, EscoFile
from standards.sources.reading import Reading
from standards.tables import Table

RELATION = Column("relation", "relationType", values=("essential", "optional"))


@dataclass(frozen=True)
class Relation:
    """How a file of relations is read: ``iri`` has the ``target`` in one of its fields.

    Parameters
    ----------
    fields
        Of the record, by ``relationType``; the only one where the file has no such column.
    subjects, targets
        Which files the two ends are in.
    complete
        The file whose every concept, but a few, is in a row here; none where it need not be.
    """

    record: type[Record]
    columns: tuple[Column, ...]
    fields: dict[str, str]
    subjects: tuple[str, ...]
    targets: tuple[str, ...]
    complete: str = ""


def _broader(*pillar: str) -> Relation:
    columns = (
        Column("iri", "conceptUri", kind=Kind.ADDRESS),
        Column("target", "broaderUri", kind=Kind.ADDRESS),
    )
    return Relation(Concept, columns, {"": "broader"}, pillar, pillar, complete=pillar[0])


RELATIONS = {
    "occupationSkillRelations": Relation(
        EscoOccupation,
        (
            Column("iri", "occupationUri", kind=Kind.ADDRESS),
            RELATION,
            Column("target", "skillUri", kind=Kind.ADDRESS),
        ),
        {"essential": "essential_skills", "optional": "optional_skills"},
        ("occupations",),
        ("skills",),
        complete="occupations",
    ),
    # The first skill needs the second: "perform dances" has the related skill "body language".
    "skillSkillRelations": Relation(
        EscoSkill,
        (
            Column("target", "originalSkillUri", kind=Kind.ADDRESS),
            RELATION,
            Column("iri", "relatedSkillUri", kind=Kind.ADDRESS),
        ),
        {"essential": "essential_for", "optional": "optional_for"},
        ("skills",),
        ("skills",),
    ),
    "broaderRelationsOccPillar": _broader("occupations", "ISCOGroups"),
    "broaderRelationsSkillPillar": _broader("skills", "skillGroups", "skillsHierarchy"),
}
"""By the start of the file's name."""

IGNORED = (
    "occupationLabel",
    "skillType",
    "skillLabel",
    "originalSkillType",
    "relatedSkillType",
    "conceptType",
    "conceptLabel",
    "broaderType",
    "broaderLabel",
)
ITSELF = Rule(
    "self-reference",
    "target",
    pl.col("iri") == pl.col("target"),
    "stands in relation to itself",
    OWN_ROWS,
    Verdict.LEAVE_OUT,
)


def read_relations(reading: Reading, file: EscoFile, known: dict[str, pl.Series]) -> Table:
    """Read and judge one of the files in `RELATIONS`.

    Parameters
    ----------
    known
        The addresses in each file of concepts that is there and without errors.
    """
    relation = RELATIONS[file.about]
    table = reading.table(file.file, relation.columns, [unique("iri", "target"), ITSELF], ignored=IGNORED)
    strange = [*_among("iri", relation.subjects, known), *_among("target", relation.targets, known)]
    if not table.report.refused and relation.complete in known:
        reading.add(incomplete(table, relation.complete, known[relation.complete]))
    return judge_strangers(reading, table, strange)


def encode_relations(file: EscoFile, table: Table) -> Iterator[bytes]:
    """Yield the triples of a table that `read_relations` read, one a row."""
    relation = RELATIONS[file.about]
    for name, field in relation.fields.items():
        rows = table.frame.filter(pl.col("relation") == name) if name else table.frame
        yield encode(rows.select("iri", pl.col("target").alias(field)), relation.record, typed=False)


def _among(column: str, files: tuple[str, ...], known: dict[str, pl.Series]) -> list[Rule]:
    """Return the rule that an address is in one of some files; none where it cannot be judged: it might be there."""
    if set(files) - {"skillsHierarchy"} - set(known):
        return []
    there = pl.concat([known[name] for name in files if name in known]).unique()
    bad = pl.col(column).is_in(there.implode()).not_()
    message = f"is not in {' or '.join(files)}"
    return [Rule("unknown-concept", column, bad, message, SAME_RELEASE, Verdict.LEAVE_OUT)]
