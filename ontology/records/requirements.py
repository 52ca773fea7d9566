"""What occupations need: requirements, other ratings, and which occupations a source calls related."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import DCTERMS, LW, SKOS
from ontology.records.concepts import Concept
from ontology.records.record import Iri, Record, Text, YearMonth

Share = Annotated[float, Field(ge=0, le=100)]


class RequirementType(StrEnum):
    """Whether one can hold the occupation without the competency."""

    ESSENTIAL = str(LW.Essential)
    OPTIONAL = str(LW.Optional)


class Caution(StrEnum):
    """What the source itself says against trusting a number."""

    SUPPRESSED = str(LW.Suppressed)
    """Its precision is low and the source advises against showing it."""
    IMPORTANCE_SUPPRESSED = str(LW.ImportanceSuppressed)
    LEVEL_SUPPRESSED = str(LW.LevelSuppressed)
    LEVEL_NOT_RELEVANT = str(LW.LevelNotRelevant)
    """Most of those asked said that the competency is not relevant to the occupation."""


class SkillRequirement(Record):
    """An occupation needs a competency.

    Parameters
    ----------
    importance
        1 (not important) to 5 (extremely important).
    level
        0 to 7, on the scale of the competency's own anchors.
    sample_size, level_sample_size
        How many answers the two rest on; the second only where it differs from the first.
    importance_error, level_error
        Standard errors of the two. With the sample size n, the 95% interval that the source publishes is
        value ± t(0.975, n - 1) times the error, cut to the scale.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.SkillRequirement,)

    occupation: Annotated[Iri, LW.occupation]
    competency: Annotated[Iri, LW.competency]
    relation: Annotated[Iri | None, LW.requirementType] = None
    importance: Annotated[float | None, LW.importance, Field(ge=1, le=5)] = None
    level: Annotated[float | None, LW.level, Field(ge=0, le=7)] = None
    sample_size: Annotated[int | None, LW.sampleSize, Field(ge=0)] = None
    level_sample_size: Annotated[int | None, LW.levelSampleSize, Field(ge=0)] = None
    importance_error: Annotated[float | None, LW.importanceError, Field(ge=0)] = None
    level_error: Annotated[float | None, LW.levelError, Field(ge=0)] = None
    cautions: Annotated[tuple[Iri, ...], LW.caution] = ()
    dated: Annotated[YearMonth | None, DCTERMS.date] = None
    origin: Annotated[str | None, LW.domainSource] = None


class Scale(Concept):
    """What a source measures on, with its bounds (both included).

    Parameters
    ----------
    notation
        The source's own short name, for instance O*NET's ``IM``.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Scale, SKOS.Concept)

    minimum: Annotated[float, LW.minimum]
    maximum: Annotated[float, LW.maximum]


class LevelAnchor(Record):
    """What one level of an element looks like at work: an example at a point of its scale."""

    types: ClassVar[tuple[URIRef, ...]] = (LW.LevelAnchor,)

    element: Annotated[Iri, LW.element]
    scale: Annotated[Iri, LW.scale]
    value: Annotated[float, LW.value]
    example: Annotated[Text, SKOS.example]


class Rating(Record):
    """One number that a source gives an occupation on one of its scales.

    Parameters
    ----------
    scale
        The source's scale, with its bounds; see `Scale`.
    category
        Which of the scale's categories the value is the share of, where the scale has any.
    value
        On the scale, or in percent of those asked where there is a category.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Rating,)

    occupation: Annotated[Iri, LW.occupation]
    element: Annotated[Iri, LW.element]
    scale: Annotated[Iri, LW.scale]
    category: Annotated[Iri | None, LW.category] = None
    value: Annotated[float | None, LW.value] = None
    sample_size: Annotated[int | None, LW.sampleSize, Field(ge=0)] = None
    standard_error: Annotated[float | None, LW.standardError, Field(ge=0)] = None
    cautions: Annotated[tuple[Iri, ...], LW.caution] = ()
    dated: Annotated[YearMonth | None, DCTERMS.date] = None
    origin: Annotated[str | None, LW.domainSource] = None


class RelatedOccupation(Record):
    """A source says that people can move from one occupation to another.

    Parameters
    ----------
    tier
        O*NET's ``Primary-Short``, ``Primary-Long`` or ``Supplemental``.
    rank
        1 is the closest.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.RelatedOccupation,)

    occupation: Annotated[Iri, LW.occupation]
    related: Annotated[Iri, LW.relatedOccupation]
    tier: Annotated[str | None, LW.tier] = None
    rank: Annotated[int, LW["rank"], Field(ge=1)]
