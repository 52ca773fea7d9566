"""What is learned from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from standards.matching.fitted import PATH, Fitted
from training.__main__ import SEED
from training.examples import ADVERTISEMENTS, FRAMEWORK, PARTNERSHIP, Domain, Examples, digests, read_examples


@pytest.fixture(scope="module")
def there(data: Path, needs: Callable[[Path], Path]) -> Path:
    for folder in (ADVERTISEMENTS, FRAMEWORK):
        needs(data / folder)
    return data


def test_files_are_named_by_their_place(tmp_path: Path) -> None:
    (tmp_path / ADVERTISEMENTS).mkdir(parents=True)
    (tmp_path / ADVERTISEMENTS / "told.csv").write_text("a\n")
    (tmp_path / ADVERTISEMENTS / "README.md").write_text("a\n")
    found = digests(tmp_path)

    assert found["gold/skill_extraction/told.csv"].startswith(
        "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7"
    )
    assert "examples/power-generation/competencies.csv" in found
    assert not [name for name in found if name.endswith(".md")]


@pytest.fixture(scope="module")
def examples(there: Path) -> Examples:
    return read_examples(there)


def test_the_standard_is_learned_from_one_file_of_its_release(examples: Examples) -> None:
    stated = next(domain for domain in examples.domains if domain.name == "outcomes")
    told = (PARTNERSHIP / "competencies.csv").read_text(encoding="utf-8")

    for entry in stated.entries:
        assert [text for text in (entry.label, *entry.alt_labels, entry.description) if text not in told] == []


def test_a_domain_has_the_texts_of_all_sets(domain: Domain) -> None:
    (texts,) = domain.sets

    assert Domain("two", domain.entries, (texts, texts)).texts == texts * 2
    assert [text.concepts for text in texts[-2:]] == [{"http://x/python"}, frozenset()]


def test_the_seed_is_the_one_that_is_said() -> None:
    assert Fitted.model_validate_json(PATH.read_bytes()).seed == SEED


def test_the_examples_are_read_in_their_domains(examples: Examples) -> None:
    assert {domain.name: len(domain.sets) for domain in examples.domains} == {
        "house": 2,
        "tech": 2,
        "firm-statements": 1,
        "outcomes": 1,
        "short-outcomes": 1,
    }
    assert all(text.text for domain in examples.domains for text in domain.texts)
