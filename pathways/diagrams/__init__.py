"""Diagrams of ladders, made without any font or library of the machine."""

from pathways.diagrams.dot import to_dot
from pathways.diagrams.mermaid import to_mermaid
from pathways.diagrams.rendering import to_pdf, to_png
from pathways.diagrams.svg import to_svg

__all__ = ["to_dot", "to_mermaid", "to_pdf", "to_png", "to_svg"]
