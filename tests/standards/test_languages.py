"""Languages of short texts: what single ones tell, what a file tells, and what is no sign of another language."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from standards.languages import LETTERS, VERBS, WORDS, language_of, languages_of
from training.outside import outside_data

EXAMPLE = Path(__file__).parents[2] / "examples" / "power-generation"
DATA = outside_data()

GERMAN = [
    "Motoren installieren und prüfen",
    "Die Schüler können Schaltpläne lesen",
    "Pumpen reparieren",
    "Sicherheitsregeln beachten",
    "Werkzeuge pflegen",
]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Motoren installieren und prüfen", "de"),
        ("Die Schüler können Schaltpläne lesen", "de"),
        ("Instalar y mantener motores", "es"),
        ("Reparar bombas hidráulicas en la central eléctrica de la ciudad", "es"),
        ("Utiliser un ordinateur", "fr"),
        ("Scho\u0308ne Schilder aufstellen und pru\u0308fen", "de"),
    ],
)
def test_verbs_and_letters_tell_with_function_words(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "résumé",
        "Beyoncé",
        "café",
        "Résumé writing and cover letters",
        "Explain El Niño and La Niña",
        "Discuss the novels of Muñoz, Peña and García Márquez",
        "Schrödinger and Möbius",
        "Prepare crème brûlée",
        "Apply the Köppen climate classification",
    ],
)
def test_names_and_loan_words_are_no_other_language(text: str) -> None:
    assert language_of(text) in {"", "en"}
    assert set(languages_of([text] * 5)) <= {"", "en"}


def test_a_file_tells_what_its_statements_do_not() -> None:
    assert language_of(GERMAN[3]) == ""
    assert languages_of(GERMAN) == ["de"] * 5
    assert languages_of(["Reparar bombas", "Soldar tubos", "Leer planos", "Medir voltajes"]) == ["es"] * 4


def test_a_few_foreign_statements_say_nothing_of_the_others() -> None:
    assert languages_of([*GERMAN[:3], *["Weld pipes"] * 4]) == ["de", "de", "", *[""] * 4]
    assert languages_of([*GERMAN, "Read the prints of a plant"]) == [*["de"] * 5, "en"]
    assert languages_of([]) == []


def test_no_language_but_english_has_an_english_word() -> None:
    english = set(f"{WORDS['en']} {VERBS['en']}".split())

    assert not [word for tag in VERBS.keys() - {"en"} for word in VERBS[tag].split() if word in english]
    assert LETTERS.keys() <= WORDS.keys() == VERBS.keys()
    assert not any(letter.isascii() for letters in LETTERS.values() for letter in letters)


def texts_of(path: Path) -> Iterator[str]:
    """Yield the texts of several words in a table, or in a JSON document."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from (cell for row in list(csv.reader(file))[1:] for cell in row if " " in cell)
    else:
        yield from strings(json.loads(path.read_text(encoding="utf-8")))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str) and " " in value:
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


@pytest.mark.parametrize(
    "path",
    [
        *sorted(EXAMPLE.rglob("*.csv")),
        *(DATA / "frameworks" / "uk_ddat" / f"{name}.csv" for name in ("skills", "roles")),
        *(DATA / "frameworks" / "firm_lists" / f"{n}.csv" for n in ("medium", "unidays", "rasa", "financial-times")),
        DATA / "curricula" / "umd_kuali" / "umd_courses_with_learning_objectives.json",
    ],
    ids=lambda path: path.stem,
)
def test_no_english_file_is_taken_for_another(path: Path) -> None:
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    texts = list(texts_of(path))

    assert {tag: text for text, tag in zip(texts, languages_of(texts), strict=True) if tag not in {"", "en"}} == {}
