"""A sector partnership: the panel's standard, its firms' skill lists and its colleges' programs, from one folder."""

from standards.sources.partnership.reader import read_partnership

__all__ = ["read_partnership"]
