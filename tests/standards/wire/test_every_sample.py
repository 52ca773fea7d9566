"""Every real file through every reader: it is imported, or refused with a reason, and nothing crashes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.errors import InputError, RefusedError
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.sources.own import DOCUMENTS

IMPORTED = {"case": 12, "ctdl": 9, "rsd": 5, "skos": 0, "badges": 0, "sssom": 0}
"""How many of the files each reader takes; the schemas of CTDL are graphs with concepts of CTDL, too."""


def refusal(kind: str, path: Path) -> str:
    """Return why a file is refused, with its name, or nothing where it is imported."""
    with KnowledgeBase.in_memory() as base:
        try:
            import_release(base, kind, [path])
        except RefusedError as refused:
            return "\n".join(map(str, refused.report))
        except InputError as error:
            return str(error)
    return ""


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_file_is_imported_or_refused_with_a_reason(data: Path, needs: Callable[[Path], Path], kind: str) -> None:
    files = [path for path in needs(data / "wire").rglob("*") if path.is_file()]
    refused = {path: why for path in files if (why := refusal(kind, path))}

    assert [path.name for path, why in refused.items() if path.name not in why] == []
    assert len(files) - len(refused) == IMPORTED[kind]
