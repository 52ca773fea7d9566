"""Links that lead out of a standard: what they point to is there, and still stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ontology import integrity
from ontology.elsewhere import Elsewhere
from ontology.namespaces import CETERMS, DCTERMS, LW, PROV, RDF, short_name
from ontology.records import Release
from ontology.report import Finding
from ontology.shown import open_releases
from ontology.store import KnowledgeBase

SOURCES: Final = ("cip", "oews", "onet", "region", "soc", "unspsc")
"""Under which names things of national classifications stand here; all else below ``/id/`` is somebody's own."""

UNJUDGED: Final = ", ".join(
    f"<{name}>"
    for name in (RDF.type, DCTERMS.license, CETERMS.subjectWebpage, PROV.wasDerivedFrom, PROV.wasGeneratedBy)
)
"""Properties that lead to classes, licenses, pages, partnerships that merged, and decisions that are kept back."""

TERMS: Final = (str(LW), str(CETERMS))
"""How the addresses of terms begin that records name."""

OUTWARD: Final = f"""SELECT DISTINCT ?node ?path ?value {{
    ?node ?path ?value FILTER(ISIRI(?value) && ?path NOT IN ({UNJUDGED}))
    FILTER NOT EXISTS {{ ?value ?says ?what }} }}"""
"""What points to something that the same graph says nothing of."""

GIVEN: Final = "SELECT ?node { ?node a ceterms:Occupation }"
"""What a standard describes under addresses that others gave."""


def wrong_links(base: KnowledgeBase, release: Release, known: KnowledgeBase) -> Iterator[Finding]:
    """Yield what of a release points to nothing, or to what does not stand any more.

    Parameters
    ----------
    known
        With all that it may point to, as far as anybody may ask for it.
    """
    others = [one for one in open_releases(known) if one.fixed or one.source != release.source]
    anybody, sources = Elsewhere(known, tuple(others)), _sources(known, others)
    for node, path, value in base.rows(OUTWARD, [release.iri]):
        if not anybody.is_there(value):
            yield from _missing(known, sources, node, path, value)
        elif anybody.is_withdrawn(value) and path != str(DCTERMS.replaces):  # what is replaced has gone
            yield _withdrawn(anybody, node, path, value)
    for (node,) in base.rows(GIVEN, [release.iri]):
        yield from _given(sources, node)


def _sources(known: KnowledgeBase, releases: list[Release]) -> Elsewhere:
    """Return what those say that are no standards of this installation."""
    return Elsewhere(known, tuple(one for one in releases if not one.stands))


def _missing(known: KnowledgeBase, sources: Elsewhere, node: str, path: str, value: str) -> Iterator[Finding]:
    """Yield what is to be said of a link to nothing; whether another server has a thing, nobody can tell here."""
    here = known.identifiers.mint("")
    name = value.removeprefix(here).partition("/")[0] if value.startswith(here) else ""
    if name and name not in SOURCES:
        yield integrity.rule("dangling-link").broken(node, short_name(path), value)
    elif name == "region" and not sources.knows(value):  # where it is, is right; only its wages are not imported
        return
    elif path != str(LW.occupation) and not value.startswith(TERMS) and (name or sources.knows(value)):
        yield integrity.rule("unknown-concept").broken(node, short_name(path), value)


def _withdrawn(elsewhere: Elsewhere, node: str, path: str, value: str) -> Finding:
    instead = ", ".join(elsewhere.successors(value))
    shown = f"{value} → {instead}" if instead else value
    return integrity.rule("withdrawn-concept").broken(node, short_name(path), shown)


def _given(sources: Elsewhere, node: str) -> Iterator[Finding]:
    """Yield what is to be said of a thing that is described under the address of a source that is imported."""
    if not sources.is_there(node):
        if sources.knows(node):
            yield integrity.rule("unknown-concept").broken(node)
    elif sources.is_withdrawn(node):
        yield _withdrawn(sources, node, "", node)
