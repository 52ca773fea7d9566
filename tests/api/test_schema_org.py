"""schema.org inside the pages about things: its own words, and nothing that could end the element it stands in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from rdflib import SDO

from api.linked.schema_org import ALL, OWN, THINGS, TYPES, schema_org
from ontology.descriptions import Description
from ontology.facts import Fact, Value
from ontology.namespaces import SKOS
from ontology.records import Iri

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
KNOWN = {str(term).rpartition("/")[2] for term in dir(SDO)}
"""The names that schema.org has, as rdflib ships them (`rdflib.SDO`, made from schema.org's own file)."""


def said(client: TestClient, thing: str) -> dict[str, Any]:
    page = client.get(f"/doc/{thing}.html").text
    (block,) = BLOCK.findall(page)
    found: dict[str, Any] = json.loads(block)
    return found


def names(value: object) -> Iterator[str]:
    """Yield the types and properties in a value of JSON-LD."""
    if isinstance(value, list):
        for each in value:
            yield from names(each)
    if isinstance(value, dict):
        yield from (name for name in value if not name.startswith("@"))
        yield from ([value["@type"]] if "@type" in value else [])
        for each in value.values():
            yield from names(each)


def test_every_word_is_one_of_schema_org() -> None:
    words = {*TYPES.values(), *THINGS, *THINGS.values(), *ALL, *OWN, *(name for each in OWN.values() for name in each)}

    assert len(KNOWN) > 2000
    assert words - KNOWN == set()


@pytest.mark.parametrize(
    ("thing", "kind", "has"),
    [
        ("onet/49-9098.00", "Occupation", {"occupationalCategory", "estimatedSalary", "skills", "alternateName"}),
        ("power-generation/PG-SAF-03", "DefinedTerm", {"termCode", "inDefinedTermSet", "description"}),
        ("framework/power-generation", "DefinedTermSet", {"publisher"}),
        ("credential/wa-professional-engineer", "EducationalOccupationalCredential", {"recognizedBy", "description"}),
        ("course/basin-rim-technical-college/ict-290", "Course", {"courseCode", "teaches"}),
        (
            "program/basin-rim-technical-college/instrumentation-and-control",
            "EducationalOccupationalProgram",
            {"provider", "hasCourse"},
        ),
        ("organization/energy-skills-office", "Organization", {"description"}),
    ],
)
def test_things_of_each_kind_are_told(client: TestClient, thing: str, kind: str, has: set[str]) -> None:
    found = said(client, thing)

    assert (found["@context"], found["@type"]) == ("https://schema.org", kind)
    assert has <= set(found)
    assert found["subjectOf"]["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert set(names(found)) - KNOWN == set()


def test_pay_is_that_of_the_page(client: TestClient) -> None:
    salary = said(client, "onet/49-9098.00")["estimatedSalary"]

    assert salary["percentile10"] < salary["median"] < salary["percentile90"]
    assert (salary["currency"], salary["duration"]) == ("USD", "P1Y")
    assert f"${salary['median']:,.0f}" in client.get("/doc/onet/49-9098.00.html").text


@pytest.mark.parametrize("name", ["</script><script>alert(1)</script>", "<!--", "\u2028", "&lt;", '"\\'])
def test_nothing_ends_the_element(name: str) -> None:
    label = Fact(predicate=Iri(str(SKOS.altLabel)), name="also called", values=(Value(text=name),))
    written = schema_org(Description("http://x/", (), (), "http://x/"), name, [label], [], None, "http://x/page")

    assert not re.search("[<>&\u2028]", written)
    assert json.loads(written)["name"] == json.loads(written)["alternateName"] == name
