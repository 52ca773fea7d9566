"""What each view counts in the score of a concept."""

from __future__ import annotations

from typing import Final

import numpy as np
from pydantic import BaseModel, ConfigDict

from standards.matching.embedding import Floats

LONGEST: Final = 6
"""Words from which a name is not longer still."""


class Weights(BaseModel):
    """Weights of the views; see `Evidence` for what each sees.

    Parameters
    ----------
    meaning, words, covered
        Of a label.
    name
        Of the concept's own name, beside its best label.
    description, text
        Of the description.
    passage
        Of the passage that comes nearest to the best label.
    explained
        Of the share of the statement that the concept explains, in a framework of few labels; see `Ranker`.
    reach
        Of how many fields of work need the concept, -1 to 1; see `Entry`.
    length
        Of each different word of the concept's name, `LONGEST` at most: long names resemble much by chance.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    meaning: float
    words: float
    covered: float
    name: float
    description: float
    text: float
    passage: float
    explained: float
    reach: float
    length: float

    @property
    def whole(self) -> float:
        """The score of a label that says the same as the statement."""
        return self.meaning + self.words + self.covered

    def of_label(self, meaning: Floats, words: Floats, covered: Floats) -> Floats:
        """Return the scores of labels, 0 to `whole`, given what three views see, 0 to 1."""
        return np.asarray(self.meaning * meaning + self.words * words + self.covered * covered, dtype=np.float32)
