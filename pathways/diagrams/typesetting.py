"""Typesetting: a Typst source with what it is to show, as PNG or PDF, in our typeface."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

import typst

from pathways.diagrams.fonts import fonts, foreign


def typeset(
    source: bytes, form: Literal["png", "pdf"], content: Mapping[str, Any], pixels: float | None = None
) -> bytes:
    """Return what a source makes of its content; a PDF is one that can be heard (PDF/UA-1).

    Parameters
    ----------
    content
        What the source reads as JSON from its input ``content``.
    pixels
        Of a PNG, in an inch.
    """
    written = json.dumps(content, ensure_ascii=False)
    compiler = typst.Compiler(font_paths=fonts(system=foreign(written)), ignore_system_fonts=True)
    made = compiler.compile(
        source,
        format=form,
        ppi=pixels,
        sys_inputs={"content": written},
        pdf_standards=["ua-1"] if form == "pdf" else [],
    )
    assert isinstance(made, bytes)
    return made
