"""The endpoint: queries of anybody, each answered within its bounds by one of a few workers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Final, Literal

import pyoxigraph as ox
from pydantic import BaseModel, ConfigDict

from ontology.endpoint.bounds import Bounds
from ontology.endpoint.process import Json, Source, Worker
from ontology.errors import BoundError, CrowdedError, InputError, UnsupportedError
from ontology.queries import PREFIX_TEXTS, graphs_of, refusal, refuse_service
from ontology.shown import names_releasers, open_releases, shown_releases
from ontology.store import KnowledgeBase

Kind = Literal["rows", "truth", "graph"]

FORMS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "rows": ("json", "xml", "csv", "tsv"),
    "truth": ("json", "xml"),
    "graph": ("ttl", "jsonld", "rdf", "nt"),
}
"""What a result can be written in, by the kind of the query: SELECT, ASK, and CONSTRUCT or DESCRIBE."""

XML_FORMS: Final = ("xml", "rdf")

WAITING: Final = 4
"""Queries that wait for each worker, at most."""


class Result(BaseModel):
    """The result of a query.

    Parameters
    ----------
    form
        One of `FORMS`.
    rows
        Rows, or triples, that it holds.
    cut
        Whether there are more than may be told.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind
    form: str
    content: bytes
    rows: int
    cut: bool


class Asked(BaseModel):
    """A query with what stands beside it.

    Parameters
    ----------
    default, named
        Graphs to see as one, and graphs to see by their names; without any, all releases, or what the query names.
    forms
        What to write the result in, by kind; empty where nothing fits.
    rows
        To tell at most, where fewer than the bounds have.
    """

    model_config = ConfigDict(frozen=True)

    query: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    forms: Mapping[Kind, str]
    rows: int | None = None


class Endpoint:
    """Answers queries about a knowledge base that does not change; processes are started when they are needed.

    Parameters
    ----------
    folder
        Of the store; ``None`` where the knowledge base is in memory.

    Attributes
    ----------
    graphs
        The graphs of all releases that may be asked for. Where there are others, what describes the releases is not
        seen: it names their files. Nor is it where a firm ever released its list: it names who did.
    """

    def __init__(self, base: KnowledgeBase, folder: Path | None = None, bounds: Bounds | None = None) -> None:
        self.bounds = bounds or Bounds()
        self._base = base
        self._folder = folder
        opened = open_releases(base)
        self.graphs = tuple(release.iri for release in opened)
        self._shown = [release.iri for release in shown_releases(opened)]
        told = len(opened) == len(base.releases()) and not names_releasers(base)
        self._descriptions = [""] if told else []
        self._seats = BoundedSemaphore(self.bounds.workers)
        self._line = BoundedSemaphore(self.bounds.workers * (1 + WAITING))
        self._changing = Lock()
        self._idle: list[Worker] = []
        self._closed = False
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    def ask(self, asked: Asked) -> Result:
        """Answer a query.

        Raises
        ------
        InputError
            Where the text is no query, asks another server, would change something, or names a graph that is none.
        BoundError
            Where it takes more than it may.
        UnsupportedError
            Where the result cannot take the form that was wanted.
        CrowdedError
            Where too many are waiting.
        StoreError
            Where the process that answered was ended from outside.
        """
        self._check(asked)
        with self._worker() as worker:
            told, content = worker.ask(self._told(asked))
        if "error" in told:
            raise self._failure(asked, told)
        return Result(kind=told["kind"], form=told["form"], content=content, rows=told["rows"], cut=told["cut"])

    def close(self) -> None:
        """End all processes; one that is answering ends with its answer."""
        with self._changing:
            self._closed = True
            for worker in self._idle:
                worker.close()
            self._idle.clear()
            if self._scratch:
                self._scratch.cleanup()
                self._scratch = None

    def _check(self, asked: Asked) -> None:
        most, size = self.bounds.query * 1024, len(asked.query.encode("utf-8", "replace"))
        if size > most:
            message = f"the query is {size:,} bytes long, and may be {most:,}"
            raise BoundError(message)
        refuse_service(asked.query)
        named = (*asked.default, *asked.named, *chain.from_iterable(graphs_of(asked.query)))
        if strange := [graph for graph in named if graph not in self.graphs]:
            message = f"{strange[0]!r} is no graph of a release; /dataset lists those that there are"
            raise InputError(message)

    def _told(self, asked: Asked) -> Json:
        """Return a query as a worker reads it."""
        default, named = list(asked.default), list(asked.named)
        if not default and not named:
            default, named = graphs_of(asked.query)
        if not default and not named:
            default, named = [*self._descriptions, *self._shown], list(self.graphs)
        return {
            "query": asked.query,
            "prefixes": PREFIX_TEXTS,
            "default": default,
            "named": named,
            "forms": dict(asked.forms),
            "rows": min(asked.rows or self.bounds.rows, self.bounds.rows),
            "bytes": self.bounds.result,
        }

    def _failure(self, asked: Asked, told: Json) -> Exception:
        """Return what to raise where a worker has no result."""
        kind: Kind = told.get("kind", "rows")
        match told["error"]:
            case "syntax":
                return InputError(refusal(asked.query, told["message"]))
            case "memory":
                return BoundError(f"the query takes more than the {self.bounds.memory} MB of memory that one may take")
            case "form":
                return UnsupportedError(f"the result of this query is offered as {', '.join(FORMS[kind])}")
            case "xml":
                others = (form for form in FORMS[kind] if form not in XML_FORMS)
                return UnsupportedError(f"XML cannot say some of the result; ask for one of: {', '.join(others)}")
        return InputError(f"the query cannot be answered: {told['message']}")

    @contextmanager
    def _worker(self) -> Iterator[Worker]:
        """Give a worker that nobody else asks; one that did not survive is not given again."""
        if not self._line.acquire(blocking=False):
            message = f"{self.bounds.workers} queries are being answered and {WAITING} wait for each of them"
            raise CrowdedError(message)
        try:
            if not self._seats.acquire(timeout=self.bounds.seconds):
                message = f"all of the {self.bounds.workers} queries that are answered at once take long"
                raise CrowdedError(message)
            try:
                yield from self._seated()
            finally:
                self._seats.release()
        finally:
            self._line.release()

    def _seated(self) -> Iterator[Worker]:
        worker = self._taken()
        try:
            yield worker
        except BaseException:
            worker.close()
            raise
        with self._changing:
            if not self._closed:
                self._idle.append(worker)
                return
        worker.close()

    def _taken(self) -> Worker:
        """Return an idle worker that still lives, or a new one."""
        with self._changing:
            while self._idle:
                worker = self._idle.pop()
                if worker.alive:
                    return worker
                worker.close()
            source = self._source()
        return Worker(source, self.bounds)

    def _source(self) -> Source:
        if self._folder:
            return Source(folder=self._folder)
        if self._scratch is None:
            self._scratch = tempfile.TemporaryDirectory(prefix="ladderworks-")
            self._base.store.dump(str(self._dump), ox.RdfFormat.N_QUADS)
        return Source(dump=self._dump)

    @property
    def _dump(self) -> Path:
        assert self._scratch
        return Path(self._scratch.name) / "store.nq"
