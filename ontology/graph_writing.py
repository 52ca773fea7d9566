"""Writing graphs as the store has them: every literal as it is spelled, in any syntax of RDF."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from ontology.blank_nodes import with_names
from ontology.formats import FORMATS, RDF_XML, TURTLE, Format
from ontology.namespaces import PREFIXES, RDF
from ontology.readable import Readable
from ontology.records import Release
from ontology.xml_text import well_formed

_TYPE: Final = ox.NamedNode(str(RDF.type))


def stored_triples(base: Readable, release: Release) -> bytes:
    """Return what a release says as N-Triples."""
    return base.store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(release.iri)) or b""


def write_rdf(triples: bytes, form: Format = TURTLE) -> bytes:
    r"""Return N-Triples in a syntax, as UTF-8, without a graph's name: in N-Quads, too.

    Numbers and truth values stay as they are spelled, where rdflib writes them as it understands them; language tags
    come out in lower case, a text without ``xsd:string``. The same statements give the same bytes, whatever their order
    and the names of their blank nodes, but for blank nodes that are alike and that `ontology.blank_nodes` cannot tell
    apart: these are told apart by their order.

    Raises
    ------
    UnsupportedError
        Where RDF/XML cannot say it.

    Example
    -------
    >>> write_rdf(b'<http://x/1> <http://x/p> "0010"^^<http://www.w3.org/2001/XMLSchema#integer> .').splitlines()[1]
    b'<http://x/1> <http://x/p> 0010 .'
    """
    parsed = ox.parse(triples, ox.RdfFormat.N_TRIPLES, lenient=True)
    said = sorted(with_names(quad.triple for quad in parsed), key=_order)
    used = {name: str(space) for name, space in PREFIXES.items() if f"<{space}".encode() in triples}
    written = ox.serialize(said, format=ox.RdfFormat.from_media_type(form.media_type), prefixes=used) or b""
    if form != RDF_XML:
        return written
    return well_formed(written, (other.extension for other in FORMATS if other != form))


def _order(triple: ox.Triple) -> tuple[object, ...]:
    """Return what sorts statements: things with addresses first, of each its types."""
    subject, predicate, end = triple
    return isinstance(subject, ox.BlankNode), str(subject), predicate != _TYPE, predicate.value, str(end)
