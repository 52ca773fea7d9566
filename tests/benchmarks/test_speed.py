"""The benchmark of speed: what is compared is compared alike, and what hinders it is said."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from benchmarks import speed
from benchmarks.__main__ import BENCHMARKS, _function
from benchmarks.batch import statements
from benchmarks.speed import compared, loaded, measure
from standards.evaluation import Engine, Ranked
from standards.matching import Entry

ENTRIES = [
    Entry.model_validate(
        {"iri": f"http://x/{name[:3]}", "label": name, "description": f"To {name} with care and safely."}
    )
    for name in ("weld pipes", "bake bread", "rig loads", "read drawings")
]


class Ticking:
    """A method that takes the same time for every statement, on a clock of its own."""

    now = 0.0

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.asked: list[int] = []

    def rank(self, texts: Sequence[str], top: int) -> list[Ranked]:
        self.asked.append(len(texts))
        Ticking.now += self.seconds * len(texts)
        return [Ranked(()) for _ in texts]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock that only what is measured moves."""
    monkeypatch.setattr(time, "perf_counter", lambda: Ticking.now)
    yield
    Ticking.now = 0.0


def test_a_worked_ratio(clock: None) -> None:
    own, other = Ticking(0.001), Ticking(0.02)
    found = compared(own, other, "slow", ["weld"] * 100)

    assert (found.value, found.reference, found.ratio) == (1000, 50, 20)
    assert (found.unit, found.compared_with, found.more_is_better) == ("statements/s", "slow", True)


def test_both_get_the_same_statements_as_often(clock: None) -> None:
    own, other = Ticking(1), Ticking(2)
    compared(own, other, "slow", ["weld"] * 100)

    assert own.asked == other.asked == [50, *[100] * speed.ROUNDS]


def test_the_engine_that_is_timed_has_its_index_from_a_file_and_finds_the_same() -> None:
    said = ["welding of pipes", "breads"]

    assert loaded(ENTRIES).rank(said, 2) == Engine(ENTRIES).rank(said, 2)


def test_statements_are_all_different_and_the_same_each_time() -> None:
    said = statements(ENTRIES, 300)

    assert len(set(said)) == 300
    assert said == statements(ENTRIES, 300)


def test_what_hinders_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LADDERWORKS_DATA", str(tmp_path))
    missing = [next(measure(full)) for full in (False, True)]
    (tmp_path / speed.RELEASE).mkdir(parents=True)
    monkeypatch.setattr(speed, "missing_baselines", list)
    bare = next(measure(full=True))

    assert [found.value for found in (*missing, bare)] == [None] * 3
    assert missing[0].note == "takes minutes: run it with --full"
    assert missing[1].note.endswith("esco/1.1.0 is missing")
    assert "pip install 'ladderworks[benchmarks]'" in bare.note


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_benchmark_is_there(name: str) -> None:
    assert callable(_function(name))
