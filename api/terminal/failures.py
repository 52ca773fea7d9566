"""How a command that raised one of our errors ends: with the error in words, and a status for scripts."""

from __future__ import annotations

from api.terminal.console import note
from api.terminal.exit_status import ExitStatus
from ontology.errors import InconsistentError, LadderworksError, NotFoundError, RefusedError

ANSWERS = (NotFoundError, RefusedError, InconsistentError)
"""Errors that are the answer to what was asked; all others are wrong use."""


def explain(error: Exception) -> ExitStatus:
    """Say what went wrong; what is neither ours nor the machine's is raised again, with its traceback."""
    if not isinstance(error, LadderworksError | OSError):
        raise error
    note(f"ladderworks: {error}")
    return ExitStatus.FOUND if isinstance(error, ANSWERS) else ExitStatus.WRONG
