"""Links of JSON: an address from elsewhere is read as ours by its identifier, but nothing ever meets itself so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.errors import RefusedError
from ontology.namespaces import SKOS
from ontology.report import Finding
from ontology.store import KnowledgeBase
from standards.imports import import_release
from tests.standards.wire.case.conftest import association, item, link, package


def test_what_two_servers_have_under_one_identifier_is_matched_and_not_with_itself(
    data: Path, needs: Callable[[Path], Path], tmp_path: Path
) -> None:
    package = json.loads(needs(data / "wire/case/packages/AdoptedTestFramework.json").read_bytes())
    item, association = package["CFItems"][0], package["CFAssociations"][0]
    there = f"https://national.example/CFItems/{item['identifier']}"
    match = {
        **association,
        "identifier": "36400d70-4523-4e94-9a0c-0d3d0e5a2f19",
        "uri": "https://server.example/CFAssociations/9",
        "associationType": "exactMatchOf",
        "originNodeURI": {"title": "x", "identifier": item["identifier"], "uri": item["uri"]},
        "destinationNodeURI": {"title": "x", "identifier": item["identifier"], "uri": there},
    }
    path = tmp_path / "package.json"
    path.write_text(json.dumps({**package, "CFAssociations": [*package["CFAssociations"], match]}))
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "case", [path]).release
        assert list(base.pairs(release, SKOS.exactMatch)) == [(item["uri"], there)]


ONE, OTHER = item(2, "Mend nets"), item(3, "Sew sails")


@pytest.fixture
def told(tmp_path: Path) -> Callable[..., list[Finding]]:
    """Return what is said of the links of an association between two items."""

    def of(origin: dict[str, str], destination: dict[str, str]) -> list[Finding]:
        ends = {"originNodeURI": origin, "destinationNodeURI": destination}
        path = tmp_path / "package.json"
        path.write_text(
            json.dumps(package(ONE, OTHER, associations=(association(4, "exactMatchOf", ONE, OTHER) | ends,)))
        )
        with KnowledgeBase.in_memory() as base:
            return [one for one in import_release(base, "case", [path]).report if one.code == "link-twice"]

    return of


@pytest.mark.parametrize("titles", [("Mend nets", "Mend rigs"), ("Mend rigs", "Mend nets"), ("Mend rigs", "Mend all")])
def test_two_links_to_one_address_that_say_otherwise_are_told(
    told: Callable[..., list[Finding]], titles: tuple[str, str]
) -> None:
    first, second = ({**link(ONE), "title": title} for title in titles)
    (finding,) = told(first, second)
    assert finding.path == "/CFAssociations/0/destinationNodeURI"
    assert titles[1] in finding.value
    assert "kept as the first says" in finding.message
    assert finding.remedy.startswith("Say the same of it each time")


def test_two_links_to_one_address_that_say_the_same_are_none(told: Callable[..., list[Finding]]) -> None:
    assert told(link(ONE), link(ONE)) == told(link(ONE), link(OTHER)) == []


def test_places_of_lists_are_counted(tmp_path: Path) -> None:
    subject = {"identifier": "00000000-0000-4000-8000-0000000000fe", "uri": "https://x.example/s", "title": "Gear"}
    again = {**subject, "title": "Tools"}
    document = package({**ONE, "subjectURI": [subject, subject, again]})
    path = tmp_path / "package.json"
    path.write_text(json.dumps(document))
    with KnowledgeBase.in_memory() as base:
        (finding,) = [one for one in import_release(base, "case", [path]).report if one.code == "link-twice"]
    assert finding.path == "/CFItems/0/subjectURI/2"


def test_extensions_are_no_longer_than_any_other_text(tmp_path: Path) -> None:
    """They are one literal; many texts of a bearable length make one that nobody can read."""
    path = tmp_path / "package.json"
    path.write_text(json.dumps(package({**ONE, "extensions": {"notes": ["x" * 100_000] * 11}})))
    with KnowledgeBase.in_memory() as base, pytest.raises(RefusedError) as refused:
        import_release(base, "case", [path])
    (finding,) = [one for one in refused.value.report if one.code == "too-long"]
    assert finding.path == "/CFItems/0/extensions"
    assert finding.message.startswith("extensions of 1,100,0")
    assert len(finding.value) < 1_000
