"""Harmonizing: what the firms of a sector say alike, proposed as the statements of one standard."""

from standards.harmonizing.lists import FirmList, read_list
from standards.harmonizing.proposal import Proposal, support_of
from standards.harmonizing.proposing import Proposing
from standards.harmonizing.saying import Saying, said
from standards.harmonizing.standing import Standing
from standards.harmonizing.storing import read_proposal, store_proposal, stored_proposal

__all__ = [
    "FirmList",
    "Proposal",
    "Proposing",
    "Saying",
    "Standing",
    "read_list",
    "read_proposal",
    "said",
    "store_proposal",
    "stored_proposal",
    "support_of",
]
