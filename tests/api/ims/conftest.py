"""The CASE service on packages of other servers, the example and a large framework, and the official OpenAPI."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft201909Validator, FormatChecker

from api.app import create_app
from api.settings import Settings
from ontology.identifiers import Identifiers
from ontology.store import KnowledgeBase
from standards.imports import import_release
from tests.standards.publishing.conftest import base, twice, written
from tests.standards.wire.case.every_field import every_field

__all__ = ["base", "twice", "written"]
"""Fixtures of others: a standard, and its two versions."""

Json = Any
Wrong = Callable[[str, int, Json], list[str]]
"""Says what is wrong with an answer: of the path as the OpenAPI has it, the status and the content."""

ROOT = "/ims/case/v1p1"
SHARED = b"d0000000-0000-0000-0000-000000000000"
"""The identifier that several of the packages give their documents."""

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def is_moment(said: object) -> bool:
    return not isinstance(said, str) or MOMENT.fullmatch(said) is not None


def is_address(said: object) -> bool:
    return not isinstance(said, str) or bool(urlsplit(said).scheme)


FORMATS = FormatChecker()
FORMATS.checks("date-time")(is_moment)
FORMATS.checks("uri")(is_address)


@pytest.fixture(scope="session")
def official(data: Path, needs: Callable[[Path], Path]) -> Json:
    """1EdTech's OpenAPI document of CASE 1.1."""
    return json.loads(needs(data / "wire/case/schemas/case-1.1-openapi.json").read_bytes())


@pytest.fixture(scope="session")
def wrong(official: Json) -> Wrong:
    """What the official OpenAPI finds wrong with an answer."""

    def check(path: str, status: int, content: Json) -> list[str]:
        answers = official["paths"][path]["get"]["responses"]
        schema = answers.get(str(status), answers["default"])["content"]["application/json"]["schema"]
        validator = Draft201909Validator({**schema, "components": official["components"]}, format_checker=FORMATS)
        return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(content)]

    return check


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], TestClient]]:
    """What starts the service on the knowledge base in a folder."""
    running: list[TestClient] = []

    def start(folder: Path) -> TestClient:
        client = TestClient(create_app(Settings(folder, Identifiers())), base_url="http://localhost:8000")
        client.__enter__()
        running.append(client)
        return client

    yield start
    for client in running:
        client.__exit__(None, None, None)


@pytest.fixture(scope="session")
def samples(
    data: Path,
    project: Path,
    needs: Callable[[Path], Path],
    serve: Callable[[Path], TestClient],
    tmp_path_factory: pytest.TempPathFactory,
) -> TestClient:
    """The service on the example, ten packages of other servers, each with an address of its own, and a full one."""
    scratch = tmp_path_factory.mktemp("samples")
    with KnowledgeBase.open(scratch / "kb", write=True) as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        for number, path in enumerate(sorted(needs(data / "wire/case/packages").glob("*.json"))):
            own = scratch / path.name
            own.write_bytes(path.read_bytes().replace(SHARED, b"d0000000-0000-0000-0000-%012d" % number))
            import_release(base, "case", [own])
        full = scratch / "full.json"
        schema = json.loads(needs(data / "wire/case/schemas/case-1.1-cfpackage.schema.json").read_bytes())
        full.write_text(json.dumps(every_field(schema)))
        import_release(base, "case", [full])
    return serve(scratch / "kb")
