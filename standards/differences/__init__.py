"""Differences between two releases of a source or two versions of a standard, and what they touch."""

from standards.differences.comparing import compare
from standards.differences.difference import Difference

__all__ = ["Difference", "compare"]
