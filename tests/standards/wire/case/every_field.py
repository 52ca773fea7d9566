"""A package with a value in every field that the official schema has, made by reading the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from tests.standards.wire.case.conftest import SERVER, WHEN, uuid

Json = Any

FIXED = {
    "lastChangeDateTime": WHEN,
    "associationType": "isRelatedTo",
    "caseVersion": "1.1",
    "language": "en",
    "targetType": "CASE",
    "officialSourceURL": "https://mill.example.org/welding",
}
"""Values of fields whose type says too little."""


def every_field(schema: Mapping[str, Json]) -> dict[str, Json]:
    """Return the package; each list has one member, and each link leads to the item or the grouping."""
    numbers = count(1)
    made: dict[str, Json] = _object(schema, schema, numbers, "CFPackage")
    item = made["CFItems"][0]
    _lead(made, {"title": item["fullStatement"], "identifier": item["identifier"], "uri": item["uri"]})
    grouping = made["CFDefinitions"]["CFAssociationGroupings"][0]
    named = {name: grouping[name] for name in ("title", "identifier", "uri")}
    made["CFAssociations"][0]["CFAssociationGroupingURI"] = named
    for criterion in made["CFRubrics"][0]["CFRubricCriteria"]:
        criterion["rubricId"] = made["CFRubrics"][0]["identifier"]
        for level in criterion["CFRubricCriterionLevels"]:
            level["rubricCriterionId"] = criterion["identifier"]
            level["extensions"] = {"ours": "level"}
    return made


def _object(schema: Mapping[str, Json], of: Mapping[str, Json], numbers: Iterator[int], name: str) -> dict[str, Json]:
    number = next(numbers)
    made = {
        field: _value(schema, said, numbers, field, f"{field} of {name} {number}")
        for field, said in of["properties"].items()
    }
    if "identifier" in made:
        made["identifier"] = uuid(number)
        made["uri"] = f"{SERVER}/{name}/{uuid(number)}"
    return made


def _value(
    schema: Mapping[str, Json], said: Mapping[str, Json], numbers: Iterator[int], field: str, words: str
) -> Json:
    if field == "extensions":
        return {"ours": words}
    if field in FIXED:
        return FIXED[field]
    if "$ref" in said:
        name = said["$ref"].rpartition("/")[2]
        return _object(schema, schema["$defs"][name], numbers, name.replace("Pckg", ""))
    if said.get("type") == "array":
        return [_value(schema, said["items"], numbers, field[:-1] if field.endswith("s") else field, words)]
    if said.get("format") == "date":
        return "2026-01-31"
    return {"number": 2.5, "integer": 3}.get(said.get("type", ""), words)


def _lead(made: Json, link: Mapping[str, Json]) -> None:
    """Let every link lead to one thing that is there."""
    for value in made.values() if isinstance(made, dict) else made:
        if isinstance(value, dict) and set(value) <= {"title", "identifier", "uri", "targetType"}:
            value.update(link)
        elif isinstance(value, dict | list):
            _lead(value, link)
