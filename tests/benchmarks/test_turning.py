"""The benchmark of answers during a turn: all are counted, those that fail too."""

import time
import urllib.error
from pathlib import Path

import pytest

from benchmarks import turning
from benchmarks.turning import asked, lead, measurements


def test_answers_are_asked_for_as_long_as_something_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def fetched(url: str) -> bytes:
        said.append(url)
        time.sleep(0.001)
        if len(said) == 2:
            raise urllib.error.URLError("gone")
        return b""

    monkeypatch.setattr(turning, "fetched", fetched)
    times, failed = asked("http://x", lambda: time.sleep(0.1))
    assert len(times) == len(said) > 2
    assert failed == 1


def test_a_worked_hundredth() -> None:
    slowest, failures = measurements([0.001] * 200, [0.001] * 190 + [0.02] * 10, 0)
    assert (slowest.value, slowest.reference) == (20.0, 1.0)
    assert (failures.value, failures.goal) == (0, 0)


def test_a_link_is_set_anew(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        lead(tmp_path / "kb", tmp_path / name)
        assert (tmp_path / "kb").resolve() == (tmp_path / name).resolve()
