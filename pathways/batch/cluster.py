"""The cluster: processes on this machine, or a scheduler with workers elsewhere, that align partitions."""

from __future__ import annotations

import logging
import re
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any, Final

import dask
import distributed
from distributed.scheduler import KilledWorker

from ontology.errors import InputError, LadderworksError
from pathways.batch.alignment import Done, Job, align_partition
from pathways.batch.partitions import Partition

MEMORY: Final = 1_500_000_000
"""Bytes that a worker on this machine may take before it is stopped and started anew."""

LONGEST: Final = 60
"""Seconds of waiting after which it is asked whether any worker is still at it."""

START: Final = 120
"""Seconds that a process on this machine has to start; one that hangs on its way is given up."""

PATIENCE: Final = 10
"""Seconds that a scheduler has to answer; three times as many until it has a worker."""

ADDRESS: Final = re.compile(r"(tcp|tls|ucx|wss?)://[^/\s]+:\d+")
EXAMPLE: Final = "tcp://node1:8786"

ONE_THREAD: Final = {
    f"{library}_NUM_THREADS": "1" for library in ("OMP", "MKL", "OPENBLAS", "RAYON", "VECLIB", "NUMEXPR")
}

SETTINGS: Final = {
    # One thread a process: the processes are as many as the cores that the user gives.
    "distributed.nanny.pre-spawn-environ": {
        **ONE_THREAD,
        "POLARS_MAX_THREADS": "1",
        "TOKENIZERS_PARALLELISM": "false",
        # Arrays come and go by the block; giving their memory back each time costs a third of the work.
        "MALLOC_TRIM_THRESHOLD_": "268435456",
        "MALLOC_MMAP_THRESHOLD_": "33554432",
        "DASK_LOGGING__DISTRIBUTED": "critical",
    },
    # Workers keep no results, so there is nothing to spill, and waiting frees no memory.
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.profile.enabled": False,
    # Nobody looks at the pages that they offer.
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.comm.timeouts.connect": f"{PATIENCE}s",
}

LOGGERS: Final = ("asyncio", "distributed", "distributed.client", "distributed.gc", "tornado", "tornado.application")
"""What they say of lost connections and slow loops is of no use to those who run a command."""


Out = distributed.Future[Any]
"""A partition that is handed out."""


class Cluster:
    """Where partitions are aligned."""

    def __init__(self, client: distributed.Client) -> None:
        self._client = client

    @property
    def slots(self) -> int:
        """Return how many partitions are aligned at the same time."""
        return sum(self._client.nthreads().values())

    def align(self, job: Job, partitions: Iterable[Partition]) -> Iterator[tuple[Partition, Done | str]]:
        """Yield each partition as soon as it ends: done, or why it stopped every worker that tried it.

        Only as many are handed out as there are workers, so the scheduler holds next to nothing, however many there
        are. A partition whose worker dies is handed to another one.

        Raises
        ------
        LadderworksError
            What a worker raises.
        InputError
            Where the scheduler is gone, or its workers cannot run this.
        """
        waiting, out = iter(partitions), dict[Out, Partition]()
        self._hand_out(job, waiting, out)
        while out:
            for future in self._ended(out):
                partition, outcome = out.pop(future), _outcome(future)
                # Else the scheduler would have it made again when the worker that made it dies.
                future.release()
                self._hand_out(job, waiting, out)
                yield partition, outcome

    def _hand_out(self, job: Job, waiting: Iterator[Partition], out: dict[Out, Partition]) -> None:
        """Hand out partitions until every worker has one; one at least, while workers are being started."""
        for partition in islice(waiting, max(self.slots - len(out), 0 if out else 1)):
            out[self._client.submit(align_partition, job, partition, pure=False)] = partition

    def _ended(self, out: Iterable[Out]) -> Iterable[Out]:
        """Return what has ended, as soon as anything has."""
        still = 0
        while still < 2:
            try:
                ended: set[Out] = distributed.wait(list(out), timeout=LONGEST, return_when="FIRST_COMPLETED").done
                return ended
            except TimeoutError:
                still = 0 if self._at_work(out) else still + 1
            except distributed.CancelledError as error:
                message = "the scheduler is gone; start it, and run the same command again, which goes on with the rest"
                raise InputError(message) from error
        message = (
            "no worker is at what is left: all are gone, or have lost it; run the same command again, which goes on "
            "with the rest"
        )
        raise InputError(message)

    def _at_work(self, out: Iterable[Out]) -> bool:
        """Whether a worker is at one of some partitions, or all are busy with what others gave them."""
        processing = self._client.processing()
        ours = {future.key for future in out}
        return any(not ours.isdisjoint(keys) for keys in processing.values()) or (
            bool(processing) and all(processing.values())
        )


