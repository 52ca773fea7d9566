"""Frameworks and competencies in the terms of CTDL-ASN: what the registry asks for, and what else is known."""

from __future__ import annotations

from typing import Annotated

from ontology.namespaces import CEASN, CETERMS
from ontology.records import Iri, LanguageTag, Record, Text

Texts = tuple[Text, ...]
Iris = tuple[Iri, ...]


class AsnFramework(Record):
    """A competency framework."""

    types = (CEASN.CompetencyFramework,)

    ctid: Annotated[str, CETERMS.ctid]
    name: Annotated[Text, CEASN.name]
    description: Annotated[Text, CEASN.description]
    language: Annotated[LanguageTag | None, CEASN.inLanguage] = None
    publisher_name: Annotated[Text | None, CEASN.publisherName] = None
    license: Annotated[Iri | None, CEASN.license] = None
    version: Annotated[str | None, CETERMS.versionCode] = None
    tops: Annotated[Iris, CEASN.hasTopChild] = ()


class AsnCompetency(Record):
    """A competency of a framework."""

    types = (CEASN.Competency,)

    ctid: Annotated[str, CETERMS.ctid]
    text: Annotated[Text, CEASN.competencyText]
    label: Annotated[Text | None, CEASN.competencyLabel] = None
    category: Annotated[Text | None, CEASN.competencyCategory] = None
    code: Annotated[str | None, CEASN.codedNotation] = None
    comment: Annotated[Text | None, CEASN.comment] = None
    keywords: Annotated[Texts, CEASN.conceptKeyword] = ()
    language: Annotated[LanguageTag | None, CEASN.inLanguage] = None
    framework: Annotated[Iri, CEASN.isPartOf]
    above: Annotated[Iris, CEASN.isChildOf] = ()
    below: Annotated[Iris, CEASN.hasChild] = ()
    top_of: Annotated[Iri | None, CEASN.isTopChildOf] = None
    exact: Annotated[Iris, CEASN.exactAlignment] = ()
    major: Annotated[Iris, CEASN.majorAlignment] = ()
    broad: Annotated[Iris, CEASN.broadAlignment] = ()
    narrow: Annotated[Iris, CEASN.narrowAlignment] = ()
    minor: Annotated[Iris, CEASN.minorAlignment] = ()
