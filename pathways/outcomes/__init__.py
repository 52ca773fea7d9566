"""What may be told of the outcomes under a standard, as text, table, page and picture."""

from pathways.outcomes.formats import FORMATS
from pathways.outcomes.picture import to_svg
from pathways.outcomes.wording import sentences, summary

__all__ = ["FORMATS", "sentences", "summary", "to_svg"]
