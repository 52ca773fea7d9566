"""One framework that cannot be written leaves the others answered."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.ims import provider
from api.ims.provider import Provider, UnwritableError
from ontology.records import Text
from ontology.store import KnowledgeBase
from standards.imports import import_release

SKOS = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dct: <http://purl.org/dc/terms/> .
<{0}> a skos:ConceptScheme ; skos:prefLabel "{1}"@en .
<{0}/1> a skos:Concept ; skos:inScheme <{0}> ; skos:prefLabel "Weld"@en ; {2} .
"""


def imported(base: KnowledgeBase, folder: Path, name: str, more: str = 'skos:notation "1"') -> None:
    path = folder / f"{name}.ttl"
    path.write_text(SKOS.format(f"http://x/{name}", name, more))
    import_release(base, "skos", [path])


def fail(monkeypatch: pytest.MonkeyPatch, function: str, of: str) -> None:
    """Let what writes frameworks fail for one of them."""
    write = getattr(provider, function)

    def failing(base: KnowledgeBase, name: str, **options: bool) -> object:
        if name.startswith(of):
            message = "broken"
            raise ValueError(message)
        return write(base, name, **options)

    monkeypatch.setattr(provider, function, failing)


def test_a_package_that_cannot_be_written_says_so_and_the_others_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fail(monkeypatch, "stored_package", "skos-bending")
    with KnowledgeBase.in_memory() as base:
        imported(base, tmp_path, "bending")
        imported(base, tmp_path, "welding")
        service = Provider(base)
        service.warm()
        titles = {document["title"]: identifier for identifier, document in service.documents.items()}
        assert list(titles) == ["bending", "welding"]
        assert b"Weld" in service.package(titles["welding"]).content
        with pytest.raises(UnwritableError, match=r"skos-bending@1 cannot be written as CASE \(ValueError\)"):
            service.package(titles["bending"])
    assert "skos-bending@1 cannot be written as CASE" in caplog.text


@pytest.mark.parametrize("function", ["stored_heading", "identifiers"])
def test_what_cannot_be_listed_is_left_out_and_the_others_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, function: str
) -> None:
    fail(monkeypatch, function, "skos-bending")
    with KnowledgeBase.in_memory() as base:
        imported(base, tmp_path, "bending")
        imported(base, tmp_path, "welding")
        service = Provider(base)
        (item,) = json.loads(service.package(list(service.documents)[-1]).content)["CFItems"]
        assert b"Weld" in service.resource("CFItems", item["identifier"])
    assert "skos-bending@1 cannot be written as CASE and is left out" in caplog.text


ODD = {
    "a private language": 'skos:altLabel "A"@x-foo',
    "texts for addresses": 'dct:type "concept" ; skos:related "lit" ; skos:exactMatch "x"',
    "an address for a text": "skos:altLabel <http://x/d> ; skos:definition <http://x/d>",
    "odd values": '<http://www.w3.org/2002/07/owl#deprecated> "yes" ; dct:modified "yesterday"',
    "a node": 'skos:broader [ a skos:Concept ; skos:prefLabel "B"@en ]',
    "a license in words": 'skos:note "x" . <http://x/odd> dct:license "free" ; skos:note "y"',
}


@pytest.mark.parametrize("kind", ODD)
def test_what_a_field_cannot_hold_stops_nobody(tmp_path: Path, kind: str) -> None:
    with KnowledgeBase.in_memory() as base:
        imported(base, tmp_path, "odd", ODD[kind])
        service = Provider(base)
        (identifier,) = service.documents
        assert b"Weld" in service.package(identifier).content


def test_of_two_frameworks_of_one_identifier_the_one_that_came_first_is_answered(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """As knowledge bases may have them that are older than the check at the import; titles are in the other order."""
    with KnowledgeBase.in_memory() as base:
        imported(base, tmp_path, "welding")
        (first,) = base.releases()
        said = base.graph(first).serialize(format="nt", encoding="utf-8").replace(b'"welding"', b'"bending"')
        again = {"source": "skos-bending", "title": Text(value="bending"), "imported": datetime.now(UTC)}
        base.replace(first.model_copy(update=again), base.files(first), [said])
        service = Provider(base)
        (document,) = service.documents.values()
        assert document["title"] == "welding"
    assert "skos-bending@1 has the identifier of skos-welding@1 and is left out" in caplog.text
