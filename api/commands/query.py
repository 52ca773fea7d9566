"""``ladderworks query``: SPARQL that only reads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.files import STANDARD_OUTPUT, write_output
from api.forms import form_of
from api.knowledge import open_knowledge
from api.settings import Settings
from ontology.errors import MissingFileError, NotFoundError
from ontology.queries import FORMS, ask


def run(
    file: Annotated[Path, typer.Argument(metavar="FILE.rq", help="A file with a SELECT, ASK, CONSTRUCT or DESCRIBE.")],
    output: Annotated[Path | None, typer.Option("-o", help=f"A file ending in one of: {', '.join(FORMS)}.")] = None,
) -> None:
    """Run a SPARQL query over all releases together; the project's prefixes are known, and updates are refused."""
    form = form_of(output, FORMS, "txt")
    with open_knowledge(Settings.read()) as knowledge:
        found = ask(knowledge.base, _text(file), form)
    write_output(output or STANDARD_OUTPUT, found.content)
    if found.empty:
        message = f"{file} finds nothing"
        raise NotFoundError(message)


def _text(file: Path) -> str:
    if not file.is_file():
        message = f"there is no file {file}; name one that holds a query"
        raise MissingFileError(message)
    return file.read_text(encoding="utf-8-sig")
