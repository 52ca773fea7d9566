"""``ladderworks standard``: the matrix for its owners and for all, the boardroom's page and the worker's reading."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.records import PublicationStatus
from ontology.store import KnowledgeBase
from standards.publishing import Mover, move_on, publish
from tests.pathways.agreements.conftest import agree
from tests.standards.agreement.conftest import SLUG, fill

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def panel(run: Run, tmp_path: Path) -> Run:
    """Run commands on a knowledge base with a published standard."""
    with KnowledgeBase.open(tmp_path / "kb", write=True) as base:
        fill(base)
        agree(base)
        for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
            move_on(base, SLUG, status, Mover("Ana Ortiz"))
        publish(base, SLUG, Mover("Ana Ortiz"))
    return run


def text(tmp_path: Path, name: str) -> str:
    return (tmp_path / name).read_text(encoding="utf-8")


def test_the_owners_write_every_form_of_the_matrix(panel: Run, tmp_path: Path) -> None:
    for name in ("matrix.svg", "matrix.png", "matrix.pdf", "matrix.html", "harbor.board.html"):
        assert panel("standard", "agreement", SLUG, "-o", name) == 0

    assert "Rope and wire splicing" in text(tmp_path, "matrix.html")
    assert (tmp_path / "matrix.pdf").read_bytes().startswith(b"%PDF")
    assert "Who dissents, and why" in text(tmp_path, "harbor.board.html")


def test_what_anybody_may_read_is_written_without_own_words(panel: Run, tmp_path: Path) -> None:
    assert panel("standard", "agreement", SLUG, "--published", "-o", "open.html") == 0

    page = text(tmp_path, "open.html")
    assert "dissent: We use no &lt;paper&gt;" in page
    assert "ratify: A good start" in page
    assert "Rope and wire splicing" not in page


def test_what_anybody_may_read_has_no_form_to_decide_in(panel: Run, capsys: Captured) -> None:
    assert panel("standard", "agreement", SLUG, "--published", "-o", "open.xlsx") == 2
    assert "end it in one of: board.html, csv, html, json, pdf, png, svg" in capsys.readouterr().err


def test_what_anybody_may_read_is_written_for_spreadsheets_and_programs(panel: Run, tmp_path: Path) -> None:
    for name in ("open.csv", "open.json"):
        assert panel("standard", "agreement", SLUG, "--published", "-o", name) == 0
    whole, ropes, charts, _ = csv.DictReader(text(tmp_path, "open.csv").splitlines())

    assert (whole["statement"], whole["Seafarers"]) == ("The whole standard", "ratify: A good start")
    assert (ropes["code"], ropes["adopted_by"], ropes["Dredge Co"]) == ("HT-1", "2", "abstain")
    assert ropes["Ferry Co"] == "adopt with change: Splice wire"
    assert charts["Dredge Co"] == "dissent: We use no <paper>"
    told = json.loads(text(tmp_path, "open.json"))
    assert [one["code"] for one in told["statements"]] == ["HT-1", "HT-2", "HT-9"]


def test_a_worker_reads_the_version_in_force(panel: Run, tmp_path: Path, capsys: Captured) -> None:
    assert panel("standard", "worker", SLUG) == 0
    out = capsys.readouterr().out
    assert panel("standard", "worker", SLUG, "-o", "jobs.html") == 0

    assert "## Ship Engineers (1 skill, essential)" in out
    assert "Agreed by Ferry Co and Tug Co" in out
    assert "Rope and wire splicing" not in out
    assert "Ship Engineers" in text(tmp_path, "jobs.html")


def test_a_worker_cannot_read_what_is_not_published(run: Run, tmp_path: Path, capsys: Captured) -> None:
    with KnowledgeBase.open(tmp_path / "kb", write=True) as base:
        fill(base)

    assert run("standard", "worker", SLUG) == 1
    assert "no version of 'harbor' is in force; publish one first: `ladderworks standard review harbor" in (
        capsys.readouterr().err
    )
