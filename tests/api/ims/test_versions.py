"""Versions of a standard as CASE: the one in force, those before it, and what is worked on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from api.ims.offered import offered
from api.ims.provider import Provider, UnknownObjectError
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.publishing import publish, withdraw
from standards.wire.uuids import uuid_of
from tests.api.ims.conftest import Json
from tests.standards.publishing.conftest import DANA, FIRST, SECOND, Rows, ratify

AT = "http://localhost:8000/id"


def documents(base: KnowledgeBase) -> dict[str, str]:
    """The adoption status of each document, by its address below that of the installation."""
    said = Provider(base).documents.values()
    return {document["uri"].removeprefix(AT): document["adoptionStatus"] for document in said}


def package(provider: Provider, uri: str) -> Json:
    return json.loads(provider.package(uuid_of(f"{AT}{uri}")).content)


def test_a_draft_is_offered_until_a_version_is_in_force(base: KnowledgeBase, written: Callable[[Rows], Path]) -> None:
    assert documents(base) == {"/framework/harbor": "Draft"}
    ratify(base)
    assert documents(base) == {"/framework/harbor": "Draft"}
    publish(base, "harbor", DANA)
    assert documents(base) == {"/framework/harbor": "Adopted"}
    import_release(base, "partnership", [written(SECOND)])
    assert [offer.name for offer in offered(base)] == ["harbor@1.0"]


def test_versions_before_the_one_in_force_stay_under_addresses_of_their_own(twice: KnowledgeBase) -> None:
    assert documents(twice) == {"/framework/harbor": "Adopted", "/framework/harbor@1.0": "Deprecated"}

    now, before = (package(Provider(twice), f"/framework/{name}") for name in ("harbor", "harbor@1.0"))
    assert [one["uri"] for one in before["CFItems"]] == [f"{AT}/harbor/{item}@1.0" for item in sorted(FIRST)]
    assert [one["uri"] for one in now["CFItems"]] == [f"{AT}/harbor/{item}" for item in sorted({*FIRST, *SECOND})]
    kinds = ("CFItems", "CFAssociations")
    identifiers = [{one["identifier"] for kind in kinds for one in whole[kind]} for whole in (now, before)]
    assert identifiers[0].isdisjoint(identifiers[1])


def test_what_a_version_dropped_says_when_it_ended_and_what_took_its_place(twice: KnowledgeBase) -> None:
    now = package(Provider(twice), "/framework/harbor")
    ended = {one["humanCodingScheme"]: one.get("statusEndDate") for one in now["CFItems"]}
    replaced = [one for one in now["CFAssociations"] if one["associationType"] == "replacedBy"]

    assert {code for code, day in ended.items() if day} == {"HT-3", "HT-4"}
    assert ended["HT-3"] == str(twice.release("harbor@1.1").imported.date())
    ends = {(one["originNodeURI"]["uri"], one["destinationNodeURI"]["uri"]) for one in replaced}
    assert ends == {(f"{AT}/harbor/HT-{gone}", f"{AT}/harbor/HT-5") for gone in (3, 4)}


def test_every_identifier_of_every_version_leads_to_its_resource(twice: KnowledgeBase) -> None:
    provider = Provider(twice)
    for name in ("harbor", "harbor@1.0"):
        for kind in ("CFItems", "CFAssociations"):
            for one in package(provider, f"/framework/{name}")[kind]:
                found = json.loads(provider.resource(kind, one["identifier"]))
                assert found.pop("CFDocumentURI")["uri"] == f"{AT}/framework/{name}"
                assert found == one


def test_a_version_that_was_withdrawn_stays_and_says_so(base: KnowledgeBase) -> None:
    ratify(base)
    publish(base, "harbor", DANA)
    withdraw(base, "harbor@1.0", replace(DANA, comment="Its tide tables were wrong"))
    assert documents(base) == {"/framework/harbor": "Draft", "/framework/harbor@1.0": "Deprecated"}


def test_nothing_of_a_firm_is_in_any_version(twice: KnowledgeBase) -> None:
    provider = Provider(twice)
    for name in ("harbor", "harbor@1.0"):
        assert b"secret" not in provider.package(uuid_of(f"{AT}/framework/{name}")).content
    with pytest.raises(UnknownObjectError):
        provider.package(uuid_of(f"{AT}/framework/tug-co"))
    query = "SELECT ?s { ?s skos:prefLabel ?o FILTER(CONTAINS(?o, 'secret')) }"
    ((secret,),) = twice.rows(query, [release.iri for release in twice.current()])
    with pytest.raises(UnknownObjectError):
        provider.resource("CFItems", uuid_of(secret))


def test_a_draft_that_its_publisher_keeps_private_and_a_firms_own_file_are_not_offered(
    base: KnowledgeBase, tmp_path: Path
) -> None:
    path, sheet = tmp_path / "private.json", tmp_path / "mill.csv"
    when = "2026-01-31T09:00:00Z"
    said = {"identifier": uuid_of("x"), "uri": "https://x.example.org/1", "lastChangeDateTime": when}
    item = {**said, "identifier": uuid_of("y"), "uri": "https://x.example.org/2", "fullStatement": "Weld"}
    for status, number in (("Private Draft", 1), ("Draft", 2)):
        document = {**said, "title": f"Welding {number}", "creator": "Mill", "adoptionStatus": status}
        path.write_text(json.dumps({"CFDocument": document, "CFItems": [item]}))
        import_release(base, "case", [path])
        names = [offer.release.source for offer in offered(base)]
        assert names == (["harbor"] if number == 1 else ["case-welding-2", "harbor"])
        base.remove([release for release in base.releases() if release.reader == "case"])
    sheet.write_text("Skill\nKeep the recipe\n")
    import_release(base, "sheet", [sheet])
    assert [offer.release.source for offer in offered(base)] == ["harbor"]
