"""ESCO's occupations by their own skills, on the command line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from math import hypot, log
from pathlib import Path

import pytest

from ontology.identifiers import Identifiers
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase
from ontology.triples import to_triples
from standards.sources.esco.records import EscoOccupation

Run = Callable[..., int]
ASKED = {
    "welder": ("weld", "cut"),
    "cutter": ("cut",),
    "solderer": ("weld", "cut", "solder", "clean"),
    "baker": ("bake",),
}


def occupation(number: int, title: str) -> EscoOccupation:
    skills = tuple(Iri(f"http://x/skill/{skill}") for skill in ASKED[title])
    return EscoOccupation(
        iri=Iri(f"http://x/{title}"), label=Text(value=title), notation=f"72.{number}", essential_skills=skills
    )


@pytest.fixture
def esco(tmp_path: Path) -> None:
    """Four occupations in the knowledge base that commands read."""
    release = Release(
        iri=Iri("http://localhost:8000/none"),
        source="esco",
        version="1",
        title=Text(value="ESCO"),
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="0",
    )
    triples = (triple for number, title in enumerate(ASKED) for triple in to_triples(occupation(number, title)))
    lines = "".join(f"{s.n3()} {p.n3()} {o.n3()} .\n" for s, p, o in triples)
    with KnowledgeBase.open(tmp_path / "kb", Identifiers(), write=True) as base:
        base.replace(release, [], [lines.encode()])


@pytest.mark.usefixtures("esco")
def test_the_closest_come_first_with_what_they_ask_for_besides(
    run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("related", "--esco", "welder") == 0

    header, *rows = (line.split("\t") for line in capfdbinary.readouterr().out.decode().splitlines())
    assert header == ["occupation", "rank", "related", "score", "gap", "title"]
    # Rarities: cut 1 + ln(5 / 4), weld 1 + ln(5 / 3); the cosine with the cutter is cut over the length of both.
    cut, weld = 1 + log(5 / 4), 1 + log(5 / 3)
    first = f"{cut / hypot(cut, weld):.4f}"
    assert [row[1:5] for row in rows] == [["1", "72.1", first, "0.0000"], ["2", "72.2", "0.5829", "0.5000"]]


@pytest.mark.usefixtures("esco")
def test_all_are_listed_but_those_that_share_nothing_with_any(run: Run, tmp_path: Path) -> None:
    assert run("related", "--esco", "--all", "--top", "1", "-o", tmp_path / "r.tsv") == 0

    _, *rows = (line.split("\t") for line in (tmp_path / "r.tsv").read_text().splitlines())
    assert [row[0] for row in rows] == ["72.0", "72.1", "72.2"]


def test_without_esco_that_is_said(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("related", "--esco", "welder") == 1
    assert "'esco' is not in the knowledge base" in capsys.readouterr().err
