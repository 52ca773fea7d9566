"""A text of more than a million characters is refused wherever it stands, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import RefusedError
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.long_texts import LONGEST

TABLES = {
    "sheet": "Competency,Description\nWeld pipes,{}\n",
    "rsd": "RSD Name,Skill Statement\nWelding,{}\n",
    "case": "identifier,fullStatement\n36400d70-4523-4e94-9a0c-0d3d0e5a2f11,{}\n",
    "program": "Course,Outcome\nWELD 101,{}\n",
}


@pytest.mark.parametrize("kind", TABLES)
def test_a_cell_that_is_too_long_is_refused_with_its_place(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(TABLES[kind].format("é" * (LONGEST + 1)))
    with KnowledgeBase.in_memory() as base, pytest.raises(RefusedError) as refused:
        import_release(base, kind, [path])
    (finding,) = refused.value.report
    assert (finding.code, finding.row, finding.column) == ("too-long", 2, "column 2")


def test_a_cell_that_is_just_not_too_long_is_read(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(TABLES["rsd"].format("é" * LONGEST))
    with KnowledgeBase.in_memory() as base:
        assert not import_release(base, "rsd", [path]).report.refused
