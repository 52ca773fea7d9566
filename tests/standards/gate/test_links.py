"""What a standard points to is there, in the standard or elsewhere, and stands."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from rdflib import Graph

from ontology.namespaces import SPARQL_PREFIXES
from ontology.records import Iri, PublicationStatus, Release, Text
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.gate.links import wrong_links

ID = "http://localhost:8000/id/"
ESCO = "http://data.europa.eu/esco/skill/"
DRAFT, PUBLISHED = PublicationStatus.DRAFT, PublicationStatus.PUBLISHED

OTHERS: dict[str, tuple[str, PublicationStatus | None]] = {
    "river@1.0": ("<river/a> a skos:Concept . <river/b> a skos:Concept .", PUBLISHED),
    "river@1.1": (
        "<river/a> a skos:Concept . <river/b> a skos:Concept ; owl:deprecated true ; dcterms:isReplacedBy <river/a> . "
        "<river/b@1.0> a lw:Edition .",
        PUBLISHED,
    ),
    "river@draft": ("<river/secret> a skos:Concept .", DRAFT),
    "onet@29.0": ("<onet/1> a skos:Concept . <onet/2> a skos:Concept .", None),
    "onet@29.3": ("<onet/1> a skos:Concept .", None),
    "esco@1.1.1": (f"<{ESCO}a> a skos:Concept . <{ESCO}b> a skos:Concept ; owl:deprecated true .", None),
}
"""What there is beside the standard, in Turtle."""


def put(base: KnowledgeBase, name: str, turtle: str, status: PublicationStatus | None) -> Release:
    prefixes = SPARQL_PREFIXES + f"BASE <{ID}>\n"
    told = Graph().parse(data=prefixes + turtle, format="turtle").serialize(format="nt", encoding="utf-8")
    source, _, version = name.partition("@")
    release = Release(
        iri=Iri("http://x/"),
        source=source,
        version=version,
        title=Text(value=name),
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="test",
        status=Iri(status) if status else None,
    )
    return base.replace(release, [], [told])


@pytest.fixture(scope="module")
def others() -> Iterator[KnowledgeBase]:
    """A knowledge base with another standard and two sources; it is only read."""
    with KnowledgeBase.in_memory() as base:
        for name, (turtle, status) in OTHERS.items():
            put(base, name, turtle, status)
        yield base


def judged(known: KnowledgeBase, turtle: str) -> list[Finding]:
    """Return what is wrong with the links of a standard that is nowhere stored yet."""
    with KnowledgeBase.in_memory() as beside:
        return list(wrong_links(beside, put(beside, "trade@1.0", turtle, PUBLISHED), known))


@pytest.mark.parametrize(
    "there",
    [
        "trade/c> . <trade/c> a skos:Concept",
        "river/a>",
        "river/b@1.0>",
        "onet/1>",
        f"{ESCO}a>",
        "https://other.example/anything>",
    ],
)
def test_what_is_there_may_be_pointed_to(others: KnowledgeBase, there: str) -> None:
    assert judged(others, f"<trade/x> skos:related <{there} .") == []


@pytest.mark.parametrize(
    "nothing",
    ["trade/gone", "river/gone", "river/secret", "rivver/a", "credential/gone", "organization/gone", "framework/gone"],
)
def test_what_is_here_nowhere_may_not(others: KnowledgeBase, nothing: str) -> None:
    (finding,) = judged(others, f"<trade/x> skos:related <{nothing}> .")

    assert (finding.code, finding.severity) == ("dangling-link", Severity.ERROR)
    assert (finding.node, finding.path, finding.value) == (f"{ID}trade/x", "skos:related", f"{ID}{nothing}")


@pytest.mark.parametrize("unknown", ["onet/9", f"{ESCO}z"])
def test_what_a_source_does_not_have_is_worth_a_look(others: KnowledgeBase, unknown: str) -> None:
    (finding,) = judged(others, f"<trade/x> skos:exactMatch <{unknown}> .")

    assert (finding.code, finding.severity) == ("unknown-concept", Severity.WARNING)


def test_a_region_is_worth_a_look_only_where_the_wages_that_have_regions_are_imported() -> None:
    pointing = "<trade/x> dcterms:spatial <region/9> ."
    with KnowledgeBase.in_memory() as known:
        assert judged(known, pointing) == []
        put(known, "oews@2025-05", "<region/5300000> a skos:Concept .", None)
        assert [finding.code for finding in judged(known, pointing)] == ["unknown-concept"]


def test_whether_a_source_has_something_that_is_not_imported_nobody_can_tell() -> None:
    with KnowledgeBase.in_memory() as nothing:
        assert judged(nothing, f"<trade/x> skos:exactMatch <{ESCO}z> . <onet/9> a ceterms:Occupation .") == []


@pytest.mark.parametrize(
    ("gone", "shown"),
    [("river/b", f"{ID}river/b → {ID}river/a"), ("onet/2", f"{ID}onet/2"), (f"{ESCO}b", f"{ESCO}b")],
)
def test_what_its_publisher_has_withdrawn_is_worth_a_look(others: KnowledgeBase, gone: str, shown: str) -> None:
    (finding,) = judged(others, f"<trade/x> skos:exactMatch <{gone}> .")

    assert (finding.code, finding.severity, finding.value) == ("withdrawn-concept", Severity.WARNING, shown)


def test_what_takes_its_place_may_name_what_is_withdrawn(others: KnowledgeBase) -> None:
    assert judged(others, "<trade/x> dcterms:replaces <river/b> .") == []


@pytest.mark.parametrize(("code", "found"), [("1", []), ("2", ["withdrawn-concept"]), ("9", ["unknown-concept"])])
def test_an_occupation_stands_under_a_code_that_onet_has(others: KnowledgeBase, code: str, found: list[str]) -> None:
    described = f"<onet/{code}> a ceterms:Occupation . <trade/x> lw:occupation <onet/{code}> ."

    assert [finding.code for finding in judged(others, described)] == found


def test_an_occupation_without_a_label_is_the_finding_of_another_rule(others: KnowledgeBase) -> None:
    assert judged(others, "<trade/x> lw:occupation <onet/9>, <soc/9> .") == []


def test_classes_licenses_pages_and_terms_are_not_judged(others: KnowledgeBase) -> None:
    said = f"dcterms:license <{ESCO}z> ; ceterms:subjectWebpage <river/page> ; dcterms:type lw:Skill"

    assert judged(others, f"<trade/x> a <{ESCO}z> ; {said} .") == []
