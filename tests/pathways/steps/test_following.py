from __future__ import annotations

import numpy as np

from pathways.ladders.wording.reasons import FOLLOWS
from pathways.records.step import Follows
from pathways.steps.following import LEAST, closeness, rule


def test_of_several_rules_the_first_gives_the_most() -> None:
    assert [*LEAST.values()] == sorted(LEAST.values(), reverse=True)
    assert {*LEAST} == {*FOLLOWS} == {*Follows}


def test_closeness_is_what_the_rule_makes_of_relatedness() -> None:
    related = np.full((1, len(LEAST) + 1), 0.2, dtype=np.float32)
    follows = np.arange(len(LEAST) + 1, dtype=np.int32)[None]

    found = closeness(related, follows)[0]

    # 0.2 as it is; 0.55 + 0.45 * 0.2; twice 0.35 + 0.65 * 0.2; twice 0.3 + 0.7 * 0.2
    np.testing.assert_allclose(found, [0.2, 0.64, 0.48, 0.48, 0.44, 0.44], rtol=1e-6)
    assert [rule(number) for number in range(len(LEAST) + 1)] == [None, *LEAST]
