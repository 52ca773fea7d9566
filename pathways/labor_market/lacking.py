"""What is lacking so that no sector can be ranked; what to do about it, those say who were asked."""

from __future__ import annotations

from ontology.errors import NotFoundError


class UnloadedError(NotFoundError):
    """What sectors are ranked by is not loaded.

    Parameters
    ----------
    source
        The import that has it.
    """

    def __init__(self, message: str, source: str) -> None:
        super().__init__(message)
        self.source = source


class NoSectorError(NotFoundError):
    """No sector is of the kinds and of the name that are asked for."""
