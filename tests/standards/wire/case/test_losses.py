"""What is lost when a package is read and written again: nothing but what the documents name."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from standards.wire.case.package import Package
from standards.wire.case.reading import RENAMED
from standards.wire.case.writing import write_package
from tests.standards.wire.case.every_field import every_field
from tests.standards.wire.comparing import Fate, fates, table
from tests.standards.wire.losses import Measured, documented, shown

if TYPE_CHECKING:
    from tests.standards.wire.case.conftest import Json, Read

DERIVED = {"CFDocumentURI", "CFPackageURI"}
"""What a package does not say within it: where an item stands says it."""


@pytest.fixture
def made(data: Path, needs: Callable[[Path], Path]) -> Json:
    """A package with every field of the official schema."""
    return every_field(json.loads(needs(data / "wire/case/schemas/case-1.1-cfpackage.schema.json").read_bytes()))


@pytest.fixture
def measured(packages: list[Path], made: Json, read: Read) -> dict[str, Counter[Fate]]:
    """What became of every value of every sample, by its place."""
    found: dict[str, Counter[Fate]] = defaultdict(Counter)
    for said in (made, *(json.loads(path.read_bytes()) for path in packages)):
        for at, counted in table(fates(said, _written(read(said)[0]), RENAMED)).items():
            found[at.removeprefix("/")].update(counted)
    return found


def test_every_field_of_the_schema_is_kept(made: Json, read: Read) -> None:
    package, report = read(made)
    assert list(report) == []

    found = table(fates(made, _written(package)))
    assert {at: set(counted) for at, counted in found.items() if set(counted) != {Fate.KEPT}} == {}
    assert len(found) > 100


def test_nothing_is_lost_but_what_a_package_says_elsewhere(measured: Measured) -> None:
    lost = {at for at, counted in measured.items() if counted[Fate.LOST]}
    assert {at for at in lost if not DERIVED & set(at.split("/"))} == set()


def test_the_documents_show_what_was_measured(measured: Measured, project: Path) -> None:
    assert documented(project / "docs/reference/case.md", measured) == shown(measured)


def _written(package: Package) -> Json:
    return json.loads(json.dumps(write_package(package)))
