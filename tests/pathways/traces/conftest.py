"""The example as traces are made of it, and what every trace is held to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ontology.store import KnowledgeBase
from pathways.scopes import Scopes
from pathways.traces.ground import Ground
from pathways.traces.records import Basis, Figure, Traced
from standards.citations.citation import Standing
from standards.citations.shelf import Shelf
from standards.imports import import_release

Judge = Callable[[Traced], list[str]]

METRO = """area_code,area_name,naics,industry,soc_code,occupation,Employment,Annual 10th percentile wage,\
Annual median wage,Annual 90th percentile wage
0048300,"Wenatchee-East Wenatchee, WA",000000,All,00-0000,All Occupations,46000,35000,52000,110000
0048300,"Wenatchee-East Wenatchee, WA",000000,All,49-9071,Maintenance Workers,440,38480,51230,78100
0048300,"Wenatchee-East Wenatchee, WA",000000,All,49-9098,Helpers,30,36800,44100,60000
0048300,"Wenatchee-East Wenatchee, WA",000000,All,51-8013,Power Plant Operators,**,**,**,**
"""
MANIFEST = '{\n  "release": {\n    "description": "May 2025"\n  }\n}\n'


@pytest.fixture(scope="package")
def ground(project: Path) -> Iterator[Ground]:
    """The example on which ladders are drawn and questions asked."""
    folder = project / "examples" / "power-generation"
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [folder])
        yield Ground(base, Scopes(base).of("power-generation"), Shelf([folder]))


@pytest.fixture(scope="package")
def metro(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """The example with wage statistics of one city, which publish no pay of its operators."""
    panel, wages = project / "examples" / "power-generation", tmp_path_factory.mktemp("wages")
    (wages / "metro.csv").write_text(METRO, encoding="utf-8")
    (wages / "manifest.json").write_text(MANIFEST, encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [panel])
        import_release(base, "oews", [wages])
        yield Ground(base, Scopes(base).of("power-generation"), Shelf([panel, wages]))


def _grounded(figure: Figure, by_key: dict[str, Figure]) -> bool:
    """Return whether a figure ends in rows of files, by its inputs or by those of the figures that it takes."""
    if figure.name.startswith("source: ") and not any(stated.finding for stated in figure.inputs):
        return all(stated.release and stated.value for stated in figure.inputs)
    found = all(
        stated.finding
        and stated.finding.standing is Standing.FOUND
        and stated.finding.rows
        and stated.agrees is not False
        for stated in figure.inputs
        if not stated.given
    )
    rests = bool(figure.inputs or figure.parts)
    return found and rests and all(part in by_key and _grounded(by_key[part], by_key) for part in figure.parts)


@pytest.fixture(scope="package")
def unfounded() -> Judge:
    """Return what names the figures of a trace that do not end in rows of files, and those that share a key."""

    def judge(traced: Traced) -> list[str]:
        by_key = {figure.key: figure for figure in traced.figures}
        keys = [figure.key for figure in traced.figures]
        twice = [key for key in by_key if keys.count(key) > 1]
        return twice + [key for key, figure in by_key.items() if not _grounded(figure, by_key)]

    return judge


@pytest.fixture(scope="package")
def unexplained(project: Path) -> Judge:
    """Return what names the formulas of a trace that no document explains at the place that they name."""

    def anchors(file: str) -> set[str]:
        headings = re.findall(r"^#+ (.+)$", (project / file).read_text(encoding="utf-8"), re.MULTILINE)
        return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}

    def judge(traced: Traced) -> list[str]:
        computed = [figure for figure in traced.figures if figure.basis is Basis.COMPUTED or figure.explained]
        files = {figure.explained.partition("#")[0] for figure in computed} - {""}
        there = {f"{file}#{anchor}" for file in files for anchor in anchors(file)}
        return [figure.key for figure in computed if figure.explained not in there or not figure.how]

    return judge
