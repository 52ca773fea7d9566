"""Pathways: a ladder in the terms of CTDL, with the few numbers that CTDL has no term for."""

from __future__ import annotations

import uuid
from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import CETERMS, DCTERMS, LW, RDFS
from ontology.records.record import Iri, Record, Text

Iris = tuple[Iri, ...]
Share = Annotated[float, Field(ge=0, le=1)]


def ctid(iri: str) -> str:
    """Return the CTID that belongs to an address, always the same.

    Example
    -------
    >>> ctid("http://localhost:8000/id/ladder/nursing")
    'ce-ef012f30-f91c-5d7a-ad40-2cb06d270f1d'
    """
    return f"ce-{uuid.uuid5(uuid.NAMESPACE_URL, iri)}"


class Pathway(Record):
    """A structured way through jobs and credentials.

    Parameters
    ----------
    destinations
        Its goal; a whole sector may have several.
    sources
        What the numbers are from, as it wants to be cited.
    """

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.Pathway,)

    ctid: Annotated[str, CETERMS.ctid]
    label: Annotated[Text, CETERMS.name]
    description: Annotated[Text, CETERMS.description]
    parts: Annotated[Iris, CETERMS.hasPart] = ()
    destinations: Annotated[Iris, CETERMS.hasDestinationComponent] = ()
    notes: Annotated[tuple[Text, ...], RDFS.comment] = ()
    sources: Annotated[tuple[str, ...], DCTERMS.bibliographicCitation] = ()


class JobComponent(Record):
    """A rung: an occupation as a part of a pathway.

    Parameters
    ----------
    stands_for
        The occupation.
    conditions
        Any one of the ways that lead here; none where one can only begin here.
    marks
        ``high-wage``, ``high-skill``, ``in-demand``, by the bars that the notes of the pathway name.
    """

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.JobComponent, CETERMS.PathwayComponent)

    ctid: Annotated[str, CETERMS.ctid]
    label: Annotated[Text, CETERMS.name]
    description: Annotated[Text | None, CETERMS.description] = None
    stands_for: Annotated[Iri, CETERMS.proxyFor]
    pathway: Annotated[Iri, CETERMS.isPartOf]
    destination_of: Annotated[Iri | None, CETERMS.isDestinationComponentOf] = None
    precedes: Annotated[Iris, CETERMS.precedes] = ()
    preceded_by: Annotated[Iris, CETERMS.precededBy] = ()
    conditions: Annotated[Iris, CETERMS.hasCondition] = ()
    earnings: Annotated[Iri | None, LW.earnings] = None
    marks: Annotated[tuple[str, ...], LW.mark] = ()


class CredentialComponent(Record):
    """A license, a degree or another credential that stands between two rungs.

    Parameters
    ----------
    credential_type
        The CTDL class; ``ceterms:Credential`` where no narrower one is known.
    stands_for
        The credential, where it has an address.
    """

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.CredentialComponent, CETERMS.PathwayComponent)

    ctid: Annotated[str, CETERMS.ctid]
    label: Annotated[Text, CETERMS.name]
    credential_type: Annotated[Iri, CETERMS.credentialType] = Iri(CETERMS.Credential)
    stands_for: Annotated[Iri | None, CETERMS.proxyFor] = None
    pathway: Annotated[Iri, CETERMS.isPartOf]
    precedes: Annotated[Iris, CETERMS.precedes] = ()


