from datetime import UTC, datetime

import pytest

from api.example import import_example
from api.reach import Reach
from ontology.errors import NotFoundError
from ontology.records import Iri, Region, Release, Text
from ontology.store import KnowledgeBase
from ontology.triples import to_triples
from standards.frameworks import frameworks, read_framework


@pytest.fixture
def wages() -> Release:
    return Release(
        iri=Iri("http://localhost:8000/graph/oews/2025"),
        source="oews",
        version="2025",
        title=Text(value="Wages"),
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="x",
    )


def test_a_source_without_competencies_is_no_framework(wages: Release) -> None:
    place = Region(iri=Iri("http://localhost:8000/id/region/1"), label=Text(value="Ohio"), code="1", kind="state")
    with KnowledgeBase.in_memory() as base:
        import_example(base)
        before = frameworks(base)
        lines = (f"{s.n3()} {p.n3()} {o.n3()} .\n" for s, p, o in to_triples(place))
        base.replace(wages, [], ["".join(lines).encode()])

        assert frameworks(base) == before
        assert "oews" not in Reach.of(base).frameworks
        with pytest.raises(NotFoundError, match="'oews' is no framework here"):
            read_framework(base, "oews")
