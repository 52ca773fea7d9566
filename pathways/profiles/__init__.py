"""Occupations and jobs that nobody has rated, by the skills or words that they list: how close they are, and gaps."""

from pathways.profiles.closest import Close, Transitions
from pathways.profiles.esco import read_profiles
from pathways.profiles.neighbors import Near, near
from pathways.profiles.posted import PostedJob, job_terms
from pathways.profiles.profile import OPTIONAL, Profiles
from pathways.profiles.transitions import gaps, relatedness

__all__ = [
    "OPTIONAL",
    "Close",
    "Near",
    "PostedJob",
    "Profiles",
    "Transitions",
    "gaps",
    "job_terms",
    "near",
    "read_profiles",
    "relatedness",
]
