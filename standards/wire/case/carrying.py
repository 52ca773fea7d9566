"""Packages whose extensions carry what other formats say of their document and items."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from standards.json_documents import Json
from standards.wire.case.package import Package
from standards.wire.case.records import Resource
from standards.wire.reading import json_text

R = TypeVar("R", bound=Resource)


def carrying(package: Package, beside: Mapping[str, Mapping[str, Json]]) -> Package:
    """Return a package with what is said of its resources beside it, by their addresses."""
    if not beside:
        return package
    items = tuple(_carrying(item, beside) for item in package.items)
    return replace(package, document=_carrying(package.document, beside), items=items)


def _carrying(resource: R, beside: Mapping[str, Mapping[str, Json]]) -> R:
    said = beside.get(resource.iri)
    if not said:
        return resource
    there = json.loads(resource.extensions) if resource.extensions else {}
    return resource.model_copy(update={"extensions": json_text({**there, **said})})
