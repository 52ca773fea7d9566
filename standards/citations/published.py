"""In which tables of which source what is stated, and under which keys."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.records import CompetencyKind
from standards.citations.citation import Citation, Column
from standards.sources.oews import NUMBERS
from standards.sources.onet.ratings import REQUIREMENTS

CODE = "O*NET-SOC Code"
WAGES = ("employment", "annual_10", "annual_median", "annual_90")
"""What ladders show of pay."""

ALL_OCCUPATIONS = "00-0000"
"""The code of the wage statistics for all who work in an area."""

IMPORTANCE, LEVEL = "IM", "LV"
"""Scales of O*NET that requirements are rated on."""


RATED_IN = {
    CompetencyKind.SKILL: ("Skills", "Skills (basic only)"),
    CompetencyKind.KNOWLEDGE: ("Knowledge",),
    CompetencyKind.ABILITY: ("Abilities",),
    CompetencyKind.WORK_ACTIVITY: ("Work Activities",),
}
"""The tables that rate competencies of a kind."""

ASKED_IN = ("Education, Training, and Experience",)
"""The table that says how those asked of an occupation answered."""


def onet_rating(code: str, element: str, scale: str, kind: str = "") -> Citation:
    """Return where O*NET rates an occupation on an element.

    Parameters
    ----------
    kind
        Of the element, as the address of its concept, which says in which table; any table where it is unknown.

    Example
    -------
    >>> onet_rating("29-2061.00", "2.C.4.e", "IM", CompetencyKind.KNOWLEDGE).tables
    ('Knowledge',)
    """
    keys = _key(CODE, code), _key("Element ID", element), _key("Scale ID", scale)
    tables = {str(known): tables for known, tables in RATED_IN.items()}.get(str(kind), REQUIREMENTS)
    return Citation(tables=tables, keys=keys, cells=(Column(headers=("Data Value",)),))


def onet_answer(code: str, element: str, scale: str, category: int) -> Citation:
    """Return where O*NET says which share of those asked of an occupation gave an answer.

    Parameters
    ----------
    category
        Number of the answer on its scale.
    """
    keys = _key(CODE, code), _key("Element ID", element), _key("Scale ID", scale), _key("Category", str(category))
    return Citation(tables=ASKED_IN, keys=keys, cells=(Column(headers=("Data Value",)),))


def onet_answers(code: str, scale: str) -> Citation:
    """Return where O*NET says how those asked of an occupation answered: one row a category."""
    keys = (_key(CODE, code), _key("Scale ID", scale))
    cells = (Column(headers=("Category",)), Column(headers=("Data Value",)))
    return Citation(tables=ASKED_IN, keys=keys, cells=cells)


def onet_fact(code: str, table: str, *headers: str) -> Citation:
    """Return where O*NET says something of an occupation: the rows of one of its tables."""
    cells = tuple(Column(headers=(header,)) for header in headers)
    return Citation(tables=(table,), keys=(_key(CODE, code),), cells=cells)


def esco_skills(occupations: Sequence[str]) -> Citation:
    """Return where ESCO names the essential and the optional skills of some of its occupations, by address."""
    keys = (Column(headers=("occupationUri",), values=tuple(occupations)),)
    cells = (Column(headers=("relationType",)), Column(headers=("skillUri",)))
    return Citation(tables=("occupationSkillRelations", "occupationSkillRelations_en"), keys=keys, cells=cells)


def crosswalk_matches(code: str) -> Citation:
    """Return where the crosswalk matches occupations of ESCO to one of O*NET."""
    cells = tuple(Column(headers=(header,)) for header in ("ESCO or ISCO URI", "Type of Match"))
    return Citation(tables=(), keys=(_key("O*NET Id", code),), cells=cells)


def programs_matched(soc: str) -> Citation:
    """Return where the crosswalk from the CIP names the programs of study that prepare for an occupation."""
    keys = (Column(headers=("SOC2018Code", "SOC2010Code"), values=(soc,)),)
    return Citation(tables=(), keys=keys, cells=(Column(headers=("CIP2020Code", "CIP2010Code")),))


def oews_pay(area: str, soc: str) -> Citation:
    """Return where the wage statistics say what an occupation pays in an area.

    Spreadsheets of the publisher have 99 for the nation, 1 for Alabama and 10180 for Abilene.
    """
    areas = tuple(dict.fromkeys((area, *_short(area))))
    keys = (
        Column(headers=("area_code", "AREA"), values=areas),
        Column(headers=("naics", "NAICS"), values=("000000",)),
        Column(headers=("soc_code", "OCC_CODE"), values=(soc,)),
    )
    cells = tuple(Column(headers=(c.header, *c.aliases)) for c in NUMBERS if c.name in WAGES)
    return Citation(tables=(), keys=keys, cells=cells)


def _short(area: str) -> tuple[str, ...]:
    if area == "0000000":
        return ("99",)
    if area.endswith("00000"):
        return (area[:2], area[:2].lstrip("0"))
    return (area.lstrip("0"),)


def oews_area(area: str, *headers: str) -> Citation:
    """Return where the wage statistics name an area: the rows of all its occupations together."""
    found = oews_pay(area, ALL_OCCUPATIONS)
    return found.model_copy(update={"cells": tuple(Column(headers=(header,)) for header in headers)})


def partnership_pay(area: str, soc: str, *headers: str) -> Citation:
    """Return where a partnership says what an occupation pays in an area.

    Parameters
    ----------
    headers
        Other columns of that row; those of pay where none is named.
    """
    cells = tuple(Column(headers=(name,)) for name in headers or WAGES)
    return Citation(tables=("wages",), keys=(_key("area_code", area), _key("soc_code", soc)), cells=cells)


def partnership_requirement(code: str, competency: str, *headers: str) -> Citation:
    """Return where a partnership says how much an occupation needs a competency."""
    cells = tuple(Column(headers=(header,)) for header in headers)
    keys = (_key("occupation", code), _key("competency", competency))
    return Citation(tables=("requirements",), keys=keys, cells=cells)


def partnership_fact(code: str, *headers: str) -> Citation:
    """Return where a partnership says something of an occupation."""
    cells = tuple(Column(headers=(header,)) for header in headers)
    return Citation(tables=("occupations",), keys=(_key("code", code),), cells=cells)


def partnership_row(table: str, slug: str, *headers: str) -> Citation:
    """Return where a partnership describes a credential or an apprenticeship.

    Parameters
    ----------
    table
        ``credentials`` or ``apprenticeships``.
    """
    cells = tuple(Column(headers=(header,)) for header in headers)
    return Citation(tables=(table,), keys=(_key("id", slug),), cells=cells)


def mention(text: str, *tables: str) -> Citation:
    """Return where a table mentions something in a cell of its own: a course by its code, a job by its title.

    Parameters
    ----------
    tables
        As of `Citation`; any table of the release where none is named.
    """
    return Citation(tables=tables, keys=(Column(headers=(), values=(text,)),), cells=())


def _key(header: str, value: str) -> Column:
    return Column(headers=(header,), values=(value,))
