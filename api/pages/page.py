"""Rendering of the templates."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pathways.diagrams.apart import lone
from pathways.ladders import wording

HERE = Path(__file__).parent
STATIC = HERE / "static"


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.globals |= {"wording": wording, "lone": lone}
    return templates


def render(template: str, **values: object) -> str:
    """Return a page; all values are escaped."""
    return _templates().get_template(template).render(**values)
