"""What was learned from annotated text: the weights of the views and the curve of confidence.

``make train`` makes ``fitted.json`` anew; the file says from which data, by their SHA-256.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from standards.matching.confidence import Curve
from standards.matching.weights import Weights


class Fitted(BaseModel):
    """What was learned, and from what.

    Parameters
    ----------
    seed
        Of all that was drawn by lot.
    data
        Files that were learned from, with the SHA-256 of each.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    weights: Weights
    curve: Curve
    seed: int
    data: dict[str, str] = Field(min_length=1)


PATH: Final = Path(__file__).with_name("fitted.json")

_FITTED: Final = Fitted.model_validate_json(PATH.read_bytes())
WEIGHTS: Final = _FITTED.weights
CURVE: Final = _FITTED.curve
