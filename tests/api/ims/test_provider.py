"""Every path of the official OpenAPI, walked: each answer is one that it allows, and says what was imported."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.ims.conftest import ROOT, Json, Wrong

BELOW = "{sourcedId}"
UNKNOWN = "00000000-0000-4000-8000-000000000000"
SETS = ("CFConcepts", "CFSubjects", "CFItemTypes")
LISTS = ("CFItems", "CFAssociations", "CFRubrics")


def resources(package: Json) -> Iterator[tuple[str, Json]]:
    """The resources of a package that have a path of their own, with the names of their lists."""
    for kind, found in {**package, **package.get("CFDefinitions", {})}.items():
        if isinstance(found, list):
            yield from ((kind, one) for one in found)


def packages(client: TestClient) -> Iterator[Json]:
    for document in client.get(f"{ROOT}/CFDocuments").json()["CFDocuments"]:
        yield client.get(f"{ROOT}/CFPackages/{document['identifier']}").json()


def test_every_answer_is_one_that_the_official_openapi_allows(samples: TestClient, wrong: Wrong) -> None:
    answer = samples.get(f"{ROOT}/CFDocuments")
    assert wrong("/CFDocuments", 200, answer.json()) == []
    asked = 0
    for document in answer.json()["CFDocuments"]:
        for kind in ("CFDocuments", "CFPackages"):
            answer = samples.get(f"{ROOT}/{kind}/{document['identifier']}")
            assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
            assert wrong(f"/{kind}/{BELOW}", 200, answer.json()) == []
        for kind, one in resources(answer.json()):
            paths = [kind, "CFItemAssociations"] if kind == "CFItems" else [kind]
            for path in paths:
                alone = samples.get(f"{ROOT}/{path}/{one['identifier']}")
                assert alone.status_code == 200 or path == "CFItemAssociations"
                assert wrong(f"/{path}/{BELOW}", alone.status_code, alone.json()) == [], alone.text
                asked += 1
    assert asked > 500


def test_every_path_of_the_official_openapi_says_what_is_not_there(
    samples: TestClient, wrong: Wrong, official: Json
) -> None:
    paths = [path for path in official["paths"] if path.endswith(BELOW)]
    assert len(paths) == 11
    for path in paths:
        for identifier, minor in ((UNKNOWN, "unknownobject"), ("10-4", "invalid_uuid"), ("a" * 5000, "invalid_uuid")):
            answer = samples.get(ROOT + path.replace(BELOW, identifier))
            assert (answer.status_code, answer.headers["content-type"]) == (404, "application/json")
            assert wrong(path, 404, answer.json()) == []
            (field,) = answer.json()["imsx_codeMinor"]["imsx_codeMinorField"]
            assert field["imsx_codeMinorFieldValue"] == minor
            assert len(answer.content) < 1000


def test_the_check_finds_an_answer_that_the_openapi_does_not_allow(samples: TestClient, wrong: Wrong) -> None:
    (package, *_) = packages(samples)
    document = package["CFDocument"]
    assert wrong(f"/CFDocuments/{BELOW}", 200, document)  # without CFPackageURI
    assert wrong(f"/CFPackages/{BELOW}", 200, {"CFDocument": document | {"identifier": "d0000000-0000"}})
    assert wrong(f"/CFPackages/{BELOW}", 200, {"CFDocument": document | {"lastChangeDateTime": "yesterday"}})
    assert wrong(f"/CFItems/{BELOW}", 404, {"title": "Not Found", "status": 404})
    assert wrong("/CFDocuments", 200, {"CFDocuments": []})


def test_what_is_answered_alone_is_what_the_package_has(samples: TestClient) -> None:
    for package in packages(samples):
        document = package["CFDocument"]
        here = {name: document[name] for name in ("title", "identifier", "uri")}
        for kind, one in resources(package):
            answer = samples.get(f"{ROOT}/{kind}/{one['identifier']}").json()
            found = answer[kind][0] if kind in SETS else answer
            if found.get("CFDocumentURI", here) == here and found["uri"] == one["uri"]:
                assert {name: value for name, value in found.items() if name != "CFDocumentURI"} == one
            else:  # a statement that several of these packages claim is answered as the first by title has it
                assert found["identifier"] == one["identifier"]


def test_a_framework_comes_back_as_it_came(samples: TestClient, data: Path) -> None:
    came = json.loads((data / "wire/case/packages/opensalt-framework.json").read_bytes())
    answer = samples.get(f"{ROOT}/CFPackages/{came['CFDocument']['identifier']}").json()

    assert answer["CFDocument"]["uri"] == came["CFDocument"]["uri"]
    said = {(one["identifier"], one["uri"], one["fullStatement"]) for one in came["CFItems"]}
    assert {(one["identifier"], one["uri"], one["fullStatement"]) for one in answer["CFItems"]} == said
    assert len(said) > 10


def test_a_document_leads_to_its_package_at_this_service(samples: TestClient) -> None:
    for document in samples.get(f"{ROOT}/CFDocuments").json()["CFDocuments"]:
        link = document["CFPackageURI"]
        assert link == {
            "title": document["title"],
            "identifier": document["identifier"],
            "uri": f"http://localhost:8000{ROOT}/CFPackages/{document['identifier']}",
        }
        assert samples.get(link["uri"]).json()["CFDocument"]["uri"] == document["uri"]


def test_an_item_comes_with_the_associations_that_it_is_an_end_of(client: TestClient) -> None:
    (package,) = packages(client)
    item = package["CFItems"][0]
    answer = client.get(f"{ROOT}/CFItemAssociations/{item['identifier']}").json()

    assert {name: value for name, value in answer["CFItem"].items() if name != "CFDocumentURI"} == item
    ends = ("originNodeURI", "destinationNodeURI")
    expected = [one for one in package["CFAssociations"] if item["uri"] in {one[end]["uri"] for end in ends}]
    assert answer["CFAssociations"] == expected != []


def test_an_identifier_in_capitals_is_the_same(client: TestClient) -> None:
    (package,) = packages(client)
    identifier = package["CFItems"][0]["identifier"]
    answers = [client.get(f"{ROOT}/CFItems/{said}").content for said in (identifier, identifier.upper())]
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    "path", ["/ims/", "/ims/case/v1p0/CFDocuments", f"{ROOT}/CFItems", f"{ROOT}/CFItems/", "/ims/x/y"]
)
def test_whatever_is_not_there_is_said_in_the_shape_of_case(client: TestClient, wrong: Wrong, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/json")
    assert wrong("/CFDocuments", 404, answer.json()) == []


def test_other_methods_and_other_forms_are_refused_in_the_shape_of_case(client: TestClient, wrong: Wrong) -> None:
    posted = client.post(f"{ROOT}/CFDocuments", json={})
    asked = client.get(f"{ROOT}/CFDocuments", headers={"accept": "text/turtle, application/xml"})

    assert (posted.status_code, asked.status_code) == (405, 406)
    assert set(posted.headers["allow"].split(", ")) == {"GET", "HEAD"}
    for answer in (posted, asked):
        assert answer.json()["imsx_codeMajor"] == "unsupported"
        assert wrong("/CFDocuments", answer.status_code, answer.json()) == []


def test_the_list_of_a_firm_is_nowhere(client: TestClient) -> None:
    listed = client.get(f"{ROOT}/CFDocuments").json()["CFDocuments"]
    assert [document["uri"] for document in listed] == ["http://localhost:8000/id/framework/power-generation"]

    whole = client.get(f"{ROOT}/CFPackages/{listed[0]['identifier']}").text
    assert "stillwater-bend-hydro" not in whole
