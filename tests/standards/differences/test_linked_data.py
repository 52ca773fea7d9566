"""A difference as linked data: every change with what it used and what it made, and successors at the old addresses."""

from __future__ import annotations

from collections.abc import Callable

from rdflib import Graph, Literal, URIRef

from ontology.formats import serialize
from ontology.identifiers import Identifiers
from ontology.namespaces import DCTERMS, LW, PROV, RDF, SSSOM
from ontology.records import Competency, Iri, Release, Text
from ontology.store import KnowledgeBase
from ontology.triples import to_graph
from standards.differences import compare
from standards.differences.linked_data import records

Put = Callable[..., Release]


def skill(name: str, label: str) -> Competency:
    return Competency(iri=Iri(f"http://x/id/std/{name}"), label=Text(value=label))


def difference_of(base: KnowledgeBase, put: Put) -> Graph:
    put("std@1", [skill("kept", "mend nets"), skill("a", "weld steel pipes"), skill("gone", "bake bread")])
    put("std@2", [skill("kept", "sew nets"), skill("b", "weld steel pipes"), skill("new", "file taxes")])
    return to_graph(records(compare(base, "std@1", "std@2"), Identifiers()))


def test_every_change_says_what_it_used_and_what_it_made(base: KnowledgeBase, put: Put) -> None:
    graph = difference_of(base, put)
    said = {
        (str(kind), str(graph.value(change, PROV.used)), str(graph.value(change, PROV.generated)))
        for change, kind in graph.subject_objects(LW.changeKind)
    }
    here = "http://x/id/std/"
    assert said == {
        (str(LW.Addition), "None", f"{here}new"),
        (str(LW.Removal), f"{here}gone", "None"),
        (str(LW.Recoding), f"{here}a", f"{here}b"),
        (str(LW.Rewording), f"{here}kept", f"{here}kept"),
    }
    (reworded,) = graph.subjects(LW.changeKind, LW.Rewording)
    assert graph.value(reworded, LW.textBefore) == Literal("mend nets", lang="en")
    assert graph.value(reworded, LW.textAfter) == Literal("sew nets", lang="en")
    assert str(graph.value(reworded, LW.changeExtent)) == "words"
    (recoded,) = graph.subjects(LW.changeKind, LW.Recoding)
    assert float(str(graph.value(recoded, SSSOM.similarity_score))) == 1
    assert (URIRef(f"{here}a"), DCTERMS.isReplacedBy, URIRef(f"{here}b")) in graph


def test_the_same_releases_give_the_same_bytes(base: KnowledgeBase, put: Put) -> None:
    first = serialize(difference_of(base, put))
    assert serialize(to_graph(records(compare(base, "std@1", "std@2"), Identifiers()))) == first


def test_changes_that_differ_have_addresses_of_their_own(base: KnowledgeBase, put: Put) -> None:
    graph = difference_of(base, put)
    assert len(set(graph.subjects(RDF.type, LW.Change))) == 4
    (whole,) = graph.subjects(RDF.type, LW.ReleaseDifference)
    assert set(graph.objects(None, DCTERMS.isPartOf)) == {whole}
