"""The gate: what stands in the way of publishing a standard."""

from standards.gate.judging import gate, judge

__all__ = ["gate", "judge"]
