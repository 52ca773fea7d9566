import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api import command_line
from api.app import create_app
from api.example import import_example
from api.http.service import Service
from api.knowledge import Knowledge
from api.settings import Settings
from ontology.identifiers import Identifiers
from ontology.loads import Load
from ontology.store import KnowledgeBase
from pathways.scopes import Scopes
from standards.imports import Imported

Run = Callable[..., int]
Serve = Callable[..., TestClient]

BESIDE = [
    "employment-power-generation",
    "outcomes-power-generation",
    *(
        f"sheet-{firm}"
        for firm in ("basalt-ridge-energy", "larkspur-plateau-wind", "stillwater-bend-hydro", "tamarack-pud")
    ),
]
"""What is stored beside the example's own release."""


def stored(status: str) -> dict[str, Any]:
    """Return what ``status --json`` says of the panel's own release; what is kept back stands beside it."""
    (held,) = (one for one in json.loads(status)["releases"] if one["release"]["source"] == "power-generation")
    return dict(held)


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service on the embedded example, as nothing is imported."""
    settings = Settings(tmp_path_factory.mktemp("nothing"), Identifiers())
    app = create_app(settings)
    with TestClient(app, base_url="http://localhost:8000") as client:
        app.state.current.service.wait(120)
        yield client


class _Only:
    """A service that never turns to another."""

    def __init__(self, service: Service) -> None:
        self.service = service

    @contextmanager
    def held(self) -> Iterator[Service]:
        yield self.service


@pytest.fixture
def serve() -> Iterator[Serve]:
    """What serves a knowledge base as it is now, ready if asked; whatever is written later needs another service."""
    with ExitStack() as stack:

        def serve(base: KnowledgeBase, folder: Path | None = None, *, ready: bool = False) -> TestClient:
            service, app = Service(Knowledge(base, folder)), create_app()
            app.state.current = _Only(service)
            stack.callback(service.endpoint.close)
            stack.callback(service.close)  # nothing reads the base any more, whose turn to close is next
            stack.callback(service.stop)
            if ready:
                service.warm()
                service.wait()
            return TestClient(app, base_url="http://localhost:8000")

        yield serve


@pytest.fixture(scope="session")
def read_once() -> Callable[[KnowledgeBase], Imported]:
    """What puts the embedded example into a knowledge base, as `import_example` does, without reading it each time."""
    with KnowledgeBase.in_memory() as example:
        imported = import_example(example)
        known = (imported.release, *imported.beside)
        read = [(one, example.files(one), example.graph(one).serialize(format="nt", encoding="utf-8")) for one in known]

    def put(base: KnowledgeBase) -> Imported:
        if base.identifiers != Identifiers():
            return import_example(base)
        base.replace_all([Load(release, files, [triples]) for release, files, triples in read])
        return imported

    return put


@pytest.fixture(scope="session")
def computed_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Scopes]:
    """What makes the snapshots of a knowledge base; those that are kept nowhere are kept in a folder of the tests."""
    kept = tmp_path_factory.mktemp("snapshots")
    return lambda base, folder: Scopes(base, folder or kept)


@pytest.fixture
def in_threads(threads: Callable[[int], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the workers of commands that run in this process be threads of it; others prove that processes do."""
    monkeypatch.setattr("api.commands.batch.local_cluster", threads)


@pytest.fixture
def run(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    read_once: Callable[[KnowledgeBase], Imported],
    computed_once: Callable[..., Scopes],
) -> Run:
    """Run the command line on an empty knowledge base, in a folder of its own; the example is read and computed once.

    Commands that are run as processes (`test_command_line`, `test_demo`) read and compute it themselves.
    """
    monkeypatch.setattr("api.knowledge.import_example", read_once)
    monkeypatch.setattr("api.knowledge.Scopes", computed_once)
    monkeypatch.setenv("LADDERWORKS_KB", str(tmp_path / "kb"))
    monkeypatch.delenv("LADDERWORKS_BASE_IRI", raising=False)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: command_line.run([str(argument) for argument in arguments])
