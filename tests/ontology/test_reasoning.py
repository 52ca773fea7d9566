"""The vocabulary holds together, and the reasoner notices when something does not."""

from typing import Any

import pytest
from oxrdflib import OxigraphStore
from rdflib import RDF, RDFS, Graph, Literal, URIRef

from ontology.errors import InconsistentError, InputError
from ontology.namespaces import CETERMS, LW, ORG, OWL, PROV, SPARQL_PREFIXES
from ontology.reasoning import _written, check, clashes
from ontology.records import Record
from ontology.triples import to_graph

PREFIXES = f"{SPARQL_PREFIXES} PREFIX ex: <http://example.org/>\n"


def graph(turtle: str) -> Graph:
    return Graph().parse(data=PREFIXES + turtle, format="turtle")


@pytest.fixture(scope="module")
def standard(examples: list[Record]) -> Graph:
    """A small standard: an example of every record."""
    return to_graph(examples)


def test_the_vocabulary_is_consistent_and_every_class_may_have_members() -> None:
    result = check()

    assert result.unsatisfiable == ()
    assert (str(ORG.OrganizationalCollaboration), str(PROV.Agent)) in result.inferred


def test_a_standard_with_individuals_is_consistent_and_classified(standard: Graph) -> None:
    entry = graph(
        """
        ex:Licensed a owl:Class ; owl:equivalentClass [
            a owl:Class ; owl:intersectionOf ( ceterms:Occupation
                [ a owl:Restriction ; owl:onProperty lw:jobZone ; owl:someValuesFrom xsd:integer ] ) ] .
        ex:Third a owl:Class ; rdfs:subClassOf ceterms:Occupation ,
            [ a owl:Restriction ; owl:onProperty lw:jobZone ; owl:hasValue 3 ] .
        """
    )

    result = check(standard + entry)

    assert result.unsatisfiable == ()
    assert ("http://example.org/Third", "http://example.org/Licensed") in result.inferred


def test_one_thing_of_two_classes_that_exclude_each_other_is_named() -> None:
    with pytest.raises(
        InconsistentError, match=r"example\.org/a> is ceasn:Competency and ceterms:Occupation, which exclude each other"
    ):
        check(graph("ex:a a ceterms:Occupation, ceasn:Competency ."))


def test_a_contradiction_through_a_range_is_named(standard: Graph) -> None:
    wrong = graph("ex:r a lw:SkillRequirement ; lw:competency ex:o . ex:o a ceterms:Occupation .")

    with pytest.raises(InconsistentError, match=r"example\.org/o> is ceasn:Competency and ceterms:Occupation"):
        check(standard + wrong)


def test_a_second_value_where_there_may_be_one_is_named() -> None:
    with pytest.raises(InconsistentError, match="has lw:jobZone twice, 3 and 4, but may have one"):
        check(graph("ex:o lw:jobZone 3, 4 ."))


def test_a_value_of_another_datatype_is_named() -> None:
    with pytest.raises(InconsistentError, match="has lw:importance 'high', which takes xsd:decimal"):
        check(graph('ex:r lw:importance "high" .'))


def test_each_clash_names_what_it_is_about() -> None:
    found = clashes(graph("ex:o lw:jobZone 3, 4 ; a ceterms:Occupation, ceasn:Competency . ex:p lw:jobZone 2 ."))

    assert found == (
        ("http://example.org/o", "has lw:jobZone twice, 3 and 4, but may have one"),
        ("http://example.org/o", "is ceasn:Competency and ceterms:Occupation, which exclude each other"),
    )


def test_a_contradiction_without_a_visible_clash_says_so() -> None:
    with pytest.raises(InconsistentError, match="the reasoner does not say where"):
        check(graph("ex:o a [ a owl:Class ; owl:complementOf owl:Thing ] ."))


def test_a_class_that_can_have_no_members_is_named() -> None:
    result = check(graph("ex:Both a owl:Class ; rdfs:subClassOf ceterms:Occupation, lw:Region ."))

    assert result.unsatisfiable == ("http://example.org/Both",)
    assert str(LW.Region) not in {name for pair in result.inferred for name in pair}


def test_calls_do_not_see_each_other() -> None:
    seen = check(graph("ex:Sub a owl:Class ; rdfs:subClassOf ceterms:Course ."))

    assert [pair for pair in seen.inferred if "example.org" in str(pair)]
    assert not [pair for pair in check().inferred if "example.org" in str(pair)]


def test_an_import_is_never_fetched() -> None:
    result = check(graph("ex:o a owl:Ontology ; owl:imports <http://127.0.0.1:9/none> ."))

    assert str(CETERMS.Occupation) not in result.unsatisfiable


def written(*said: Literal) -> list[Literal]:
    """Return what the reasoner is given of some values."""
    of = Graph()
    for place, value in enumerate(said):
        of.add((URIRef(f"http://example.org/{place}"), RDFS.comment, value))
    read = Graph().parse(data=_written(of), format="nt")
    return [value for _, _, value in sorted(read) if isinstance(value, Literal)]


@pytest.mark.parametrize("kind", [{}, {"lang": "en"}, {"datatype": RDF.JSON}, {"datatype": URIRef("http://x/own")}])
def test_of_a_long_text_the_reasoner_is_given_what_tells_it_from_others(kind: dict[str, Any]) -> None:
    long = '\\n"x' * 300_000
    same, again, other = written(*(Literal(text, **kind) for text in (long, long, long + "y")))

    assert same == again != other
    assert (same.language, same.datatype) == (kind.get("lang"), kind.get("datatype"))
    assert len(_written(graph(f'ex:x ex:p "{"x" * 1_000_000}", "{"y" * 1_000_000}" .'))) < 1_000


def test_texts_of_usual_length_stay_as_they_are() -> None:
    texts = [Literal("x" * 9_000), Literal("short"), Literal("x" * 9_000, lang="en")]
    assert written(Literal("long" * 5_000), *texts)[1:] == texts


def test_two_long_texts_where_there_may_be_one_contradict() -> None:
    two = "ex:p a owl:DatatypeProperty, owl:FunctionalProperty . ex:x ex:p"
    with pytest.raises(InconsistentError, match="may have one") as raised:
        check(graph(f'{two} "{"x" * 1_000_000}", "{"y" * 1_000_000}" .'))
    assert len(str(raised.value)) < 1_000


def test_what_a_stored_graph_imports_is_not_given_to_the_reasoner_and_all_else_is() -> None:
    said = graph(
        'ex:o a owl:Ontology ; owl:imports <http://127.0.0.1:9/none> ; rdfs:comment "it owl:imports nothing" .'
    )
    stored = Graph(OxigraphStore(), identifier=URIRef("http://example.org/graph"))
    stored += said

    read = Graph().parse(data=_written(stored), format="nt")

    assert set(read) == {triple for triple in said if triple[1] != OWL.imports}
    assert set(Graph().parse(data=_written(said), format="nt")) == set(read)


def test_a_graph_that_takes_too_long_is_given_back() -> None:
    with pytest.raises(InputError, match=r"did not finish a graph of \d+ triples in 0.01 seconds"):
        check(seconds=0.01)


def test_a_graph_that_needs_too_much_memory_is_given_back() -> None:
    with pytest.raises(InputError, match="needs more than 2 MB"):
        check(memory=2)


def test_a_graph_that_is_not_owl_dl_is_given_back() -> None:
    circular = """ex:p a owl:ObjectProperty, owl:TransitiveProperty, owl:AsymmetricProperty ."""

    with pytest.raises(InputError, match="has to be OWL 2 DL"):
        check(graph(circular))
