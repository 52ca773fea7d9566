"""CTDL in and out: every real graph comes back as the same graph, and no context is ever fetched."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from ontology.errors import RefusedError, UnreadableError
from ontology.records import Release
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.wire.ctdl.reading import CtdlGraph, read_graph
from standards.wire.ctdl.stored import stored_graph
from standards.wire.ctdl.terms import FILES, context, published, terms
from standards.wire.ctdl.writing import CONTEXTS, DEEPEST, write_graph

Json = Any
Imported = Callable[[KnowledgeBase, Json], Release]

SAMPLES = (
    "frameworks/DQP.jsonld",
    "frameworks/bcsp-asp.json",
    "frameworks/bcsp-cet.json",
    "pathways/courses.json",
    "pathways/pathway.json",
)

FRAMEWORK = {"@id": "http://x/f", "@type": "ceasn:CompetencyFramework", "ceasn:name": {"en-US": "Welding"}}


def competency(number: int, **more: Json) -> dict[str, Json]:
    text = {"ceasn:competencyText": {"en-US": f"Weld {number}"}}
    return {
        "@id": f"http://x/{number}",
        "@type": "ceasn:Competency",
        **text,
        **{f"ceasn:{k}": v for k, v in more.items()},
    }


def graph(*nodes: dict[str, Json], named: Json = CONTEXTS[0]) -> dict[str, Json]:
    return {"@context": named, "@graph": list(nodes)}


def read(said: Json) -> tuple[CtdlGraph, Report]:
    content = said if isinstance(said, bytes) else json.dumps(said).encode()
    return read_graph(ArchivedFile("made.json", "", lambda: content))


def parsed(said: CtdlGraph) -> Graph:
    """Return a graph with its language tags in lower case, as a store has them."""
    quads = ox.parse(said.triples, ox.RdfFormat.N_TRIPLES)
    plain = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    return Graph().parse(data=plain, format="nt")


@pytest.fixture
def sample(data: Path, needs: Callable[[Path], Path]) -> Callable[[str], Path]:
    return lambda name: needs(data / "wire/ctdl" / name)


@pytest.fixture
def imported(tmp_path: Path) -> Imported:
    """What imports a graph of JSON into a knowledge base."""

    def run(base: KnowledgeBase, said: Json) -> Release:
        path = tmp_path / "made.json"
        path.write_text(json.dumps(said), encoding="utf-8")
        return import_release(base, "ctdl", [path]).release

    return run


@pytest.mark.parametrize("name", SAMPLES)
def test_every_real_graph_comes_out_of_the_knowledge_base_as_the_same_graph(
    sample: Callable[[str], Path], name: str
) -> None:
    path = sample(name)
    with KnowledgeBase.in_memory() as base:
        source = import_release(base, "ctdl", [path]).release.source
        written = stored_graph(base, source)
    before, after = read(path.read_bytes())[0], read(written)[0]

    assert isomorphic(parsed(before), parsed(after))
    assert before.resources == after.resources > 50


def test_the_terms_are_those_that_are_published(sample: Callable[[str], Path]) -> None:
    folder = sample("contexts")
    assert published(folder) == terms()
    assert set(terms().data) == set(FILES)
    assert len(terms().properties) > 600


def test_the_terms_read_a_graph_as_the_published_context_does(sample: Callable[[str], Path]) -> None:
    said = json.loads(sample("frameworks/bcsp-asp.json").read_bytes())
    whole = json.loads(sample("contexts/ctdlasn.context.json").read_bytes())["@context"]
    assert isomorphic(parsed(read(said | {"@context": whole})[0]), parsed(read(said)[0]))


def test_competencies_are_a_framework_with_those_that_hang_under_its_tops(sample: Callable[[str], Path]) -> None:
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "ctdl", [sample("frameworks/DQP.jsonld")]).release
        entries = read_framework(base, release.source)
        within = list(base.rows("SELECT ?s { ?s skos:inScheme <http://degreeprofile.org/dqp> }", [release.iri]))

    assert (release.source, release.language) == ("ctdl-degree-qualification-profile", "en-us")
    assert len(entries) == len(within) == 83
    assert "Ethical Reasoning" in {entry.label for entry in entries}


def test_alignments_are_matches(imported: Imported) -> None:
    said = graph(
        FRAMEWORK, competency(1, isPartOf="http://x/f", exactAlignment="http://y/1", minorAlignment=["http://y/2"])
    )
    with KnowledgeBase.in_memory() as base:
        release = imported(base, said)
        matches = set(
            base.rows("SELECT ?p ?o { <http://x/1> ?p ?o FILTER(CONTAINS(STR(?p), 'Match')) }", [release.iri])
        )
    assert {(p.rpartition("#")[2], o) for p, o in matches} == {
        ("exactMatch", "http://y/1"),
        ("relatedMatch", "http://y/2"),
    }


def test_envelopes_expanded_documents_and_bare_ones_say_the_same() -> None:
    said = graph(FRAMEWORK, competency(1))
    expanded = [
        {
            "@id": "http://x/f",
            "@type": ["https://purl.org/ctdlasn/terms/CompetencyFramework"],
            "https://purl.org/ctdlasn/terms/name": [{"@value": "Welding", "@language": "en-US"}],
        },
        {
            "@id": "http://x/1",
            "@type": ["http://purl.org/ctdlasn/terms/Competency"],
            "https://purl.org/ctdlasn/terms/competencyText": [{"@value": "Weld 1", "@language": "en-US"}],
        },
    ]
    bare = {name: value for name, value in said.items() if name != "@context"}
    envelope = {"envelope_ceterms_ctid": "ce-1", "decoded_resource": said}
    forms = (envelope, [envelope], [graph(FRAMEWORK), graph(competency(1))], expanded, bare)

    assert all(isomorphic(parsed(read(form)[0]), parsed(read(said)[0])) for form in forms)
    assert {finding.code for form in forms for finding in read(form)[1]} == {"moved-term", "no-context"}


def test_contexts_of_ones_own_are_read_where_they_stand() -> None:
    named = [CONTEXTS[0], {"mill": "https://mill.example.org/", "taught": "mill:taught"}]
    said, report = read(graph({**competency(1), "taught": "daily"}, named=named))

    assert b'<https://mill.example.org/taught> "daily"' in said.triples
    assert list(report) == []


REFUSED: dict[str, tuple[Json, str]] = {
    "a context to be fetched": (graph(FRAMEWORK, named="https://mill.example.org/context"), "remote-context"),
    "one within": (graph({**FRAMEWORK, "ceasn:x": {"@context": "http://x/c", "a": 1}}), "remote-context"),
    "one imported": (graph(FRAMEWORK, named={"@import": "http://x/c"}), "remote-context"),
    "two of one address": (graph(competency(1), competency(1)), "claimed-twice"),
    "two of one address in two graphs": (
        [graph(competency(1)), {"decoded_resource": graph(competency(1, codedNotation="W"))}],
        "claimed-twice",
    ),
    "nothing": ({"@context": CONTEXTS[0], "@graph": []}, "no-resources"),
    "no JSON-LD": ({"skillName": "Weld"}, "no-resources"),
    "a name twice": (b'{"@id": "http://x/1", "@id": "http://x/2"}', "name-twice"),
}


def test_what_two_graphs_say_alike_of_a_resource_is_read_once() -> None:
    said, report = read([graph(FRAMEWORK, competency(1)), graph(competency(1), competency(2))])
    assert (said.resources, list(report)) == (3, [])


@pytest.mark.parametrize(
    ("said", "path"),
    [
        (graph(competency(1), competency(1)), "/@graph/1/@id"),
        ([competency(1), competency(1)], "/1/@id"),
        ([graph(competency(1)), graph(competency(1, codedNotation="W"))], "/1/@graph/0/@id"),
    ],
    ids=["a graph", "a list", "two graphs"],
)
def test_the_place_of_a_second_claim_is_told(said: Json, path: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read(said)
    assert [one.path for one in refused.value.report] == [path]


@pytest.mark.parametrize("wrong", REFUSED)
def test_what_cannot_be_read_is_refused(wrong: str) -> None:
    said, code = REFUSED[wrong]
    with pytest.raises(RefusedError) as refused:
        read(said)
    assert code in {finding.code for finding in refused.value.report}


@pytest.mark.parametrize("deep", [70, 300, 900])
def test_what_is_nested_too_deeply_is_refused(deep: int) -> None:
    lists = b"[" * deep + b'{"@id": "http://x/1"}' + b"]" * deep
    graphs = b'{"@graph": ' * deep + b"[]" + b"}" * deep
    for said in (lists, graphs):
        with pytest.raises((RefusedError, UnreadableError), match="deep"):
            read(said)


def test_what_breaks_json_ld_itself_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"made\.json"):
        read(graph({"@id": "http://x/1", "@type": 7}))


def test_competencies_above_themselves_are_refused(imported: Imported) -> None:
    circle = graph(
        FRAMEWORK, competency(1, isChildOf="http://x/2"), competency(2, hasChild="http://x/2", isChildOf="http://x/1")
    )
    with KnowledgeBase.in_memory() as base, pytest.raises(RefusedError) as refused:
        imported(base, circle)
    assert "cycle" in {finding.code for finding in refused.value.report}


def test_a_date_that_is_none_is_kept_and_said() -> None:
    said, report = read(graph({**FRAMEWORK, "ceasn:dateCreated": "2011"}))

    assert b'"2011"^^<http://www.w3.org/2001/XMLSchema#date>' in said.triples
    assert [(finding.code, finding.value) for finding in report] == [("bad-value", "2011")]


def test_a_standard_of_ones_own_is_a_graph_that_is_read_again_without_a_finding(project: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        written = stored_graph(base, "power-generation")
    said, report = read(written)
    by_id = {node["@id"]: node for node in written["@graph"]}
    framework = by_id["http://localhost:8000/id/framework/power-generation"]
    first = by_id["http://localhost:8000/id/power-generation/PG-COM-01"]

    assert list(report) == []
    assert said.resources == len(by_id) == 203
    assert written["@context"] == CONTEXTS[0]
    assert {*first, *framework} - {"@id", "@type"} <= terms().properties
    assert {"ceasn:name", "ceasn:description", "ceasn:inLanguage", "ceterms:ctid"} <= framework.keys()
    assert first["ceasn:competencyLabel"] == {"en": "Clear Work Communication"}


def test_things_without_an_address_stand_within_what_names_them() -> None:
    nodes: list[Json] = [
        {"@id": "_:a", "ceterms:name": "a condition", "ceterms:targetNode": "_:b"},
        {"@id": "_:b", "ceterms:name": "in the condition"},
        {"@id": "_:c", "ceterms:name": "named twice"},
        {"@id": "_:d", "ceterms:targetNode": "_:e"},
        {"@id": "_:e", "ceterms:targetNode": {"@id": "_:d"}},
        {"@id": "http://x/1", "ceterms:requires": ["_:a", {"@id": "_:c"}], "ceterms:recommends": "_:c"},
    ]
    within = {"ceterms:name": "a condition", "ceterms:targetNode": {"ceterms:name": "in the condition"}}
    assert write_graph(nodes)["@graph"] == [
        nodes[2],
        {**nodes[5], "ceterms:requires": [within, {"@id": "_:c"}]},
        nodes[3],
        nodes[4],
    ]


def test_a_long_chain_of_things_without_an_address_is_written_and_read_again(imported: Imported) -> None:
    chain = [
        {"@id": f"_:b{n}", "@type": "ceterms:ConditionProfile", "ceterms:alternativeCondition": [f"_:b{n + 1}"]}
        for n in range(2000)
    ]
    course = {"@id": "http://x/c", "@type": "ceterms:Course", "ceterms:requires": ["_:b0"]}
    with KnowledgeBase.in_memory() as base:
        written = stored_graph(base, imported(base, graph(course, *chain, named=CONTEXTS[1])).source)
    again, report = read(written)
    assert list(report) == []
    assert again.triples.count(b"alternativeCondition") == 2000
    assert max(map(_depth, written["@graph"])) <= DEEPEST + 1


def _depth(value: Json) -> int:
    """Return how many objects stand within one another."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return max(map(_depth, inner), default=0) + isinstance(value, dict)


