"""Routes: the ways from an occupation to another, or up from it, that nothing else beats, side by side."""

from pathways.routes.comparing import compare, compare_onward
from pathways.routes.forms import FORMATS, comparison_format
from pathways.routes.route import Amount, Beaten, Comparison, Cost, Leg, Mark, Moved, Paid, Prices, Raise, Route, Totals

__all__ = [
    "FORMATS",
    "Amount",
    "Beaten",
    "Comparison",
    "Cost",
    "Leg",
    "Mark",
    "Moved",
    "Paid",
    "Prices",
    "Raise",
    "Route",
    "Totals",
    "compare",
    "compare_onward",
    "comparison_format",
]
