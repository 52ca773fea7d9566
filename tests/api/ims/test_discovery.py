"""The description of the service beside the official one: the same paths, answers and fields."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.api.ims.conftest import ROOT, Json


def described(client: TestClient) -> Json:
    return client.get(f"{ROOT}/discovery/imscasev1p1_openapi3_v1p0.json").json()


def bare(schema: Json) -> Json:
    """A schema without words for people, patterns, and the names of what any object may be."""
    if isinstance(schema, list):
        return [bare(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("$ref", "").endswith("ExtensionDType") or schema == {"type": "object", "additionalProperties": True}:
        return "anything"
    left_out = {"description", "pattern", "minItems", "x-1edtech-confidentiality", "x-1edtech-privacy"}
    said = {name: bare(value) for name, value in schema.items() if name not in left_out}
    return said | {"required": sorted(said["required"])} if "required" in said else said


def test_it_has_the_paths_operations_and_parameters_of_the_official_one(client: TestClient, official: Json) -> None:
    own = described(client)
    assert own["servers"] == [{"url": f"http://localhost:8000{ROOT}"}]
    assert list(own["paths"]) == sorted(official["paths"])
    for path, methods in official["paths"].items():
        (ours, theirs) = own["paths"][path]["get"], methods["get"]
        assert ours["operationId"] == theirs["operationId"]
        named = [[(one["name"], one["in"], one["required"]) for one in of["parameters"]] for of in (ours, theirs)]
        assert named[0] == named[1]
        assert set(ours["responses"]) == set(theirs["responses"])
        for status, answer in theirs["responses"].items():
            assert ours["responses"][status]["content"] == answer["content"], (path, status)


def test_it_has_the_schemas_of_the_official_one(client: TestClient, official: Json) -> None:
    ours, theirs = (document["components"]["schemas"] for document in (described(client), official))
    names = {name for name in theirs if not name.endswith("ExtensionDType")}
    assert set(ours) == names
    for name in sorted(names):
        assert bare(ours[name]) == bare(theirs[name]), name


def test_a_field_that_differs_is_noticed(client: TestClient, official: Json) -> None:
    ours = described(client)["components"]["schemas"]["CFItemDType"]
    for change in ({"fullStatement": {"type": "number"}}, {"statement": {"type": "string"}}):
        changed = {**ours, "properties": {**ours["properties"], **change}}
        assert bare(changed) != bare(official["components"]["schemas"]["CFItemDType"])
