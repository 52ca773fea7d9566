"""The page about a thing: what is stated of it, under the names of the things that it is stated with."""

from __future__ import annotations

from itertools import chain

from api.linked.documents import OFFERS, Documents
from api.linked.schema_org import schema_org
from api.pages.page import render
from api.pages.standard_pages import StandardPages
from ontology.descriptions import Description
from ontology.facts import Fact, Value, facts, needs, property_name
from ontology.members import members
from ontology.namespaces import ADMS, DCTERMS, LW, OWL, RDF, SKOS
from ontology.together import NAMES
from pathways.agreements import PublicAgreement
from pathways.agreements.public_wording import stands
from pathways.records.ladder import Rung

PLAIN = {str(RDF.type): "type", str(DCTERMS.type): "kind", str(SKOS.hiddenLabel): "also found as"}
"""Names of properties for people, where others than those of the vocabularies."""

CLASSES = (str(RDF.type), str(DCTERMS.type), str(ADMS.status), str(LW.role))
"""Properties whose values are called after the end of their addresses."""

VERSIONS = str(DCTERMS.hasVersion)
"""What the list of versions says better."""

TITLES = {str(name) for name in NAMES}


def write_page(
    documents: Documents, on_ladder: Rung | None, description: Description, agreement: PublicAgreement | None = None
) -> str:
    """Return the page about a thing.

    Parameters
    ----------
    on_ladder
        What a ladder says of it, where it is an occupation that ladders are made of.
    agreement
        What was published of the agreement on it, where it is a standard.
    """
    said, needed = facts(documents.newest, description), needs(documents.newest, description)
    title = _title(said, description.item)
    whole = documents.newest.base.identifiers.base + documents.address(description.iri)
    values = {str(fact.predicate): fact.values for fact in said}
    return render(
        "document.html",
        iri=description.iri,
        title=title,
        facts=[_plain(fact) for fact in said if fact.predicate != VERSIONS],
        withdrawn=any(value.text == "true" for value in values.get(str(OWL.deprecated), ())),
        successors=values.get(str(DCTERMS.isReplacedBy), ()),
        needs=needed,
        rung=on_ladder,
        agreement=agreement,
        stands=stands(agreement) if agreement else "",
        pages=StandardPages(agreement.version.name) if agreement else None,
        schema_org=schema_org(description, title, said, needed, on_ladder.wage if on_ladder else None, whole),
        releases=description.releases,
        members=members(documents.history, description.iri),
        versions=documents.history.versions(description.item),
        forms=[(offer, documents.address(description.iri, offer)) for offer in OFFERS[1:]],
        path=documents.address,
        link=lambda value: documents.address(value.iri) if value.named else value.iri,
    )


def _title(said: tuple[Fact, ...], iri: str) -> str:
    """Return the name of a thing, in English where it has one; of what has none, what it is."""
    named = [value for fact in said if fact.predicate in TITLES for value in fact.values]
    english = [value.text for value in named if value.language.startswith("en")]
    classes = (value.iri for fact in said if fact.predicate == CLASSES[0] for value in fact.values if value.iri)
    kinds = (property_name(one).capitalize() for one in classes)
    return next(chain(english, (value.text for value in named), kinds), iri)


def _plain(fact: Fact) -> Fact:
    """Return a fact under a name, and classes under names, that are plain English; English goes before the others."""
    values = sorted(fact.values, key=_language) if len({value.language for value in fact.values}) > 1 else fact.values
    if fact.predicate in CLASSES:
        values = [value if value.named or not value.iri else _class(value) for value in values]
    return fact.model_copy(update={"name": PLAIN.get(fact.predicate, fact.name), "values": tuple(values)})


def _language(value: Value) -> tuple[bool, str]:
    return not value.language.startswith("en"), value.language


def _class(value: Value) -> Value:
    return value.model_copy(update={"text": property_name(value.iri)})
