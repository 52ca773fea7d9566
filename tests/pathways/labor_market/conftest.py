"""A made-up labor market: six occupations of two trades, counted in the nation, two states and three cities."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ontology.identifiers import Identifiers
from ontology.records import Iri, Occupation, Partnership, Record, Text
from ontology.store import KnowledgeBase
from pathways.scopes import Scopes
from standards.imports import import_release
from standards.sources.oews import NUMBERS

IDS = Identifiers()
Add = Callable[..., object]

OCCUPATIONS = {
    "47-2111.00": ("Electricians", 3),
    "47-2152.00": ("Plumbers, Pipefitters, and Steamfitters", 3),
    "47-3013.00": ("Helpers of Electricians", 2),
    "29-1141.00": ("Registered Nurses", 3),
    "31-1121.00": ("Home Health Aides", 2),
    "31-1122.00": ("Personal Care Aides", 2),
}
PAY = {
    "00-0000": (30_000, 50_000, 120_000),
    "47-2111": (40_000, 60_000, 100_000),
    "47-2152": (40_000, 62_000, 105_000),
    "47-3013": (30_000, 38_000, 50_000),
    "29-1141": (65_000, 90_000, 130_000),
    "31-1120": (26_000, 34_000, 44_000),
}
AREAS = {
    ("0000000", "National"): {
        "00-0000": "100000",
        **{"47-2111": "500", "47-2152": "400", "47-3013": "100", "29-1141": "2000", "31-1120": "3000"},
    },
    ("5300000", "Washington"): {
        "00-0000": "10000",
        **{"47-2111": "60", "47-2152": "60", "47-3013": "**", "29-1141": "150", "31-1120": "270"},
    },
    ("4100000", "Oregon"): {"00-0000": "5000", "47-2111": "30", "29-1141": "*"},
    ("0038900", "Portland-Vancouver-Hillsboro, OR-WA"): {"00-0000": "4000", "47-2111": "25", "29-1141": "90"},
    ("0042660", "Seattle-Tacoma-Bellevue, WA"): {"00-0000": "6000", "47-2111": "45", "47-2152": "30"},
    ("0028420", "Kennewick-Richland, WA"): {"00-0000": "**", "47-2111": "**"},
}
"""Jobs by area and code, as published: ``*`` and ``**`` are not."""

HEADER = ["area_code", "area_name", "naics", "industry", "soc_code", "occupation", *(c.header for c in NUMBERS)]


def rows(without: str = "") -> Iterator[str]:
    """Yield the lines of a file of the wage statistics, without one area or one code."""
    yield ",".join(f'"{cell}"' for cell in HEADER)
    for (area, label), every in AREAS.items():
        jobs = {code: number for code, number in every.items() if without not in (area, code)}
        for code, number in jobs.items():
            low, median, high = (str(pay) for pay in PAY[code])
            told = {"employment": number, "annual_10": low, "annual_median": median, "annual_90": high}
            cells = [area, label, "000000", "All", code, "Some", *(told.get(c.name, "") for c in NUMBERS)]
            yield ",".join(f'"{cell}"' for cell in cells)


def works() -> list[Record]:
    """Return the occupations."""
    return [
        Occupation(iri=Iri(IDS.mint("onet", code)), label=Text(value=title), notation=code, job_zone=zone)
        for code, (title, zone) in OCCUPATIONS.items()
    ]


def panel(name: str, *codes: str) -> list[Record]:
    """Return a partnership of some occupations."""
    members = tuple(Iri(IDS.mint("onet", code)) for code in codes)
    return [Partnership(iri=Iri(IDS.mint(name, "panel")), label=Text(value=name.title()), occupations=members)]


@pytest.fixture
def trades(add: Add) -> Iterator[KnowledgeBase]:
    """Return a knowledge base with the occupations and three partnerships, without wages."""
    with KnowledgeBase.in_memory(IDS) as base:
        add(base, "onet", works())
        add(base, "building", panel("building", "47-2111.00", "47-2152.00", "47-3013.00"))
        add(base, "caring", panel("caring", "29-1141.00", "31-1121.00"))
        add(base, "wiring", panel("wiring", "47-2111.00"))
        yield base


@pytest.fixture
def market(trades: KnowledgeBase, tmp_path: Path) -> Scopes:
    """Return the same with wages."""
    (tmp_path / "oews_may2025_made_up.csv").write_text("\n".join(rows()) + "\n", encoding="utf-8")
    import_release(trades, "oews", [tmp_path])
    return Scopes(trades)


@pytest.fixture
def lacking(trades: KnowledgeBase, tmp_path: Path) -> Callable[[str], Scopes]:
    """Return what returns the same without one area or one code."""

    def made(without: str) -> Scopes:
        (tmp_path / "oews_may2025_made_up.csv").write_text("\n".join(rows(without)) + "\n", encoding="utf-8")
        import_release(trades, "oews", [tmp_path])
        return Scopes(trades)

    return made


@pytest.fixture
def projected(market: Scopes, tmp_path: Path) -> Scopes:
    """Return the same with projections."""
    heads = ("Occupation Title", "Occupation Code", "Employment 2024", "Employment 2034")
    more = ("Employment Percent Change, 2024-2034", "Occupational Openings, 2024-2034 Annual Average")
    lines = [
        ("All", "00-0000", "100.0", "104.0", "4.0", "12.0"),
        ("Electricians", "47-2111", "10.0", "11.0", "10.0", "1.0"),
        ("Plumbers", "47-2152", "10.0", "9.0", "-10.0", "0.5"),
        ("Aides", "31-1120", "20.0", "24.0", "20.0", "4.0"),
    ]
    folder = tmp_path / "made-up-projections"
    folder.mkdir()
    table = "\n".join(",".join(f'"{cell}"' for cell in line) for line in ((*heads, *more), *lines))
    (folder / "projections.csv").write_text(f"{table}\n", encoding="utf-8")
    import_release(market.base, "projections", [folder])
    return Scopes(market.base)
