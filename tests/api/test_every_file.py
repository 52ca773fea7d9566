"""Every real file through the command as people call it: imported, or refused with a reason, and nothing stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from api.settings import Settings
from ontology.store import KnowledgeBase
from tests.api.conftest import Run

KINDS = {"case": "case", "ctdl": "ctdl", "open_badges": "badges", "rsd": "rsd"}
"""What the files of each folder are imported as; Turtle is read as SKOS."""

STORED = {"case": 11, "ctdl": 7, "open_badges": 0, "rsd": 5}
"""How many of each folder are; the others are schemas, contexts, what has the address of another document, and what the
formats do not allow."""


def as_kind(path: Path, folder: str) -> str:
    return "skos" if path.suffix == ".ttl" else KINDS[folder]


def releases() -> set[str]:
    settings = Settings.read()
    with KnowledgeBase.open(settings.knowledge_base, settings.identifiers) as base:
        return {f"{release.source} {release.version}" for release in base.releases()}


@pytest.mark.parametrize("folder", KINDS)
def test_every_file_is_imported_or_refused_with_a_reason(
    folder: str, run: Run, capsys: pytest.CaptureFixture[str], data: Path, needs: Callable[[Path], Path]
) -> None:
    stored: dict[str, str] = {}
    for path in sorted(needs(data / "wire" / folder).rglob("*.*")):
        status = run("import", as_kind(path, folder), path, "--no-prepare")
        told = capsys.readouterr()
        if status == 0:
            stored[path.name] = told.out
        else:
            assert status in (1, 2), path.name
            assert path.name in told.err, path.name
    assert all(" are in " in out for out in stored.values())
    assert len(stored) == STORED[folder]
    assert releases() == {out.partition(":")[0] for out in stored.values()}
