"""What people call the kinds of things."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from ontology.namespaces import CEASN, CETERMS, LW, ORG, SKOS
from ontology.records import CompetencyKind

ORGANIZATION: Final = "organization"
"""Of which a release says that it takes part; it is what it is without that."""

BY_TYPE: Final = {
    **{kind.value: kind.name.replace("_", " ").lower() for kind in CompetencyKind},
    str(LW.LearningOutcome): "learning outcome",
    str(LW.WorkFunction): "work function",
    str(LW.WorkTask): "task",
    str(CETERMS.Occupation): "occupation",
    str(CEASN.Competency): "competency",
    str(CETERMS.Credential): "credential",
    str(CETERMS.Course): "course",
    str(CETERMS.LearningProgram): "program",
    str(CETERMS.Job): "job",
    str(LW.Apprenticeship): "apprenticeship",
    str(ORG.OrganizationalCollaboration): "partnership",
    str(ORG.Organization): ORGANIZATION,
    str(CEASN.CompetencyFramework): "framework",
    str(SKOS.ConceptScheme): "scheme",
    str(LW.JobZone): "job zone",
    str(LW.Scale): "scale",
    str(SKOS.Concept): "group",
}
"""By class or type; of several the first in this order."""


def kind_of(types: Collection[str]) -> str:
    """Return what people call a thing with some classes and types; what has no word here, by its class in CTDL.

    Example
    -------
    >>> kind_of([str(SKOS.Concept), str(CETERMS.Occupation)]), kind_of([])
    ('occupation', 'thing')
    >>> kind_of([str(CETERMS.AssociateDegree)])
    'associate degree'
    """
    named = next((word for address, word in BY_TYPE.items() if address in types), "")
    return named or next((_words(address) for address in sorted(types) if address.startswith(CETERMS)), "thing")


def _words(address: str) -> str:
    """Return the name of a class in words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", address.removeprefix(str(CETERMS))).lower()
