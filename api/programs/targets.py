"""Targets: what ``--to`` names, a framework of the knowledge base or a file with a list of one's own."""

from __future__ import annotations

from pathlib import Path

from api.terminal.console import note
from api.terminal.findings import show
from ontology.errors import NotFoundError
from ontology.identifiers import Identifiers
from ontology.store import KnowledgeBase
from pathways.coverage import Target
from standards.headers import nearest
from standards.own_lists import is_list, read_own_list


def find_target(base: KnowledgeBase, name: str, folder: Path | None = None) -> Target:
    """Return what ``--to`` names, indexed; where that is a framework and a file as well, the framework.

    It takes and raises what `Target.of` does for a framework, and `read_own_list` for a list.
    """
    if is_list(name):
        return own_target(name, base.identifiers)
    there = Path(name).is_file()
    try:
        target = Target.of(base, name, folder)
    except NotFoundError as error:
        if file := f"./{name}" if there else _alike(name):
            message = f"{error}. There is a file {file.removeprefix('./')!r}: write --to {file} for the list in it"
            raise NotFoundError(message) from error
        raise
    if there:
        note(
            f"{name!r} is a framework and a file; this is about the framework. Write ./{name} for the list in the file"
        )
    return target


def _alike(name: str) -> str:
    """Return the file of this folder that may hold the list that is meant, by its name without its ending."""
    lists = {path.name.partition(".")[0]: path.name for path in sorted(Path().iterdir()) if is_list(path.name)}
    return lists.get(nearest(name, lists), "")


def own_target(name: str, identifiers: Identifiers) -> Target:
    """Return the list in a file as a target, and show what is wrong with it."""
    own = read_own_list(Path(name), identifiers)
    if len(own.report):
        show(own.report, offered=False)
    return Target.of_list(own)
