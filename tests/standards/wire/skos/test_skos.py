"""SKOS in and out: the same graph comes back, in any syntax, and what could blow up is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import InputError, RefusedError, UnreadableError, UnsupportedError
from ontology.formats import FORMATS, N_QUADS, RDF_XML, TURTLE, Format
from ontology.graph_reading import read_rdf
from ontology.store import KnowledgeBase
from standards.frameworks import framework_title, read_framework
from standards.imports import import_release
from standards.wire.skos.stored import stored_scheme

PREFIXES = """
@prefix : <http://x/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
"""
SCHEME = f"""{PREFIXES}
:s a skos:ConceptScheme ; dct:title "Welding"@en ; skos:hasTopConcept :1 .
:1 a skos:Concept ; skos:prefLabel "Weld"@en, "Soldar"@es ; skos:altLabel "Fuse"@en ; skos:notation "W1" .
:2 a skos:Concept ; skos:prefLabel "Weld pipes"@en-us ; skos:broader :1 ; skos:inScheme :s ;
   skos:closeMatch <http://y/2> ; skos:editorialNote "as taught" ; skosxl:prefLabel [ skosxl:literalForm "Weld"@en ] .
"""


def at(folder: Path, content: str | bytes, name: str = "welding.ttl") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def graph(content: bytes | str) -> bytes:
    """Return the statements of a graph in Turtle, the same for the same graph."""
    return read_rdf(content if isinstance(content, bytes) else content.encode(), "ttl")


def test_a_scheme_comes_out_as_the_same_graph_and_its_concepts_can_be_asked_for(tmp_path: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "skos", [at(tmp_path, SCHEME)]).release
        entries = {str(entry.iri): entry for entry in read_framework(base, "skos-welding")}
        written = stored_scheme(base, "skos-welding")
        title = framework_title(base, "skos-welding")

    assert (release.source, release.title.value) == ("skos-welding", "Welding")
    assert entries["http://x/1"].label == "Weld"
    assert set(entries["http://x/1"].alt_labels) == {"Fuse", "Soldar"}
    assert title == (release.iri, "Welding")
    assert graph(written) == graph(SCHEME)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != N_QUADS], ids=lambda form: form.extension)
def test_every_syntax_is_written_and_read(tmp_path: Path, form: Format) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "skos", [at(tmp_path, SCHEME)])
        written = stored_scheme(base, "skos-welding", form)
    with KnowledgeBase.in_memory() as base:
        import_release(base, "skos", [at(tmp_path, written, f"again.{form.extension}")])
        assert graph(stored_scheme(base, "skos-welding", TURTLE)) == graph(SCHEME)


ODD = f"""{SCHEME} @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix ceasn: <https://purl.org/ctdlasn/terms/> .
:1 a ceasn:Competency ; :list ( 1 1 [ :p :1 ] ) ; skos:note "A"@x-foo, "B"@de-1996 ;
   :n 1.10, 0010, 1e400, +1, "maybe"^^xsd:boolean, "1"^^xsd:boolean, "2011"^^xsd:date, "abc"^^xsd:integer, "a"^^:own,
      "2026-01-01T00:00:00.000Z"^^xsd:dateTime, "\\r\\n\\t\\"", ""@en, "{{}}"^^rdf:JSON .
