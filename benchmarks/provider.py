"""How fast the CASE service answers with a large package, and how much memory the process that does so takes.

The package is that of `benchmarks.wire`. It is asked for over HTTP from a service started for it; the reference is
Python's own server of files, sending the same bytes from the disk.
"""

from __future__ import annotations

import json
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Final

from api.ims.provider import Provider
from benchmarks.measurement import Measurement
from benchmarks.service import served
from benchmarks.wire import ITEMS, made
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.wire.uuids import derived_uuid

ROUNDS: Final = 10
LOOKUPS: Final = 200
SAID: Final = f"{ITEMS:,} items, {2 * ITEMS:,} associations, over HTTP"

SERVE: Final = """
import os, pathlib, signal
from benchmarks.measurement import peak
told = pathlib.Path(os.environ["LADDERWORKS_KB"]).with_name("peak")
signal.signal(signal.SIGTERM, lambda *_: told.write_text(str(peak())))
from api.command_line import run
run(["serve", "--port", "{port}"])
"""

FILES: Final = """
import functools, http.server, os
folder = os.environ["LADDERWORKS_KB"]
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
http.server.ThreadingHTTPServer(("127.0.0.1", {port}), handler).serve_forever()
"""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure the service; it is the same in full."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, path = Path(scratch) / "kb", Path(scratch) / "package.json"
        package = made(ITEMS)
        path.write_text(json.dumps(package), encoding="utf-8")
        with KnowledgeBase.open(folder, write=True) as base:
            import_release(base, "case", [path])
        yield _written(folder)
        with served(FILES, Path(scratch), "/package.json") as (_, files):
            plain = _best(f"{files}/package.json")
        with served(SERVE, folder, "/healthz") as (_, address):
            yield from _packages(f"{address}/ims/case/v1p1", package["CFDocument"]["identifier"], plain)
            yield from _lookups(f"{address}/ims/case/v1p1", [item["identifier"] for item in package["CFItems"]])
        memory = float((Path(scratch) / "peak").read_text())
        yield Measurement(name="case-served-peak-memory", value=round(memory), unit="MB", goal=500.0, note=SAID)


def _written(folder: Path) -> Measurement:
    """Measure what the service does when it has started, in seconds of the processor."""
    with KnowledgeBase.open(folder) as base:
        provider = Provider(base)
        (identifier,) = provider.documents
        start = time.process_time()
        provider.package(identifier)
        seconds = time.process_time() - start
    note = "once, beside the start of the service; of the processor"
    return Measurement(name="case-package", value=round(seconds, 2), unit="s", note=note)


def _packages(root: str, identifier: str, plain: float) -> Iterator[Measurement]:
    url = f"{root}/CFPackages/{identifier}"
    for name, headers in (("case-served", {}), ("case-served-gzip", {"Accept-Encoding": "gzip"})):
        _seconds(url, headers)
        best = _best(url, headers)
        yield Measurement(
            name=name,
            value=round(best, 3),
            unit="s",
            reference=round(plain, 3),
            compared_with="Python's http.server sending the file",
            ratio=round(best / plain, 2),
            goal=0.3,
            note=f"goal for the value; {SAID}, best of {ROUNDS}",
        )
    known = {"If-None-Match": urllib.request.urlopen(url).headers["ETag"]}
    yield Measurement(name="case-unchanged", value=round(1e3 * _best(url, known), 2), unit="ms", note="304")


def _lookups(root: str, items: list[str]) -> Iterator[Measurement]:
    """Measure items looked up by their identifiers, one after another, and what is not there."""
    _seconds(f"{root}/CFItems/{items[0]}")  # asks for all identifiers
    each = median(_seconds(f"{root}/CFItemAssociations/{item}") for item in items[:: len(items) // LOOKUPS])
    note = f"median of {LOOKUPS}, with associations"
    yield Measurement(name="case-item", value=round(1e3 * each, 2), unit="ms", note=note)
    absent = _best(f"{root}/CFItems/{derived_uuid('nothing')}")
    yield Measurement(name="case-unknown", value=round(1e3 * absent, 2), unit="ms", note="404")


def _best(url: str, headers: Mapping[str, str] | None = None) -> float:
    return min(_seconds(url, headers) for _ in range(ROUNDS))


def _seconds(url: str, headers: Mapping[str, str] | None = None) -> float:
    """Return how long an answer takes, to its last byte, whatever it says."""
    request = urllib.request.Request(url, headers=dict(headers or {}))
    start = time.perf_counter()
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            answer.read()
    except urllib.error.HTTPError as error:
        error.read()
    return time.perf_counter() - start
