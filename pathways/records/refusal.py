"""Why a step is none."""

from __future__ import annotations

from ontology.frozen import Frozen


class Refusal(Frozen):
    """A rule that bars a step.

    Parameters
    ----------
    rule
        Its name, for instance ``other-degree``; all of them stand in ``docs/how-a-ladder-is-computed.md``.
    words
        What it says of this step, to be read after "because".
    """

    rule: str
    words: str
