"""CASE packages to read: those of other servers, and small ones made on the spot."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ontology.identifiers import Identifiers
from ontology.report import Report
from standards.archives import ArchivedFile
from standards.wire.case.package import Package
from standards.wire.case.reading import read_package

SERVER = "https://cases.example.org/ims/case/v1p1"
WHEN = "2026-01-31T09:00:00Z"

Json = Any
Read = Callable[[Json], tuple[Package, Report]]


@pytest.fixture
def read() -> Read:
    """What reads a package of JSON, or of bytes as they are."""

    def run(said: Json) -> tuple[Package, Report]:
        content = said if isinstance(said, bytes) else json.dumps(said).encode()
        return read_package(ArchivedFile("made.json", "", lambda: content), Identifiers())

    return run


@pytest.fixture
def packages(data: Path, needs: Callable[[Path], Path]) -> list[Path]:
    """The packages that other servers wrote."""
    return sorted(needs(data / "wire/case/packages").glob("*.json"))


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def resource(kind: str, number: int, **more: Json) -> dict[str, Json]:
    identifier = uuid(number)
    return {"identifier": identifier, "uri": f"{SERVER}/{kind}/{identifier}", "lastChangeDateTime": WHEN, **more}


def item(number: int, statement: str = "Weld pipes", **more: Json) -> dict[str, Json]:
    return resource("CFItems", number, fullStatement=statement, **more)


def link(of: dict[str, Json]) -> dict[str, Json]:
    title = of.get("fullStatement", of.get("title", ""))
    return {"title": title, "identifier": of["identifier"], "uri": of["uri"]}


def association(
    number: int, named: str, origin: dict[str, Json], end: dict[str, Json], **more: Json
) -> dict[str, Json]:
    ends = {"originNodeURI": link(origin), "destinationNodeURI": link(end)}
    return resource("CFAssociations", number, associationType=named, **ends, **more)


DOCUMENT = resource("CFDocuments", 1, title="Welding", creator="Mill College", language="en")


def package(*items: dict[str, Json], associations: tuple[dict[str, Json], ...] = (), **more: Json) -> dict[str, Json]:
    return {"CFDocument": DOCUMENT, "CFItems": list(items), "CFAssociations": list(associations), **more}
