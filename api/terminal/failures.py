"""How a command that raised one of our errors ends: with the error in words, and a status for scripts."""

from __future__ import annotations

import re
from shlex import quote

from api.terminal.console import note
from api.terminal.exit_status import ExitStatus
from ontology.errors import InconsistentError, LadderworksError, NotFoundError, RefusedError
from pathways.labor_market import NoSectorError, UnloadedError
from pathways.occupations.catalog import UnknownOccupationError
from pathways.occupations.sectors import UnknownSectorError
from pathways.plans.ends import NoRungError, NoStartError
from pathways.plans.military import MILITARY, is_military

ANSWERS = (NotFoundError, RefusedError, InconsistentError)
"""Errors that are the answer to what was asked; all others are wrong use."""


def explain(error: Exception) -> ExitStatus:
    """Say what went wrong; what is neither ours nor the machine's is raised again, with its traceback."""
    if not isinstance(error, LadderworksError | OSError):
        raise error
    note(f"ladderworks: {as_options(str(error))}{_command(error)}")
    return ExitStatus.FOUND if isinstance(error, ANSWERS) else ExitStatus.WRONG


def as_options(message: str) -> str:
    """Return a message in which what to give is called as on the command line.

    Example
    -------
    >>> as_options("ways begin at an occupation: name it with from")
    'ways begin at an occupation: name it with --from'
    """
    return re.sub(r"\b(name (?:it|that|one|them) with) (?=(?:from|to|region)\b)", r"\1 --", message)


def _command(error: Exception) -> str:
    """Return, behind a name that nothing has, the command that finds what there is."""
    if isinstance(error, UnknownOccupationError) and not error.shared and "://" not in error.name:
        if is_military(error.name):
            return f"; it reads as {as_options(MILITARY)}"
        command = f"ladderworks search {quote(error.name)} --kind occupation"
        return f"; `{command}` looks among all names, misspelled ones too"
    if isinstance(error, UnknownSectorError):
        return "; `ladderworks sectors WORDS` finds them by name, and `--all` lists all of them"
    if isinstance(error, NoSectorError):
        return "; `ladderworks sectors --all` lists all sectors"
    if isinstance(error, NoStartError | NoRungError):
        return "; `ladderworks search WORDS --kind occupation` finds titles"
    return f"; bring them with `ladderworks import {error.source} PATH`" if isinstance(error, UnloadedError) else ""
