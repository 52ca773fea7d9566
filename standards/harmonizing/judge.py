"""What was learned from labeled statements: how much each view of a pair counts, and its leads over its rivals.

``python -m training harmonizing`` makes ``judge.json`` anew; the file says from which labels, by their SHA-256.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from standards.harmonizing.likeness import Judge
from standards.harmonizing.sureness import Weights


class Learned(BaseModel):
    """What was learned, and from what.

    Parameters
    ----------
    data
        Files that were learned from, with the SHA-256 of each.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    judge: Judge
    weights: Weights
    data: dict[str, str] = Field(min_length=1)


PATH: Final = Path(__file__).with_name("judge.json")

_LEARNED: Final = Learned.model_validate_json(PATH.read_bytes())

JUDGE: Final = _LEARNED.judge
WEIGHTS: Final = _LEARNED.weights
