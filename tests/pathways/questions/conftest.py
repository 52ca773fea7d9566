from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from ontology.identifiers import Identifiers
from ontology.records import Iri, Occupation, Record, Text
from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.questions.field import Field
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot
from standards.imports import import_release

HELPER, OPERATOR, SENIOR, MANAGER = "51-9198.00", "51-8010.00", "51-8020.00", "11-3051.00"


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


@pytest.fixture
def works(plants: Snapshot) -> Field:
    return Field.of(plants)


@pytest.fixture
def unrated(add: Callable[[KnowledgeBase, str, Iterable[Record]], object]) -> Field:
    """Two occupations of which only titles and job zones are known."""
    ids = Identifiers()
    found = [
        Occupation(iri=Iri(ids.mint("onet", code)), label=Text(value=title), notation=code, job_zone=zone)
        for code, title, zone in ((HELPER, "Plant Helpers", 2), (OPERATOR, "Plant Operators", 3))
    ]
    with KnowledgeBase.in_memory(ids) as base:
        add(base, "onet", found)
        return Field.of(compute_snapshot(base))
