"""What bad input gets, in every format that can hold it: a reason with its place and what to do, and nothing stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ontology.errors import InputError, RefusedError
from ontology.report import Report, Severity
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.wire.exporting import export
from standards.wire.uuids import uuid_of

Json = Any

WHEN = {"lastChangeDateTime": "2026-01-31T09:00:00Z"}
X = "http://x"
CEASN = "https://purl.org/ctdlasn/terms/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TURTLE = f"@prefix skos: <{SKOS}> .\n<{X}/s> a skos:ConceptScheme ; skos:prefLabel 'S' .\n"
LONG = "Weld " * 10_000_000
"""A text of 50 MB."""
QUOTES = '"' * 9_000_000
"""A text of 9 MB, of 18 where each of its characters is escaped."""


def thing(local: str, server: str = X, **more: Json) -> Json:
    return {"identifier": uuid_of(f"{server}/{local}"), "uri": f"{server}/{local}", **WHEN, **more}


def item(local: str, said: str = "Weld") -> Json:
    return thing(local, fullStatement=said)


def child(local: str, of: str, above: str) -> Json:
    ends = [{"title": end, "identifier": uuid_of(f"{X}/{end}"), "uri": f"{X}/{end}"} for end in (of, above)]
    return thing(local, associationType="isChildOf", originNodeURI=ends[0], destinationNodeURI=ends[1])


def case(*items: Json, associations: tuple[Json, ...] = (), **more: Json) -> str:
    document = thing("d", title="D", creator="Mill College", **more)
    return json.dumps({"CFDocument": document, "CFItems": items, "CFAssociations": associations})


def skill(local: str, said: str = "Weld") -> Json:
    return {"id": f"{X}/{local}", "skillName": said, "skillStatement": "Weld it."}


def rsd(*skills: Json) -> str:
    return json.dumps({"id": f"{X}/c", "name": "C", "skills": skills})


def competency(local: str, said: Json = None, **more: Json) -> Json:
    return {"@id": f"{X}/{local}", "@type": "ceasn:Competency", "ceasn:competencyText": said or {"en": "Weld"}, **more}


def ctdl(*graph: Json, context: Json = "https://credreg.net/ctdl/schema/context/json") -> str:
    framework = {"@id": f"{X}/f", "@type": "ceasn:CompetencyFramework", "ceasn:name": {"en": "F"}}
    return json.dumps({"@context": context, "@graph": [framework, *graph]})


def ctdl_turtle(more: str) -> str:
    prefixes = f"@prefix ceasn: <{CEASN}> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    return f"{prefixes}<{X}/f> a ceasn:CompetencyFramework ; ceasn:name 'F'@en .\n{more}"


def badge(local: str, said: str = "Weld") -> Json:
    return {"id": f"{X}/{local}", "type": ["Achievement"], "name": "B", "description": said, "criteria": {}}


def xml(doctype: str, label: str) -> str:
    spaces = f"xmlns:rdf='{RDF}' xmlns:skos='{SKOS}'"
    concept = f"<skos:Concept rdf:about='{X}/1'><skos:prefLabel xml:lang='en'>{label}</skos:prefLabel></skos:Concept>"
    return f"<?xml version='1.0'?>{doctype}<rdf:RDF {spaces}>{concept}</rdf:RDF>"


def sssom(comment: str) -> str:
    head = "subject_id\tpredicate_id\tobject_id\tmapping_justification\tcomment"
    row = f"x:1\tskos:exactMatch\tx:2\tsemapv:ManualMappingCuration\t{comment}"
    return f"#curie_map:\n#  x: {X}/\n#mapping_set_id: {X}/m\n#license: {X}/l\n{head}\n{row}\n"


BOMB = '<!DOCTYPE a [<!ENTITY a "{}"><!ENTITY b "{}"><!ENTITY c "{}">]>'.format("ha" * 50, "&a;" * 50, "&b;" * 50)
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
DEEP = 1_000_000

Made = tuple[str, str, Callable[[], str], str]
"""What it is imported as, the name of its file, its content, and what is said of it."""

MALFORMED: dict[str, Made] = {
    "JSON, as CASE": ("case", "a.json", lambda: '{"CFDocument": {,', "line 1, column 17"),
    "JSON, as CTDL": ("ctdl", "a.json", lambda: '{"@graph": [\n{"@id": }]}', "line 2, column 9"),
    "JSON, as skills": ("rsd", "a.json", lambda: '[{"skillName": "Weld"', "line 1, column"),
    "JSON, as badges": ("badges", "a.json", lambda: "{'id': 1}", "line 1, column 2"),
    "XML": ("skos", "a.rdf", lambda: xml("", "Weld")[:-20], r"a\.rdf: "),
    "Turtle": ("skos", "a.ttl", lambda: TURTLE[:-4], r"a\.ttl: .*line "),
    "an entity bomb": ("skos", "a.rdf", lambda: xml(BOMB, "&c;"), r"a\.rdf: .*entit"),
    "an entity elsewhere": ("skos", "a.rdf", lambda: xml(OUTSIDE, "&a;"), r"a\.rdf: .*entit"),
    "a million lists, as CASE": ("case", "a.json", lambda: "[" * DEEP + "]" * DEEP, "deep|nest"),
    "a million lists, as CTDL": ("ctdl", "a.json", lambda: "[" * DEEP + "]" * DEEP, "deep|nest"),
    "a million lists, as skills": ("rsd", "a.json", lambda: "[" * DEEP + "]" * DEEP, "deep|nest"),
    "a million objects, as badges": ("badges", "a.json", lambda: '{"a":' * DEEP + "1" + "}" * DEEP, "deep|nest"),
    "a million objects, as a scheme": ("skos", "a.jsonld", lambda: '{"a":' * DEEP + "1" + "}" * DEEP, "deep|nest"),
    "a million nodes": ("skos", "a.ttl", lambda: f"<a:a> <a:p> {'[ <a:p> ' * DEEP}", "line 1"),
    "no language, as CTDL": (
        "ctdl",
        "a.json",
        lambda: ctdl(competency("1", {"plain english": "Weld"})),
        f"'plain english' is no language tag .*<{X}/1> by <https://purl.org/ctdlasn/terms/competencyText>; write it",
    ),
    "50 MB in one text, as a scheme": (
        "skos",
        "a.ttl",
        lambda: f"{TURTLE}<{X}/1> a skos:Concept ; skos:prefLabel '{LONG}'@en .",
        "more than 16 MB; keep it elsewhere",
    ),
    "9 MB of quotes, as CTDL": (
        "ctdl",
        "a.ttl",
        lambda: ctdl_turtle(f"<{X}/1> ceasn:competencyText '{QUOTES}' ."),
        "more than 16 MB; keep it elsewhere",
    ),
    "a million elements": ("skos", "a.rdf", lambda: f"<a xmlns='{X}/'>{'<a>' * DEEP}", "elements"),
}
"""What is read by no one: the reason names the file and, where there is one, the place."""

WRONG: dict[str, Made] = {
    "a context elsewhere, as CTDL": ("ctdl", "a.json", lambda: ctdl(context="http://far.example/c"), "remote-context"),
    "a context elsewhere, as a badge": (
        "badges",
        "a.json",
        lambda: json.dumps(badge("1") | {"@context": ["http://far.example/c"]}),
        "remote-context",
    ),
    "an identifier twice, as CASE": ("case", "a.json", lambda: case(item("1"), item("1")), "claimed-twice"),
    "an identifier twice, as CTDL": (
        "ctdl",
        "a.json",
        lambda: ctdl(competency("1"), competency("1", {"en": "Cut"})),
        "claimed-twice",
    ),
    "an identifier twice, as skills": ("rsd", "a.json", lambda: rsd(skill("1"), skill("1")), "claimed-twice"),
    "an identifier twice, as badges": (
        "badges",
        "a.json",
        lambda: json.dumps([badge("1"), badge("1")]),
        "claimed-twice",
    ),
    "a child of nothing": (
        "case",
        "a.json",
        lambda: case(item("1"), associations=(child("a", "1", "elsewhere"),)),
        "dangling",
    ),
    "children of one another, as CASE": (
        "case",
        "a.json",
        lambda: case(item("1"), item("2"), associations=(child("a", "1", "2"), child("b", "2", "1"))),
        "cycle",
    ),
    "children of one another, as CTDL": (
        "ctdl",
        "a.json",
        lambda: ctdl(*(competency(a, **{"ceasn:isChildOf": {"@id": f"{X}/{b}"}}) for a, b in ("12", "21"))),
        "cycle",
    ),
    "no language, as CASE": ("case", "a.json", lambda: case(item("1"), language="plain English"), "no-language"),
    "no language, as a scheme": (
        "skos",
        "a.ttl",
        lambda: f"{TURTLE}<{X}/1> a skos:Concept ; skos:prefLabel 'Weld'@english .",
        "no-language",
    ),
    "no language, as CTDL in Turtle": (
        "ctdl",
        "a.ttl",
        lambda: ctdl_turtle(f"<{X}/1> a ceasn:Competency ; ceasn:competencyText 'Weld'@english ."),
        "no-language",
    ),
    "50 MB in one text, as CASE": ("case", "a.json", lambda: case(item("1", LONG)), "too-long"),
    "50 MB in one text, as CTDL": ("ctdl", "a.json", lambda: ctdl(competency("1", {"en": LONG})), "too-long"),
    "3 MB in one text, as CTDL in Turtle": (
        "ctdl",
        "a.ttl",
        lambda: ctdl_turtle(f"<{X}/1> a ceasn:Competency ; ceasn:competencyText '{LONG[:3_000_000]}'@en ."),
        "too-long",
    ),
    "a character of nothing, as CTDL": (
        "ctdl",
        "a.json",
        lambda: ctdl(competency("1", {"en": "a\0b"})),
        "null-character",
    ),
    "a character of nothing, as CTDL in Turtle": (
        "ctdl",
        "a.ttl",
        lambda: ctdl_turtle(f"<{X}/1> a ceasn:Competency ; ceasn:competencyText 'a\\u0000b'@en ."),
        "null-character",
    ),
    "a character of nothing, as a scheme": (
        "skos",
        "a.ttl",
        lambda: f"{TURTLE}<{X}/1> a skos:Concept ; skos:prefLabel 'a\\u0000b'@en .",
        "null-character",
    ),
    "50 MB in one text, as skills": ("rsd", "a.json", lambda: rsd(skill("1", LONG)), "too-long"),
    "50 MB in one cell, as skills": (
        "rsd",
        "a.csv",
        lambda: f"RSD Name,Skill Statement\nWeld,{LONG}\n",
        "too-long",
    ),
    "50 MB in one text, as badges": ("badges", "a.json", lambda: json.dumps(badge("1", LONG)), "too-long"),
    "50 MB in one cell, as mappings": ("sssom", "a.sssom.tsv", lambda: sssom(LONG), "too-long"),
}
"""What is read and judged: the findings name code, place and remedy."""


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as made:
        yield made


def brought(base: KnowledgeBase, folder: Path, made: Made) -> Report:
    """Import what a table above has, and return what was found."""
    kind, name, content, _ = made
    (folder / name).write_text(content(), encoding="utf-8")
    return import_release(base, kind, [folder / name]).report


@pytest.mark.parametrize("what", MALFORMED)
def test_what_nobody_can_read_is_refused_with_its_place(base: KnowledgeBase, tmp_path: Path, what: str) -> None:
    with pytest.raises(InputError, match=MALFORMED[what][-1]) as refused:
        brought(base, tmp_path, MALFORMED[what])
    assert MALFORMED[what][1] in str(refused.value)
    assert base.releases() == []


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_refused_with_place_and_remedy(base: KnowledgeBase, tmp_path: Path, what: str) -> None:
    with pytest.raises(RefusedError) as refused:
        brought(base, tmp_path, WRONG[what])
    errors = list(refused.value.report.of(Severity.ERROR))
    assert {finding.code for finding in errors} == {WRONG[what][-1]}
    assert all(finding.file == WRONG[what][1] and finding.remedy for finding in errors)
    assert all(finding.path or finding.node or finding.row for finding in errors)
    assert all(len(finding.value) < 1_000 for finding in errors)
    assert base.releases() == []


NO_CLASS: dict[str, Made] = {
    "a text, in Turtle": ("ctdl", "a.ttl", lambda: ctdl_turtle(f"<{X}/1> a 'text' ."), "text"),
    "a name in quotes": (
        "ctdl",
        "a.ttl",
        lambda: ctdl_turtle(f"<{X}/1> a '{CEASN}Competency' ."),
        f"{CEASN}Competency",
    ),
    "a blank node": ("ctdl", "a.ttl", lambda: ctdl_turtle(f"<{X}/1> a [ a owl:Class ] ."), "[]"),
    "a blank node, in JSON-LD": (
        "ctdl",
        "a.json",
        lambda: ctdl(competency("1", **{f"{RDF}type": {"@id": "_:c"}})),
        "[]",
    ),
    "a text, in JSON-LD": ("ctdl", "a.json", lambda: ctdl(competency("1", **{f"{RDF}type": "text"})), "text"),
}
"""Classes that are no address, with the value that is told."""


@pytest.mark.parametrize("what", NO_CLASS)
def test_a_class_that_is_no_address_is_told_and_kept(base: KnowledgeBase, tmp_path: Path, what: str) -> None:
    imported = brought(base, tmp_path, NO_CLASS[what])
    (finding,) = [one for one in imported if one.path == "rdf:type"]
    assert (finding.code, finding.severity, finding.value) == ("no-address", Severity.WARNING, NO_CLASS[what][-1])
    assert (finding.file, finding.node) == (NO_CLASS[what][1], f"{X}/1")
    assert finding.remedy
    (release,) = base.releases()
    assert len(list(base.rows(f"SELECT ?c {{ <{X}/1> a ?c FILTER(!isIRI(?c)) }}", [release.iri]))) == 1
    assert export(base, release.source, "ctdl")


def test_a_class_that_is_no_address_is_told_of_what_has_none(base: KnowledgeBase, tmp_path: Path) -> None:
    (finding,) = brought(base, tmp_path, ("ctdl", "a.ttl", lambda: ctdl_turtle("[] a 'one', 'two' ."), ""))
    assert (finding.code, finding.node, finding.path, finding.value) == ("no-address", "", "rdf:type", "one")
    assert "(2 times, here first)" in finding.message


def test_addresses_of_two_versions_of_case_are_told_and_imported(base: KnowledgeBase, tmp_path: Path) -> None:
    served = [thing(f"CFItems/{n}", f"{X}/ims/case/v1p{n}", fullStatement="Weld") for n in (0, 1)]
    (finding,) = brought(base, tmp_path, ("case", "a.json", lambda: case(*served), ""))
    assert (finding.code, finding.severity, finding.value) == ("mixed-versions", Severity.WARNING, "v1p0, v1p1")
    assert len(base.releases()) == 1
