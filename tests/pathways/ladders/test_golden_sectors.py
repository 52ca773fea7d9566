"""The ladders of the example and of ten real sectors are those that were looked at."""

from __future__ import annotations

import difflib
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.diagrams import to_svg
from pathways.ladders.building import sector
from pathways.occupations.observations import read_regions
from pathways.occupations.pay_table import PayTable
from pathways.occupations.sectors import find_sector
from pathways.records.ladder import Ladder, Rung, Source, Step
from pathways.snapshot import Snapshot
from standards.imports import import_release

GOLDEN = Path(__file__).parents[2] / "golden" / "ladders"
SECTORS = (
    "construction-pathway",
    "education-and-training-career-cluster",
    "finance-and-insurance-career-cluster",
    "health-science-career-cluster",
    "hospitality-and-tourism-career-cluster",
    "information-technology-career-cluster",
    "law-and-public-safety-career-cluster",
    "manufacturing-career-cluster",
    "natural-resources-systems-pathway",
    "transportation-distribution-and-logistics-career-cluster",
)
GEOMETRY = re.compile(r' (?:d|points|viewBox|width|height|x|y|x1|x2|y1|y2|rx|ry|transform|textLength)="[^"]*"')
"""Attributes of an SVG that say where something is drawn and how large."""
ROUNDED = 0.002
"""What two machines may differ by in a number that is rounded to three places."""
WRITE = "LADDERWORKS_WRITE_GOLDEN"
"""Environment variable that has the files written anew; look at the ladders first."""


@pytest.fixture(scope="module")
def paid(onet: Snapshot, data: Path, needs: Callable[[Path], Path]) -> Snapshot:
    """Return the snapshot of O*NET 29.3 with the pay of the nation in May 2025."""
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "oews", [needs(data / "wages/oews_may2025_national_cross_industry.csv")]).release
        pay = PayTable.of(read_regions(base, onet.occupations))
    source = Source(
        name=f"{release.source}@{release.version}",
        title=release.title.value,
        attribution=release.attribution.value if release.attribution else "",
    )
    return replace(onet, pay=pay, sources=(*onet.sources, source))


@pytest.fixture(scope="module", params=SECTORS)
def real(paid: Snapshot, request: pytest.FixtureRequest) -> Ladder:
    """Return the ladder of a real sector."""
    return sector(paid, request.param)


