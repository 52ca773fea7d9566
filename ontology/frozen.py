"""What all records have in common that are not stored: nobody changes them, and they hold nothing else."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A record that does not change and has no other fields than its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")
