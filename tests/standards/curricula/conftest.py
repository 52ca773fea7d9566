"""What reads small programs, from text or from JSON."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from ontology.identifiers import Identifiers
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, ProgramFacts, ProgramForm, read_program

Read = Callable[..., Curriculum]


@pytest.fixture(scope="session")
def written() -> Callable[..., ArchivedFile]:
    """Return what makes a file of a text, of bytes or of what JSON can hold."""

    def make(content: Any, name: str) -> ArchivedFile:  # noqa: ANN401 - whatever a document may hold
        text = content if isinstance(content, str | bytes) else json.dumps(content)
        data = text if isinstance(text, bytes) else text.encode()
        return ArchivedFile(name, "", lambda: data)

    return make


@pytest.fixture(scope="session")
def read(written: Callable[..., ArchivedFile]) -> Read:
    """Return what reads a program from its content."""

    def read(content: Any, name: str = "program.csv", form: ProgramForm | None = None, **facts: str) -> Curriculum:  # noqa: ANN401
        return read_program(written(content, name), Identifiers(), ProgramFacts(**facts), form)

    return read
