"""How the words of a search find names."""

from __future__ import annotations

import pytest

from api.searching.search import NameSearch
from api.searching.things import Named
from api.terminal.failures import as_options

THINGS = [
    Named("http://x/1", "", "medicine lecturer", leads=True),
    Named("http://x/2", "29-2043.00", "Paramedics", leads=True),
    Named("http://x/3", "31-9092.00", "Medical Assistants", leads=True),
]


@pytest.mark.parametrize(("text", "first"), [("medic", "Paramedics"), ("medicin", "medicine lecturer")])
def test_a_whole_word_or_its_end_comes_before_what_only_begins_alike(text: str, first: str) -> None:
    found = NameSearch(THINGS).search(text).found
    assert THINGS[found[0].place].label == first


def test_a_short_word_is_not_found_by_how_another_ends() -> None:
    assert not NameSearch([Named("http://x/1", "", "Teachers")]).having("her")


def test_the_command_line_calls_what_to_give_by_its_option() -> None:
    assert as_options("name that with from; more") == "name that with --from; more"
    assert as_options("what goes with from") == "what goes with from"
