"""Programs in CTDL: documents in JSON-LD, their nodes, and what of them are programs, courses and outcomes."""

from standards.curricula.ctdl.document import is_ctdl, read_ctdl

__all__ = ["is_ctdl", "read_ctdl"]
