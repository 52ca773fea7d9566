"""Every field of the official schema is read and written again as it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from standards.wire.case.writing import write_package
from tests.standards.wire.case.every_field import every_field
from tests.standards.wire.comparing import Fate, fates, table

if TYPE_CHECKING:
    from tests.standards.wire.case.conftest import Read


def test_every_field_of_the_schema_is_kept(data: Path, needs: Callable[[Path], Path], read: Read) -> None:
    made = every_field(json.loads(needs(data / "wire/case/schemas/case-1.1-cfpackage.schema.json").read_bytes()))
    package, report = read(made)
    assert list(report) == []

    found = table(fates(made, json.loads(json.dumps(write_package(package)))))
    assert {at: set(counted) for at, counted in found.items() if set(counted) != {Fate.KEPT}} == {}
    assert len(found) > 100
