"""CASE and the knowledge base's own records: what a package means for who asks for competencies, and back again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from ontology.identifiers import edition_address
from ontology.namespaces import SKOS, short_name
from ontology.records import Competency, CompetencyKind, Framework, Iri, JsonText, Moment, Record, Text
from standards.wire.case.package import Package
from standards.wire.case.records import CFAssociation, CFDocument, CFItem, CFItemType, CFLicense
from standards.wire.reading import json_text
from standards.wire.uuids import derived_uuid, uuid_of

MATCHES: Final = {
    "related": "isRelatedTo",
    "exact_matches": "exactMatchOf",
    "close_matches": "ext:skos.closeMatch",
    "broad_matches": "ext:skos.broadMatch",
    "narrow_matches": "ext:skos.narrowMatch",
    "related_matches": "ext:skos.relatedMatch",
    "replaced_by": "replacedBy",
}
"""The types of associations that fields of a competency are written as."""

SKILL: Final = Iri(CompetencyKind.SKILL)

KINDS: Final = {
    "knowledge": Iri(CompetencyKind.KNOWLEDGE),
    "ability": Iri(CompetencyKind.ABILITY),
    "task": Iri(CompetencyKind.TASK),
}
"""Words of a ``CFItemType``, with the kind of competency that a statement of it is; any other is a skill."""


def meant(package: Package) -> Iterator[Record]:
    """Yield what a package means in the records that the rest of the system asks for: its framework and competencies.

    The framework comes first. The addresses are those of the document and the items; nothing is said of them that the
    package does not say.
    """
    ends: dict[tuple[str, str], list[Iri]] = defaultdict(list)
    for association in package.associations:
        ends[association.origin, association.association_type].append(association.destination)
    document = package.document
    tops = tuple(item.iri for item in package.items if document.iri in ends[item.iri, "isChildOf"])
    yield Framework(iri=document.iri, label=document.title, top_concepts=tops)
    items = {item.iri for item in package.items}
    for item in package.items:
        yield Competency(
            iri=item.iri,
            label=item.abbreviated_statement or item.full_statement,
            kind=_kind(item),
            broader=tuple(iri for iri in ends[item.iri, "isChildOf"] if iri in items),
            in_scheme=(document.iri,),
            modified=str(item.modified),
            related=tuple(ends[item.iri, "isRelatedTo"]),
            exact_matches=tuple(ends[item.iri, "exactMatchOf"]),
            close_matches=tuple(ends[item.iri, "isPeerOf"]),
            replaced_by=tuple(ends[item.iri, "replacedBy"]),
        )


def _kind(item: CFItem) -> Iri:
    if item.item_type is None:
        return SKILL
    called = item.item_type.value.lower()
    return next((kind for word, kind in KINDS.items() if word in called), SKILL)


@dataclass(frozen=True)
class Owner:
    """What a package says of itself that no competency does.

    Parameters
    ----------
    creator
        Who stands behind the framework.
    modified
        When it was changed last.
    language
        Of its texts, where it has one (BCP 47).
    status
        CASE's ``adoptionStatus``.
    kinds
        Whether the kinds of its competencies were said by somebody.
    terms
        What its license asks to be shown.
    provider
        Where resources that have no address elsewhere are to be had: the address of a CASE service.
    """

    creator: str
    modified: Moment
    language: str | None = None
    status: str | None = None
    kinds: bool = True
    terms: str = ""
    provider: str = ""


def in_version(
    framework: Framework, competencies: Sequence[Competency], version: str
) -> tuple[Framework, tuple[Competency, ...]]:
    """Return a framework and its competencies by the addresses that they have in one version."""
    own = {framework.iri, *(competency.iri for competency in competencies)}

    def at(iri: Iri) -> Iri:
        return Iri(edition_address(iri, version)) if iri in own else iri

    def moved(competency: Competency) -> Competency:
        ends = {field: tuple(map(at, getattr(competency, field))) for field in ("broader", *MATCHES)}
        return competency.model_copy(update={"iri": at(competency.iri), **ends})

    return framework.model_copy(update={"iri": at(framework.iri)}), tuple(map(moved, competencies))


def headed(framework: Framework, owner: Owner) -> Package:
    """Return a framework of the knowledge base's own records as a package without statements."""
    licenses = (_license(framework.license, owner),) if framework.license else ()
    return Package(_document(framework, owner), licenses=licenses)


