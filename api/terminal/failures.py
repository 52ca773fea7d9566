"""How a command that raised one of our errors ends: with the error in words, and a status for scripts."""

from __future__ import annotations

from shlex import quote

from api.terminal.console import note
from api.terminal.exit_status import ExitStatus
from ontology.errors import InconsistentError, LadderworksError, NotFoundError, RefusedError
from pathways.occupations.catalog import UnknownOccupationError
from pathways.occupations.sectors import UnknownSectorError

ANSWERS = (NotFoundError, RefusedError, InconsistentError)
"""Errors that are the answer to what was asked; all others are wrong use."""


def explain(error: Exception) -> ExitStatus:
    """Say what went wrong; what is neither ours nor the machine's is raised again, with its traceback."""
    if not isinstance(error, LadderworksError | OSError):
        raise error
    note(f"ladderworks: {error}")
    if isinstance(error, UnknownOccupationError) and "://" not in error.name:
        note(f"ladderworks search {quote(error.name)} --kind occupation looks among all names, misspelled ones too")
    if isinstance(error, UnknownSectorError):
        note("ladderworks sectors lists all of them, and --all the career pathways inside the clusters")
    return ExitStatus.FOUND if isinstance(error, ANSWERS) else ExitStatus.WRONG
