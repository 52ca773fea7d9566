"""The page on matching says what the engine does: every weight, every field of evidence, every threshold."""

from pathlib import Path

import pytest

from standards.matching import (
    UNMATCHED,
    about,
    contents,
    index,
    kinship,
    ranking,
    reading,
    retrieval,
    statements,
    weights,
)
from standards.matching.confidence import LEAST, Curve
from standards.matching.fitted import CURVE, WEIGHTS
from standards.matching.suggestion import Evidence
from standards.matching.weights import Weights

VIEWS = {
    "meaning": f"and a label | {WEIGHTS.meaning:g} |",
    "words": f"words of both, by TF-IDF | {WEIGHTS.words:g} |",
    "covered": f"the statement has | {WEIGHTS.covered:g} |",
    "name": f"weighed in the same way | {WEIGHTS.name:g} of the three |",
    "description": f"and the description | {WEIGHTS.description:g} |",
    "text": f"said of the concept | {WEIGHTS.text:g} |",
    "passage": f"and the label | {WEIGHTS.passage:g} |",
    "explained": f"rare ones counting more | {WEIGHTS.explained:g}, among at most {ranking.FEW:,} labels |",
    "reach": f"(ESCO's reuse level) | {WEIGHTS.reach:g} |",
    "length": f"resemble much by chance | {WEIGHTS.length:g} |",
}
CURVED = {
    "even": f"| 1 | {CURVE.even:g} |",
    "score": f"| score | {CURVE.score:g} |",
    "labels": f"in the framework, {LEAST} at least | {CURVE.labels:g} |",
    "scored": f"| score times that | {CURVE.scored:g} |",
    "words": f"different words of the statement | {CURVE.words:g} |",
    "worded": f"times the logarithm of the labels | {CURVE.worded:g} |",
    "first": f"| 1 for the first suggestion | {CURVE.first:g} |",
    "said": f"for the first, the logarithm of the number of words | {CURVE.said:g} |",
    "own": f"in the concept's **own words** | {CURVE.own:g} |",
    "own_labels": f"that share times the logarithm of the labels | {CURVE.own_labels:g} |",
    "own_words": f"that share times the logarithm of the words | {CURVE.own_words:g} |",
    "phrased": f"share of the **phrase** that is said most | {CURVE.phrased:g} |",
    "shared": f"| `words` | {CURVE.shared:g} |",
    "behind": f"(0 or less) | {CURVE.behind:g} |",
    "ahead": f"ahead of the second | {CURVE.ahead:g} |",
}
NUMBERS = {
    "statements.LONGEST": f"more than {statements.LONGEST:,} characters",
    "contents": {(2, 8): "two to eight words"}.get((contents.SHORTEST, contents.LONGEST), "?"),
    "index.PART": f"{index.PART:g} of its confidence counts",
    "index.CANDIDATES": f"{index.CANDIDATES} concepts go on",
    "index.AXES": f"compared on {index.AXES} axes",
    "index.SMALL": f"at most {index.SMALL:,} labels",
    "retrieval.AXES": f"on the {retrieval.AXES} axes",
    "retrieval.RANKS": f"with more than {retrieval.RANKS} labels the first {retrieval.RANKS} are read",
    "kinship.LEAST": f"Below {kinship.LEAST:g} words are strangers",
    "kinship.CHANCE": f"(*c* - {kinship.CHANCE:g}) / (1 - {kinship.CHANCE:g})",
    "kinship.SPELLED": f"from a share of {kinship.SPELLED:g}",
    "reading.PASSAGE": {7: "seven"}.get(reading.PASSAGE, "?") + " word pieces long",
    "weights.LONGEST": f"words of its name, {weights.LONGEST} at most",
    "about.FEWEST": f"A framework of fewer than {about.FEWEST} counts as one of {about.FEWEST}",
    "UNMATCHED": f"a confidence below {UNMATCHED:g}",
}


@pytest.fixture(scope="module")
def page(project: Path) -> str:
    return " ".join((project / "docs/reference/matching.md").read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    "said",
    [*VIEWS.values(), *CURVED.values(), *NUMBERS.values()],
    ids=[*VIEWS, *(f"curve.{name}" for name in CURVED), *NUMBERS],
)
def test_every_number_is_that_of_the_engine(page: str, said: str) -> None:
    assert said in page


def test_no_weight_is_left_out(page: str) -> None:
    assert list(VIEWS) == list(Weights.model_fields)
    assert list(CURVED) == list(Curve.model_fields)
    assert not [field for field in Evidence.model_fields if f"| `{field}` |" not in page]
