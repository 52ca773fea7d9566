"""Lists of one's own: competencies in a table or a text, ready to be matched without an import."""

from standards.own_lists.own_list import OwnList, is_list, read_own_list, to_import

__all__ = ["OwnList", "is_list", "read_own_list", "to_import"]