class ComponentCondition(Record):
    """What must be there before a rung is reached: for each way there the rung below and its credentials.

    Parameters
    ----------
    required
        How many of the targets and inner conditions must be met.
    direction
        Of the step: advance, lateral or bridge.
    gap
        0 to 1: what the upper rung needs above what the lower one has, weighted by importance.
    support
        By what the step may be taken: relatedness, more or less by what both must know and study.
    wage_change
        Of the median, as a fraction of the lower one.
    wage_region
        Whose medians it compares, where the ladder's own region does not publish both.
    pay_given_up
        US dollars a year, where the median falls by more than a tenth.
    learning_pay, learning_share
        The same at first, where an apprenticeship begins below the lower median, and as a fraction of it.
    long
        Whether most is new, and nothing that can be named stands for it.
    bridges
        Credentials, programs and apprenticeships that make the step possible.
    education, school_months, experience_months, training_months, license, anew
        What getting to the upper rung takes: the usual education, months of school and of related work beyond what the
        lower rung asks for, months of training there, the license that the lower rung does not ask for, and what one
        begins from the start though one has it already.
    asserted, inferred, computed
        Parts of the step by how they came about.
    rationale
        Why the step is drawn.
    evidence, gains
        Addresses of its `Evidence` and its `SkillGain`s.
    notes
        What else a reader must know.
    """

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.ComponentCondition,)

    description: Annotated[Text, CETERMS.description]
    required: Annotated[int, CETERMS.requiredNumber, Field(ge=1)]
    targets: Annotated[Iris, CETERMS.targetComponent] = ()
    conditions: Annotated[Iris, CETERMS.hasCondition] = ()
    direction: Annotated[str | None, LW.stepDirection] = None
    gap: Annotated[Share | None, LW.skillGap] = None
    relatedness: Annotated[Share | None, LW.relatedness] = None
    support: Annotated[float | None, LW.support] = None
    wage_change: Annotated[float | None, LW.wageChange] = None
    wage_region: Annotated[str | None, LW.wageRegion] = None
    pay_given_up: Annotated[float | None, LW.payGivenUp, Field(ge=0)] = None
    learning_pay: Annotated[float | None, LW.learningPayGivenUp, Field(ge=0)] = None
    learning_share: Annotated[Share | None, LW.learningPayShare] = None
    long: Annotated[bool | None, LW.longStep] = None
    main: Annotated[bool | None, LW.mainRoute] = None
    bridges: Annotated[Iris, LW.bridgedBy] = ()
    education: Annotated[Text | None, LW.typicalEducation] = None
    school_months: Annotated[float | None, LW.schoolMonths, Field(ge=0)] = None
    experience_months: Annotated[float | None, LW.experienceMonths, Field(ge=0)] = None
    training_months: Annotated[float | None, LW.trainingMonths, Field(ge=0)] = None
    license: Annotated[Text | None, LW.licensure] = None
    anew: Annotated[Text | None, LW.beginsAnew] = None
    asserted: Annotated[tuple[str, ...], LW.asserted] = ()
    inferred: Annotated[tuple[str, ...], LW.inferred] = ()
    computed: Annotated[tuple[str, ...], LW.computed] = ()
    rationale: Annotated[Text | None, LW.rationale] = None
    evidence: Annotated[Iris, LW.hasEvidence] = ()
    gains: Annotated[Iris, LW.hasGain] = ()
    notes: Annotated[tuple[Text, ...], RDFS.comment] = ()


class Evidence(Record):
    """How one view sees the two rungs of a step: one of the grounds of their relatedness.

    Parameters
    ----------
    view
        For instance ``tasks``.
    similarity
        -1 to 1.
    rank
        Place of the upper rung among all that the lower one could go to in this view; 1 is the closest.
    source
        Names of the releases behind the view.
    counted
        Whether relatedness is fused from it, too; else it stands beside.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Evidence,)

    view: Annotated[str, LW.view]
    similarity: Annotated[float, LW.similarity, Field(ge=-1, le=1)]
    rank: Annotated[int, LW["rank"], Field(ge=1)]
    source: Annotated[str, DCTERMS.source]
    counted: Annotated[bool, LW.counted] = True


class SkillGain(Record):
    """A competency in which the upper rung of a step asks for more than the lower one has.

    Parameters
    ----------
    importance
        To the upper rung, 1 to 5.
    level_from, level_to
        On the competency's scale, 0 to 7.
    share
        Of the whole gap of the step, 0 to 1.
    source
        Name of the release that the ratings are from.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.SkillGain,)

    competency: Annotated[Iri, LW.competency]
    importance: Annotated[float | None, LW.importance, Field(ge=1, le=5)] = None
    level_from: Annotated[float | None, LW.levelFrom, Field(ge=0, le=7)] = None
    level_to: Annotated[float | None, LW.levelTo, Field(ge=0, le=7)] = None
    share: Annotated[Share, LW.gapShare]
    source: Annotated[str, DCTERMS.source]


class Earnings(Record):
    """Yearly pay in a region and period: the 10th, 50th and 90th percentile.

    CTDL has a word for the median; its low and high earnings are quartiles, not these.

    Parameters
    ----------
    description
        Region and period in words.
    jurisdiction
        Where it is paid: the address of a `Jurisdiction`.
    instead_of
        The region that publishes none, where it is that of a wider one.
    """

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.AggregateDataProfile,)

    description: Annotated[Text, CETERMS.description]
    low: Annotated[float | None, LW.annual10, Field(ge=0)] = None
    median: Annotated[float | None, CETERMS.medianEarnings] = None
    high: Annotated[float | None, LW.annual90, Field(ge=0)] = None
    currency: Annotated[str, CETERMS.currency] = "USD"
    jurisdiction: Annotated[Iri | None, CETERMS.jurisdiction] = None
    period: Annotated[str, DCTERMS.temporal]
    source: Annotated[str, DCTERMS.source]
    instead_of: Annotated[str | None, LW.insteadOf] = None


class Jurisdiction(Record):
    """A region in words, for what holds there."""

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.JurisdictionProfile,)

    description: Annotated[Text, CETERMS.description]
