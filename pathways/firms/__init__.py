"""Firms: the ladders of their own jobs, beside those across firms."""

from pathways.firms.job_ladder import firm_ladder, firms, knows_firm

__all__ = ["firm_ladder", "firms", "knows_firm"]
