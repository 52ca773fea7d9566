from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api import command_line
from api.app import create_app
from api.settings import Settings
from ontology.identifiers import Identifiers

Run = Callable[..., int]


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service on the embedded example, as nothing is imported."""
    settings = Settings(tmp_path_factory.mktemp("nothing"), Identifiers())
    app = create_app(settings)
    with TestClient(app, base_url="http://localhost:8000") as client:
        app.state.current.service.wait(120)
        yield client


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line on an empty knowledge base, in a folder of its own."""
    monkeypatch.setenv("LADDERWORKS_KB", str(tmp_path / "kb"))
    monkeypatch.delenv("LADDERWORKS_BASE_IRI", raising=False)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: command_line.run([str(argument) for argument in arguments])
