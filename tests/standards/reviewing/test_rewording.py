"""Rewording: which changes to a competency count, and how they are told."""

from ontology.records import Iri
from standards.reviewing.rewording import reworded
from standards.reviewing.wordings import Wording


def test_a_digest_is_of_words_and_not_of_their_spacing_case_or_punctuation() -> None:
    one = Wording("Weld pipe", "In any position.")

    assert Wording("WELD  pipe;", "in any\nposition").digest == one.digest
    assert Wording("Write C#").digest != Wording("Write C").digest
    assert Wording("Weld pipe", "In no position.").digest != one.digest
    assert Wording("Weld", "pipe In any position.").digest != one.digest


def test_a_withdrawn_competency_names_its_successors() -> None:
    now = Wording("Weld pipe", withdrawn=True, replaced_by=(Iri("http://x/b"), Iri("http://x/c")))

    why = reworded(now, "Weld pipe", now.digest, "acme 2", {Iri("http://x/b"): "Join pipe"})
    assert why == "withdrawn in acme 2, replaced by 'Join pipe' and 'http://x/c'"
    assert reworded(Wording("Join pipe"), "Weld pipe", "0" * 64, "acme 2", {}) == "renamed to 'Join pipe' in acme 2"
