"""The description of the CASE service as an OpenAPI document: made of the records that it writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from api.ims.selection import FIELDS, HIGHEST, MOST, USUAL
from api.ims.status import MEDIA_TYPE
from ontology.records import Iri, JsonText, Moment, Text
from standards.wire.case.associations import EXTENDED, OFFICIAL
from standards.wire.case.package import DEFINITIONS, LISTS
from standards.wire.case.records import (
    CFAssociation,
    CFAssociationGrouping,
    CFConcept,
    CFDocument,
    CFItem,
    CFItemType,
    CFLicense,
    CFRubric,
    CFRubricCriterion,
    CFRubricCriterionLevel,
    CFSubject,
    Resource,
)
from standards.wire.case.writing import ABOVE, VERSION
from standards.wire.fields import WireField, wire_fields
from standards.wire.uuids import STRICT

Schema = dict[str, Any]

TEXT: Final[Schema] = {"type": "string"}
IDENTIFIER: Final[Schema] = {"type": "string", "pattern": STRICT.pattern}
ANYTHING: Final[Schema] = {"type": "object", "additionalProperties": True}
ADDRESS: Final[Schema] = {"type": "string", "format": "uri"}

PLAIN: Final[Mapping[type, Schema]] = {
    Text: TEXT,
    str: TEXT,
    Iri: ADDRESS,
    int: {"type": "integer", "format": "int32"},
    float: {"type": "number", "format": "float"},
    date: {"type": "string", "format": "date"},
    Moment: {"type": "string", "format": "date-time"},
    JsonText: ANYTHING,
}
"""What stands for the values of a field."""

ERRORS: Final = {
    "400": "limit, offset, sort, orderBy, filter or fields is not understood, or there is no such parameter",
    "401": "The request was not authorized",
    "403": "The request is refused",
    "404": "Nothing that is offered here has this identifier, or it is no UUID",
    "429": "Too many requests wait for packages that are being written; Retry-After says when to ask again",
    "500": "A fault of the service",
    "default": "Any other error: 405, 406 and 503 among them",
}
"""The statuses of errors and what each means here."""

SETS: Final[tuple[type[Resource], ...]] = (CFConcept, CFSubject, CFItemType)
"""What is answered with all that stands below it."""

ALONE: Final[tuple[type[Resource], ...]] = (
    CFAssociation,
    CFAssociationGrouping,
    CFDocument,
    CFItem,
    CFLicense,
    CFRubric,
)

WITHIN: Final[tuple[type[Resource], ...]] = (CFRubricCriterion, CFRubricCriterionLevel)
"""What is answered within a rubric only."""

LISTED: Final[tuple[type[Resource], ...]] = (CFDocument, *SETS)


def of(name: str) -> Schema:
    """Return what leads to a schema of the document."""
    return {"$ref": f"#/components/schemas/{name}DType"}


@cache
def described(server: str) -> Schema:
    """Return the OpenAPI document of a service.

    Parameters
    ----------
    server
        Its address, which all paths continue.
    """
    return {
        "openapi": "3.0.1",
        "info": {
            "version": VERSION,
            "title": "Competencies and Academic Standards Exchange (CASE) Service",
            "description": "Frameworks of competencies as 1EdTech CASE 1.1 has them, open to everybody.",
        },
        "servers": [{"url": server}],
        "paths": dict(sorted(_paths().items())),
        "components": {"schemas": {f"{name}DType": schema for name, schema in sorted(_schemas().items())}},
    }


def _paths() -> dict[str, Schema]:
    found = {"/CFDocuments": _operation("getAllCFDocuments", "CFDocumentSet", _selecting())}
    found["/CFItemAssociations/{sourcedId}"] = _lookup("getCFItemAssociations", "CFAssociationSet")
    found["/CFPackages/{sourcedId}"] = _lookup("getCFPackage", "CFPackage")
    for kind in ALONE:
        found[f"/{kind.__name__}s/{{sourcedId}}"] = _lookup(f"get{kind.__name__}", kind.__name__)
    for kind in SETS:
        found[f"/{kind.__name__}s/{{sourcedId}}"] = _lookup(f"get{kind.__name__}", f"{kind.__name__}Set")
    return found


def _lookup(called: str, answered: str) -> Schema:
    identifier = {"name": "sourcedId", "in": "path", "required": True, "schema": IDENTIFIER}
    return _operation(called, answered, [identifier])


def _operation(called: str, answered: str, parameters: list[Schema]) -> Schema:
    paged = {"X-Total-Count": {"schema": {"type": "integer"}}, "Link": {"schema": TEXT}}
    right = {"description": "What was asked for", "content": {MEDIA_TYPE: {"schema": of(answered)}}}
    if called == "getAllCFDocuments":
        right["headers"] = paged
    wrong = {MEDIA_TYPE: {"schema": of("imsx_StatusInfo")}}
    errors = {status: {"description": means, "content": wrong} for status, means in ERRORS.items()}
    return {"get": {"operationId": called, "parameters": parameters, "responses": {"200": right, **errors}}}


def _selecting() -> list[Schema]:
    """Return the parameters that select documents."""
    fields = ", ".join(FIELDS)
    whole = {"type": "integer", "format": "int32", "maximum": HIGHEST}
    told = {
        "limit": ({**whole, "minimum": 1, "default": USUAL}, f"At most so many; never more than {MOST:,}"),
        "offset": ({**whole, "minimum": 0, "default": 0}, "How many come before"),
        "sort": ({**TEXT, "enum": [name for name, link in FIELDS.items() if not link]}, "The field to sort by"),
        "orderBy": ({**TEXT, "enum": ["asc", "desc"]}, "Upward or downward; what lacks the field comes last"),
        "filter": (TEXT, f"As title~'welding' AND version='2', with = != > >= < <= ~, AND and OR; fields: {fields}"),
        "fields": ({"type": "array", "items": TEXT}, "The fields to send besides those that are required"),
    }
    return [
        {"name": name, "in": "query", "required": False, "schema": schema, "description": means}
        for name, (schema, means) in told.items()
    ]


def _schemas() -> dict[str, Schema]:
    """Return the schemas by their names, without the end that all have."""
    resources = {kind.__name__: _resource(kind) for kind in (*ALONE, *SETS, *WITHIN)}
    packed = {name: resources[f"CF{name}"] for name in ("Document", "Item", "Association")}
    return {
        **resources,
        **{f"CFPckg{name}": schema for name, schema in packed.items()},
        "CFDocument": _with(packed["Document"], "CFPackageURI", required=True),
        "CFItem": _with(packed["Item"], "CFDocumentURI", required=True),
        "CFAssociation": _with(packed["Association"], "CFDocumentURI", required=False),
        **_collections(),
        "LinkURI": _object({"title": TEXT, "identifier": IDENTIFIER, "uri": ADDRESS}, ("title", "identifier", "uri")),
        "LinkGenURI": _object(
            {"title": TEXT, "identifier": TEXT, "uri": ADDRESS, "targetType": _either(["CASE"])},
            ("title", "identifier", "uri"),
        ),
        **_status(),
    }


def _collections() -> dict[str, Schema]:
    """Return what holds several resources."""
    lists = {
        name: _many(f"CFPckg{name[2:-1]}" if name in ("CFItems", "CFAssociations") else name[:-1]) for name in LISTS
    }
    package = {"CFDocument": of("CFPckgDocument"), **lists, "CFDefinitions": of("CFDefinition"), "extensions": ANYTHING}
    some = {"CFItem": of("CFItem"), "CFAssociations": _many("CFPckgAssociation", 1)}
    return {
        "CFPackage": _object(package, ("CFDocument",)),
        "CFDefinition": _object({**{name: _many(name[:-1]) for name in DEFINITIONS}, "extensions": ANYTHING}),
        "CFAssociationSet": _object(some, tuple(some)),
        **{
            f"{kind.__name__}Set": _object({f"{kind.__name__}s": _many(kind.__name__, 1)}, (f"{kind.__name__}s",))
            for kind in LISTED
        },
    }


def _resource(kind: type[Resource]) -> Schema:
    """Return the schema of what a record is written as."""
    found = {"uri": ADDRESS, **{name: _field(name, of) for name, of in wire_fields(kind).items()}}
    if kind is CFRubric:
        found["CFRubricCriteria"] = _many("CFRubricCriterion")
    if kind is CFRubricCriterion:
        found["CFRubricCriterionLevels"] = _many("CFRubricCriterionLevel")
    if kind is CFRubricCriterionLevel:
        found["extensions"] = {"type": "array", "items": ANYTHING}
    return _object(found, ("uri", *(name for name, of in wire_fields(kind).items() if of.required)))


def _field(name: str, field: WireField) -> Schema:
    special: dict[str, Schema] = {
        "identifier": IDENTIFIER,
        **dict.fromkeys(ABOVE, IDENTIFIER),
        "caseVersion": {"type": "string", "enum": [VERSION]},
        "associationType": _either(OFFICIAL),
        "originNodeURI": of("LinkGenURI"),
        "destinationNodeURI": of("LinkGenURI"),
    }
    one = special.get(name) or (of("LinkURI") if field.key.link else PLAIN[field.python])
    return {"type": "array", "items": one} if field.many else one


def _status() -> dict[str, Schema]:
    major, severity = ["failure", "processing", "success", "unsupported"], ["error", "status", "warning"]
    minor = [
        "forbidden",
        "fullsuccess",
        "internal_server_error",
        "invalid_selection_field",
        "invalid_sort_field",
        "invalid_uuid",
        "server_busy",
        "unauthorised_request",
        "unknownobject",
    ]
    field = {"imsx_codeMinorFieldName": TEXT, "imsx_codeMinorFieldValue": {"type": "string", "enum": minor}}
    info = {
        "imsx_codeMajor": {"type": "string", "enum": major},
        "imsx_severity": {"type": "string", "enum": severity},
        "imsx_description": TEXT,
        "imsx_codeMinor": of("imsx_CodeMinor"),
    }
    return {
        "imsx_StatusInfo": _object(info, ("imsx_codeMajor", "imsx_severity")),
        "imsx_CodeMinor": _object({"imsx_codeMinorField": _many("imsx_CodeMinorField", 1)}, ("imsx_codeMinorField",)),
        "imsx_CodeMinorField": _object(field, tuple(field)),
    }


def _either(words: Iterable[str]) -> Schema:
    """Return one of some words, or one of somebody's own."""
    return {"anyOf": [{"type": "string", "enum": list(words)}, {"type": "string", "pattern": EXTENDED.pattern}]}


def _many(name: str, least: int = 0) -> Schema:
    return {"type": "array", "minItems": least, "items": of(name)}


def _with(schema: Schema, link: str, *, required: bool) -> Schema:
    """Return the schema of a resource that is answered alone, with a link that it does not have in its package."""
    needed = (*schema["required"], link) if required else schema["required"]
    return _object({**schema["properties"], link: of("LinkURI")}, needed)


def _object(properties: Schema, required: Iterable[str] = ()) -> Schema:
    needed = {"required": sorted(required)} if required else {}
    return {"type": "object", "properties": properties, **needed, "additionalProperties": False}