@pytest.fixture(scope="module")
def example(project: Path) -> Ladder:
    """Return the ladder of the power generation panel."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        return sector(compute_snapshot(base), "power-generation")


def test_a_sector_has_the_ladder_that_was_looked_at(paid: Snapshot, real: Ladder) -> None:
    golden = GOLDEN / "sectors" / f"{name_of(real)}.txt"
    found = told(paid, real)
    kept = written(golden, found)
    changed = difflib.unified_diff(kept.splitlines(), found.splitlines(), "kept", "found", lineterm="", n=0)
    assert not list(changed), remedy(golden)


def test_the_example_has_the_ladder_that_was_looked_at(example: Ladder) -> None:
    golden = GOLDEN / "example.json"
    kept = json.loads(written(golden, example.model_dump_json(indent=1, exclude_defaults=True) + "\n"))
    was, now = (dict(leaves(tree)) for tree in (kept, json.loads(example.model_dump_json(exclude_defaults=True))))
    assert not list(was.keys() ^ now.keys()), remedy(golden)
    changed = [
        f"{place}: {was[place]} is {now[place]}"
        for place in was
        if now[place] != pytest.approx(was[place], abs=ROUNDED)
    ]
    assert not changed, remedy(golden)


def test_a_sector_has_the_picture_that_was_looked_at(real: Ladder) -> None:
    assert_alike(GOLDEN / "sectors" / f"{name_of(real)}.svg", to_svg(real))


def test_no_rung_of_a_large_sector_stands_apart_and_the_rest_is_named(paid: Snapshot, real: Ladder) -> None:
    met = {end for step in real.steps for end in (step.start, step.end)}
    named = {rung.occupation for rung in real.rungs} | {aside.occupation for aside in real.further}
    members = find_sector(paid.sectors, name_of(real)).members
    assert not real.further or met == {rung.occupation for rung in real.rungs}
    assert named == {paid.occupations[place].iri for place in members}
    assert any(rung.entry for rung in real.rungs)


def test_the_example_has_the_picture_that_was_looked_at(example: Ladder) -> None:
    assert_alike(GOLDEN / "example.svg", to_svg(example))


def assert_alike(golden: Path, found: str) -> None:
    """Fail where a picture says other words or numbers, or in another order; where they stand depends on the fonts."""
    kept, drawn = (GEOMETRY.sub("", svg) for svg in (written(golden, found), found))
    alike = drawn == kept  # to compare them in an assertion takes minutes where they differ
    assert alike, remedy(golden)


@pytest.mark.parametrize(("shown", "other"), [("$52,070", "$52,080"), ("31% to learn", "32% to learn")])
def test_a_picture_with_another_number_is_another_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: str, other: str
) -> None:
    monkeypatch.delenv(WRITE, raising=False)
    golden = tmp_path / "kept.svg"
    golden.write_text(f'<svg><text x="1" y="2">{shown}</text></svg>', encoding="utf-8")
    assert_alike(golden, f'<svg><text x="3.5" y="2">{shown}</text></svg>')
    with pytest.raises(AssertionError, match=r"kept\.svg differs"):
        assert_alike(golden, f'<svg><text x="1" y="2">{other}</text></svg>')


def name_of(ladder: Ladder) -> str:
    """Return the slug of the sector of a ladder."""
    return parse_qs(urlsplit(ladder.iri).query)["sector"][0]


def told(snapshot: Snapshot, ladder: Ladder) -> str:
    """Return a ladder in lines: rungs in lanes from the top, and steps."""
    zones = sorted({rung.zone for rung in ladder.rungs}, reverse=True)
    lanes = [line for zone in zones for line in (f"Job zone {zone}", *rungs_in(ladder, zone), "")]
    steps = (step_told(snapshot, ladder, step) for step in ladder.steps)
    further = (f"  {aside.code} {aside.label}{' (apart)' * aside.apart}" for aside in ladder.further)
    return "\n".join([ladder.title, "", *lanes, "Steps", *steps, "", "Not drawn", *further, "", *ladder.notes, ""])


def rungs_in(ladder: Ladder, zone: int) -> list[str]:
    return [rung_told(rung) for rung in ladder.rungs if rung.zone == zone]


def rung_told(rung: Rung) -> str:
    marks = " (entry)" * rung.entry + " (dead end)" * rung.dead_end
    pay = f", ${rung.wage.median:,.0f}" if rung.wage and rung.wage.median else ""
    return f"  {rung.code} {rung.label}{marks}{pay}"


def step_told(snapshot: Snapshot, ladder: Ladder, step: Step) -> str:
    start, end = (ladder.rung(iri) for iri in (step.start, step.end))
    before, after = (float(snapshot.preparation.total[snapshot.find(rung.code)]) for rung in (start, end))
    gap = "gap unknown" if step.gap is None else f"gap {step.gap:.0%}"
    license_ = f", {step.preparation.license}" if step.preparation.license else ""
    names = f"{start.label} > {end.label}"
    return f"  {start.code} > {end.code} {step.direction}, {gap}, {round(after - before):+d} months{license_} | {names}"


def leaves(tree: object, place: str = "") -> Iterator[tuple[str, object]]:
    """Yield the values of a tree of JSON by where they stand."""
    if isinstance(tree, dict | list):
        for key, part in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from leaves(part, f"{place}/{key}")
    else:
        yield place, tree


def written(golden: Path, found: str) -> str:
    """Return what a golden file holds, after it was written anew where that is asked for."""
    if os.environ.get(WRITE):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    return golden.read_text(encoding="utf-8")


def remedy(golden: Path) -> str:
    here = Path(__file__).relative_to(GOLDEN.parents[2])
    return f"{golden.name} differs. Look at the ladder; then: {WRITE}=1 .venv/bin/python -m pytest {here}"
