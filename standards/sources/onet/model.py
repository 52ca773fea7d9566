"""The content model: the tree of elements that describe occupations, the scales, their categories and anchors."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from ontology.records import Competency, CompetencyKind, Concept, LevelAnchor, Scale
from standards.columns import encode
from standards.sources.onet.download import ELEMENT, SCALE, Download
from standards.tables import Column, Kind, unique

ELEMENTS = "Content Model Reference"
SCALES = "Scales Reference"

KINDS = {
    "1.A.": CompetencyKind.ABILITY,
    "1.B.1.": CompetencyKind.INTEREST,
    "1.B.2.": CompetencyKind.WORK_VALUE,
    "1.B.3.": CompetencyKind.INTEREST,
    "1.C.": CompetencyKind.WORK_STYLE,
    "2.A.": CompetencyKind.SKILL,
    "2.B.": CompetencyKind.SKILL,
    "2.C.": CompetencyKind.KNOWLEDGE,
    "4.A.": CompetencyKind.WORK_ACTIVITY,
    "4.C.": CompetencyKind.WORK_CONTEXT,
}
"""What the elements below a branch of the tree are; all others, and the branches themselves, are groups."""

CATEGORY = Column("category", "Category", kind=Kind.INTEGER, lowest=1)

LINKS = {
    "Abilities to Work Activities": ("Abilities", "Work Activities"),
    "Abilities to Work Context": ("Abilities", "Work Context"),
    "Skills to Work Activities": ("Skills", "Work Activities"),
    "Skills to Work Context": ("Skills", "Work Context"),
    "Basic Interests to RIASEC": ("Basic Interests", "RIASEC"),
}
"""Files that say which elements go with which, and what their two columns are called after."""


SCALE_COLUMNS = [
    SCALE,
    Column("label", "Scale Name"),
    Column("minimum", "Minimum", kind=Kind.DECIMAL),
    Column("maximum", "Maximum", kind=Kind.DECIMAL),
]


def read_model(download: Download) -> Iterator[bytes]:
    """Judge the reference tables, note the codes for the other tables, and return the triples."""
    elements = download.read(
        ELEMENTS,
        [ELEMENT, Column("label", "Element Name"), Column("description", "Description", required=False)],
        [unique("element")],
        ignored=(),
    )
    scales = download.read(SCALES, SCALE_COLUMNS, [unique("scale")], ignored=())
    for name, table, column in ((ELEMENTS, elements, "element"), (SCALES, scales, "scale")):
        if table.rows:
            download.codes[name] = table.frame[column]
    if scales.rows:
        download.bounds = scales.frame
    return _encoded(download, elements.frame, scales.frame, _anchors(download), _links(download), _categories(download))


def category_iri(download: Download, frame: pl.DataFrame) -> pl.Series:
    """Return the addresses of categories; empty where a row has none."""
    return download.mint("category", frame["element"], frame["scale"], frame["category"])


def _anchors(download: Download) -> pl.DataFrame:
    value = Column("value", "Anchor Value", kind=Kind.DECIMAL)
    columns = [ELEMENT, SCALE, value, Column("example", "Anchor Description")]
    rules = [
        *download.known("element", ELEMENTS),
        *download.known("scale", SCALES),
        unique("element", "scale", "value"),
    ]
    return download.read("Level Scale Anchors", columns, rules).frame


def _links(download: Download) -> pl.DataFrame:
    """Return pairs of elements that go with each other: ``element``, ``other``, ``narrower`` (of the other)."""
    found = []
    for name, (ours, theirs) in LINKS.items():
        columns = [
            Column("element", f"{ours} Element ID", kind=Kind.CODE, pattern=ELEMENT.pattern),
            Column("other", f"{theirs} Element ID", kind=Kind.CODE, pattern=ELEMENT.pattern),
        ]
        rules = [*download.known("element", ELEMENTS), *download.known("other", ELEMENTS), unique("element", "other")]
        names = (f"{ours} Element Name", f"{theirs} Element Name")
        table = download.read(name, columns, rules, ignored=names)
        found.append(table.frame.with_columns(pl.lit(theirs == "RIASEC").alias("narrower")))
    return pl.concat(found)


def _categories(download: Download) -> pl.DataFrame:
    """Return the categories of the scales that have any; those of tasks have ``task`` for their element."""
    label = Column("label", "Category Description")
    known_scale = download.known("scale", SCALES)
    found = [
        download.read("Task Categories", [SCALE, CATEGORY, label], [*known_scale, unique("scale", "category")]).frame
    ]
    for name in ("Education, Training, and Experience Categories", "Work Context Categories"):
        rules = [*known_scale, *download.known("element", ELEMENTS), unique("element", "scale", "category")]
        found.append(download.read(name, [ELEMENT, SCALE, CATEGORY, label], rules).frame)
    return pl.concat(found, how="diagonal").with_columns(pl.col("element").fill_null("task"))


def _encoded(
    download: Download,
    elements: pl.DataFrame,
    scales: pl.DataFrame,
    anchors: pl.DataFrame,
    links: pl.DataFrame,
    categories: pl.DataFrame,
) -> Iterator[bytes]:
    yield from _elements(download, elements)
    iri = download.mint("scale", scales["scale"])
    yield encode(scales.select(iri, "label", "minimum", "maximum", notation="scale"), Scale)
    iri = download.mint("anchor", anchors["element"], anchors["scale"], anchors["value"])
    element, scale = download.mint(anchors["element"]), download.mint("scale", anchors["scale"])
    yield encode(anchors.select(iri, element.alias("element"), scale.alias("scale"), "value", "example"), LevelAnchor)
    pairs = links.select(download.mint(links["element"]), other=download.mint(links["other"]), narrower="narrower")
    yield encode(pairs.filter("narrower").select("iri", broader="other"), Concept, typed=False)
    yield encode(pairs.filter(~pl.col("narrower")).select("iri", related="other"), Concept, typed=False)
    yield encode(
        categories.select(
            category_iri(download, categories),
            "label",
            notation=pl.col("category").cast(pl.String),
            broader=download.mint("scale", categories["scale"]),
        ),
        Concept,
    )


def _elements(download: Download, elements: pl.DataFrame) -> Iterator[bytes]:
    """Yield the elements: competencies where an occupation is rated on them, groups otherwise."""
    above = elements["element"].str.replace(r"\.?[^.]+$", "")
    parent = pl.when(above.is_in(elements["element"].implode())).then(download.mint(above)).alias("broader")
    frame = elements.select(
        download.mint(elements["element"]), "label", "description", parent, _kind(elements, above), notation="element"
    )
    rated = pl.col("kind").is_not_null()
    yield encode(frame.filter(rated), Competency)
    yield encode(frame.filter(~rated).drop("kind"), Concept)


def _kind(elements: pl.DataFrame, above: pl.Series) -> pl.Expr:
    """Return what kind of competency an element is: empty for groups and for the ranks of interests and values."""
    element = pl.col("element")
    group = element.is_in(above.implode()) | pl.col("label").str.ends_with("High-Point")
    kind: pl.Expr = pl.lit(None, pl.String)
    for branch, value in KINDS.items():
        kind = pl.when(element.str.starts_with(branch)).then(pl.lit(str(value))).otherwise(kind)
    return pl.when(~group).then(kind).alias("kind")
