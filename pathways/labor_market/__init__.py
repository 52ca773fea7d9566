"""The labor market of a region: which sectors there are, how concentrated, how large and how well paid."""

from pathways.labor_market.forms import FORMATS, ranking_format
from pathways.labor_market.lacking import NoSectorError, UnloadedError
from pathways.labor_market.ranking import Asked, rank_sectors
from pathways.labor_market.records import Criterion, RankedSector, Ranking

__all__ = [
    "FORMATS",
    "Asked",
    "Criterion",
    "NoSectorError",
    "RankedSector",
    "Ranking",
    "UnloadedError",
    "rank_sectors",
    "ranking_format",
]
