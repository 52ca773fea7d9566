"""A concept scheme that says something with every property of SKOS and of SKOS-XL, for what is kept of it."""

from __future__ import annotations

from typing import Final

LABELS: Final = ("prefLabel", "altLabel", "hiddenLabel")
NOTES: Final = ("note", "changeNote", "definition", "editorialNote", "example", "historyNote", "scopeNote")
LINKS: Final = (
    *("broader", "narrower", "related", "broaderTransitive", "narrowerTransitive", "semanticRelation"),
    *("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch", "mappingRelation"),
)

PREFIXES: Final = """@prefix : <http://x/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def every_property() -> str:
    """Return the scheme in Turtle: texts in two languages and in none, notations, lists, nodes without an address."""
    texts = [f'skos:{name} "{name}"@en, "{name}"@es-MX' for name in LABELS]
    notes = [f'skos:{name} "{name}"@en, "{name}", [ dct:description "{name}"@en ]' for name in NOTES]
    links = [f"skos:{name} :2" if "atch" not in name else f"skos:{name} <http://y/{name}>" for name in LINKS]
    said = [*texts, *notes, *links, 'skos:notation "W1", "1.10"^^xsd:decimal', "skos:inScheme :s"]
    named = [f'skosxl:{name} [ a skosxl:Label ; skosxl:literalForm "{name}"@en ]' for name in LABELS]
    return (
        f'{PREFIXES}:s a skos:ConceptScheme ; dct:title "Welding"@en ; dct:modified "2026-01-31"^^xsd:date ;'
        " dct:license <https://creativecommons.org/licenses/by/4.0/> ; skos:hasTopConcept :1 .\n"
        f":1 a skos:Concept ; skos:topConceptOf :s ; {' ; '.join([*said, *named])} .\n"
        ':2 a skos:Concept ; skos:inScheme :s ; skos:prefLabel "Two"@en .\n'
        ":c a skos:Collection ; skos:member :1, :2 .\n"
        ":o a skos:OrderedCollection ; skos:memberList ( :2 :1 ) .\n"
    )
