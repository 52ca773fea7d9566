"""ESCO: the European classification of occupations and skills, from its CSV downloads in any languages."""

from standards.sources.esco.reader import read_esco

__all__ = ["read_esco"]
