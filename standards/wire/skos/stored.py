"""Frameworks of the knowledge base as SKOS: as they came where they came so, else made of its records."""

from __future__ import annotations

from typing import Annotated

from ontology.formats import TURTLE, Format
from ontology.graph_writing import write_rdf
from ontology.namespaces import DCTERMS, OWL
from ontology.records import Competency, Concept, Iri, Scheme
from ontology.store import KnowledgeBase
from standards.encoding import encoded
from standards.sources.own import SCHEME
from standards.wire.listed import Listed, came_as, listed
from standards.wire.skos.origins import as_it_came


class Edition(Scheme):
    """A concept scheme with what Dublin Core and OWL say of its publication."""

    version: Annotated[str | None, OWL.versionInfo] = None
    license: Annotated[Iri | None, DCTERMS.license] = None


def stored_scheme(base: KnowledgeBase, name: str, form: Format = TURTLE) -> bytes:
    """Return a framework as a concept scheme, in a syntax of RDF.

    Parameters
    ----------
    name
        Slug of a source, a standard or a firm, as for `standards.frameworks.read_framework`.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    came = came_as(base, name, SCHEME)
    if came is None:
        return write_rdf(encoded(concepts(listed(base, name))), form)
    return write_rdf(as_it_came(base, came), form)


def concepts(of: Listed) -> list[Scheme | Concept]:
    """Return a framework and its competencies with what SKOS and Dublin Core have words for.

    The full sentence of a competency with a short name is its definition.
    """
    framework = of.framework
    tops = tuple(one.iri for one in of.competencies if not one.broader)
    scheme = {name: getattr(framework, name) for name in Scheme.model_fields} | {"top_concepts": tops}
    within = {"in_scheme": (framework.iri,)}

    def concept(one: Competency) -> Concept:
        said = {name: getattr(one, name) for name in Concept.model_fields}
        return Concept.model_validate(said | within | {"definition": one.definition or one.statement})

    return [
        Edition.model_validate(scheme | {"version": framework.version, "license": framework.license}),
        *map(concept, of.competencies),
    ]
