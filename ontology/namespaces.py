"""The vocabularies that Ladderworks speaks, each term a constant; no address is spelled anywhere else."""

from __future__ import annotations

from typing import Final

from rdflib import DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, VOID, XSD, Namespace

CETERMS: Final = Namespace("https://purl.org/ctdl/terms/")
CEASN: Final = Namespace("https://purl.org/ctdlasn/terms/")
QDATA: Final = Namespace("https://credreg.net/qdata/terms/")
ESCO: Final = Namespace("http://data.europa.eu/esco/model#")
ESCO_DATA: Final = Namespace("http://data.europa.eu/esco/")
"""What ESCO classifies with ESCO's own terms: its concepts, schemes, reuse levels, ISCO groups."""
SSSOM: Final = Namespace("https://w3id.org/sssom/")
SEMAPV: Final = Namespace("https://w3id.org/semapv/vocab/")
SKOSXL: Final = Namespace("http://www.w3.org/2008/05/skos-xl#")
SCHEMA: Final = Namespace("https://schema.org/")
SD: Final = Namespace("http://www.w3.org/ns/sparql-service-description#")
SPDX: Final = Namespace("http://spdx.org/rdf/terms#")
ADMS: Final = Namespace("http://www.w3.org/ns/adms#")
LW: Final = Namespace("https://w3id.org/ladderworks/terms#")
"""Ladderworks' own terms, defined in ``ontology/terms/ladderworks.ttl``."""
CASE: Final = Namespace("https://w3id.org/ladderworks/case#")
"""What CASE says and no vocabulary has a term for: its own names, for 1EdTech gives them no address."""

RSD: Final = Namespace("https://w3id.org/ladderworks/rsd#")
"""What Rich Skill Descriptors say and no vocabulary has a term for, by their own names."""

SCHEMES: Final = Namespace("https://w3id.org/ladderworks/skos#")
"""What is to be known of a concept scheme that came, beside what it says."""

OB: Final = Namespace("https://purl.imsglobal.org/spec/vc/ob/vocab.html#")
"""Open Badges 3.0."""

PREFIXES: Final = {
    "adms": ADMS,
    "case": CASE,
    "ceasn": CEASN,
    "ceterms": CETERMS,
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "esco": ESCO,
    "foaf": FOAF,
    "lw": LW,
    "ob": OB,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "qdata": QDATA,
    "rdf": RDF,
    "rdfs": RDFS,
    "rsd": RSD,
    "schema": SCHEMA,
    "sd": SD,
    "semapv": SEMAPV,
    "skos": SKOS,
    "spdx": SPDX,
    "sssom": SSSOM,
    "void": VOID,
    "xsd": XSD,
}

SPARQL_PREFIXES: Final = "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in PREFIXES.items())
"""Put in front of every query that the project runs."""


def short_name(iri: str) -> str:
    """Return an address with its prefix, where the project has one for it.

    Example
    -------
    >>> short_name("https://purl.org/ctdl/terms/Occupation")
    'ceterms:Occupation'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(str(namespace)):
            return f"{prefix}:{iri.removeprefix(str(namespace))}"
    return iri


__all__ = [
    "ADMS",
    "CASE",
    "CEASN",
    "CETERMS",
    "DCAT",
    "DCTERMS",
    "ESCO",
    "ESCO_DATA",
    "FOAF",
    "LW",
    "OB",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "QDATA",
    "RDF",
    "RDFS",
    "RSD",
    "SCHEMA",
    "SCHEMES",
    "SD",
    "SEMAPV",
    "SKOS",
    "SKOSXL",
    "SPARQL_PREFIXES",
    "SPDX",
    "SSSOM",
    "VOID",
    "XSD",
    "short_name",
]
