"""Queries of anybody: each is answered within its bounds, and none harms the next."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree

import psutil
import pytest

from ontology.endpoint import Asked, Bounds, Endpoint, Kind
from ontology.endpoint.pool import WAITING
from ontology.endpoint.process import WORKER
from ontology.errors import BoundError, CrowdedError, InputError, StoreError, UnsupportedError
from ontology.identifiers import Identifiers
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase

Started = Callable[[], list[psutil.Process]]
FORMS: dict[Kind, str] = {"rows": "json", "truth": "json", "graph": "nt"}
FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a ?d"
STATEMENTS = 3000


def fill(base: KnowledgeBase) -> Release:
    lines = "".join(f'<http://x/{n}> <http://x/p> "statement {n}"@en .\n' for n in range(STATEMENTS))
    release = Release(
        iri=Iri("http://ignored/"),
        source="made",
        version="1",
        title=Text(value="Made"),
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="test",
    )
    return base.replace(release, [], [lines.encode()])


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        fill(base)
        yield base


@pytest.fixture
def endpoint(base: KnowledgeBase) -> Iterator[Endpoint]:
    made = Endpoint(base, bounds=Bounds(seconds=1, rows=10, memory=100, workers=1))
    yield made
    made.close()


def ask(endpoint: Endpoint, query: str) -> list[dict[str, dict[str, str]]]:
    found = json.loads(endpoint.ask(Asked(query=query, forms=FORMS)).content)
    rows: list[dict[str, dict[str, str]]] = found["results"]["bindings"]
    return rows


def processes() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if str(WORKER) in child.cmdline()]


@pytest.fixture
def workers() -> Started:
    """What returns the workers that a test has started and not ended."""
    before = processes()
    return lambda: [each for each in processes() if each not in before]


def answers(endpoint: Endpoint) -> bool:
    return ask(endpoint, "SELECT ?o { <http://x/7> <http://x/p> ?o }")[0]["o"]["value"] == "statement 7"


def test_a_query_that_runs_forever_is_ended_in_time(endpoint: Endpoint, workers: Started) -> None:
    assert answers(endpoint)
    start = time.monotonic()
    with pytest.raises(BoundError, match="longer than the 1 s"):
        ask(endpoint, FOREVER)

    assert time.monotonic() - start < 4
    assert workers() == []
    assert answers(endpoint)


def test_a_query_that_wants_gigabytes_is_ended_before_it_has_them(endpoint: Endpoint) -> None:
    patient = endpoint.bounds.model_copy(update={"seconds": 60.0})
    endpoint.bounds = patient
    own = psutil.Process().memory_info().rss
    with pytest.raises(BoundError, match="100 MB"):
        ask(endpoint, GREEDY)

    assert psutil.Process().memory_info().rss - own < 50e6
    assert answers(endpoint)


def test_a_long_query_is_not_even_read(endpoint: Endpoint, workers: Started) -> None:
    with pytest.raises(BoundError, match="1,000,009 bytes"):
        ask(endpoint, "ASK { } #" + "x" * 1_000_000)

    assert workers() == []


@pytest.mark.parametrize(
    ("query", "forms", "said"),
    [
        ("SELECT ?t { BIND(TRIPLE(<urn:a>, <urn:b>, <urn:c>) AS ?t) }", {"rows": "json"}, "is no value of SPARQL 1.1"),
        ("CONSTRUCT { <urn:a> <http://x/1> 1 } {}", {"graph": "rdf"}, "ask for one of: ttl, jsonld, nt"),
        ('SELECT ?t { BIND("\\u0001" AS ?t) }', {"rows": "xml"}, "ask for one of: json, csv, tsv"),
        ('SELECT ?t { BIND("\\uFFFE" AS ?t) }', {"rows": "xml"}, "XML cannot say some of the result"),
    ],
)
def test_what_a_form_cannot_say_is_refused_and_the_worker_stays(
    endpoint: Endpoint, workers: Started, query: str, forms: dict[Kind, str], said: str
) -> None:
    with pytest.raises((InputError, UnsupportedError), match=said):
        endpoint.ask(Asked(query=query, forms={**FORMS, **forms}))

    assert len(workers()) == 1


@pytest.mark.parametrize("form", ["xml", "rdf"])
def test_the_ends_of_lines_survive_xml(endpoint: Endpoint, form: str) -> None:
    query = {
        "xml": 'SELECT ?t { BIND("a\\r\\nb\\rc" AS ?t) }',
        "rdf": 'CONSTRUCT { <urn:a> <urn:b> "a\\r\\nb\\rc" } {}',
    }
    result = endpoint.ask(Asked(query=query[form], forms={**FORMS, "rows": "xml", "graph": "rdf"}))

    assert "a\r\nb\rc" in {element.text for element in ElementTree.fromstring(result.content).iter()}


def test_rows_beyond_the_bound_are_cut_and_told(endpoint: Endpoint) -> None:
    result = endpoint.ask(Asked(query="SELECT * { ?s <http://x/p> ?o }", forms=FORMS))
    whole = endpoint.ask(Asked(query="SELECT * { ?s <http://x/p> ?o } LIMIT 10", forms=FORMS))

    assert (result.rows, result.cut) == (10, True)
    assert (whole.rows, whole.cut) == (10, False)


def test_a_result_of_few_but_huge_rows_is_cut_too(base: KnowledgeBase) -> None:
    endpoint = Endpoint(base, bounds=Bounds(memory=32, workers=1))
    text = "x" * 50_000
    values = " ".join(f"({number})" for number in range(200))
    result = endpoint.ask(
        Asked(query=f'SELECT ?n ?t {{ VALUES (?n) {{ {values} }} BIND("{text}" AS ?t) }}', forms=FORMS)
    )
    endpoint.close()

    assert result.cut
    assert len(result.content) < 2 * endpoint.bounds.result
    assert result.rows == 20, "a megabyte has room for twenty of 50,000 letters"


def test_a_worker_that_is_killed_while_idle_is_replaced(endpoint: Endpoint, workers: Started) -> None:
    assert answers(endpoint)
    (worker,) = workers()
    worker.kill()
    psutil.wait_procs([worker], timeout=5)

    assert answers(endpoint)


def test_a_worker_that_is_killed_at_work_is_told_and_replaced(base: KnowledgeBase, workers: Started) -> None:
    endpoint = Endpoint(base, bounds=Bounds(seconds=60, workers=1))
    assert answers(endpoint)
    (worker,) = workers()
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(ask, endpoint, FOREVER)
        time.sleep(0.3)
        os.kill(worker.pid, signal.SIGKILL)
        with pytest.raises(StoreError, match="ended from outside"):
            asked.result()

    assert answers(endpoint)
    endpoint.close()


def test_a_worker_ends_with_its_parent(base: KnowledgeBase, tmp_path: Path) -> None:
    dump = tmp_path / "store.nq"
    dump.write_text("")
    worker = subprocess.Popen([sys.executable, "-I", str(WORKER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    opening = {"folder": None, "dump": str(dump), "memory": 10**8, "seconds": 1}
    worker.communicate(json.dumps(opening).encode() + b"\n", timeout=30)  # closes its input, as a parent's end does

    assert worker.returncode == 0


def test_others_are_answered_while_one_waits(base: KnowledgeBase) -> None:
    endpoint = Endpoint(base, bounds=Bounds(seconds=3, workers=2))
    assert answers(endpoint)
    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(ask, endpoint, FOREVER)
        time.sleep(0.2)
        assert answers(endpoint)
        assert not slow.done()
        with pytest.raises(BoundError):
            slow.result()
    endpoint.close()


def test_a_crowd_is_sent_away(endpoint: Endpoint) -> None:
    def outcome(_: int) -> type[Exception] | None:
        try:
            ask(endpoint, FOREVER)
        except (BoundError, CrowdedError) as error:
            return type(error)
        return None

    crowd = 1 + WAITING + 3
    with ThreadPoolExecutor(crowd) as pool:
        outcomes = list(pool.map(outcome, range(crowd)))

    assert outcomes.count(CrowdedError) >= 3
    assert BoundError in outcomes
    assert answers(endpoint)


def test_the_endpoint_leaves_nothing_behind(base: KnowledgeBase, workers: Started) -> None:
    endpoint = Endpoint(base)
    assert answers(endpoint)
    scratch = endpoint._scratch
    endpoint.close()

    assert workers() == []
    assert scratch is not None
    assert not Path(scratch.name).exists()


def test_a_store_on_disk_is_read_beside_its_other_readers(tmp_path: Path) -> None:
    with KnowledgeBase.open(tmp_path / "kb", Identifiers(), write=True) as base:
        fill(base)
    with KnowledgeBase.open(tmp_path / "kb", Identifiers()) as base:
        endpoint = Endpoint(base, tmp_path / "kb" / "store")
        assert answers(endpoint)
        endpoint.close()


@pytest.mark.parametrize("query", ["DROP ALL", "LOAD <http://x/>", "INSERT DATA { <http://x/a> <http://x/p> 1 }"])
def test_updates_are_refused(endpoint: Endpoint, query: str) -> None:
    with pytest.raises(InputError, match="updates are refused"):
        ask(endpoint, query)


class Listener(BaseHTTPRequestHandler):
    """Another server, which remembers whether it was asked."""

    asked = False

    def handle(self) -> None:
        type(self).asked = True


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux closes the network")
def test_no_worker_reaches_another_server_even_where_nobody_refused(tmp_path: Path) -> None:
    dump = tmp_path / "store.nq"
    dump.write_text("")
    server = HTTPServer(("127.0.0.1", 0), Listener)
    Thread(target=server.serve_forever, daemon=True).start()
    query = f"SELECT * {{ SERVICE <http://127.0.0.1:{server.server_port}/> {{ ?s ?p ?o }} }}"
    opening = {"folder": None, "dump": str(dump), "memory": 10**9, "seconds": 9}
    asked: dict[str, object] = {
        "query": query,
        "prefixes": {},
        "default": [],
        "named": [],
        "forms": FORMS,
        "rows": 9,
        "bytes": 9,
    }
    lines = b"".join(json.dumps(line).encode() + b"\n" for line in (opening, asked))
    done = subprocess.run([sys.executable, "-I", str(WORKER)], input=lines, capture_output=True, timeout=30, check=True)
    server.shutdown()
    server.server_close()

    assert json.loads(done.stdout.splitlines()[1])["error"] == "failed"
    assert not Listener.asked


def test_a_worker_whose_parent_forgot_it_ends_by_itself(tmp_path: Path) -> None:
    dump = tmp_path / "store.nq"
    dump.write_text("".join(f'<http://x/{n}> <http://x/p> "{n}" .\n' for n in range(STATEMENTS)))
    opening = {"folder": None, "dump": str(dump), "memory": 10**9, "seconds": 0.1}
    asked: dict[str, object] = {"query": FOREVER, "prefixes": {}, "default": [""], "named": [], "forms": FORMS}
    lines = b"".join(json.dumps(line).encode() + b"\n" for line in (opening, {**asked, "rows": 9, "bytes": 9}))
    done = subprocess.run(
        [sys.executable, "-I", str(WORKER)], input=lines, capture_output=True, timeout=30, check=False
    )

    assert done.returncode == -signal.SIGALRM