:2 dct:type <https://w3id.org/ladderworks/terms#Skill> .
"""


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.extension)
def test_every_literal_and_every_type_comes_out_letter_by_letter(tmp_path: Path, form: Format) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "skos", [at(tmp_path, ODD)])
        written = stored_scheme(base, "skos-welding", form)
        again = stored_scheme(base, "skos-welding", form)
    assert again == written
    assert read_rdf(written, form.extension) == graph(ODD)


def test_what_xml_cannot_say_is_refused_with_what_can(tmp_path: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "skos", [at(tmp_path, f'{SCHEME} :1 <http://x/1> "a" .')])
        with pytest.raises(UnsupportedError, match="ttl"):
            stored_scheme(base, "skos-welding", RDF_XML)


def xml(doctype: str, label: str) -> str:
    return (
        f"<?xml version='1.0'?>{doctype}<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns:skos='http://www.w3.org/2004/02/skos/core#'><skos:Concept rdf:about='http://x/1'>"
        f"<skos:prefLabel xml:lang='en'>{label}</skos:prefLabel></skos:Concept></rdf:RDF>"
    )


BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
UNREADABLE: dict[str, tuple[str, str | bytes]] = {
    "an entity of entities": ("a.rdf", xml(BOMB, "&b;")),
    "an entity elsewhere": ("a.rdf", xml('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>', "&a;")),
    "a long entity": ("a.rdf", xml(f'<!DOCTYPE a [<!ENTITY a "{"x" * 300}">]>', "&a;")),
    "xml in UTF-16": ("a.rdf", xml(BOMB, "&b;").encode("utf-16")),
    "xml that is cut short": ("a.rdf", xml("", "Weld")[:-20]),
    "turtle that is cut short": ("a.ttl", SCHEME[:-20]),
    "no text": ("a.ttl", b'<http://x/1> <http://x/2> "\xff" .'),
    "a context to be fetched": ("a.jsonld", '{"@context": "http://x/c", "@id": "http://x/1"}'),
}


@pytest.mark.parametrize("wrong", UNREADABLE)
def test_what_cannot_be_read_or_could_blow_up_is_refused(tmp_path: Path, wrong: str) -> None:
    name, content = UNREADABLE[wrong]
    with KnowledgeBase.in_memory() as base, pytest.raises(UnreadableError, match=rf"{name}: "):
        import_release(base, "skos", [at(tmp_path, content, name)])


def test_a_short_entity_is_read(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE a [<!ENTITY w "Weld">]>'
    with KnowledgeBase.in_memory() as base:
        import_release(base, "skos", [at(tmp_path, xml(doctype, "&w; pipes"), "a.rdf")])
        assert [entry.label for entry in read_framework(base, "skos-a")] == ["Weld pipes"]


def test_a_file_of_no_syntax_is_refused(tmp_path: Path) -> None:
    with KnowledgeBase.in_memory() as base, pytest.raises(InputError, match=r"does not end in \.ttl"):
        import_release(base, "skos", [at(tmp_path, SCHEME, "welding.csv")])


REFUSED = {
    "no concepts": ("a.ttl", "<http://x/1> a <http://x/2> .", "no-concepts"),
    "a long text": ("a.ttl", f'{SCHEME} :1 skos:note "{"x" * 1_000_001}" .', "too-long"),
    "a long text in XML": ("a.rdf", xml("", "x" * 1_000_001), "too-long"),
    "a word for a language": ("a.ttl", f'{SCHEME} :1 skos:note "x"@english .', "no-language"),
    "a character of nothing": ("a.ttl", f'{SCHEME} :1 skos:note "a\\u0000b" .', "null-character"),
    "one in JSON": ("a.jsonld", '{"@id": "http://x/1", "http://x/p": "a\\u0000"}', "null-character"),
    "a name twice in JSON": ("a.jsonld", '{"@id": "http://x/1", "@id": "http://x/2"}', "name-twice"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_wrong_with_a_scheme_is_told(tmp_path: Path, kind: str) -> None:
    name, content, code = REFUSED[kind]
    with KnowledgeBase.in_memory() as base, pytest.raises(RefusedError) as refused:
        import_release(base, "skos", [at(tmp_path, content, name)])
    assert [finding.code for finding in refused.value.report] == [code]


TOLD = {
    "two labels": (':1 skos:prefLabel "Join"@en .', ("two-labels", "http://x/1", "en")),
    "a text for an address": (':1 skos:related "welding" .', ("no-address", "http://x/1", "welding")),
    "an address for a text": (":1 skos:altLabel :x .", ("no-text", "http://x/1", "http://x/x")),
    "a circle": (":1 skos:broader :2 .", ("cycle", "http://x/1", "http://x/1 -> http://x/2 -> http://x/1")),
    "a circle of narrower": (
        ":2 skos:narrower :1 .",
        ("cycle", "http://x/2", "http://x/2 -> http://x/1 -> http://x/2"),
    ),
    "no label": (":3 a skos:Concept .", ("no-label", "http://x/3", "")),
    "a label in SKOS-XL": (":3 a skos:Concept ; skosxl:prefLabel :4 .", ("no-label", "http://x/3", "")),
    "no address": ("[] a skos:Concept .", ("no-name", "_:b0", "")),
}


@pytest.mark.parametrize("kind", TOLD)
def test_what_is_odd_in_a_scheme_is_told_and_kept(tmp_path: Path, kind: str) -> None:
    more, told = TOLD[kind]
    with KnowledgeBase.in_memory() as base:
        report = import_release(base, "skos", [at(tmp_path, SCHEME + more)]).report
        written = stored_scheme(base, "skos-welding")
    assert [(finding.code, finding.node.replace("b1", "b0"), finding.value) for finding in report] == [told]
    assert graph(written) == graph(SCHEME + more)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('"@id": "http://[x", "http://x/p": "a"', r"'http://\[x' is no address, in what is said of"),
        ('"@id": "http://x/2", "http://x/p": {"@id": "http://x/%zz"}', "'http://x/%zz' is no address"),
        ('"@id": "http://x/2", "http://x/p": {"@value": "a", "@language": "en_US"}', "'en_US' is no language tag"),
    ],
)
def test_json_ld_drops_nothing_that_is_ill_formed_without_a_word(tmp_path: Path, more: str, said: str) -> None:
    with KnowledgeBase.in_memory() as base, pytest.raises(UnreadableError, match=said):
        import_release(base, "skos", [at(tmp_path, f"{{{more}}}", "a.jsonld")])


def test_a_standard_of_ones_own_is_a_scheme_that_is_read_again(tmp_path: Path, project: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        written = stored_scheme(base, "power-generation")
    with KnowledgeBase.in_memory() as base:
        imported = import_release(base, "skos", [at(tmp_path, written)])
        entries = read_framework(base, imported.release.source)
        again = stored_scheme(base, imported.release.source)

    assert list(imported.report) == []
    assert len(entries) == 74
    assert again == written


SEVERAL = f"""{PREFIXES} :s a skos:ConceptScheme ; skos:prefLabel "S"@en .
:t a skos:ConceptScheme ; skos:prefLabel "T"@en .
:1 a skos:Concept ; skos:inScheme :s, :t ; skos:prefLabel "Weld"@en .
"""


def test_a_file_of_several_schemes_is_imported_again_and_under_another_name_refused(tmp_path: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "skos", [at(tmp_path, SEVERAL)])
        edited = stored_scheme(base, "skos-welding").replace(b'"Weld"', b'"Weld pipes"')
        import_release(base, "skos", [at(tmp_path, edited)])
        assert [entry.label for entry in read_framework(base, "skos-welding")] == ["Weld pipes"]
        with pytest.raises(RefusedError, match='take the other out: ladderworks remove "skos-welding"') as refused:
            import_release(base, "skos", [at(tmp_path, edited, "other.ttl")])
        assert [finding.node for finding in refused.value.report] == ["http://x/s", "http://x/t"]
        base.remove([base.release("skos-welding")])
        import_release(base, "skos", [at(tmp_path, edited, "other.ttl")])


CROSSED = f"""{PREFIXES} @prefix ceasn: <https://purl.org/ctdlasn/terms/> .
:s a skos:ConceptScheme ; dct:type ceasn:CompetencyFramework .
:1 a skos:Concept ; skos:prefLabel "Weld"@en ; dct:type ceasn:Competency .
:2 a skos:Concept, <https://w3id.org/ladderworks/terms#Skill> ; skos:prefLabel "Cut"@en .
:3 a skos:Concept, ceasn:Competency ; skos:prefLabel "Grind"@en ; dct:type <https://w3id.org/ladderworks/terms#Skill> .
"""


def test_a_class_that_stands_as_a_kind_and_a_kind_that_stands_as_a_class_stay_where_they_stand(tmp_path: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "skos", [at(tmp_path, CROSSED)])
        assert graph(stored_scheme(base, "skos-welding")) == graph(CROSSED)
