"""Evaluation: how well and how fast statements are linked, measured on labeled data beside what others would use."""

from standards.evaluation.account import account, head, shown
from standards.evaluation.annotated import ALL_TEXTS, AnnotatedSet, AnnotatedText, Annotations, Unit, read_annotated
from standards.evaluation.baselines import BASELINES, missing_baselines
from standards.evaluation.concept_names import ConceptNames
from standards.evaluation.evaluation import evaluate
from standards.evaluation.forms import FORMS
from standards.evaluation.methods import OWN, Engine, Ranked
from standards.evaluation.results import Evaluation, Measure, Reliability, Score, SetFacts, Speed
from standards.evaluation.section import Section

__all__ = [
    "ALL_TEXTS",
    "BASELINES",
    "FORMS",
    "OWN",
    "AnnotatedSet",
    "AnnotatedText",
    "Annotations",
    "ConceptNames",
    "Engine",
    "Evaluation",
    "Measure",
    "Ranked",
    "Reliability",
    "Score",
    "Section",
    "SetFacts",
    "Speed",
    "Unit",
    "account",
    "evaluate",
    "head",
    "missing_baselines",
    "read_annotated",
    "shown",
]
