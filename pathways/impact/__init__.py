"""Impact: what a new release touches of mappings, standards, occupations, ladders and courses, and what to do."""

from pathways.impact.impact import Impact, impact_of

__all__ = ["Impact", "impact_of"]
