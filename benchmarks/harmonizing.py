"""How long it takes to propose a standard of many firms' lists, with how much memory, and how that grows.

The lists are made of O*NET's task statements, the same ones each time: five firms in a row say a task, each in words of
its own, and a list has 500 statements. Each number of firms is measured in a process of its own; counted is the time of
its processor. The reference compares every pair by rapidfuzz alone: done for a sample, its time counts for all.

Measured besides is the command that a user types, from its start to its end: ``ladderworks harmonize`` reads the lists
from tables, stores them, proposes and stores the proposal.
"""

from __future__ import annotations

import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from math import log2
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process

from api.command_line import run
from benchmarks.measurement import PROJECT, Measurement, peak
from ontology.identifiers import Identifiers
from ontology.namespaces import DCTERMS, LW, SKOS
from ontology.records import Iri
from ontology.store import KnowledgeBase
from standards.harmonizing import FirmList, Proposal, Proposing, Saying, Standing
from standards.imports import import_release
from standards.sources.publication import new_release
from training.outside import outside_data

RELEASE: Final = "onet/29.3-excel"
FIRMS: Final = (5, 10, 20, 40)
STATEMENTS: Final = 500
SAYING: Final = 5
"""Firms that say each task."""

SAMPLE: Final = 200
"""Statements that the reference compares with all."""

TASKS: Final = f"SELECT ?label {{ ?task <{DCTERMS.type}> <{LW.Task}>; <{SKOS.prefLabel}> ?label }}"
OPENINGS: Final = ("", "", "Able to ", "Must ", "Can ")
ENDINGS: Final = ("", "", ".", " as needed", " according to procedure")


def measure(full: bool) -> Iterator[Measurement]:
    """Measure five, ten, twenty and forty firms; it is the same in full."""
    release = outside_data() / RELEASE
    if not release.is_dir():
        yield Measurement(name="harmonizing", value=None, unit="s", note=f"{release} is missing")
        return
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "tasks.json"
        with KnowledgeBase.open(Path(scratch) / "kb", write=True) as base:
            onet = import_release(base, "onet", [release]).release
            path.write_text(json.dumps(sorted(label for (label,) in base.rows(TASKS, [onet.iri]))))
        for firms in FIRMS:
            yield from measurements(firms, _in_its_own_process("propose", path, firms))
            yield of_command(firms, _in_its_own_process("command", path, firms))


def measurements(firms: int, found: Mapping[str, float]) -> Iterator[Measurement]:
    """Yield time and memory from what a process says of itself."""
    size = firms * STATEMENTS
    yield Measurement(
        name=f"harmonizing-{size}",
        value=round(found["seconds"], 2),
        unit="s",
        reference=round(found["every_pair"], 1),
        compared_with=f"rapidfuzz on every pair, by the time for {SAMPLE} statements",
        ratio=round(found["seconds"] / found["every_pair"], 2),
        goal=60.0 if firms == max(FIRMS) else None,
        note=f"goal for the value; {found['clock']:.1f} s by the clock, {_each(found, size):.2f} us for each n log2 n",
    )
    yield Measurement(
        name=f"harmonizing-{size}-memory",
        value=round(found["memory"]),
        unit="MB",
        goal=2000.0 if firms == max(FIRMS) else None,
        note=f"peak of the process; {found['candidates']:,.0f} candidates, {found['right']:.1%} at their task",
    )


def of_command(firms: int, found: Mapping[str, float]) -> Measurement:
    """Return the time of the command, given what its process says of itself."""
    size = firms * STATEMENTS
    return Measurement(
        name=f"harmonizing-{size}-command",
        value=round(found["seconds"], 2),
        unit="s",
        goal=60.0 if firms == max(FIRMS) else None,
        note=f"ladderworks harmonize, from tables to a stored proposal; {found['clock']:.1f} s by the clock, "
        f"{_each(found, size):.2f} us for each n log2 n, {found['memory']:.0f} MB at its peak",
    )


def _each(found: Mapping[str, float], size: int) -> float:
    """Return the microseconds for each n log2 n."""
    return 1e6 * found["seconds"] / (size * log2(size))


