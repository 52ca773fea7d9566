"""The vocabulary as it is shipped: the terms in OWL, their shapes in SHACL, the context of JSON-LD."""

from __future__ import annotations

from importlib.resources import files

from rdflib import Graph


def vocabulary() -> Graph:
    """Return Ladderworks' own terms and what they are aligned to, a new graph each time.

    Example
    -------
    >>> from ontology.namespaces import LW, OWL, RDF
    >>> (LW.SkillRequirement, RDF.type, OWL.Class) in vocabulary()
    True
    """
    return Graph().parse(data=_text("ladderworks.ttl"), format="turtle")


def shapes() -> Graph:
    """Return the SHACL shapes of the records, a new graph each time."""
    return Graph().parse(data=_text("shapes.ttl"), format="turtle")


def publication() -> Graph:
    """Return the rules of publication in SHACL, a new graph each time."""
    return Graph().parse(data=_text("publication.ttl"), format="turtle")


def closure_axioms() -> Graph:
    """Return what the closure of a source rests on besides the vocabulary, a new graph each time."""
    return Graph().parse(data=_text("closure.ttl"), format="turtle")


def context() -> str:
    """Return the JSON-LD context of the records, a JSON document with the one key ``@context``."""
    return _text("context.jsonld")


def _text(name: str) -> str:
    return (files("ontology") / "terms" / name).read_text(encoding="utf-8")
