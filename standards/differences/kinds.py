"""What people call the kinds of things."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from ontology.namespaces import CEASN, CETERMS, LW, SKOS
from ontology.records import CompetencyKind

BY_TYPE: Final = {
    **{kind.value: kind.name.replace("_", " ").lower() for kind in CompetencyKind},
    str(LW.LearningOutcome): "learning outcome",
    str(CETERMS.Occupation): "occupation",
    str(CEASN.Competency): "competency",
    str(CETERMS.Credential): "credential",
    str(CETERMS.Course): "course",
    str(CETERMS.LearningProgram): "program",
    str(CETERMS.Job): "job",
    str(CEASN.CompetencyFramework): "framework",
    str(SKOS.ConceptScheme): "scheme",
    str(LW.JobZone): "job zone",
    str(LW.Scale): "scale",
    str(SKOS.Concept): "group",
}
"""By class or type; of several the first in this order."""


def kind_of(types: Collection[str]) -> str:
    """Return what people call a thing with some classes and types.

    Example
    -------
    >>> kind_of([str(SKOS.Concept), str(CETERMS.Occupation)]), kind_of([])
    ('occupation', 'thing')
    """
    return next((word for address, word in BY_TYPE.items() if address in types), "thing")
