"""Rich Skill Descriptors and their collections as records: each field with its name in JSON and its property in RDF.

What CTDL-ASN, SKOS or Dublin Core has a term for is said with it; the rest has the format's own names.
"""

from __future__ import annotations

from typing import Annotated, Final

from ontology.namespaces import CEASN, DCTERMS, RSD, SKOS
from ontology.records import Iri, JsonText, Moment, Text
from standards.wire.fields import Key
from standards.wire.order import Ordered

SINGLE: Final = {"author": "authors", "category": "categories"}
"""Names of version 2 in a skill, each with one text, and those of version 3, with lists."""

Texts = tuple[Text, ...]
Objects = tuple[JsonText, ...]


class Described(Ordered):
    """What skills and collections have in common.

    Parameters
    ----------
    iri
        The ``id``.
    extensions
        Names that the format does not have, as they came.
    """

    uuid: Annotated[str | None, RSD.uuid, Key("uuid")] = None
    status: Annotated[str | None, RSD.status, Key("status")] = None
    creator: Annotated[Iri | None, CEASN.creator, Key("creator")] = None
    created: Annotated[Moment | None, RSD.creationDate, Key("creationDate")] = None
    updated: Annotated[Moment | None, RSD.updateDate, Key("updateDate")] = None
    published: Annotated[Moment | None, RSD.publishDate, Key("publishDate")] = None
    archived: Annotated[Moment | None, RSD.archiveDate, Key("archiveDate")] = None
    extensions: Annotated[JsonText | None, RSD.extensions] = None
    order: Annotated[JsonText | None, RSD.order] = None


class RichSkill(Described):
    """A skill with its context: who needs it, what attests it, what it is called elsewhere.

    Parameters
    ----------
    standards, certifications, occupations, employers, alignments, collections
        Objects or texts, as they came.
    """

    types = (CEASN.Competency, SKOS.Concept, RSD.RichSkillDescriptor)

    name: Annotated[Text, CEASN.competencyLabel, Key("skillName")]
    statement: Annotated[Text, CEASN.competencyText, Key("skillStatement")]
    authors: Annotated[tuple[str, ...], RSD.authors, Key("authors")] = ()
    keywords: Annotated[Texts, CEASN.conceptKeyword, Key("keywords")] = ()
    categories: Annotated[Texts, RSD.categories, Key("categories")] = ()
    certifications: Annotated[Objects, RSD.certifications, Key("certifications")] = ()
    standards: Annotated[Objects, RSD.standards, Key("standards")] = ()
    alignments: Annotated[Objects, RSD.alignments, Key("alignments")] = ()
    occupations: Annotated[Objects, RSD.occupations, Key("occupations")] = ()
    employers: Annotated[Objects, RSD.employers, Key("employers")] = ()
    collections: Annotated[Objects, RSD.collections, Key("collections")] = ()


class RichSkillCollection(Described):
    """Skills that somebody keeps together."""

    types = (CEASN.CompetencyFramework, SKOS.ConceptScheme, RSD.RichSkillCollection)

    name: Annotated[Text, SKOS.prefLabel, Key("name")]
    description: Annotated[Text | None, DCTERMS.description, Key("description")] = None
    author: Annotated[str | None, RSD.author, Key("author")] = None
    owner: Annotated[str | None, RSD.owner, Key("owner")] = None
    statistics: Annotated[JsonText | None, RSD.skillKeywords, Key("skillKeywords")] = None
