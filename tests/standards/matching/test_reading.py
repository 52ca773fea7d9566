"""How statements are read."""

import numpy as np
import pytest

from standards.matching.embedding import DIMENSIONS, embed
from standards.matching.lexicon import Lexicon
from standards.matching.reading import read

LABELS = ["Weld pumps", "Run payroll"]
ALL = np.eye(DIMENSIONS, dtype=np.float32)


def test_a_statement_as_the_views_see_it() -> None:
    lexicon, _, _ = Lexicon.of(LABELS, LABELS)
    reading = read(["Welding PUMPS and the pumps", "…"], lexicon, ALL)

    assert reading.said == (("welding", "pumps"), ())
    assert reading.meaning[0] == pytest.approx(embed(["welding pumps and the pumps"])[0], abs=1e-6)
    assert np.linalg.norm(reading.words.toarray(), axis=1) == pytest.approx([1, 0])
    assert reading.near.toarray().tolist() == [[0, 1, 0, 1], [0, 0, 0, 0]]


def test_words_are_weighed_as_in_labels() -> None:
    """Of pump said twice and weld once, equally rare: 1 + ln 2 = 1.69315 to 1, over their length 1.96640."""
    lexicon, _, _ = Lexicon.of(LABELS, LABELS)
    (row,) = read(["pump pump weld"], lexicon, ALL).words.toarray()

    assert row == pytest.approx([0, 0.86104, 0, 0.50854], abs=1e-4)
