"""SKOS: concept schemes in any syntax of RDF (https://www.w3.org/TR/skos-reference/)."""
