"""Achievements of Open Badges 3.0 as records: each field with its name in JSON and its property in RDF."""

from __future__ import annotations

from typing import Annotated

from ontology.namespaces import CASE, OB, SCHEMA
from ontology.records import JsonText, Text
from standards.wire.fields import Key
from standards.wire.order import Ordered

Objects = tuple[JsonText, ...]


class Achievement(Ordered):
    """What a badge is given for.

    Parameters
    ----------
    iri
        The ``id``.
    criteria, image, creator, alignments, related, results, other_identifiers
        Objects, as they came.
    extensions
        Names that the format does not have, as they came.
    order
        See `Ordered`.
    """

    types = (OB.Achievement,)

    name: Annotated[Text, SCHEMA.name, Key("name")]
    description: Annotated[Text, SCHEMA.description, Key("description")]
    criteria: Annotated[JsonText, OB.Criteria, Key("criteria")]
    achievement_type: Annotated[str | None, OB.achievementType, Key("achievementType")] = None
    alignments: Annotated[Objects, OB.alignment, Key("alignment")] = ()
    creator: Annotated[JsonText | None, OB.creator, Key("creator")] = None
    credits: Annotated[float | None, OB.creditsAvailable, Key("creditsAvailable")] = None
    field_of_study: Annotated[Text | None, OB.fieldOfStudy, Key("fieldOfStudy")] = None
    human_code: Annotated[str | None, OB.humanCode, Key("humanCode")] = None
    image: Annotated[JsonText | None, OB.image, Key("image")] = None
    language: Annotated[str | None, SCHEMA.inLanguage, Key("inLanguage")] = None
    other_identifiers: Annotated[Objects, OB.otherIdentifier, Key("otherIdentifier")] = ()
    related: Annotated[Objects, OB.related, Key("related")] = ()
    results: Annotated[Objects, OB.resultDescription, Key("resultDescription")] = ()
    specialization: Annotated[str | None, OB.specialization, Key("specialization")] = None
    tags: Annotated[tuple[Text, ...], SCHEMA.keywords, Key("tag")] = ()
    version: Annotated[str | None, OB.version, Key("version")] = None
    endorsements: Annotated[Objects, OB.endorsement, Key("endorsement")] = ()
    signed_endorsements: Annotated[tuple[str, ...], OB.endorsementJwt, Key("endorsementJwt")] = ()
    extensions: Annotated[JsonText | None, OB.extensions] = None
    order: Annotated[JsonText | None, CASE.order] = None
