from __future__ import annotations

import pytest

from ontology.errors import InputError
from ontology.queries import ask
from ontology.store import KnowledgeBase


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p "#" . SERVICE ?where { ?s ?p ?o } }',
        "SELECT * { ?s <http://x/#a> ?o .SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_no_query_reaches_another_server(query: str) -> None:
    with KnowledgeBase.in_memory() as base, pytest.raises(InputError, match="SERVICE is refused"):
        ask(base, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p ?o }",
        "PREFIX service: <http://x/service/> SELECT * { ?s a service:Service }",
        'SELECT * { ?s ?p "SERVICE <http://x/>" } # SERVICE',
    ],
)
def test_the_word_alone_is_no_harm(query: str) -> None:
    with KnowledgeBase.in_memory() as base:
        assert ask(base, query).empty


@pytest.mark.parametrize("update", ["INSERT DATA { <http://x/a> <http://x/b> 1 }", "DROP ALL", "LOAD <http://x/>"])
def test_updates_are_refused(update: str) -> None:
    with KnowledgeBase.in_memory() as base, pytest.raises(InputError, match="updates are refused"):
        ask(base, update)
