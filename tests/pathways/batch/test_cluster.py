"""A batch on real processes: killed workers, any number of them, and a scheduler of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import dask
import distributed
import polars as pl
import psutil
import pytest

from ontology.errors import InputError
from pathways.batch import (
    Asked,
    Attempt,
    Batch,
    Event,
    Folder,
    Framework,
    Partition,
    Standing,
    State,
    local_cluster,
    method,
    partitions,
    read_attempts,
    remote_cluster,
    sources,
)
from pathways.batch.alignment import Job
from pathways.batch.cluster import SETTINGS, Cluster
from pathways.batch.run import Workers
from standards.corpora import read_corpus
from standards.matching import Entry, Index

VERBS = ("install", "repair", "test", "inspect", "calibrate", "design", "explain", "adjust")
THINGS = ("motors", "turbines", "pumps", "relays", "breakers", "gauges", "valves", "panels", "boilers", "meters")
PARTITION = 400
PATIENCE = 600
"""Seconds after which a test gives up waiting; on a machine at rest everything comes in one or two."""

Make = Callable[[str], Batch]
Hire = Callable[[int], AbstractContextManager[Cluster]]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """What makes a batch of 2,400 different statements in six partitions, for a folder."""
    home = tmp_path_factory.mktemp("batch")
    spoken = [f"{verb} {thing}" for verb in VERBS for thing in THINGS]
    said = [f"{spoken[n % 80]} and {spoken[n * 7 % 80]} in unit {n}" for n in range(6 * PARTITION)]
    pl.DataFrame({"outcome": said}).write_parquet(home / "corpus.parquet")
    corpus = read_corpus(home / "corpus.parquet")
    entries = tuple(Entry.model_validate({"iri": f"http://x/{n}", "label": text}) for n, text in enumerate(spoken))
    index = Index.of(entries)
    target = Framework(name="trade", release="trade 1", competencies=len(entries), sha256="0" * 64)
    asked = Asked(corpus=sources(corpus), framework=target, partition=PARTITION, top=3, least=0.2, method=method())
    return lambda out: Batch(corpus, asked, index, Folder(home / out))


@pytest.fixture(scope="module")
def alone(make: Make, threads: Hire) -> dict[str, bytes]:
    """The results of one worker that nothing disturbs."""
    batch = make("alone")
    assert len(batch.run(partial(threads, 1), untold).of(State.DONE)) == 6
    assert len({attempt.worker for attempt in read_attempts(batch.folder.attempts)}) == 1
    return results(batch.folder)


def untold(_: Standing) -> None:
    """Tell nobody."""


def results(folder: Folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder.path / "results").iterdir())}


def times(folder: Folder, event: Event) -> Counter[int]:
    """Return how many times each partition had an event."""
    return Counter(attempt.partition for attempt in read_attempts(folder.attempts) if attempt.event is event)


def kill_a_worker(folder: Folder, killed: list[Attempt]) -> None:
    """Kill a worker right after it began its second partition."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        begun = [attempt for attempt in read_attempts(folder.attempts) if attempt.event is Event.BEGAN]
        counts = Counter(attempt.worker for attempt in begun)
        if seconds := [attempt for attempt in begun if counts[attempt.worker] > 1]:
            os.kill(int(seconds[-1].worker.rpartition("-")[2]), signal.SIGKILL)
            killed.append(seconds[-1])
            return
        time.sleep(0.005)


def test_a_killed_worker_costs_the_partition_it_was_at(make: Make, alone: dict[str, bytes]) -> None:
    batch, killed = make("killed"), list[Attempt]()
    batch.folder.path.mkdir()
    killer = threading.Thread(target=kill_a_worker, args=(batch.folder, killed))
    killer.start()

    manifest = batch.run(partial(local_cluster, 2), untold)
    killer.join()

    (victim,) = killed
    assert len(manifest.of(State.DONE)) == 6
    assert times(batch.folder, Event.BEGAN) == {**dict.fromkeys(range(1, 7), 1), victim.partition: 2}
    assert times(batch.folder, Event.DONE) == dict.fromkeys(range(1, 7), 1)
    assert manifest.partitions[victim.partition - 1].worker != victim.worker
    assert len({attempt.worker for attempt in read_attempts(batch.folder.attempts)}) in (2, 3)
    assert results(batch.folder) == alone


