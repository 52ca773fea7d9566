"""Tasks, and the work activities that they are instances of."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import polars as pl

from ontology.records import Competency, CompetencyKind, Concept, Occupation
from standards.columns import encode
from standards.sources.onet.download import DATED, ELEMENT, OCCUPATION, ORIGIN, REPEATED, Download
from standards.sources.onet.model import ELEMENTS
from standards.sources.onet.occupations import OCCUPATIONS
from standards.tables import Column, Kind, unique

TASKS = "Task Statements"
INTERMEDIATE = "IWA Reference"
DETAILED = "DWA Reference"

TASK = Column("task", "Task ID", kind=Kind.INTEGER)
STATEMENT = Column("label", "Task")
IWA = Column("iwa", "IWA ID", kind=Kind.CODE, pattern=r"\d(\.[A-Za-z\d]+)*\.I\d+")
DWA = Column("dwa", "DWA ID", kind=Kind.CODE, pattern=r"\d(\.[A-Za-z\d]+)*\.I\d+\.D\d+")


def read_tasks(download: Download) -> Iterator[bytes]:
    """Judge the tables and return the triples."""
    activities = _activities(download)
    columns = [
        OCCUPATION,
        TASK,
        STATEMENT,
        Column("task_type", "Task Type", required=False, values=("Core", "Supplemental")),
        Column("responding", "Incumbents Responding", kind=Kind.INTEGER, required=False, lowest=0),
        DATED,
        ORIGIN,
    ]
    tasks = download.read(TASKS, columns, [*download.known("occupation", OCCUPATIONS), unique("task")])
    if tasks.rows:
        download.codes[TASKS] = tasks.frame["task"]
    return _encoded(download, activities, tasks.frame, _emerging(download), _links(download))


def _activities(download: Download) -> tuple[pl.DataFrame, pl.DataFrame]:
    rules = [*download.known("element", ELEMENTS), unique("iwa")]
    intermediate = download.read(INTERMEDIATE, [ELEMENT, IWA, Column("label", "IWA Title")], rules)
    if intermediate.rows:
        download.codes[INTERMEDIATE] = intermediate.frame["iwa"]
    rules = [*download.known("iwa", INTERMEDIATE), unique("dwa")]
    ignored = [*REPEATED, "Element ID", "IWA Title"]
    detailed = download.read(DETAILED, [IWA, DWA, Column("label", "DWA Title")], rules, ignored=ignored)
    if detailed.rows:
        download.codes[DETAILED] = detailed.frame["dwa"]
    return intermediate.frame, detailed.frame


def _emerging(download: Download) -> pl.DataFrame:
    columns = [
        OCCUPATION,
        STATEMENT,
        Column("task_type", "Category", values=("New", "Revision")),
        Column("revises", "Original Task ID", kind=Kind.INTEGER, required=False),
        DATED,
        ORIGIN,
    ]
    rules = [
        *download.known("occupation", OCCUPATIONS),
        *download.known("revises", TASKS),
        unique("occupation", "label"),
    ]
    return download.read("Emerging Tasks", columns, rules, ignored=[*REPEATED, "Original Task"]).frame


def _links(download: Download) -> pl.DataFrame:
    rules = [*download.known("task", TASKS), *download.known("dwa", DETAILED), unique("task", "dwa")]
    ignored = [*REPEATED, "O*NET-SOC Code", "Task", "DWA Title"]
    unused = ["Date", "Domain Source"]
    return download.read("Tasks to DWAs", [TASK, DWA], rules, ignored=ignored, unused=unused).frame


def _encoded(
    download: Download,
    activities: tuple[pl.DataFrame, pl.DataFrame],
    tasks: pl.DataFrame,
    emerging: pl.DataFrame,
    links: pl.DataFrame,
) -> Iterator[bytes]:
    mint = download.mint
    intermediate, detailed = activities
    above = mint(intermediate["element"]).alias("broader")
    yield encode(intermediate.select(mint(intermediate["iwa"]), "label", above, notation="iwa"), Concept)
    kind = pl.lit(str(CompetencyKind.DETAILED_WORK_ACTIVITY)).alias("kind")
    above = mint(detailed["iwa"]).alias("broader")
    yield encode(detailed.select(mint(detailed["dwa"]), "label", above, kind, notation="dwa"), Competency)
    yield from _of_occupations(download, tasks, mint("task", tasks["task"]))
    yield from _of_occupations(download, emerging, _emerging_iri(download, emerging))
    done = links.select(mint("task", links["task"]), activities=mint(links["dwa"]))
    yield encode(done, Competency, typed=False)


def _emerging_iri(download: Download, emerging: pl.DataFrame) -> pl.Series:
    """Return addresses for tasks that have no number yet: occupation and a digest of the words."""
    words = emerging["label"].unique()
    digests = [sha256(text.encode()).hexdigest()[:12] for text in words]
    digest = emerging["label"].replace_strict(words, digests, return_dtype=pl.String)
    return download.mint("emerging-task", emerging["occupation"], digest)


def _of_occupations(download: Download, tasks: pl.DataFrame, iri: pl.Series) -> Iterator[bytes]:
    kind = pl.lit(str(CompetencyKind.TASK)).alias("kind")
    frame = tasks.drop("row", "occupation", "task", strict=False).with_columns(iri, kind)
    if "task" in tasks.columns:
        frame = frame.with_columns(tasks["task"].cast(pl.String).alias("notation"))
    if "revises" in tasks.columns:
        frame = frame.with_columns(download.mint("task", tasks["revises"]).alias("revises"))
    yield encode(frame, Competency)
    done = pl.DataFrame({"iri": download.mint(tasks["occupation"]), "tasks": iri})
    yield encode(done, Occupation, typed=False)
