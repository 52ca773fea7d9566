"""Bridges: credentials, programs and apprenticeships that make a jump possible."""

from pathways.bridges.crossing import Crossing, apprenticeships_into, bridges_of
from pathways.bridges.offers import Offers, read_offers

__all__ = ["Crossing", "Offers", "apprenticeships_into", "bridges_of", "read_offers"]