class Deaf(distributed.WorkerPlugin):
    """Lets Ctrl-C end the command and not its workers one by one, each with a traceback."""

    def setup(self, worker: distributed.Worker) -> None:
        """Ignore interrupts in a worker process."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def local_cluster(workers: int, memory: int = MEMORY) -> Iterator[Cluster]:
    """Start processes on this machine, which only this machine can reach, and stop them at the end.

    Parameters
    ----------
    memory
        Bytes that each may take.
    """
    with _settings():
        cluster = distributed.LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            memory_limit=memory,
            death_timeout=START,
            silence_logs=logging.CRITICAL,
        )
        try:
            with _connected(distributed.Client(cluster)) as client:
                client.register_plugin(Deaf())
                yield Cluster(client)
        finally:
            with suppress(TimeoutError):
                cluster.close(timeout=LONGEST)


@contextmanager
def _connected(client: distributed.Client) -> Iterator[distributed.Client]:
    """Close a client at the end, and take no harm where the other side answers no more."""
    try:
        yield client
    finally:
        with suppress(TimeoutError):
            client.close()


@contextmanager
def remote_cluster(address: str) -> Iterator[Cluster]:
    """Use the workers of a scheduler that runs already.

    Parameters
    ----------
    address
        For instance ``tcp://node1:8786``.

    Raises
    ------
    InputError
        Where nothing answers there, or it has no workers.
    """
    with _settings(), _connected(_client(address)) as client:
        try:
            client.wait_for_workers(1, timeout=3 * PATIENCE)
        except TimeoutError:
            message = f"the scheduler at {address} has no workers; start one there with: dask worker {address}"
            raise InputError(message) from None
        yield Cluster(client)


@contextmanager
def _settings() -> Iterator[None]:
    """Set Dask up as it is wanted here, and keep it quiet: what matters is raised."""
    before = {logger: logger.level for logger in map(logging.getLogger, LOGGERS)}
    for logger in before:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with dask.config.set(SETTINGS):
            yield
    finally:
        for logger, level in before.items():
            logger.setLevel(level)


def _client(address: str) -> distributed.Client:
    if not ADDRESS.fullmatch(address):
        message = f"{address!r} is no address of a scheduler; give it as tcp://HOST:PORT, for instance {EXAMPLE}"
        raise InputError(message)
    try:
        return distributed.Client(address, timeout=PATIENCE)
    except OSError as error:
        message = (
            f"no scheduler answers at {address} ({_first_line(error)}); start one there with: dask scheduler. "
            "Or leave out --scheduler to work on this machine"
        )
        raise InputError(message) from error


def _outcome(future: distributed.Future[Any]) -> Done | str:
    """Return what became of a partition."""
    try:
        done: Done = future.result()
    except KilledWorker as error:
        attempts = dask.config.get("distributed.scheduler.allowed-failures") + 1
        return f"{attempts} workers died of it ({error.last_worker.address})"
    except LadderworksError:
        raise
    except (ImportError, RuntimeError) as error:
        message = f"the workers cannot run Ladderworks ({_first_line(error)}); install this version of it there"
        raise InputError(message) from error
    return done


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
