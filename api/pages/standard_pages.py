"""Where the pages of standards are."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True)
class StandardPages:
    """The addresses of the pages of a standard in force, or of one version of it.

    Parameters
    ----------
    name
        As commands name it: ``harbor``, ``harbor@1.0``.

    Example
    -------
    >>> StandardPages("harbor@1.0").agreement, StandardPages("harbor").file("agreement", "pdf")
    ('/standards/harbor@1.0/agreement', '/api/v1/standards/harbor/agreement.pdf')
    """

    name: str

    @property
    def agreement(self) -> str:
        """Who stands how to it."""
        return f"/standards/{self._quoted}/agreement"

    @property
    def jobs(self) -> str:
        """What it asks of each job."""
        return f"/standards/{self._quoted}/jobs"

    @property
    def changes(self) -> str:
        """What it changes of the version before."""
        return f"/standards/{self._quoted}/changes"

    def record(self, noun: str) -> str:
        """Return the address of what a page shows, as a record."""
        return f"/api/v1/standards/{self._quoted}/{noun}"

    def file(self, noun: str, extension: str) -> str:
        """Return the address of what a page shows, in the form of an extension."""
        return f"/api/v1/standards/{self._quoted}/{noun}.{extension}"

    @property
    def _quoted(self) -> str:
        return quote(self.name, safe="@")
