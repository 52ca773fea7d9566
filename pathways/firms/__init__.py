"""Firms: the ladders of their own jobs, beside those across firms."""

from pathways.firms.declared import declared_ladder
from pathways.firms.job_ladder import firm_ladder, firms, knows_firm, seen_by_firm

__all__ = ["declared_ladder", "firm_ladder", "firms", "knows_firm", "seen_by_firm"]