def test_two_workers_give_what_one_gives(make: Make, alone: dict[str, bytes]) -> None:
    batch = make("two")
    processes: set[int] = set()

    def watch(_: Standing) -> None:
        processes.update(child.pid for child in psutil.Process().children(recursive=True))

    batch.run(partial(local_cluster, 2), watch)

    assert len({attempt.worker for attempt in read_attempts(batch.folder.attempts)}) == 2
    assert times(batch.folder, Event.BEGAN) == dict.fromkeys(range(1, 7), 1)
    assert results(batch.folder) == alone


def test_workers_listen_on_this_machine_only_and_end_with_the_run() -> None:
    before = set(psutil.Process().children(recursive=True))
    with local_cluster(1):
        started = set(psutil.Process().children(recursive=True)) - before
        listening = {
            connection.laddr.ip
            for process in (psutil.Process(), *started)
            for connection in process.net_connections("inet")
            if connection.status == psutil.CONN_LISTEN
        }
    _, alive = psutil.wait_procs([p for p in started if "resource_tracker" not in "".join(cmdline(p))], timeout=10)

    assert listening == {"127.0.0.1"}
    assert started
    assert alive == []


def cmdline(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.NoSuchProcess:
        return []


def test_what_a_worker_raises_ends_the_run_and_the_next_one_goes_on(make: Make) -> None:
    batch = make("changed")
    corpus = Path(batch.corpus.files[0].path)
    content = corpus.read_bytes()
    corpus.write_bytes(content + b"x")
    try:
        with pytest.raises(InputError, match="has changed: it has"):
            batch.run(partial(local_cluster, 1), untold)
    finally:
        corpus.write_bytes(content)

    assert not times(batch.folder, Event.DONE)
    assert read_attempts(batch.folder.attempts)[-1].event is Event.FAILED


def test_a_partition_that_kills_every_worker_is_marked_and_the_run_goes_on(make: Make) -> None:
    """Every worker that begins partition 1 is killed at once, so none can end it."""
    batch, stop = make("poison"), threading.Event()
    batch.folder.path.mkdir()
    killer = threading.Thread(target=kill_whoever_begins, args=(batch.folder, 1, stop))
    killer.start()
    try:
        with dask.config.set({"distributed.scheduler.allowed-failures": 1}):
            manifest = batch.run(partial(local_cluster, 2), untold)
    finally:
        stop.set()
        killer.join()

    (failed,) = manifest.of(State.FAILED)
    assert failed.number == 1
    assert failed.message.startswith("2 workers died of it")
    assert len(manifest.of(State.DONE)) == 5


def kill_whoever_begins(folder: Folder, partition: int, stop: threading.Event) -> None:
    killed: set[str] = set()
    while not stop.wait(0.005):
        attempts = read_attempts(folder.attempts)
        for worker in {a.worker for a in attempts if a.partition == partition} - killed:
            os.kill(int(worker.rpartition("-")[2]), signal.SIGKILL)
            killed.add(worker)


# --- A scheduler of its own ---


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler without workers."""
    file = tmp_path / "scheduler.json"
    command = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)]
    with running(*command):
        wait_for(lambda: file.exists() and file.read_text().endswith("}"))
        yield json.loads(file.read_text())["address"]


class running:  # noqa: N801 - reads as what it does
    """A command of Dask's, ended with the block."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "dask", *arguments]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)


def wait_for(what: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_the_workers_of_a_scheduler_do_the_same(make: Make, alone: dict[str, bytes], scheduler: str) -> None:
    batch = make("scheduled")
    with running("worker", scheduler, "--nworkers", "1", "--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard"):
        manifest = batch.run(partial(remote_cluster, scheduler), untold)

    assert len(manifest.of(State.DONE)) == 6
    assert times(batch.folder, Event.BEGAN) == dict.fromkeys(range(1, 7), 1)
    assert results(batch.folder) == alone


def test_a_scheduler_without_workers_is_said(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathways.batch.cluster.PATIENCE", 0.5)
    with pytest.raises(InputError, match=f"{scheduler} has no workers; start one"), remote_cluster(scheduler):
        pytest.fail("it has no workers")


def test_no_scheduler_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathways.batch.cluster.PATIENCE", 0.5)
    with (
        pytest.raises(InputError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9 "),
        remote_cluster("tcp://127.0.0.1:9"),
    ):
        pytest.fail("nobody is there")


@pytest.mark.parametrize("address", ["", "node1", "http://node1:8786", "tcp://node1", "tcp://node1:port"])
def test_what_is_no_address_is_said(address: str) -> None:
    with (
        pytest.raises(InputError, match="is no address of a scheduler; give it as tcp://HOST:PORT"),
        remote_cluster(address),
    ):
        pytest.fail("that is no address")


def test_a_scheduler_that_dies_is_said(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SETTINGS, "distributed.comm.timeouts.connect", "2s")  # of which several are waited for
    batch, file = make("deserted"), tmp_path / "scheduler.json"
    command = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)]
    deserting = running(*command)
    wait_for(lambda: file.exists() and file.read_text().endswith("}"))
    address = json.loads(file.read_text())["address"]

    def desert(standing: Standing) -> None:
        if standing.partitions == 1:
            deserting.__exit__()

    worker = running("worker", address, "--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard")
    with worker, pytest.raises(InputError, match="the scheduler is gone"):
        batch.run(partial(remote_cluster, address), desert)


def test_a_partition_that_no_worker_is_at_is_not_waited_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheduler may lose one while its worker dies; an idle worker beside it tells that nobody will do it."""
    monkeypatch.setattr("pathways.batch.cluster.LONGEST", 0.3)
    with distributed.Client(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
    ) as client:
        slow = client.submit(time.sleep, 1.5, pure=False)
        assert Cluster(client)._ended([slow]) == {slow}
        lost: distributed.Future[None] = distributed.Future("nobody-has-it", client)
        with pytest.raises(InputError, match="no worker is at what is left"):
            Cluster(client)._ended([lost])


def test_a_partition_that_waits_for_busy_workers_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a scheduler that others use as well, all workers may be at something else for long."""
    monkeypatch.setattr("pathways.batch.cluster.LONGEST", 0.3)
    with distributed.Client(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
    ) as client:
        theirs = [client.submit(time.sleep, 0.7, pure=False) for _ in range(3)]
        ours = client.submit(sum, [1, 2], pure=False)
        assert Cluster(client)._ended([ours]) == {ours}
        assert len(theirs) == 3


def stopped_at_once() -> AbstractContextManager[Workers]:
    """Hire nobody, as the run is stopped."""
    raise KeyboardInterrupt


def test_only_as_many_partitions_are_out_as_there_are_workers(make: Make, threads: Hire) -> None:
    """The scheduler never learns of more, however long the list of partitions is."""
    batch = make("bounded")
    asked: list[int] = []

    def listing() -> Iterator[Partition]:
        for partition in partitions(batch.corpus, PARTITION):
            asked.append(partition.number)
            yield partition

    with pytest.raises(KeyboardInterrupt):
        batch.run(stopped_at_once, untold)
    job = Job(
        run="x",
        folder=str(batch.folder.path),
        index="0" * 64,
        method="other",
        top=1,
        least=0,
    )
    with threads(2) as cluster, pytest.raises(InputError, match="another version"):
        next(cluster.align(job, listing()))

    assert asked == [1, 2]