def packaged(framework: Framework, competencies: Sequence[Competency], owner: Owner) -> Package:
    """Return a framework of the knowledge base's own records as a package."""
    said = {competency.kind for competency in competencies} if owner.kinds else set()
    types = {kind: _item_type(kind, owner) for kind in sorted(said)}
    return replace(
        headed(framework, owner),
        items=tuple(_item(competency, owner, types) for competency in competencies),
        associations=tuple(_associations(framework, competencies, owner)),
        item_types=tuple(types.values()),
    )


def _document(framework: Framework, owner: Owner) -> CFDocument:
    return CFDocument(
        iri=framework.iri,
        identifier=uuid_of(framework.iri),
        modified=owner.modified,
        title=framework.label,
        description=framework.description,
        creator=owner.creator,
        version=framework.version,
        language=owner.language,
        adoption_status=owner.status,
        license=framework.license,
    )


def _license(iri: Iri, owner: Owner) -> CFLicense:
    return CFLicense(
        iri=iri,
        identifier=uuid_of(iri),
        modified=owner.modified,
        title=Text(value=iri),
        text=Text(value=owner.terms),
    )


def _item(competency: Competency, owner: Owner, types: dict[Iri, CFItemType]) -> CFItem:
    statement = competency.statement or competency.label
    first, *others = competency.alt_labels or (None,)
    keywords = (competency.category,) if competency.category else ()
    return CFItem(
        iri=competency.iri,
        identifier=uuid_of(competency.iri),
        modified=owner.modified,
        full_statement=statement,
        abbreviated_statement=None if statement == competency.label else competency.label,
        alternative_label=first,
        item_type=types[competency.kind].title if competency.kind in types else None,
        item_type_link=competency.kind if competency.kind in types else None,
        coding_scheme=competency.notation,
        keywords=keywords,
        notes=competency.description,
        language=owner.language,
        status_end=_ended(competency, owner),
        extensions=_carried(others),
    )


def _ended(competency: Competency, owner: Owner) -> date | None:
    """Return when a competency was taken out of use: on the day of its last change that is known."""
    if not competency.deprecated:
        return None
    try:
        return date.fromisoformat((competency.modified or "")[:10])
    except ValueError:
        return date.fromisoformat(owner.modified[:10])


def _carried(labels: Iterable[Text]) -> JsonText | None:
    """Return further names as an extension: CASE has room for one."""
    said = [{"@value": label.value, "@language": label.language} for label in labels]
    return json_text({short_name(str(SKOS.altLabel)): said}) if said else None


def _item_type(kind: Iri, owner: Owner) -> CFItemType:
    name = Text(value=kind.rpartition("#")[2])
    return CFItemType(
        iri=kind,
        identifier=uuid_of(kind),
        modified=owner.modified,
        title=name,
        description=name,
        hierarchy_code="",
        type_code=name.value,
    )


def _associations(framework: Framework, competencies: Sequence[Competency], owner: Owner) -> Iterator[CFAssociation]:
    there = {competency.iri for competency in competencies}
    for competency in competencies:
        above = [iri for iri in competency.broader if iri in there] or [framework.iri]
        for iri in above:
            yield _association("isChildOf", competency.iri, iri, owner)
        for field, named in MATCHES.items():
            for iri in getattr(competency, field):
                yield _association(named, competency.iri, iri, owner)


def association_uuid(named: str, origin: str, destination: str) -> str:
    """Return the identifier of an association that has none: it follows from its type and both ends."""
    return derived_uuid(f"{origin} {named} {destination}")


def _association(named: str, origin: Iri, destination: Iri, owner: Owner) -> CFAssociation:
    identifier = association_uuid(named, origin, destination)
    return CFAssociation(
        iri=Iri(f"{owner.provider}/CFAssociations/{identifier}" if owner.provider else f"urn:uuid:{identifier}"),
        identifier=identifier,
        modified=owner.modified,
        association_type=named,
        origin=origin,
        destination=destination,
    )
