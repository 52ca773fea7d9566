"""Colors of cells by standing; what a color means stands in the cell, too."""

from __future__ import annotations

from typing import Final

from pathways.coverage.proposal import Standing

COLORS: Final = {
    Standing.TAUGHT: "#B5DFC4",
    Standing.LIKELY: "#DCEFD9",
    Standing.POSSIBLE: "#F6ECC6",
    Standing.ELSEWHERE: "#F4E6DC",
    Standing.ABSENT: "#FBF1EE",
}
