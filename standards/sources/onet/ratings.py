"""Ratings: how important what is to an occupation, and at what level.

The intervals that O*NET publishes are not stored, for they follow from what is: with n answers and the standard error
se, value ± t(0.975, n - 1) se, cut to the bounds of the scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import polars as pl

from ontology.records import Caution, Rating, SkillRequirement
from standards.columns import encode
from standards.sources.onet.download import DATED, ELEMENT, OCCUPATION, ORIGIN, REPEATED, SCALE, Download
from standards.sources.onet.model import ELEMENTS, SCALES, category_iri
from standards.sources.onet.occupations import OCCUPATIONS
from standards.tables import Column, Kind, Rule, Verdict, unique, within

REQUIREMENTS = ("Skills", "Skills (basic only)", "Knowledge", "Abilities", "Work Activities")
"""Files that rate each element twice: importance (IM) and level (LV)."""

RATINGS = ("Work Styles", "Work Values", "Interests", "Education, Training, and Experience", "Work Context")
"""Files with one number a row, on a scale of its own."""

VALUE = Column("value", "Data Value", kind=Kind.DECIMAL)
CATEGORY = Column("category", "Category", kind=Kind.INTEGER, required=False, lowest=1)
STATISTICS = [
    Column("sample_size", "N", kind=Kind.INTEGER, required=False, lowest=0),
    Column("standard_error", "Standard Error", kind=Kind.DECIMAL, required=False, lowest=0),
    Column("suppress", "Recommend Suppress", kind=Kind.FLAG, required=False),
    Column("not_relevant", "Not Relevant", kind=Kind.FLAG, required=False),
    DATED,
    ORIGIN,
]
INTERVAL = ("Lower CI Bound", "Upper CI Bound")
KEYS = ["occupation", "element"]


def read_ratings(download: Download) -> Iterator[bytes]:
    """Judge the tables and return the triples."""
    requirements = [_read(download, name, [SCALE_IM_LV]) for name in REQUIREMENTS if download.find(name)]
    ratings = [_read(download, name, [SCALE, CATEGORY]) for name in RATINGS if download.find(name)]
    return _encoded(download, requirements, ratings)


SCALE_IM_LV = Column("scale", "Scale ID", values=("IM", "LV"))


def _read(download: Download, name: str, scale: list[Column]) -> pl.DataFrame:
    keys = [*KEYS, *(column.name for column in scale)]
    columns = [OCCUPATION, ELEMENT, *scale, VALUE, *STATISTICS]
    rules = [*_rules(download), unique(*keys)]
    return download.read(name, columns, rules, ignored=[*REPEATED, *INTERVAL]).frame


def _rules(download: Download) -> list[Rule]:
    rules = [
        *download.known("occupation", OCCUPATIONS),
        *download.known("element", ELEMENTS),
        *download.known("scale", SCALES),
    ]
    if download.bounds is not None:
        rules += [_nothing(download.bounds), _within(download.bounds)]
    return rules


def _nothing(bounds: pl.DataFrame) -> Rule:
    """Return the rule that no 0 stands on a scale from 1, where it means that there is nothing.

    The real releases have one such row: the third high point among the work values of 35-3023.00.
    """
    message, remedy = "is below its scale, which begins at 1", "Nothing is to be done: O*NET's own have such a row"
    return Rule("out-of-bounds", "value", _is_nothing(bounds), message, remedy, Verdict.LEAVE_OUT)


def _within(bounds: pl.DataFrame) -> Rule:
    """Return the rule that a number is on its scale, for those that `_nothing` does not name."""
    rule = within("value", "scale", bounds, SCALES)
    return replace(rule, bad=rule.bad & ~_is_nothing(bounds).fill_null(value=False))


def _is_nothing(bounds: pl.DataFrame) -> pl.Expr:
    from_one = bounds.filter(pl.col("minimum") == 1)["scale"]
    return (pl.col("value") == 0) & pl.col("scale").is_in(from_one.implode())


def _encoded(download: Download, requirements: list[pl.DataFrame], ratings: list[pl.DataFrame]) -> Iterator[bytes]:
    for frame in requirements:
        yield encode(_requirements(download, frame), SkillRequirement)
    for frame in ratings:
        yield encode(_ratings(download, frame), Rating)


def _requirements(download: Download, frame: pl.DataFrame) -> pl.DataFrame:
    """Return one row for each occupation and element, from one for its importance and one for its level."""
    importance, level = (frame.filter(pl.col("scale") == scale) for scale in ("IM", "LV"))
    both = importance.join(level, on=KEYS, how="full", coalesce=True, suffix="_level", maintain_order="left_right")
    cautions = pl.concat_list(
        _caution("suppress", Caution.IMPORTANCE_SUPPRESSED),
        _caution("suppress_level", Caution.LEVEL_SUPPRESSED),
        _caution("not_relevant_level", Caution.LEVEL_NOT_RELEVANT),
    )
    return both.select(
        download.mint("requirement", both["occupation"], both["element"]),
        occupation=download.mint(both["occupation"]),
        competency=download.mint(both["element"]),
        importance="value",
        level="value_level",
        sample_size=pl.coalesce("sample_size", "sample_size_level"),
        level_sample_size=pl.when(pl.col("sample_size") != pl.col("sample_size_level")).then("sample_size_level"),
        importance_error="standard_error",
        level_error="standard_error_level",
        cautions=cautions.list.drop_nulls(),
        dated=pl.coalesce("dated", "dated_level"),
        origin=pl.coalesce("origin", "origin_level"),
    )


def _ratings(download: Download, frame: pl.DataFrame) -> pl.DataFrame:
    mint = download.mint
    category = frame["category"].cast(pl.String)
    iri = mint("rating", frame["occupation"], frame["element"], frame["scale"], category.fill_null(""))
    return frame.select(
        iri.str.strip_suffix("/"),
        "value",
        "sample_size",
        "standard_error",
        "dated",
        "origin",
        occupation=mint(frame["occupation"]),
        element=mint(frame["element"]),
        scale=mint("scale", frame["scale"]),
        category=category_iri(download, frame),
        cautions=_caution("suppress", Caution.SUPPRESSED),
    )


def _caution(flag: str, caution: Caution) -> pl.Expr:
    return pl.when(pl.col(flag)).then(pl.lit(str(caution)))
