"""The forms in which a ladder is given away."""

from pathways.formats.linked_data import to_json_ld, to_turtle
from pathways.formats.markdown import to_markdown
from pathways.formats.page import to_html
from pathways.formats.spreadsheet import to_csv
from pathways.formats.table import FORMATS, ladder_format, to_json

__all__ = [
    "FORMATS",
    "ladder_format",
    "to_csv",
    "to_html",
    "to_json",
    "to_json_ld",
    "to_markdown",
    "to_turtle",
]
