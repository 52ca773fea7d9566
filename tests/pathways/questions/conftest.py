from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.store import KnowledgeBase
from pathways.questions.field import Field
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot
from standards.imports import import_release


@pytest.fixture(scope="package")
def panel(project: Path) -> Iterator[Snapshot]:
    """The example's partnership."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples" / "power-generation"])
        yield Scopes(base).of("power-generation")


@pytest.fixture(scope="package")
def power(panel: Snapshot) -> Field:
    """The occupations of the example's partnership."""
    return Field.of(panel, "power-generation")
