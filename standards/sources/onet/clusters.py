"""Career clusters and pathways: the table of the Perkins IV crosswalk, of September 2007.

Its occupations carry the codes of their day. One that the taxonomy has withdrawn since gives its place to the current
occupation of the same title, else to that of the same six digits (of which it was a special form), unless that one has
a place already. The others are left out, each named.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from ontology.records import Concept, Occupation
from standards.columns import encode
from standards.sources.onet.download import OCCUPATION, Download
from standards.sources.onet.occupations import OCCUPATIONS
from standards.tables import Column, Rule, Verdict

CLUSTERS = "Perkins_IV_Crosswalk_Table_4_ONETs_in_Pathways"

NOTHING = "Nothing is to be done: the published table has such rows"
"""What to do about its oddities."""

GROUP = r"^\d{1,2}(\.\d{1,2})?$"
PATHWAY = r"^\d{1,2}\.\d{1,2}$"
COLUMNS = [Column("code", "Code", required=False), Column("label", "Title", required=False)]

code, current = pl.col("code"), pl.col("current")
title = pl.col("label").str.strip_chars().str.to_lowercase()
is_occupation = code.str.contains(f"^{OCCUPATION.pattern}$")
pathway = pl.when(code.str.contains(PATHWAY)).then(code).forward_fill().alias("pathway")


def read_clusters(download: Download) -> Iterator[bytes]:
    """Judge the table and return the triples.

    A row is a cluster (``1``), a pathway (``1.1``) or an occupation of the pathway above it; at the end stand notes.
    """
    table = download.read(CLUSTERS, COLUMNS, _rules(), ignored=(), header_row=None)
    frame = table.frame.with_columns(pathway, _current(download).alias("current"))
    return _encoded(download, download.judge(table, list(_recoding()), frame).frame)


def _rules() -> Iterator[Rule]:
    out = Verdict.LEAVE_OUT
    note = ~(is_occupation | code.str.contains(GROUP)).fill_null(value=False)
    yield Rule("not-a-row", "code", note, "is a note, neither an occupation nor a pathway", NOTHING, out)
    again = is_occupation & ~pl.struct("code", pathway).is_first_distinct()
    yield Rule("duplicate-key", "code", again, "repeats an earlier row of the same pathway", NOTHING, out)
    untitled = code.str.contains(GROUP) & pl.col("label").is_null()
    yield Rule("empty-cell", "code", untitled, "has no title; its code stands in for it", NOTHING, Verdict.KEEP)


def _current(download: Download) -> pl.Expr:
    """Return the code of today: its own, else that of the same title, else that of the same six digits.

    Where it is not known which codes there are, each is its own.
    """
    titles = download.titles
    if titles is None or not download.known("code", OCCUPATIONS):
        return code
    codes, base = titles["occupation"].implode(), code.str.head(7) + ".00"
    named = titles.with_columns(title).unique("label", keep="none")  # a title that two occupations share names neither
    return pl.coalesce(
        pl.when(code.is_in(codes)).then(code),
        title.replace_strict(named["label"], named["occupation"], default=None, return_dtype=pl.String),
        pl.when(base.is_in(codes)).then(base),
    )


def _recoding() -> Iterator[Rule]:
    """Yield the rules for codes that have been withdrawn since 2007."""
    out, remedy = Verdict.LEAVE_OUT, NOTHING
    withdrawn = "has been withdrawn since 2007"
    lost = is_occupation & current.is_null()
    yield Rule("unknown-code", "code", lost, f"{withdrawn}, and no current occupation has its title", remedy, out)
    recoded = is_occupation & (current != code)
    placed = recoded & current.is_in(pl.col("code").implode())
    yield Rule("recoded", "code", placed, f"{withdrawn}, and its successor has a place of its own", remedy, out)
    again = recoded & ~placed & ~pl.struct(current, "pathway").is_first_distinct()
    yield Rule("recoded", "code", again, f"{withdrawn}, and an earlier row names the same successor", remedy, out)


def _encoded(download: Download, frame: pl.DataFrame) -> Iterator[bytes]:
    groups = frame.filter(code.str.contains(GROUP))
    cluster = groups["code"].str.extract(r"^(\d+)\.", 1)
    yield encode(
        groups.select(
            download.mint("cluster", groups["code"]),
            pl.coalesce("label", "code").alias("label"),
            download.mint("cluster", cluster).alias("broader"),
            notation="code",
        ),
        Concept,
    )
    placed = frame.filter(is_occupation)
    within = download.mint("cluster", placed["pathway"]).alias("career_clusters")
    yield encode(placed.select(download.mint(placed["current"]), within), Occupation, typed=False)
