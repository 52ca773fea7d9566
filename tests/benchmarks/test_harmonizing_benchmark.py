"""The benchmark of harmonizing: what it measures is said, and the memory is that of the process that is measured."""

import csv
import subprocess
import sys
from math import log2
from pathlib import Path

import pytest

from benchmarks.harmonizing import SAYING, STATEMENTS, _table, lists, measurements, of_command
from benchmarks.measurement import PROJECT, peak

PEAK = "from benchmarks.measurement import peak; print(peak())"
BALLAST = 400


def test_memory_is_that_of_the_process_alone() -> None:
    ballast = bytearray(b"x" * (BALLAST * 10**6))
    command = [sys.executable, "-c", PEAK]
    child = float(subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout)
    assert peak() >= len(ballast) / 1e6
    assert child < BALLAST


def test_time_is_told_for_each_n_log2_n_and_has_a_goal_where_the_lists_are_most() -> None:
    found = {"seconds": 15.0, "clock": 20.0, "memory": 300.0, "candidates": 7.0, "right": 0.5, "every_pair": 30.0}
    time, memory = measurements(5, found)
    assert (time.name, time.value, time.ratio, time.goal) == ("harmonizing-2500", 15, 0.5, None)
    assert (memory.value, memory.unit) == (300, "MB")
    command = of_command(40, found)
    assert command.goal == 60
    assert f"{15e6 / (20_000 * log2(20_000)):.2f} us for each n log2 n, 300 MB" in command.note


def test_a_list_is_written_as_a_table_of_what_the_firm_says(tmp_path: Path) -> None:
    tasks = [f"Weld pipe {number}, and test it." for number in range(2 * SAYING * STATEMENTS // SAYING)]
    own = lists(tasks, 10)[0][0]
    slug, path = _table(tmp_path, own).split("=")
    with Path(path).open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    assert (slug, heading) == ("firm-0", ["Skill"])
    assert [row for (row,) in rows] == [saying.words for saying in own.sayings]
    assert len(rows) == STATEMENTS


def test_tasks_are_the_same_each_time() -> None:
    tasks = [f"Weld pipe {number}, and test it." for number in range(STATEMENTS)]
    (one, of), (other, _) = lists(tasks, 5), lists(tasks, 5)
    assert [own.sayings for own in one] == [own.sayings for own in other]
    assert len(of) == pytest.approx(5 * STATEMENTS)
