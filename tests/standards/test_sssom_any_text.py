"""Whatever texts a mapping set holds come back, in its metadata as in its cells."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from standards.sssom import MappingSet, SssomMapping, read_sssom, write_sssom

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
FILLED = TEXTS.filter(bool)


@given(TEXTS, st.lists(FILLED, max_size=3), TEXTS, st.lists(FILLED, max_size=3))
@example("a: b # c", ["\u2028", "~", "\x0b"], '"#"\t\r\n', ["|", "\\", "a\\|b"])
@example("#", ["yes", "1:30", "- a"], "#", ["\x85", "\ufeff", "null"])
def test_texts_come_back(above: str, names: list[str], cell: str, several: list[str]) -> None:
    row = SssomMapping(
        subject_id="http://x/a",
        subject_label=cell,
        predicate_id="http://x/p",
        object_id="http://x/b",
        mapping_justification="http://x/j",
        author_label=tuple(several),
    )
    said = MappingSet(
        mapping_set_id="http://x/set",
        license="http://x/l",
        mapping_set_title=above,
        creator_label=tuple(names),
        mappings=(row,),
    )

    assert replace(read_sssom(write_sssom(said)), curie_map={}) == said
