"""The fields of things that are compared between two releases, with the properties that carry them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from ontology.namespaces import CEASN, CETERMS, DCTERMS, ESCO, LW, OWL, RDF, SKOS


class Field(StrEnum):
    """What is compared of a thing, as people call it."""

    LABEL = "label"
    STATEMENT = "statement"
    DESCRIPTION = "description"
    DEFINITION = "definition"
    SCOPE_NOTE = "scope note"
    CATEGORY = "category"
    ALTERNATIVE_LABELS = "alternative labels"
    HIDDEN_LABELS = "hidden labels"
    CODE = "code"
    KIND = "kind"
    STATUS = "status"
    PREPARATION = "preparation"
    CREDENTIAL = "terms of the credential"
    PLACE = "place"
    COLLECTION = "collections"
    LINK = "links"


TEXTS: Final[dict[str, Field]] = {
    str(SKOS.prefLabel): Field.LABEL,
    str(CETERMS.name): Field.LABEL,
    str(CEASN.competencyText): Field.STATEMENT,
    str(DCTERMS.description): Field.DESCRIPTION,
    str(CETERMS.description): Field.DESCRIPTION,
    str(SKOS.definition): Field.DEFINITION,
    str(SKOS.scopeNote): Field.SCOPE_NOTE,
    str(CEASN.competencyCategory): Field.CATEGORY,
    str(SKOS.altLabel): Field.ALTERNATIVE_LABELS,
    str(LW.reportedTitle): Field.ALTERNATIVE_LABELS,
    str(SKOS.hiddenLabel): Field.HIDDEN_LABELS,
}
"""Texts in a language."""

NAMES: Final = frozenset({Field.LABEL, Field.ALTERNATIVE_LABELS})
"""What a thing is called by."""

MEANING: Final = frozenset({Field.LABEL, Field.STATEMENT, Field.DESCRIPTION, Field.DEFINITION, Field.SCOPE_NOTE})
"""Texts that say what a thing is: who mapped to it read these."""

VALUES: Final[dict[str, Field]] = {
    str(SKOS.notation): Field.CODE,
    str(CETERMS.codedNotation): Field.CODE,
    str(CEASN.codedNotation): Field.CODE,
    str(RDF.type): Field.KIND,
    str(DCTERMS.type): Field.KIND,
    str(ESCO.skillReuseLevel): Field.KIND,
    str(LW.taskType): Field.KIND,
    str(LW.credentialType): Field.KIND,
    str(ESCO.status): Field.STATUS,
    str(OWL.deprecated): Field.STATUS,
    str(LW.jobZone): Field.PREPARATION,
    str(LW.entryLevel): Field.PREPARATION,
    str(LW.trainingMonths): Field.PREPARATION,
    str(LW.typicalEducation): Field.PREPARATION,
    str(LW.licensure): Field.PREPARATION,
    str(LW.typicalHours): Field.CREDENTIAL,
    str(LW.renewalYears): Field.CREDENTIAL,
    str(LW.issuer): Field.CREDENTIAL,
}
"""Values and addresses of kinds: shown as they stand, with the property."""

LINKS: Final[dict[str, Field]] = {
    str(SKOS.broader): Field.PLACE,
    str(CEASN.isChildOf): Field.PLACE,
    str(ESCO.memberOfISCOGroup): Field.PLACE,
    str(LW.careerCluster): Field.PLACE,
    str(SKOS.inScheme): Field.COLLECTION,
    str(SKOS.exactMatch): Field.LINK,
    str(SKOS.closeMatch): Field.LINK,
    str(SKOS.broadMatch): Field.LINK,
    str(SKOS.narrowMatch): Field.LINK,
    str(SKOS.relatedMatch): Field.LINK,
    str(SKOS.related): Field.LINK,
    str(LW.detailedActivity): Field.LINK,
    str(ESCO.isEssentialSkillFor): Field.LINK,
    str(ESCO.isOptionalSkillFor): Field.LINK,
    str(CETERMS.assesses): Field.LINK,
    str(CETERMS.hasOccupation): Field.LINK,
    str(CETERMS.hasWorkRole): Field.LINK,
    str(CETERMS.isRequiredFor): Field.LINK,
    str(CETERMS.occupationType): Field.LINK,
    str(CETERMS.targetCompetency): Field.LINK,
    str(CETERMS.teaches): Field.LINK,
}
"""Addresses of other things."""

FOLLOWING: Final[dict[str, tuple[str, ...]]] = {
    "work function": (str(CETERMS.targetCompetency),),
    "occupation": (str(CETERMS.hasWorkRole),),
}
"""Links that follow from where competencies stand, by what people call the things: it is told of these."""

CHOSEN: Final[dict[str, tuple[str, ...]]] = {"task": (str(CETERMS.targetCompetency), str(CETERMS.hasWorkRole))}
"""Links that people chose: they are changed where both ends stay; what came or went with an end is told of that."""

NEEDS: Final[dict[str, str]] = {
    str(ESCO.relatedEssentialSkill): "essential",
    str(ESCO.relatedOptionalSkill): "optional",
    str(CETERMS.hasTask): "task",
    str(LW.usesTechnology): "technology",
    str(LW.inDemandTechnology): "technology in demand",
    str(LW.usesTool): "tool",
}
"""How an occupation names outright what it asks for."""

RATINGS: Final = (str(LW.importance), str(LW.level), str(LW.requirementType))
"""What a requirement says of an occupation and a competency."""

NODES: Final = (
    LW.SkillRequirement,
    LW.Rating,
    LW.RelatedOccupation,
    LW.WageObservation,
    LW.LevelAnchor,
    LW.Review,
    LW.Edition,
    LW.Acceptance,
    LW.Endorsement,
    LW.JobRedefinition,
)
"""Classes of what only says something of things: their classes are not compared."""
