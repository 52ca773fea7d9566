"""What releases say of one thing: which of it, in which order, and without blank nodes."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pyoxigraph as ox
import pytest
from rdflib import Graph

from ontology.descriptions import describe
from ontology.documents import DOCUMENTS, write_document
from ontology.errors import NotFoundError, UnsupportedError
from ontology.facts import facts, needs
from ontology.formats import N_TRIPLES, RDF_XML, TURTLE, Format
from ontology.namespaces import LW, SKOS
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase
from ontology.together import Together

THING = "http://x/motors"
SAID = (
    f'<{THING}> <{SKOS.prefLabel}> "motors"@en .',
    f'<{THING}> <{SKOS.prefLabel}> "Motoren"@de .',
    f'<{THING}> <{SKOS.altLabel}> "engines"@en .',
    f"<{THING}> <http://x/asks> _:b .",
    '_:b <http://x/for> "care" .',
    "_:b <http://x/in> _:c .",
    '_:c <http://x/place> "Ohio" .',
    '<http://x/other> <http://x/for> "nothing" .',
)


def put(base: KnowledgeBase, lines: list[str], version: str = "1", year: int = 2026) -> None:
    release = Release(
        iri=Iri("http://ignored/"),
        source="made",
        version=version,
        title=Text(value="Made"),
        license=Iri("https://creativecommons.org/licenses/by/4.0/"),
        imported=datetime(year, 1, 1, tzinfo=UTC),
        tool="test",
    )
    base.replace(release, [], ["\n".join(lines).encode()])


def written(lines: list[str], form: int) -> bytes:
    with KnowledgeBase.in_memory() as base:
        put(base, lines)
        return write_document(describe(Together(base), THING), "http://x/doc", DOCUMENTS[form])


@pytest.mark.parametrize("form", range(len(DOCUMENTS)))
def test_a_document_is_the_same_however_its_data_came_in(form: int) -> None:
    assert written(list(SAID), form) == written([line.replace("_:b", "_:z") for line in reversed(SAID)], form)


def test_blank_nodes_are_followed_and_get_addresses() -> None:
    lines = written(list(SAID), 3).decode()

    assert "_:" not in lines
    assert '<http://x/place> "Ohio"' in lines
    assert "/.well-known/genid/" in lines
    assert "nothing" not in lines


def test_the_newest_release_speaks() -> None:
    with KnowledgeBase.in_memory() as base:
        put(base, list(SAID), "1", 2025)
        put(base, [SAID[0].replace('motors"', 'old motors"')], "0.9", 2026)
        found = describe(Together(base), THING)
        old = describe(Together(base, [base.release("made@0.9")]), THING)

    assert [release.version for release in found.releases] == ["1"]
    assert [triple.object.value for triple in old.triples if "prefLabel" in triple.predicate.value] == ["old motors"]  # type: ignore[union-attr] # a literal


def test_the_origin_and_its_license_are_said() -> None:
    lines = written(list(SAID), 3).decode()

    assert "<http://x/doc> <http://rdfs.org/ns/void#inDataset> <http://localhost:8000/graph/made/1> ." in lines
    assert "<http://localhost:8000/graph/made/1> <http://purl.org/dc/terms/license>" in lines


def test_nothing_is_known_of_what_no_release_names() -> None:
    with KnowledgeBase.in_memory() as base:
        put(base, list(SAID))
        for iri in ("http://x/nothing", "http://x/\x85nothing"):
            with pytest.raises(NotFoundError, match="nothing is known"):
                describe(Together(base), iri)


def test_an_occupation_has_its_requirements_the_most_important_first() -> None:
    lines = [f'<http://x/c{n}> <{SKOS.prefLabel}> "skill {n}"@en .' for n in (1, 2)]
    for number, importance in ((1, "2.5"), (2, "4.5")):
        need = f"http://x/n{number}"
        lines += [
            f"<{need}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{LW.SkillRequirement}> .",
            f"<{need}> <{LW.occupation}> <{THING}> .",
            f"<{need}> <{LW.competency}> <http://x/c{number}> .",
            f'<{need}> <{LW.importance}> "{importance}"^^<http://www.w3.org/2001/XMLSchema#decimal> .',
        ]
    with KnowledgeBase.in_memory() as base:
        put(base, [*SAID, *lines])
        newest = Together(base)
        found = describe(newest, THING)
        asked = needs(newest, found)
        said = facts(newest, found)

    assert [(need.competency.text, need.importance) for need in asked] == [("skill 2", 4.5), ("skill 1", 2.5)]
    assert [value.text for value in said[0].values] == ["Motoren", "motors"]


def test_what_rdf_xml_cannot_name_is_refused_there_and_written_elsewhere() -> None:
    lines = [f'<{THING}> <http://x/7> "seven" .']

    with pytest.raises(UnsupportedError, match="http://x/7"):
        written(lines, 2)
    assert '<http://x/7> "seven"' in written(lines, 3).decode()


@pytest.mark.parametrize("character", ["\\u0000", "\\u0001", "\\u000B", "\\u001F", "\\uFFFE", "\\uFFFF"])
def test_a_character_that_xml_has_no_place_for_is_refused_there_and_said_elsewhere(character: str) -> None:
    lines = [f'<{THING}> <{SKOS.prefLabel}> "pumps {character} and motors"@en .']

    with pytest.raises(UnsupportedError, match=r"XML cannot say U\+00|FF.*pumps.*motors.*ttl, jsonld, nt"):
        written(lines, DOCUMENTS.index(RDF_XML))
    for form in (TURTLE, N_TRIPLES):
        assert Graph().parse(data=written(lines, DOCUMENTS.index(form)), format=form.rdflib)


@pytest.mark.parametrize("form", DOCUMENTS)
def test_the_ends_of_lines_and_all_other_characters_survive(form: Format) -> None:
    said = "one\r\ntwo\rthree\nfour\t\x7f\x85\u2028\ue000\ufffd\U0001f6e0 <&]]>"
    literal = json.dumps(said).replace("\\ud83d\\udee0", "\\U0001f6e0")
    content = written([f"<{THING}> <{SKOS.prefLabel}> {literal}@en ."], DOCUMENTS.index(form))

    read = ox.parse(content, ox.RdfFormat.from_media_type(form.media_type))
    assert said in {quad.object.value for quad in read if isinstance(quad.object, ox.Literal)}


@pytest.mark.parametrize("name", ["a\u00aa", "\u00b2", "m\u00b2"])
def test_a_property_whose_name_is_none_in_xml_is_refused(name: str) -> None:
    with pytest.raises(UnsupportedError, match="ttl, jsonld, nt"):
        written([f'<{THING}> <http://x/{name}> "v" .'], DOCUMENTS.index(RDF_XML))
