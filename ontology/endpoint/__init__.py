"""SPARQL for anybody: read-only, within bounds, in processes of its own."""

from ontology.endpoint.bounds import Bounds
from ontology.endpoint.description import service_description
from ontology.endpoint.pool import FORMS, Asked, Endpoint, Kind, Result

__all__ = ["FORMS", "Asked", "Bounds", "Endpoint", "Kind", "Result", "service_description"]
