"""Headers abroad: what the columns of a program are called in Spanish, French, German and Portuguese."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from ontology.report import Finding, Severity
from standards.headers import key
from standards.sheets import Names

_WORDS: Final = {
    "code": (
        *("Código", "Código del curso", "Código de curso", "Clave", "Clave del curso", "Número de curso"),
        *("Code du cours", "Numéro du cours", "Sigle", "Kurscode", "Kursnummer", "Kurs-Nr.", "Modulnummer"),
        *("Código do curso", "Código da disciplina", "Curso", "Cours", "Kurs"),
    ),
    "title": (
        *("Título", "Título del curso", "Nombre del curso", "Asignatura", "Materia", "Nombre de la asignatura"),
        *("Titre", "Titre du cours", "Intitulé", "Intitulé du cours", "Nom du cours", "Kurstitel", "Kursname"),
        *("Kursbezeichnung", "Modulname", "Nome do curso", "Título do curso", "Nome da disciplina"),
    ),
    "credits": ("Créditos", "Número de créditos", "Crédits", "Leistungspunkte", "Kreditpunkte", "ECTS"),
    "term": ("Semestre", "Trimestre", "Cuatrimestre"),
    "prerequisites": ("Prerrequisitos", "Requisitos previos", "Prérequis", "Voraussetzungen", "Pré-requisitos"),
    "description": ("Descripción", "Descripción del curso", "Kursbeschreibung", "Beschreibung", "Descrição"),
    "outcome": (
        *("Resultados de aprendizaje", "Resultado de aprendizaje", "Resultados del aprendizaje"),
        *("Objetivos de aprendizaje", "Resultados esperados", "Acquis d'apprentissage", "Résultats d'apprentissage"),
        *("Objectifs d'apprentissage", "Lernergebnisse", "Lernergebnis", "Lernziele", "Lernziel"),
        *("Resultados de aprendizagem", "Resultado de aprendizagem", "Objetivos de aprendizagem"),
    ),
    "level": ("Nivel", "Nivel de dominio", "Niveau", "Nível"),
    "program": ("Programa", "Nombre del programa", "Carrera", "Programme", "Studiengang"),
    "college": ("Universidad", "Institución", "Établissement", "Hochschule", "Instituição"),
}

BARE_ABROAD: Final = ("Curso", "Cours", "Kurs")
"""What stands for a code where nothing else does, and else for a title, as `Course` does."""


def unaccented(text: str) -> str:
    """Return a text without the marks on its letters.

    Example
    -------
    >>> unaccented("Código"), unaccented("Intitulé")
    ('Codigo', 'Intitule')
    """
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


ABROAD: Final = {field: tuple(dict.fromkeys((*words, *map(unaccented, words)))) for field, words in _WORDS.items()}
"""What the columns of each field may be called, with and without accents, the surest first."""


def judge_abroad(file: str, at: int, headers: Mapping[str, str], own: Names) -> Iterator[Finding]:
    """Yield how headers in other languages were read, where there are any.

    Parameters
    ----------
    at
        Number of their row.
    headers
        That of each field.
    own
        What the columns are called in English; these need no word.

    Example
    -------
    >>> read = {"code": "Código", "title": "Curso", "credits": "Credits"}
    >>> [finding.message for finding in judge_abroad("plan.csv", 1, read, {"credits": ("Credits",)})]
    ["the headers were read so: 'Código' as the code, 'Curso' as the title"]
    """
    known = {key(word) for words in ABROAD.values() for word in words}
    known -= {key(word) for words in own.values() for word in words}
    read = [f"{header!r} as the {field}" for field, header in headers.items() if key(header) in known]
    if read:
        yield Finding(
            code="headers-abroad",
            severity=Severity.INFO,
            file=file,
            row=at,
            message=f"the headers were read so: {', '.join(read)}",
            remedy='If one is read wrongly, say what it is: --column "FIELD=HEADER"',
        )
