from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.plans import PlanDesk
from standards.imports import import_release


@pytest.fixture(scope="session")
def desk(project: Path) -> Iterator[PlanDesk]:
    """Return the desk of the example partnership."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        yield PlanDesk(base, compute_snapshot(base))
