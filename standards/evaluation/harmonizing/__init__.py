"""Evaluation of harmonizing: labeled pairs of firms' statements, measures of groupings, and methods beside ours."""

from standards.evaluation.harmonizing.account import FORMS, account, head
from standards.evaluation.harmonizing.evaluation import HarmonizingEvaluation, evaluate_harmonizing
from standards.evaluation.harmonizing.pairs import DEVELOPMENT, LabeledPair, Relation, read_pairs

__all__ = [
    "DEVELOPMENT",
    "FORMS",
    "HarmonizingEvaluation",
    "LabeledPair",
    "Relation",
    "account",
    "evaluate_harmonizing",
    "head",
    "read_pairs",
]