def _in_its_own_process(what: str, path: Path, firms: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.harmonizing", what, str(path), str(firms)]
    told = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(told)
    return found


def lists(tasks: Sequence[str], firms: int) -> tuple[list[FirmList], dict[str, int]]:
    """Return the lists of some firms, and which task each statement's address is of."""
    lots, of = random.Random(firms), dict[str, int]()
    found: list[list[Saying]] = [[] for _ in range(firms)]
    for number in range(firms * STATEMENTS // SAYING):
        for turn in range(SAYING):
            firm = (number + turn) % firms
            statement = Iri(f"http://localhost:8000/id/firm-{firm}/skill/{number}")
            of[statement] = number
            found[firm].append(Saying(address(firm), statement, _worded(tasks[number], lots)))
    release = new_release(Identifiers(), "made", "1", "Made for a benchmark")
    return [FirmList(f"firm-{i}", address(i), f"Firm {i}", release, tuple(own)) for i, own in enumerate(found)], of


def address(firm: int) -> Iri:
    """Return the address of a firm by its number."""
    return Iri(f"http://localhost:8000/id/organization/firm-{firm}")


def _worded(task: str, lots: random.Random) -> str:
    """Return a task as one of the firms words it: without its last part, or with words that say nothing more."""
    parts = task.rstrip(".").split(", ")
    kept = ", ".join(parts[: max(len(parts) - lots.randrange(2), 1)])
    opening = lots.choice(OPENINGS)
    return f"{opening}{kept[0].lower() if opening else kept[0]}{kept[1:]}{lots.choice(ENDINGS)}"


def _propose(path: Path, firms: int) -> dict[str, float]:
    made, of = lists(json.loads(path.read_text()), firms)
    proposal, found = proposed(made)
    first = {voices[0].candidate: of[voices[0].own_statement] for voices in proposal.voices_of.values() if voices}
    right = sum(first[voice.candidate] == of[voice.own_statement] for voice in proposal.voices)
    return {**found, "right": right / len(proposal.voices)}


def proposed(made: Sequence[FirmList]) -> tuple[Proposal, dict[str, float]]:
    """Return what is proposed of lists, and what that takes: seconds, memory in MB, and seconds of the reference."""
    identifiers = Identifiers()
    clock, start = time.perf_counter(), time.process_time()
    proposal = Proposing(identifiers, Standing(identifiers, "made"), made).propose()
    seconds, clock = time.process_time() - start, time.perf_counter() - clock
    found = {"seconds": seconds, "clock": clock, "memory": peak(), "candidates": float(len(proposal.candidates))}
    return proposal, {**found, "every_pair": _every_pair([saying.words for one in made for saying in one.sayings])}


def _every_pair(words: Sequence[str]) -> float:
    """Return the seconds that rapidfuzz takes for every pair, by those for a sample."""
    start = time.process_time()
    process.cdist(words[:SAMPLE], words, scorer=fuzz.token_sort_ratio, workers=1)
    return (time.process_time() - start) * len(words) / SAMPLE / 2


def _command(path: Path, firms: int) -> dict[str, float]:
    """Run the command; writing the tables does not count, and loading the program does."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["LADDERWORKS_KB"] = str(Path(home) / "kb")
        start = time.process_time()
        tables = [_table(Path(home), one) for one in lists(json.loads(path.read_text()), firms)[0]]
        written, clock = time.process_time() - start, time.perf_counter()
        with redirect_stdout(sys.stderr):
            status = run(["harmonize", *tables, "--standard", "made"])
        clock = time.perf_counter() - clock
    if status:
        raise RuntimeError(f"ladderworks harmonize ended with {status}; run it by hand to see why")
    return {"seconds": time.process_time() - written, "clock": clock, "memory": peak()}


def _table(home: Path, one: FirmList) -> str:
    """Write a list as a table; return it as the command is asked for it."""
    path = home / f"{one.slug}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("Skill",), *((saying.words,) for saying in one.sayings)])
    return f"{one.slug}={path}"


PARTS: Final[Mapping[str, Callable[[Path, int], dict[str, float]]]] = {"propose": _propose, "command": _command}
"""What a process measures, by its name."""

if __name__ == "__main__":
    print(json.dumps(PARTS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))))
