"""A small world: seven occupations of one trade and one of another, as records in a knowledge base."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ontology.identifiers import Identifiers
from ontology.records import (
    Competency,
    CompetencyKind,
    Credential,
    Iri,
    Occupation,
    Partnership,
    Record,
    Region,
    Release,
    SkillRequirement,
    Text,
    WageObservation,
)
from ontology.store import KnowledgeBase
from ontology.triples import to_triples
from pathways.computing import compute_snapshot
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot

IDS = Identifiers()
SKILLS = ("weld pipe", "read drawings", "calibrate meters", "lead a crew", "bake bread")
TITLES = {
    "51-9198.00": ("Plant Helpers", 2, (2, 1, 0, 0, 0), 30_000),
    "51-8010.00": ("Plant Operators", 2, (3, 2, 1, 0, 0), 40_000),
    "51-8020.00": ("Senior Plant Operators", 3, (4, 3, 3, 1, 0), 50_000),
    "49-9040.00": ("Plant Mechanics", 3, (5, 3, 2, 1, 0), 48_000),
    "51-1011.00": ("Supervisors of Plant Operators", 3, (4, 4, 4, 5, 0), 70_000),
    "11-3051.00": ("Plant Managers", 4, (4, 5, 4, 7, 0), 110_000),
    "29-1141.00": ("Plant Nurses", 4, (0, 3, 4, 2, 0), 90_000),
    "51-3011.00": ("Bakers", 1, (0, 0, 0, 0, 4), None),
}


def nt(records: Iterable[Record]) -> bytes:
    """Return records as N-Triples."""
    lines = (f"{s.n3()} {p.n3()} {o.n3()} .\n" for record in records for s, p, o in to_triples(record))
    return "".join(lines).encode()


def release(source: str, version: str) -> Release:
    """Return a release that says only what it must."""
    return Release(
        iri=Iri("http://localhost:8000/none"),
        source=source,
        version=version,
        title=Text(value=f"{source} {version}"),
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="0",
    )


def occupations() -> list[Record]:
    """Return the occupations, their skills and what each needs."""
    skills = [
        Competency(iri=Iri(IDS.mint("onet", f"2.{n}")), label=Text(value=label), kind=Iri(CompetencyKind.SKILL))
        for n, label in enumerate(SKILLS)
    ]
    found: list[Record] = [*skills]
    for code, (title, zone, levels, _) in TITLES.items():
        iri = Iri(IDS.mint("onet", code))
        about = Text(value=f"{title} work in a power plant with {' and '.join(SKILLS[:zone])}.")
        found.append(Occupation(iri=iri, label=Text(value=title), notation=code, job_zone=zone, description=about))
        found += [_requirement(code, iri, n, level) for n, level in enumerate(levels)]
    return found


def _requirement(code: str, iri: Iri, skill: int, level: int) -> SkillRequirement:
    return SkillRequirement(
        iri=Iri(IDS.mint("onet", "requirement", code, str(skill))),
        occupation=iri,
        competency=Iri(IDS.mint("onet", f"2.{skill}")),
        importance=4 if level else 1,
        level=level,
    )


def wages() -> list[Record]:
    """Return pay in the nation for all but the bakers."""
    nation = Region(iri=Iri(IDS.mint("region", "0000000")), label=Text(value="National"), code="0000000", kind="nation")
    return [
        nation,
        *(
            WageObservation(
                iri=Iri(IDS.mint("oews", code[:7])),
                occupation=Iri(IDS.mint("soc", code[:7])),
                region=nation.iri,
                period="May 2025",
                annual_10=0.7 * pay,
                annual_median=pay,
                annual_90=1.5 * pay,
            )
            for code, (_, _, _, pay) in TITLES.items()
            if pay
        ),
    ]


def partnership() -> list[Record]:
    """Return a partnership of four of the occupations, with a credential."""
    members = tuple(Iri(IDS.mint("onet", code)) for code in list(TITLES)[:5])
    return [
        Partnership(iri=Iri(IDS.mint("plants", "panel")), label=Text(value="Plants"), occupations=members),
        Occupation(iri=members[0], label=Text(value="Plant Helpers"), entry=True, training_months=3),
        Credential(
            iri=Iri(IDS.mint("credential", "operator")),
            label=Text(value="Operator Certificate"),
            useful_for=(members[2], members[4]),
            required_for=(members[2],),
        ),
    ]


@pytest.fixture(scope="session")
def plants() -> Snapshot:
    """Return the snapshot of the small world."""
    with KnowledgeBase.in_memory(IDS) as base:
        base.replace(release("onet", "1"), [], [nt(occupations())])
        base.replace(release("oews", "May 2025"), [], [nt(wages())])
        base.replace(release("plants", "1"), [], [nt(partnership())])
        return compute_snapshot(base)


@pytest.fixture
def add() -> Callable[[KnowledgeBase, str, Iterable[Record]], Release]:
    """Return what stores records as a release of a source."""
    return lambda base, source, records: base.replace(release(source, "1"), [], [nt(records)])


@pytest.fixture
def plant_base() -> Iterator[KnowledgeBase]:
    """Return a knowledge base with the occupations of the small world and what they need."""
    with KnowledgeBase.in_memory(IDS) as base:
        base.replace(release("onet", "1"), [], [nt(occupations())])
        yield base


# --- What is published ---

ESCO = "esco/1.1.1/ESCO dataset - v1.1.1 - classification - "
VALUES = "onet/abilities-and-work-activities-values-only"
RELEASES = {
    "onet": ("onet/29.3-excel", f"{VALUES}/Abilities.txt", f"{VALUES}/Work Activities.txt"),
    "esco": (f"{ESCO} - csv.zip", f"{ESCO}en - csv.zip"),
    "crosswalk": ("crosswalks/esco_onet/crosswalk_esco_onet.csv",),
    "cip": ("crosswalks/cip_soc",),
    "oews": ("wages/oews_may2025_national_cross_industry.csv",),
}
"""Files of a release of each source, in the folder of outside data."""


@pytest.fixture(scope="session")
def published(data: Path, needs: Callable[[Path], Path]) -> dict[str, list[Path]]:
    """The files of `RELEASES`, by source."""
    return {source: [needs(data / name) for name in names] for source, names in RELEASES.items()}


@pytest.fixture(scope="session")
def whole(
    published: dict[str, list[Path]], built: Callable[[str, Mapping[str, Sequence[Path]]], Path]
) -> Iterator[tuple[KnowledgeBase, Snapshot]]:
    """A knowledge base with O*NET, ESCO, programs of study and the pay of the nation, and its snapshot."""
    folder = built("whole", published)
    with KnowledgeBase.open(folder) as base:
        yield base, Scopes(base, folder / "snapshots").national