@pytest.mark.parametrize("enveloped", [False, True], ids=["a list", "envelopes"])
def test_a_list_that_was_changed_takes_the_place_of_what_is_stored(imported: Imported, enveloped: bool) -> None:
    def listed(name: str) -> Json:
        two = [graph({**FRAMEWORK, "@id": f"http://x/{n}", "ceasn:name": {"en": f"{name} {n}"}}) for n in (1, 2)]
        return [{"decoded_resource": one} for one in two] if enveloped else two

    with KnowledgeBase.in_memory() as base:
        sources = [imported(base, listed(name)).source for name in ("Welding", "Joining")]
        nodes = stored_graph(base, sources[1])["@graph"]
        assert len(base.releases()) == 1
    assert sources[0] == sources[1]
    assert {node["ceasn:name"]["en"] for node in nodes} == {"Joining 1", "Joining 2"}


def test_a_text_without_a_language_keeps_none(imported: Imported) -> None:
    said = graph({**FRAMEWORK, "https://purl.org/ctdlasn/terms/name": [{"@value": "Welding"}]})
    with KnowledgeBase.in_memory() as base:
        written = stored_graph(base, imported(base, said).source)
    assert isomorphic(parsed(read(said)[0]), parsed(read(written)[0]))
    assert context()["ceasn:name"] == {"@id": "ceasn:name", "@container": "@language"}
