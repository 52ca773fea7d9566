"""What follows from a release is found, is only what is new, and stands apart from what was asserted."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pyoxigraph as ox
import pytest

from ontology.closure import Closure, closure
from ontology.compaction import compact
from ontology.errors import StoreError
from ontology.namespaces import CEASN, CETERMS, DCTERMS, LW, PROV, RDF, SKOS
from ontology.queries import ask
from ontology.records import Concept, Iri, Release, Text
from ontology.store import KnowledgeBase

ID = "http://localhost:8000/id/"


def iri(name: str) -> str:
    return f"{ID}{name.replace(':', '/')}"


def stored(base: KnowledgeBase, source: str, statements: Sequence[tuple[str, str, str]], version: str = "1") -> Release:
    """Store statements between things of ours, by short names such as ``a:1``."""
    lines = [f"<{iri(s)}> <{p}> <{o if o.startswith('http') else iri(o)}> .\n" for s, p, o in statements]
    release = Release(
        iri=Iri("http://x/"),
        source=source,
        version=version,
        title=Text(value=source),
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="test",
    )
    return base.replace(release, [], ["".join(lines).encode()])


def follows(found: Closure) -> set[tuple[str, str, str]]:
    """Return what follows, by short names."""
    return {(named(s), p, named(o)) for s, p, o in found.statements}


def named(address: str) -> str:
    return address.removeprefix(ID).replace("/", ":") if address.startswith(ID) else address


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        yield base


HIERARCHY = [("a:1", SKOS.broader, "a:2"), ("a:2", SKOS.broader, "a:3")]


# --- What follows ------------------------------------------------------------------


def test_what_is_broader_over_several_steps_follows_and_nothing_else(base: KnowledgeBase) -> None:
    found = closure(base, stored(base, "a", HIERARCHY))

    assert follows(found) == {
        *(("a:1", str(SKOS.broaderTransitive), broader) for broader in ("a:2", "a:3")),
        ("a:2", str(SKOS.broaderTransitive), "a:3"),
        ("a:2", str(SKOS.narrower), "a:1"),
        ("a:2", str(SKOS.narrowerTransitive), "a:1"),
        *((one, str(RDF.type), str(SKOS.Concept)) for one in ("a:1", "a:2")),
    }
    assert found.asserted == 2


def test_only_what_the_release_itself_speaks_of_is_a_subject(base: KnowledgeBase) -> None:
    """``a:3`` has nothing said of it; what is narrower than it is for whoever asserts it."""
    found = closure(base, stored(base, "a", HIERARCHY))

    assert {subject for subject, _, _ in follows(found)} == {"a:1", "a:2"}


@pytest.mark.parametrize(
    ("said", "follow"),
    [
        (CETERMS.hasPart, CETERMS.isPartOf),
        (SKOS.hasTopConcept, SKOS.topConceptOf),
        (CEASN.hasChild, CEASN.isChildOf),
        (SKOS.broadMatch, SKOS.narrowMatch),
        (SKOS.closeMatch, SKOS.closeMatch),
        (SKOS.related, SKOS.related),
        (DCTERMS.replaces, DCTERMS.isReplacedBy),
    ],
)
def test_the_inverse_follows(base: KnowledgeBase, said: str, follow: str) -> None:
    release = stored(base, "a", [("a:1", said, "a:2"), ("a:2", RDF.type, str(SKOS.Concept))])

    assert ("a:2", str(follow), "a:1") in follows(closure(base, release))


def test_what_is_true_of_everything_is_left_out(base: KnowledgeBase) -> None:
    found = closure(base, stored(base, "a", [("a:1", RDF.type, str(CETERMS.Course))]))

    assert follows(found) == {("a:1", str(RDF.type), str(CETERMS.LearningOpportunityProfile))}


def test_nothing_follows_from_an_observation(base: KnowledgeBase) -> None:
    rating = [("a:1", RDF.type, str(LW.SkillRequirement)), ("a:1", LW.requirementType, str(LW.Essential))]

    found = closure(base, stored(base, "a", rating))

    assert (follows(found), found.asserted) == (set(), 0)


def test_two_values_where_there_may_be_one_do_not_become_the_same(base: KnowledgeBase) -> None:
    """Else whatever is said of the one course would be said of the other."""
    outcome, courses = ("a:1", LW.outcomeOf), ("a:2", "a:3")
    release = stored(
        base,
        "a",
        [*((*outcome, course) for course in courses), ("a:2", CETERMS.teaches, "a:9"), ("a:3", *HIERARCHY[0][1:])],
    )

    assert ("a:3", str(CETERMS.teaches), "a:9") not in follows(closure(base, release))


# --- Chains of matches ---------------------------------------------------------------


def test_a_chain_of_exact_matches_is_followed_through_other_releases(base: KnowledgeBase) -> None:
    first = stored(base, "a", [("a:1", SKOS.exactMatch, "b:1")])
    second = stored(base, "b", [("b:1", SKOS.exactMatch, "c:1")])
    stored(base, "d", [("d:1", SKOS.broader, "d:2")])

    found = closure(base, first)

    assert follows(found) == {("a:1", str(SKOS.exactMatch), "c:1")}
    assert found.premises == (first.iri, second.iri)


@pytest.mark.parametrize("near", [SKOS.closeMatch, SKOS.relatedMatch, SKOS.broadMatch])
def test_no_chain_runs_over_what_is_only_near(base: KnowledgeBase, near: str) -> None:
    release = stored(base, "a", [("a:1", SKOS.exactMatch, "b:1"), ("b:1", near, "c:1"), ("c:1", near, "d:1")])

    matched = {(s, o) for s, p, o in follows(closure(base, release)) if p != str(RDF.type)}

    assert not matched & {("a:1", "c:1"), ("a:1", "d:1"), ("b:1", "d:1")}


def test_a_broad_match_is_not_part_of_a_hierarchy(base: KnowledgeBase) -> None:
    release = stored(base, "a", [("a:1", SKOS.broadMatch, "b:1"), ("b:1", SKOS.broader, "b:2")])

    assert ("a:1", str(SKOS.broaderTransitive), "b:2") not in follows(closure(base, release))


def test_two_things_of_one_classification_are_not_matched(base: KnowledgeBase) -> None:
    release = stored(base, "a", [("a:1", SKOS.exactMatch, "b:1"), ("a:2", SKOS.exactMatch, "b:1")])

    found = closure(base, release)

    assert follows(found) == set()
    assert found.withheld == 2


# --- Where it is kept ------------------------------------------------------------------


def test_what_follows_is_kept_apart_from_what_was_asserted(base: KnowledgeBase) -> None:
    release = stored(base, "a", HIERARCHY)
    asserted = set(base.graph(release))

    graph = inferred(base, release)

    assert graph == "http://localhost:8000/graph/inferred/a/1"
    assert base.inferred() == {graph: release.iri}
    assert set(base.graph(release)) == asserted
    assert [one.iri for one in base.releases()] == [release.iri]
    assert set(base.rows("SELECT ?of { ?g prov:wasDerivedFrom ?of ; dcterms:source ?of }")) == {(release.iri,)}


def inferred(base: KnowledgeBase, release: Release) -> str:
    found = closure(base, release)
    return base.infer(release, found.premises, found.encoded())


def test_a_query_sees_it_where_it_is_asked_to(base: KnowledgeBase) -> None:
    graph = inferred(base, stored(base, "a", HIERARCHY))
    far = f"ASK {{ <{iri('a:1')}> skos:broaderTransitive <{iri('a:3')}> }}"
    where = f"SELECT ?g {{ GRAPH ?g {{ <{iri('a:1')}> skos:broaderTransitive <{iri('a:3')}> }} }}"

    assert ask(base, far).content == b"false\n"
    assert ask(base, far, inferred=True).content == b"true\n"
    assert ask(base, where, "csv").empty
    assert ask(base, where, "csv", inferred=True).content.decode().split() == ["g", graph]


def test_it_is_replaced_when_it_is_inferred_again(base: KnowledgeBase) -> None:
    release = stored(base, "a", HIERARCHY)
    inferred(base, release)

    graph = inferred(base, release)

    assert base.inferred() == {graph: release.iri}
    assert graphs(base) == {release.iri, graph}


def graphs(base: KnowledgeBase) -> set[str]:
    return {graph.value for graph in base.store.named_graphs()}


def test_it_goes_when_its_release_is_imported_anew(base: KnowledgeBase) -> None:
    inferred(base, stored(base, "a", HIERARCHY))

    again = stored(base, "a", HIERARCHY[:1])

    assert base.inferred() == {}
    assert graphs(base) == {again.iri}
    assert not list(base.rows(f"SELECT ?g {{ ?g <{PROV.wasDerivedFrom}> ?of }}"))


def test_it_does_not_come_back_with_a_third_import_under_the_first_name(base: KnowledgeBase) -> None:
    first = stored(base, "a", HIERARCHY)
    inferred(base, first)
    stored(base, "a", HIERARCHY[:1])

    third = stored(base, "a", HIERARCHY)

    assert third.iri == first.iri
    assert base.inferred() == {}


def test_it_goes_when_its_release_is_removed_or_amended(base: KnowledgeBase) -> None:
    first, second = stored(base, "a", HIERARCHY), stored(base, "b", [("b:1", SKOS.broader, "b:2")])
    inferred(base, first)
    inferred(base, second)

    base.remove([first])
    base.amend(second, [Concept(iri=Iri(iri("b:9")), label=Text(value="nine"))])

    assert base.inferred() == {}
    assert graphs(base) == {second.iri}


def test_it_goes_when_a_release_changes_whose_matches_it_rests_on(base: KnowledgeBase) -> None:
    stored(base, "b", [("b:1", SKOS.exactMatch, "c:1")])
    inferred(base, stored(base, "a", [("a:1", SKOS.exactMatch, "b:1")]))

    stored(base, "b", [("b:1", SKOS.exactMatch, "c:2")])

    assert base.inferred() == {}


def test_it_outlives_a_compaction(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("kb")
    with KnowledgeBase.open(folder, write=True) as base:
        graph = inferred(base, stored(base, "a", HIERARCHY))
        base.store.add(ox.Quad(*[ox.NamedNode("http://x/left-behind")] * 4))
        held = len(base.store) - 1

    assert compact(folder)

    with KnowledgeBase.open(folder) as base:
        assert list(base.inferred()) == [graph]
        assert len(base.store) == held


def test_a_part_is_not_inferred_from(base: KnowledgeBase) -> None:
    release = stored(base, "a", HIERARCHY)

    with pytest.raises(StoreError, match="a 1 cannot be changed in a part"):
        base.part(lambda _: True).infer(release, [release.iri], [])


def test_it_is_the_same_every_time(base: KnowledgeBase) -> None:
    release = stored(base, "a", HIERARCHY)

    assert closure(base, release) == closure(base, release)
