"""How soon the service answers after its start, with O*NET and ESCO loaded, and how fast ladders are.

The references are measured in the same run: an application that does nothing, for the start; its answer, for a
request; and Graphviz drawing the same rungs and steps, for a picture.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pygraphviz

from benchmarks.measurement import Measurement
from ontology.store import KnowledgeBase
from pathways.diagrams import to_dot, to_svg
from pathways.ladders.building import between
from pathways.scopes import Scopes
from standards.imports import import_release
from training.outside import outside_data

RELEASES = {"onet": "onet/29.3-excel", "esco": "esco/1.1.1"}
PAIRS = [("31-1131.00", "29-1141.00"), ("51-9161.00", "17-2141.00"), ("47-2061.00", "11-9021.00")]
REQUESTS = 100
PATIENCE = 60.0
"""Seconds after which a service that has not answered is given up."""

EMPTY = """
import fastapi, uvicorn
app = fastapi.FastAPI()
app.get("/")(lambda: "empty")
uvicorn.run(app, port={port}, log_level="error")
"""
SERVE = "from api.command_line import run; run(['serve', '--port', '{port}'])"


def measure(full: bool) -> Iterator[Measurement]:
    """Measure the first answer of a fresh service, and ladders and their pictures when it is warm."""
    missing = [str(outside_data() / folder) for folder in RELEASES.values() if not (outside_data() / folder).is_dir()]
    if missing:
        yield Measurement(name="service", value=None, unit="s", note=f"{', '.join(missing)} is missing")
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with KnowledgeBase.open(folder, write=True) as base:
            for source, release in RELEASES.items():
                import_release(base, source, [outside_data() / release])
            Scopes(base, folder / "snapshots").prepare()
        yield from _over_http(folder)
        yield from _in_process(folder)


def _over_http(folder: Path) -> Iterator[Measurement]:
    ladder = "/api/v1/ladders?from={}&to={}"
    with served(EMPTY, folder, "/") as (nothing, idle), served(SERVE, folder, ladder.format(*PAIRS[0])) as (own, at):
        yield _measurement("service-first-answer", own, nothing, "s", "an application that does nothing", goal=2.0)
        floor = _median(lambda _: fetched(idle + "/"))
        for name, form, goal in (("ladder", "", 10.0), ("ladder-svg", "&format=svg", 50.0)):
            urls = [at + ladder.format(*pair) + form for pair in PAIRS]
            warm = _median(partial(_one_of, urls))
            yield _measurement(f"service-warm-{name}", 1e3 * warm, 1e3 * floor, "ms", "an empty answer", goal=goal)


def _in_process(folder: Path) -> Iterator[Measurement]:
    """Measure ladders and pictures that nothing has kept from an earlier request."""
    with KnowledgeBase.open(folder) as base:
        snapshot = Scopes(base, folder / "snapshots").national
    places = [(snapshot.find(start), snapshot.find(goal)) for start, goal in PAIRS]
    ladders = [between(snapshot, *pair) for pair in places]
    fresh = _median(lambda n: between(snapshot, *places[n % len(places)]))
    drawn = _median(lambda n: to_svg(ladders[n % len(ladders)]))
    dots = [to_dot(ladder) for ladder in ladders]
    graphviz = _median(lambda n: pygraphviz.AGraph(string=dots[n % len(dots)]).draw(format="svg", prog="dot"))
    yield Measurement(name="ladder-computed", value=round(1e3 * fresh, 2), unit="ms", goal=10.0)
    yield _measurement("ladder-drawn", 1e3 * drawn, 1e3 * graphviz, "ms", "Graphviz drawing the same DOT", goal=50.0)


def _measurement(name: str, value: float, reference: float, unit: str, what: str, goal: float) -> Measurement:
    return Measurement(
        name=name,
        value=round(value, 3),
        unit=unit,
        reference=round(reference, 3),
        compared_with=what,
        ratio=round(value / reference, 2),
        goal=goal,
        note=f"goal for the value; median of {REQUESTS}" if unit == "ms" else "goal for the value",
    )


@contextmanager
def served(code: str, folder: Path, path: str) -> Iterator[tuple[float, str]]:
    """Start a service; give the seconds to its first answer and its address; stop it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "LADDERWORKS_KB": str(folder)}
    start = time.perf_counter()
    command = [sys.executable, "-c", code.format(port=port)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            _await(address + path)
            yield time.perf_counter() - start, address
        finally:
            process.terminate()


def _await(url: str) -> None:
    """Ask until somebody answers."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        try:
            fetched(url)
        except urllib.error.URLError:
            time.sleep(0.01)
        else:
            return
    message = f"nothing answered at {url} within {PATIENCE:g} s"
    raise TimeoutError(message)


def _one_of(urls: Sequence[str], number: int) -> bytes:
    return fetched(urls[number % len(urls)])


def fetched(url: str) -> bytes:
    """Return what an address answers."""
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        body: bytes = answer.read()
    return body


def _median(call: Callable[[int], object]) -> float:
    """Return the median seconds of many calls, after one for each pair that does not count."""
    for number in range(len(PAIRS)):
        call(number)
    seconds = []
    for number in range(REQUESTS):
        start = time.perf_counter()
        call(number)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)
