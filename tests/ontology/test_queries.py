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
        "SELECT * { VALUES ?b {<http://127.0.0.1:9/>} FILTER(1<3)SERVICE?b{?s?p?o}FILTER(5>4) }",
        "SELECT * { # a comment\rSERVICE <http://127.0.0.1:9/> { ?s ?p ?o }\n}",
        "PREFIX x: <http://x/> SELECT * { ?s x:a\\' ?o . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } ?s ?p 'x' }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1:9/>{?a ?b ?c} }",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:9/>{?a ?b ?c} }",
        "SELECT * { SERVICESILENT<http://127.0.0.1:9/>{?a ?b ?c} }",
        "PREFIX x: <http://127.0.0.1:9/> SELECT * { SERVICEx:a{?a ?b ?c} }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:a{?a ?b ?c} }",
        "PREFIX x: <http://127.0.0.1:9/> SELECT * { SERVICE x:a\\,b {?a ?b ?c} }",
        "SELECT * { ?s ?p ?x.SERVICE?b\u0300{?a ?b ?c} }",
        "SELECT * { ?s ?p 'a\\'b' SERVICE <http://127.0.0.1:9/> { ?s ?p 'o' } }",
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
        'SELECT * { ?s ?p "SERVICE <http://x/> {" } # SERVICE {',
        "PREFIX service: <http://x/service/> ASK { ?s a service:Service . OPTIONAL { ?service ?p ?o } }",
    ],
)
def test_the_word_alone_is_no_harm(query: str) -> None:
    with KnowledgeBase.in_memory() as base:
        assert ask(base, query).content


@pytest.mark.parametrize("update", ["INSERT DATA { <http://x/a> <http://x/b> 1 }", "DROP ALL", "LOAD <http://x/>"])
def test_updates_are_refused(update: str) -> None:
    with KnowledgeBase.in_memory() as base, pytest.raises(InputError, match="updates are refused"):
        ask(base, update)
