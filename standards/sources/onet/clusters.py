"""Career clusters and pathways: the table of the Perkins IV crosswalk, of September 2007.

Its occupations carry the codes of their day. Those that the taxonomy has since withdrawn are left out, each named.
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

GROUP = r"^\d{1,2}(\.\d{1,2})?$"
PATHWAY = r"^\d{1,2}\.\d{1,2}$"
COLUMNS = [Column("code", "Code", required=False), Column("label", "Title", required=False)]

code = pl.col("code")
is_occupation = code.str.contains(f"^{OCCUPATION.pattern}$")
pathway = pl.when(code.str.contains(PATHWAY)).then(code).forward_fill().alias("pathway")


def read_clusters(download: Download) -> Iterator[bytes]:
    """Judge the table and return the triples.

    A row is a cluster (``1``), a pathway (``1.1``) or an occupation of the pathway above it; at the end stand notes.
    """
    table = download.read(CLUSTERS, COLUMNS, _rules(download), ignored=(), header_row=None)
    return _encoded(download, table.frame)


def _rules(download: Download) -> Iterator[Rule]:
    out = Verdict.LEAVE_OUT
    note = ~(is_occupation | code.str.contains(GROUP)).fill_null(value=False)
    yield Rule("not-a-row", "code", note, "is a note, neither an occupation nor a pathway", "", out)
    again = is_occupation & ~pl.struct("code", pathway).is_first_distinct()
    yield Rule("duplicate-key", "code", again, "repeats an earlier row of the same pathway", "", out)
    untitled = code.str.contains(GROUP) & pl.col("label").is_null()
    yield Rule("empty-cell", "code", untitled, "has no title; its code stands in for it", "", Verdict.KEEP)
    if download.known("code", OCCUPATIONS):
        withdrawn = is_occupation & ~code.is_in(download.codes[OCCUPATIONS].implode())
        message = "is not in Occupation Data: the code of 2007 has been withdrawn since"
        yield Rule("unknown-code", "code", withdrawn, message, "Nothing is to be done; the row is left out", out)


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
    placed = frame.with_columns(pathway).filter(is_occupation)
    within = download.mint("cluster", placed["pathway"]).alias("career_clusters")
    yield encode(placed.select(download.mint(placed["code"]), within), Occupation, typed=False)
