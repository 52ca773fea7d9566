"""The page about a thing: what people see of it, in many languages, withdrawn, and to those who read pages as data."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient

from ontology.store import KnowledgeBase
from standards.imports import import_release

TAGS = ["bg", "cs", "da", "de", "el", "en", "es", "et", "fi"]
EVIL = "</script><!-- <script>alert(1)</script>"
SCHEME = f"""
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<http://e.example/scheme> a skos:ConceptScheme ; skos:prefLabel "Many tongues"@en .
<http://e.example/weld> a skos:Concept ; skos:inScheme <http://e.example/scheme> ;
  skos:prefLabel {", ".join(f'"weld {tag}"@{tag}' for tag in TAGS)} ;
  skos:altLabel "löten"@de , "joining"@en ; skos:definition "{EVIL}"@en .
<http://e.example/rivet> a skos:Concept ; skos:inScheme <http://e.example/scheme> ; skos:prefLabel "rivet"@en ;
  owl:deprecated true ; dcterms:isReplacedBy <http://e.example/weld> .
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    path = tmp_path_factory.mktemp("tongues") / "many.ttl"
    path.write_text(SCHEME)
    with KnowledgeBase.in_memory() as base:
        import_release(base, "skos", [path])
        yield base


@pytest.fixture
def page(base: KnowledgeBase, serve: Callable[..., TestClient]) -> Callable[[str], str]:
    """Return the page about a concept."""
    client = serve(base, ready=True)
    return lambda name: client.get("/doc", params={"iri": f"http://e.example/{name}", "format": "html"}).text


def test_values_in_many_languages_say_which_and_english_comes_first(page: Callable[[str], str]) -> None:
    told = page("weld")
    shown = re.findall(r"weld (\w\w)</span>(?: <span class=\"quiet\">(\w\w)</span>)?", told)

    assert "<summary>9, in 9 languages</summary>" in told
    assert shown == [("en", ""), *((tag, tag) for tag in TAGS if tag != "en")]
    assert '<span lang="de">löten</span> <span class="quiet">de</span>' in told


def test_no_two_lines_of_a_page_have_one_name(page: Callable[[str], str]) -> None:
    names = re.findall(r"<dt[^>]*>([^<]*)</dt>", page("weld"))

    assert len(names) > 5
    assert len(names) == len(set(names))
    assert 'terms#Skill">skill</a>' in page("weld")


def test_what_is_withdrawn_says_so_and_what_stands_in_its_place(page: Callable[[str], str]) -> None:
    assert '<p class="note">It is withdrawn. In its place: <a href=' in page("rivet")
    assert "withdrawn" not in page("weld")


def test_what_machines_read_in_a_page_has_languages_and_ends_nothing(page: Callable[[str], str]) -> None:
    (script,) = re.findall(r"<script[^>]*>(.*?)</script>", page("weld"), re.DOTALL)
    said = json.loads(script)

    assert not re.search("[<>&]", script)
    assert (said["@type"], said["name"], said["description"]) == ("DefinedTerm", "weld en", EVIL)
    assert said["alternateName"] == ["joining", {"@value": "löten", "@language": "de"}]
    assert said["inDefinedTermSet"]["@type"] == "DefinedTermSet"
