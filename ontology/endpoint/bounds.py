"""The bounds that a query of anybody keeps to."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Bounds(BaseModel):
    """What one query may take.

    Parameters
    ----------
    seconds
        From when it begins to be answered.
    rows
        Of a result, or triples; a longer one is cut, and says so.
    memory
        Megabytes besides those that the open store takes.
    query
        Kilobytes of its text.
    workers
        Queries that are answered at once, each by a process of its own.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    seconds: float = Field(default=10.0, gt=0, le=3600)
    rows: int = Field(default=10_000, ge=1, le=10_000_000)
    memory: int = Field(default=512, ge=32, le=1_000_000)
    query: int = Field(default=64, ge=1, le=10_000)
    workers: int = Field(default=2, ge=1, le=64)

    @property
    def result(self) -> int:
        """Return the bytes of text that a result may hold."""
        return self.memory * 1024 * 1024 // 32
