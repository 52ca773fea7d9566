"""Achievements and the knowledge base's own records: credentials that attest competencies, and back again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ontology.addresses import is_address
from ontology.records import Competency, Credential, Iri, JsonText
from standards.json_documents import Json
from standards.wire.badges.records import Achievement
from standards.wire.listed import Listed
from standards.wire.reading import json_text

TYPES: Final = frozenset(
    (
        *("ApprenticeshipCertificate", "AssociateDegree", "BachelorDegree", "Badge", "Certificate"),
        *("CertificateOfCompletion", "Certification", "Degree", "Diploma", "DoctoralDegree"),
        *("GeneralEducationDevelopment", "JourneymanCertificate", "License", "MasterCertificate", "MasterDegree"),
        *("MicroCredential", "ProfessionalDoctorate", "ResearchDoctorate", "SecondarySchoolDiploma"),
    )
)
"""Classes of credentials in CTDL that are types of achievements by the same name; any other is a certificate."""


def meant(achievements: Iterable[Achievement]) -> Iterator[Credential]:
    """Yield the credential that each achievement is, which attests what it is aligned to."""
    for one in achievements:
        yield Credential(
            iri=one.iri,
            label=one.name,
            code=one.human_code,
            description=one.description,
            attests=tuple(dict.fromkeys(_targets(one.alignments))),
        )


def _targets(alignments: Iterable[JsonText]) -> Iterator[Iri]:
    for alignment in map(json.loads, alignments):
        address = alignment.get("targetUrl") if isinstance(alignment, dict) else None
        if isinstance(address, str) and is_address(address):
            yield Iri(address)


def achievements_of(of: Listed, credentials: Sequence[Credential]) -> list[Achievement]:
    """Return what can be achieved by a framework: each of its credentials, and each of its competencies."""
    named: Mapping[str, Competency] = {one.iri: one for one in of.competencies}
    creator = json_text({"id": of.framework.publisher or of.framework.iri, "type": ["Profile"], "name": of.creator})
    kept = [_of_credential(one, named, of, creator) for one in credentials]
    return kept + [_of_competency(one, of, creator) for one in of.competencies]


def _of_credential(one: Credential, named: Mapping[str, Competency], of: Listed, creator: JsonText) -> Achievement:
    kind = (one.kind or "").rpartition("/")[2]
    attested = [named[iri] for iri in one.attests if iri in named]
    return Achievement(
        iri=one.iri,
        name=one.label,
        description=one.description or one.label,
        criteria=_criteria(f"Hold {one.label.value}" + (f", granted by {one.issuer}." if one.issuer else ".")),
        achievement_type=kind if kind in TYPES else "Certificate",
        human_code=one.code,
        creator=creator,
        alignments=tuple(_alignment(competency, of) for competency in attested),
        language=of.language,
    )


def _of_competency(one: Competency, of: Listed, creator: JsonText) -> Achievement:
    said = one.statement or one.label
    return Achievement(
        iri=Iri(f"{one.iri}#achievement"),
        name=one.label,
        description=said,
        criteria=_criteria(said.value),
        achievement_type="Competency",
        human_code=one.notation,
        creator=creator,
        alignments=(_alignment(one, of),),
        language=of.language,
        version=of.framework.version,
    )


def _criteria(narrative: str) -> JsonText:
    return json_text({"narrative": narrative})


def _alignment(competency: Competency, of: Listed) -> JsonText:
    said: dict[str, Json] = {
        "type": ["Alignment"],
        "targetName": competency.label.value,
        "targetUrl": competency.iri,
        "targetType": "ceasn:Competency",
        "targetFramework": of.framework.label.value,
    }
    told = {"targetDescription": competency.statement and competency.statement.value, "targetCode": competency.notation}
    return json_text(said | {name: value for name, value in told.items() if value})
