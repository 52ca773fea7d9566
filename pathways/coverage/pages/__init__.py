"""Pages: a curriculum map and a comparison as HTML that stands alone; no script, nothing from elsewhere."""

from pathways.coverage.pages.comparison import comparison_page
from pathways.coverage.pages.markup import Link, bar_style, direct
from pathways.coverage.pages.program import program_page
from pathways.coverage.pages.standings import stack

__all__ = ["Link", "bar_style", "comparison_page", "direct", "program_page", "stack"]
